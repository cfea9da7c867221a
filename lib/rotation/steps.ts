/** The rotation as a state machine: every step is a pure function of what is stored, and is stored before it counts. */
import { plainLines } from '../plain-text.ts';
import { changeToken } from './changes.ts';
import { leftOf } from './clock.ts';
import { isRefused, type RotationEvent, refuse, type StageEvent, type Step } from './events.ts';
import { changeItem, followPlaces, reasonFault } from './items.ts';
import { addProof, proofState } from './proof.ts';
import { longestReason, type Rotation, rotationSchema } from './rotation.ts';

/**
 * `rotation` after `event` at `now` (epoch ms), or why it is refused: nothing has changed then. A closed rotation
 * refuses all. What it gives can always be stored and read back; where an event would make it otherwise, by a time, an
 * id or a name, it is refused as `invalid`.
 */
export function step(rotation: Rotation, event: RotationEvent, now: number): Step {
  if (rotation.stage === 'closed') return refuse('closed');
  const after = apply(rotation, event, now);
  return isRefused(after) || rotationSchema.safeParse(after).success ? after : refuse('invalid');
}

function apply(rotation: Rotation, event: RotationEvent, now: number): Step {
  switch (event.type) {
    case 'note':
      return note(rotation, event.reason.replace(/\r\n?/g, '\n').trim());
    case 'places':
      return followPlaces(rotation, event.places);
    case 'tick':
    case 'untick':
    case 'skip':
    case 'unskip':
      return changeItem(rotation, event, now);
    case 'operate':
    case 'done':
    case 'notDone':
    case 'unknown':
    case 'changed':
      return changeToken(rotation, event);
    case 'proved':
      return addProof(rotation, event, now);
    case 'goOn':
    case 'goBack':
    case 'close':
    case 'abandon':
      return changeStage(rotation, event, now);
  }
}

function note(rotation: Rotation, reason: string): Step {
  const fault = reasonFault(reason, longestReason, plainLines);
  return fault ? refuse(fault) : { ...rotation, reason };
}

function changeStage(rotation: Rotation, event: StageEvent, now: number): Step {
  switch (event.type) {
    case 'goOn':
      return goOn(rotation);
    case 'goBack':
      return goBack(rotation);
    case 'close':
      return close(rotation, event.as, now);
    case 'abandon':
      return end(rotation, 'abandoned', now);
  }
}

/** To the proof once no place is open; without a new token, straight to the record. Proven or not is said at the close. */
function goOn(rotation: Rotation): Step {
  if (rotation.stage === 'prove') return { ...rotation, stage: 'record' };
  if (rotation.stage !== 'replace') return refuse('wrongStage');
  if (leftOf(rotation) > 0) return refuse('placesOpen');
  return { ...rotation, stage: rotation.to === null ? 'record' : 'prove' };
}

function goBack(rotation: Rotation): Step {
  if (rotation.stage !== 'prove' && rotation.stage !== 'record') return refuse('wrongStage');
  return { ...rotation, stage: rotation.stage === 'record' && rotation.to !== null ? 'prove' : 'replace' };
}

/** No place is open in `record`: `goOn` saw to that, and whatever opens one leads back to `replace`. */
function close(rotation: Rotation, as: 'completed' | 'unproven', now: number): Step {
  if (rotation.stage !== 'record') return refuse('wrongStage');
  const isProven = proofState(rotation).complete;
  if (as === 'completed' && !isProven) return refuse('notProven');
  if (as === 'unproven' && isProven) return refuse('proven');
  return end(rotation, as, now);
}

/** Not while an operation is waited for: it may change the token yet, and nobody would have the list for it. */
function end(rotation: Rotation, endedAs: Rotation['endedAs'], now: number): Step {
  if (rotation.wish !== null) return refuse('operationOpen');
  return { ...rotation, stage: 'closed', closedAt: now, endedAs };
}
