/** When this was so, the settings, and the way to the dashboard where the state does not offer it already. */
import { t } from '../lib/i18n.ts';
import type { Shown } from '../lib/state/desk.ts';
import { momentOf, secondOf } from './dates.ts';
import type { PopupActions } from './popup-actions.ts';

interface FooterProps {
  shown: Shown;
  now: number;
  actions: PopupActions;
}

export function Footer({ shown, now, actions }: FooterProps) {
  const way = wayOut(shown);
  return (
    <footer>
      <span>{whenText(shown, now)}</span>
      <div class="ways">
        {way && (
          <button type="button" class="inline" onClick={() => actions.send({ type: way })}>
            {t(way)}
          </button>
        )}
        <button type="button" class="inline" onClick={() => actions.openOptions()}>
          {t('settings')}
        </button>
      </div>
    </footer>
  );
}

function whenText({ account, view }: Shown, now: number): string {
  switch (view.name) {
    case 'working':
    case 'needsYou':
      return t('footer_started', secondOf(view.startedAt));
    case 'unknownOutcome':
      return t('footer_asked', secondOf(view.askedAt));
    default:
      return account ? t('footer_read', momentOf(account.asOf, now)) : t('extName');
  }
}

function wayOut({ view }: Shown): 'openDashboard' | 'showPage' | null {
  switch (view.name) {
    case 'token':
    case 'remembered':
    case 'none':
    case 'failed':
      return 'openDashboard';
    case 'unknownOutcome':
      return 'showPage';
    default:
      return null;
  }
}
