/** The end of the popup's body, always in the same place: what changes the token, or what is known of it meanwhile. */
import { t } from '../lib/i18n.ts';
import type { Shown } from '../lib/state/desk.ts';
import { Button } from './Button.tsx';
import { markText } from './mark-text.ts';
import { ViewProgress } from './StateMessage.tsx';
import { TokenFacts } from './TokenPanel.tsx';
import type { AskedKind } from './use-asking.ts';

interface PanelEndProps {
  shown: Shown;
  now: number;
  onAsk(kind: AskedKind): void;
  onCancelReading(): void;
}

export function PanelEnd({ shown: { account, view }, now, onAsk, onCancelReading }: PanelEndProps) {
  if (!account?.mark) return null;
  if (view.name === 'token' || view.name === 'remembered') return <ChangeButtons onAsk={onAsk} />;
  if (view.name === 'reading') {
    return (
      <div class="row end">
        <ViewProgress view={view} />
        <Button text={t('cancel')} onPress={onCancelReading} />
      </div>
    );
  }
  return (
    <div class="known end">
      {account.mark.lastFour !== null && <p class="facts">{t('lastSeen', markText(account.mark))}</p>}
      <TokenFacts account={account} mark={account.mark} now={now} />
    </div>
  );
}

function ChangeButtons({ onAsk }: { onAsk(kind: AskedKind): void }) {
  return (
    <div class="row end">
      <Button text={t('regenerate')} onPress={() => onAsk('regenerate')} />
      <button type="button" class="secondary danger" onClick={() => onAsk('delete')}>
        {t('delete')}
      </button>
    </div>
  );
}
