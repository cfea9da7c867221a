/** The beginning of a rotation, on one of its four paths; and one open rotation per account. */

import { newId } from '../new-id.ts';
import type { Change, TokenMark } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import { wentBetween } from './changes.ts';
import { type PlaceGlance, refuse, type Step } from './events.ts';
import { openItems } from './items.ts';
import { openRotation, type Rotation, rotationSchema } from './rotation.ts';

/** How many closed rotations are kept, over all accounts; the oldest go first. What happened stays in the record. */
const mostClosed = 20;

/** What a rotation begins with: `from` is the current token, `change` one that others made. */
export type Start = { account: string; places: readonly PlaceGlance[] } & (
  | { path: 'planned' | 'emergency' | 'delete'; from: TokenMark }
  | { path: 'byHand'; change: Change }
);

/**
 * A new rotation for `start`, beside those in `rotations`. Planned ones and deletes begin at `prepare`, an emergency at
 * `regenerate`, and one for a change by hand at `replace`. Refused: `alreadyOpen`, `nothingReplaced`, `invalid`.
 */
export function begin(rotations: readonly Rotation[], start: Start, now: number): Step {
  if (openRotation(rotations, start.account)) return refuse('alreadyOpen');
  const beginning = start.path === 'byHand' ? afterChange(start.change) : beforeChange(start.path, start.from);
  if (!beginning) return refuse('nothingReplaced');
  const rotation: Rotation = {
    id: newId(),
    account: start.account,
    path: start.path,
    reason: '',
    startedAt: now,
    overtaken: [],
    wish: null,
    items: openItems(start.places),
    proofs: [],
    closedAt: null,
    endedAs: null,
    ...beginning,
  };
  return rotationSchema.safeParse(rotation).success ? rotation : refuse('invalid');
}

type Beginning = Pick<Rotation, 'stage' | 'from' | 'to' | 'downSince' | 'lastSeenAt'>;

function beforeChange(path: 'planned' | 'emergency' | 'delete', from: TokenMark): Beginning {
  const stage = path === 'emergency' ? 'regenerate' : 'prepare';
  return { stage, from, to: null, downSince: null, lastSeenAt: null };
}

/** null where no token was replaced. */
function afterChange({ from, to, lastSeenAt, noticedAt }: Change): Beginning | null {
  if (!from || sameMark(from, to)) return null;
  const { at: downSince, lastSeenAt: aliveAt } = wentBetween(lastSeenAt, noticedAt);
  return { stage: 'replace', from, to, downSince, lastSeenAt: aliveAt };
}

/** `rotations` with `rotation` in the place of its former self, or at the end; of the closed ones the newest 20. */
export function keep(rotations: readonly Rotation[], rotation: Rotation): Rotation[] {
  const known = rotations.some(({ id }) => id === rotation.id);
  const all = known ? rotations.map((each) => (each.id === rotation.id ? rotation : each)) : [...rotations, rotation];
  const closed = all.filter(({ stage }) => stage === 'closed');
  const kept = new Set(closed.slice(-mostClosed));
  return all.filter((each) => each.stage !== 'closed' || kept.has(each));
}
