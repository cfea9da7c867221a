/** Rotations for the tests, each led to where it stands by the steps themselves. */
import { begin, type Start } from '../../../../lib/rotation/begin.ts';
import { isRefused, type PlaceGlance, type RotationEvent, type Step } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import { step } from '../../../../lib/rotation/steps.ts';
import type { TokenMark } from '../../../../lib/state/schemas.ts';

/** A time to count from, epoch ms. */
export const noon = 1_760_000_000_000;
export const account = 'https://www.snapengage.com#1';

/** The mark of a token that is nobody's; marks of different digits differ. */
export const mark = (digit: string): TokenMark => ({ fingerprint: digit.repeat(8), lastFour: digit.repeat(4) });
export const [a, b, c] = [mark('a'), mark('b'), mark('c')];
export const id = (digit: string): string => digit.repeat(32);
export const wish = id('e');

export const place = (digit: string, changes: Partial<PlaceGlance> = {}): PlaceGlance => ({
  id: id(digit),
  name: `Place ${digit}`,
  api: 'logs',
  archived: false,
  ...changes,
});
export const places = [place('1'), place('2')];

/** The rotation that `after` is; fails the test where it was refused. */
function taken(after: Step): Rotation {
  if (isRefused(after)) throw new Error(`Refused: ${after.refused}`);
  return after;
}

/** `rotation` led through all of `events` at `now`; fails the test where one is refused. */
export function lead(rotation: Rotation, events: RotationEvent[], now = noon): Rotation {
  return events.reduce((each, event) => taken(step(each, event, now)), rotation);
}

/** A new rotation away from token a, with two places unless `changes` says otherwise. */
export function begun(
  path: Rotation['path'],
  changes: { places?: PlaceGlance[]; to?: TokenMark | null } = {},
): Rotation {
  const { to = b } = changes;
  const common = { account, places: changes.places ?? places };
  const change = { from: a, to, lastSeenAt: noon - 5_000, noticedAt: noon };
  const start: Start = path === 'byHand' ? { ...common, path, change } : { ...common, path, from: a };
  return taken(begin([], start, noon));
}

export const operate: RotationEvent = { type: 'operate', wish };
export const done = (to: TokenMark | null = b, at = noon): RotationEvent => ({
  ...{ type: 'done', wish, mark: to, at, lastSeenAt: null },
});
export const changed = (to: TokenMark | null, at = noon, lastSeenAt: number | null = null): RotationEvent => ({
  ...{ type: 'changed', to, at, lastSeenAt },
});
export const tick = (digit: string): RotationEvent => ({ type: 'tick', place: id(digit) });
export const untick = (digit: string): RotationEvent => ({ type: 'untick', place: id(digit) });
export const skip = (digit: string, reason = 'Retired'): RotationEvent => ({ type: 'skip', place: id(digit), reason });
export const unskip = (digit: string): RotationEvent => ({ type: 'unskip', place: id(digit) });
export const goOn: RotationEvent = { type: 'goOn' };
export const goBack: RotationEvent = { type: 'goBack' };
export const abandon: RotationEvent = { type: 'abandon' };
export const completed: RotationEvent = { type: 'close', as: 'completed' };
export const unproven: RotationEvent = { type: 'close', as: 'unproven' };
export const cannotTell = { kind: 'cannotTell', why: 'offline' } as const;
type Said = 'accepted' | 'refused' | 'cannotTell';
const verdictOf = (said: Said) => (said === 'cannotTell' ? cannotTell : { kind: said });

/** A check of the new or the old token, asked for after `change` changes; the fingerprint is that of a to b. */
export const proved = (
  which: 'new' | 'old',
  said: Said,
  { change = 1, of = which === 'new' ? b : a }: { change?: number; of?: TokenMark } = {},
): RotationEvent => ({ type: 'proved', which, fingerprint: of.fingerprint, verdict: verdictOf(said), change });

export const proofs = [proved('new', 'accepted'), proved('old', 'refused')];
/** From Prepare to where the token is changed; to where no place is left; to the record, proven. */
export const regenerated = [operate, done()];
export const replaced = [...regenerated, tick('1'), tick('2')];
export const recorded = [...replaced, goOn, ...proofs, goOn];
