/** When this was so, and the way to the dashboard where the state does not offer it already. */
import { t } from '../lib/i18n.ts';
import type { Request } from '../lib/messages/requests.ts';
import type { Shown } from '../lib/state/desk.ts';
import { momentOf, secondOf } from './dates.ts';

interface FooterProps {
  shown: Shown;
  now: number;
  send(request: Request): void;
}

export function Footer({ shown, now, send }: FooterProps) {
  const way = wayOut(shown);
  return (
    <footer>
      <span>{whenText(shown, now)}</span>
      {way && (
        <button type="button" class="inline" onClick={() => send({ type: way })}>
          {t(way)}
        </button>
      )}
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
