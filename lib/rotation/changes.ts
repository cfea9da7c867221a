/** What the token does to its rotation: an operation is waited for, the token changes, and may change once more. */

import type { TokenMark } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import { type ChangeEvent, refuse, type Step } from './events.ts';
import { changesOf, currentMark, type Item, type Moment, type Rotation } from './rotation.ts';

/** How many further changes of the token one rotation counts. */
export const mostOvertaken = 200;

/**
 * Starts to wait for an operation, takes its outcome, or takes a change by others. While an operation is waited for, a
 * change is refused as `operationOpen`: it may be that operation's work, and is found again by `whatFollows` once its
 * outcome is known. Refused: `operationOpen`, `otherOperation`, `sameToken`.
 */
export function changeToken(rotation: Rotation, event: ChangeEvent): Step {
  switch (event.type) {
    case 'operate':
      return operate(rotation, event.wish);
    case 'changed':
      if (rotation.wish !== null) return refuse('operationOpen');
      return sameMark(event.to, currentMark(rotation)) ? refuse('sameToken') : replaced(rotation, event.to, event);
    default:
      if (rotation.wish !== event.wish) return refuse('otherOperation');
      return afterOperation(rotation, event);
  }
}

/** The same wish twice is one: a message may arrive twice. */
function operate(rotation: Rotation, wish: string): Step {
  if (rotation.wish !== null && rotation.wish !== wish) return refuse('operationOpen');
  return { ...rotation, wish, stage: rotation.stage === 'prepare' ? 'regenerate' : rotation.stage };
}

function afterOperation(
  rotation: Rotation,
  event: Extract<ChangeEvent, { type: 'done' | 'notDone' | 'unknown' }>,
): Step {
  if (event.type === 'unknown') return rotation;
  const isSame = event.type === 'notDone' || sameMark(event.mark, currentMark(rotation));
  return isSame ? notDone(rotation) : replaced({ ...rotation, wish: null }, event.mark, event);
}

/** Nothing was changed: back to where it was asked for. An emergency has no list to go back to. */
function notDone(rotation: Rotation): Rotation {
  const back = rotation.stage === 'regenerate' && rotation.path !== 'emergency';
  return { ...rotation, wish: null, stage: back ? 'prepare' : rotation.stage };
}

/**
 * `rotation` with `to` as the current token from `moment` on. From the second change on, what was ticked is open again
 * and keeps its tick among the earlier ones: the token it was given is dead. What was skipped stays so.
 */
function replaced(rotation: Rotation, to: TokenMark | null, moment: Moment): Rotation {
  const changes = changesOf(rotation);
  const last = changes.at(-1);
  const { at, lastSeenAt } = wentBetween(moment.lastSeenAt, moment.at, last);
  if (!last) return { ...rotation, stage: 'replace', to, downSince: at, lastSeenAt };
  // A page can make up as many changes as it likes: beyond these the token is followed, and no longer counted.
  const isCounted = rotation.overtaken.length < mostOvertaken;
  return {
    ...rotation,
    stage: 'replace',
    to,
    ...(isCounted && { overtaken: [...rotation.overtaken, { mark: rotation.to, at, lastSeenAt }] }),
    items: rotation.items.map((item) => openAgain(item, changes.length)),
  };
}

function openAgain(item: Item, change: number): Item {
  if (item.state !== 'done' || item.at === null) return item;
  return { ...item, state: 'open', at: null, earlier: [...item.earlier, { at: item.at, change }] };
}

/**
 * The moment a token went that was last seen at `lastSeenAt` (null: seen going) and missed at `at`. It came with the
 * change before it, `came`, and so was alive then. A clock that was set back cannot have seen it after it was missed.
 */
export function wentBetween(lastSeenAt: number | null, at: number, came?: Moment): Moment {
  if (lastSeenAt === null) return { at, lastSeenAt };
  return { at, lastSeenAt: Math.min(at, Math.max(lastSeenAt, came?.at ?? 0)) };
}
