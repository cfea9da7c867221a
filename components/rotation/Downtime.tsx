/** How long connections have been down: it runs until the last place is done, and is not read out each second. */
import { t } from '../../lib/i18n.ts';
import { durationText } from '../../lib/record/written.ts';
import { downtime, leftOf, type Span } from '../../lib/rotation/clock.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { useClock } from './use-clock.ts';

export function Downtime({ rotation, clock }: { rotation: Rotation; clock(): number }) {
  const isRunning = rotation.items.length === 0 || leftOf(rotation) > 0;
  const span = downtime(rotation, useClock(clock, isRunning));
  if (!span) return null;
  return (
    <p class="downtime" role="timer">
      {downText(span, isRunning)}
    </p>
  );
}

/** Two bounds where nobody saw the old token go. */
function downText({ atLeast, atMost }: Span, isRunning: boolean): string {
  const [least, most] = [durationText(atLeast), durationText(atMost)];
  if (least === most) return t(isRunning ? 'rotation_down' : 'rotation_wasDown', least);
  return t(isRunning ? 'rotation_down_between' : 'rotation_wasDown_between', least, most);
}
