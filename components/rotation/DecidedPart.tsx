/** A place that is done or skipped: since when, why, and the way back. */
import { t } from '../../lib/i18n.ts';
import { momentOf } from '../dates.ts';
import { LabelledButton } from './LabelledButton.tsx';
import type { PlacePartProps } from './PlaceRow.tsx';

export function DecidedFacts({ item, now }: Pick<PlacePartProps, 'item' | 'now'>) {
  const when = momentOf(item.at ?? now, now);
  return (
    <p class="facts">
      <span>{t(item.state === 'done' ? 'rotation_doneAt' : 'rotation_skippedAt', when)}</span>
      {item.skipReason && <bdi>{item.skipReason}</bdi>}
    </p>
  );
}

export function UndoButton({ item, deeds, moveOn }: PlacePartProps) {
  const undo = () => {
    moveOn();
    deeds.askSkip(null);
    deeds.rotateOrSay({ type: item.state === 'done' ? 'untick' : 'unskip', place: item.place });
  };
  const label = t('rotation_undo_place', item.name);
  return <LabelledButton quiet next text={t('rotation_undo')} label={label} onPress={undo} />;
}
