/** A place that is done or skipped: since when, why, and the way back. */
import { t } from '../../lib/i18n.ts';
import { momentOf } from '../dates.ts';
import { LabelledButton } from './LabelledButton.tsx';
import type { PlaceRowProps } from './PlaceRow.tsx';

export function DecidedPart({ item, now, deeds, moveOn }: PlaceRowProps & { moveOn(): void }) {
  const isDone = item.state === 'done';
  const when = momentOf(item.at ?? now, now);
  const undo = () => {
    moveOn();
    deeds.rotateOrSay({ type: isDone ? 'untick' : 'unskip', place: item.place });
  };
  return (
    <div class="decided">
      <p class="facts">
        <span>{t(isDone ? 'rotation_doneAt' : 'rotation_skippedAt', when)}</span>
        {item.skipReason && <bdi>{item.skipReason}</bdi>}
      </p>
      <LabelledButton quiet next text={t('rotation_undo')} label={t('rotation_undo_place', item.name)} onPress={undo} />
    </div>
  );
}
