/** How far an open rotation is, in one sentence. */
import { t } from '../../lib/i18n.ts';
import { durationText } from '../../lib/record/written.ts';
import { downtime, leftOf } from '../../lib/rotation/clock.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';

const minuteMs = 60_000;

/** What stands between `rotation` and its end at `now` (epoch ms). */
export function rotationText(rotation: Rotation, now: number): string {
  const { stage, downSince, to } = rotation;
  if (downSince === null) return t(stage === 'prepare' ? 'rotationRow_prepare' : 'rotationRow_regenerate');
  if (stage !== 'replace') return t(stage === 'prove' ? 'rotationRow_prove' : 'rotationRow_record');
  return to ? replacingText(rotation, now) : t('rotationRow_removing', ...leftAndAll(rotation));
}

function replacingText(rotation: Rotation, now: number): string {
  const down = downText(downtime(rotation, now)?.atLeast ?? 0);
  if (rotation.items.length === 0) return t('rotationRow_noPlaces', down);
  return t('rotationRow_replacing', ...leftAndAll(rotation), down);
}

function leftAndAll(rotation: Rotation): [number, number] {
  return [leftOf(rotation), rotation.items.length];
}

/** To the minute: it is drawn anew each minute. */
function downText(ms: number): string {
  return ms < minuteMs ? t('lessThanAMinute') : durationText(ms - (ms % minuteMs));
}
