/** Rotations of the gallery's account, each led to where it stands by the steps themselves, and the places they are of. */
import type { Place } from '../../lib/places/place.ts';
import { begin, type Start } from '../../lib/rotation/begin.ts';
import { isRefused, type RotationEvent, type Step } from '../../lib/rotation/events.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { step } from '../../lib/rotation/steps.ts';
import type { TokenMark } from '../../lib/state/schemas.ts';
import { account, daysAgo, galleryNow, mark, oldMark } from './desks.ts';

/** The wish of every operation here. */
const wish = '1'.repeat(32);

/** The id of the place with this number. */
export const placeId = (number: number): string => number.toString(16).padStart(32, '0');

/** A place with this number. */
export function place(number: number, changes: Partial<Place> = {}): Place {
  return {
    ...{ id: placeId(number), name: `Place ${number}`, system: '', link: null, contact: '' },
    ...{ api: 'logs', format: 'token', note: '', updatedAt: daysAgo(20), archived: false },
    ...changes,
  };
}

/** Five places as an owner may have them; the last has nothing but a name. */
export const fivePlaces: Place[] = [
  place(1, {
    ...{
      name: 'Salesforce log export',
      contact: 'Ana',
      link: 'https://login.salesforce.com/',
      format: 'authorization',
    },
    note: 'Setup › Named credentials › SnapEngage\nThen run the job once.',
  }),
  place(2, {
    ...{ name: 'Phone system status', contact: 'IT service desk', api: 'agentStatus' },
    ...{ link: 'https://phones.example.com/admin', format: 'authorization' },
  }),
  place(3, { name: 'Kiosk chat', contact: 'Web team', api: 'visitorChat', format: 'xApiKey' }),
  place(4, { name: 'Data warehouse', link: 'https://warehouse.example.com/secrets', format: 'env' }),
  place(5, { name: 'A script on somebody’s desk', api: 'other' }),
];

/** Five hundred, as many as an account may have. */
export const manyPlaces: Place[] = Array.from({ length: 500 }, (_, index) =>
  place(index + 1, { name: `Shop ${index + 1}`, contact: 'Shop team', link: 'https://shops.example.com/' }),
);

/** What is said, and when: ms before the gallery's now. */
type Moment = RotationEvent | [event: RotationEvent, msAgo: number];

function taken(after: Step): Rotation {
  if (isRefused(after)) throw new Error(`Refused: ${after.refused}`);
  return after;
}

/** A rotation of the gallery's account on `path`, begun an hour ago, away from the old token, led through `moments`. */
export function rotation(path: Rotation['path'], places: readonly Place[], ...moments: Moment[]): Rotation {
  const common = { account: account().key, places };
  const change = { from: oldMark, to: mark, lastSeenAt: galleryNow - hour, noticedAt: galleryNow - 12 * minute };
  const start: Start = path === 'byHand' ? { ...common, path, change } : { ...common, path, from: oldMark };
  const begun = taken(begin([], start, galleryNow - hour));
  return moments.reduce((each, moment) => {
    const [event, msAgo] = Array.isArray(moment) ? moment : [moment, minute];
    return taken(step(each, event, galleryNow - msAgo));
  }, begun);
}

const minute = 60_000;
const hour = 60 * minute;
const second = 1000;

export const operate: RotationEvent = { type: 'operate', wish };
/** The operation ended 12 min 3 s ago. */
export const done = (to: TokenMark | null = mark): Moment => [
  { type: 'done', wish, mark: to, at: galleryNow - 12 * minute - 3 * second, lastSeenAt: null },
  12 * minute,
];
export const tick = (number: number): Moment => [{ type: 'tick', place: placeId(number) }, 8 * minute];
export const skip = (number: number, reason = 'Retired last year'): RotationEvent => ({
  ...{ type: 'skip', place: placeId(number), reason },
});
export const goOn: RotationEvent = { type: 'goOn' };
export const note: RotationEvent = { type: 'note', reason: 'Yearly change, CHG-4711' };

type Verdict = Extract<RotationEvent, { type: 'proved' }>['verdict'];
/** What a check said of the new or the old token. */
export const proved = (
  which: 'new' | 'old',
  verdict: Verdict,
  of = which === 'new' ? mark : oldMark,
): RotationEvent => ({
  ...{ type: 'proved', which, fingerprint: of.fingerprint, verdict, change: 1 },
});

export const allDone: Moment[] = [tick(1), tick(2), tick(3), tick(4), skip(5)];
export const proofs: Moment[] = [proved('new', { kind: 'accepted' }), proved('old', { kind: 'refused' })];
