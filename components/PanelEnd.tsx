/** The end of the token's page, always in the same place: what changes the token, or what is known of it meanwhile. */
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
  onRotation(): void;
  onCancelReading(): void;
}

export function PanelEnd({ shown, now, onAsk, onRotation, onCancelReading }: PanelEndProps) {
  const { account, view, around } = shown;
  if (!account?.mark) return null;
  if (view.name === 'token' || view.name === 'remembered') {
    return <ChangeButtons onAsk={onAsk} onRotation={around.rotation ? null : onRotation} />;
  }
  if (view.name === 'reading') return <ReadingLine shown={shown} onCancel={onCancelReading} />;
  return (
    <div class="known end">
      {account.mark.lastFour !== null && <p class="facts">{t('lastSeen', markText(account.mark))}</p>}
      <TokenFacts account={account} mark={account.mark} now={now} />
    </div>
  );
}

/** How far a read is, and the way out of it. */
export function ReadingLine({ shown: { view }, onCancel }: { shown: Shown; onCancel(): void }) {
  if (view.name !== 'reading') return null;
  return (
    <div class="row end">
      <ViewProgress view={view} />
      <Button text={t('cancel')} onPress={onCancel} />
    </div>
  );
}

interface ChangeButtonsProps {
  onAsk(kind: AskedKind): void;
  /** null: there is a rotation, and its row leads there. */
  onRotation: (() => void) | null;
}

function ChangeButtons({ onAsk, onRotation }: ChangeButtonsProps) {
  return (
    <div class="row end">
      {onRotation && (
        <button type="button" class="secondary" data-leads="rotation" onClick={onRotation}>
          {t('rotate')}
        </button>
      )}
      <Button text={t('regenerate')} onPress={() => onAsk('regenerate')} />
      <button type="button" class="secondary danger" onClick={() => onAsk('delete')}>
        {t('delete')}
      </button>
    </div>
  );
}
