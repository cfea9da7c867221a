/** Every state of the rotation's page, and of the dialog that names the places. */
import type { Place } from '../../lib/places/place.ts';
import type { RotationEvent } from '../../lib/rotation/events.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import type { Desk } from '../../lib/state/desk.ts';
import {
  account,
  daysAgo,
  deskOf,
  deskWith,
  fakeToken,
  galleryNow,
  intent,
  mark,
  markOf,
  oldMark,
  token,
} from './desks.ts';
import {
  allDone,
  done,
  fivePlaces,
  goOn,
  manyPlaces,
  note,
  operate,
  place,
  proofs,
  proved,
  rotation,
  skip,
  tick,
} from './rotations.ts';
import type { GalleryState } from './states.ts';

const oldToken = fakeToken(32, 5);
/** The account before the change, and a moment after it. */
const before = account({ mark: oldMark });
const after = account({ since: { at: galleryNow - 723_000, how: 'created' } });
const deleted = account({ mark: null });
const widgetId = '5f0c1c9e-7d5e-4a53-8b1e-3a2f6c7d8e90';

/** What stands around the token on the rotation's page. */
function around(open: Rotation | null, places: readonly Place[], changes: Partial<Desk> = {}): Partial<Desk> {
  const { key } = account();
  return {
    popupPage: 'rotation',
    places: { [key]: { places: [...places], order: { updatedAt: 1, ids: places.map(({ id }) => id) } } },
    rotations: open ? [open] : [],
    oldSecrets: open ? { [key]: { token: oldToken, fingerprint: oldMark.fingerprint } } : {},
    widgetIds: { [key]: widgetId },
    ...changes,
  };
}

/** The desk before the change, with the old token, and after it, with the new one. */
const early = (open: Rotation | null, places = fivePlaces, changes: Partial<Desk> = {}): Desk =>
  deskWith(before, oldToken, around(open, places, changes));
const late = (open: Rotation, places = fivePlaces, changes: Partial<Desk> = {}): Desk =>
  deskWith(after, token, around(open, places, changes));
const lateWithout = (open: Rotation, changes: Partial<Desk> = {}): Desk =>
  deskOf(deleted, around(open, fivePlaces, changes));

const change = { from: oldMark, to: mark, lastSeenAt: daysAgo(9), noticedAt: daysAgo(2) };
const long = fivePlaces.map((each) => ({
  ...each,
  name: `${each.name} of the branch office in Llanfairpwllgwyngyllgogerychwyrndrobwll`.slice(0, 80),
  contact: 'The-one-who-knows-how-this-was-built-and-has-not-written-it-down',
}));
const changed = [operate, done()] as const;
const inProof = [...changed, ...allDone, goOn] as const;
/** The token was replaced once more, after two places had been done. */
const third = markOf(fakeToken(32, 9), 'c');
const replacedAgain: RotationEvent = { type: 'changed', to: third, at: galleryNow - 60_000, lastSeenAt: null };
const again = rotation('planned', fivePlaces, ...changed, tick(1), tick(2), replacedAgain);
const cannotTell = { kind: 'cannotTell', why: 'timedOut' } as const;

const beginnings: GalleryState[] = [
  { name: 'rotation-none', desk: early(null) },
  { name: 'rotation-none-no-places', desk: early(null, []) },
  { name: 'rotation-none-no-token', desk: deskOf(deleted, around(null, fivePlaces)) },
  { name: 'rotation-none-by-hand', desk: deskWith(account({ change }), token, around(null, fivePlaces)) },
  { name: 'rotation-prepare', desk: early(rotation('planned', fivePlaces, note, skip(4))) },
  { name: 'rotation-prepare-no-places', desk: early(rotation('planned', []), []) },
  { name: 'rotation-prepare-long', desk: early(rotation('planned', long), long) },
  { name: 'rotation-delete', desk: early(rotation('delete', fivePlaces)) },
  { name: 'rotation-emergency', desk: early(rotation('emergency', fivePlaces)) },
  {
    name: 'rotation-regenerating',
    desk: early(rotation('planned', fivePlaces, operate), fivePlaces, { ledger: [intent({ step: 'confirming' })] }),
  },
  { name: 'rotation-waiting', desk: early(rotation('planned', fivePlaces, operate)) },
];

const replacing: GalleryState[] = [
  { name: 'rotation-replace', desk: late(rotation('planned', fivePlaces, ...changed, tick(1), skip(4))) },
  { name: 'rotation-replace-all-done', desk: late(rotation('planned', fivePlaces, ...changed, ...allDone)) },
  { name: 'rotation-replace-no-places', desk: late(rotation('planned', [], ...changed), []) },
  {
    name: 'rotation-replace-old-gone',
    desk: late(rotation('emergency', fivePlaces, ...changed), fivePlaces, { oldSecrets: {} }),
  },
  { name: 'rotation-replace-by-hand', desk: late(rotation('byHand', fivePlaces, tick(1))) },
  {
    name: 'rotation-replace-again',
    desk: deskWith(account({ mark: third }), fakeToken(32, 9), around(again, fivePlaces)),
  },
  {
    name: 'rotation-replace-listed-no-more',
    desk: late(
      rotation('planned', fivePlaces, ...changed, {
        type: 'places',
        places: [place(3, { archived: true }), ...fivePlaces.slice(0, 2)],
      }),
      fivePlaces.slice(0, 2),
    ),
  },
  { name: 'rotation-replace-long', desk: late(rotation('planned', long, ...changed, tick(1)), long) },
  { name: 'rotation-replace-many', desk: late(rotation('planned', manyPlaces, ...changed, tick(1)), manyPlaces) },
  { name: 'rotation-remove', desk: lateWithout(rotation('delete', fivePlaces, operate, done(null), tick(1))) },
];

const endings: GalleryState[] = [
  { name: 'rotation-prove', desk: late(rotation('planned', fivePlaces, ...inProof)) },
  {
    name: 'rotation-prove-asking',
    desk: late(rotation('planned', fivePlaces, ...inProof), fivePlaces, {
      checks: { [account().key]: { askedAt: galleryNow - 2000, last: galleryNow - 2000, result: null } },
    }),
  },
  { name: 'rotation-prove-proven', desk: late(rotation('planned', fivePlaces, ...inProof, ...proofs)) },
  {
    name: 'rotation-prove-cannot-tell',
    desk: late(
      rotation('planned', fivePlaces, ...inProof, proved('new', cannotTell), proved('old', { kind: 'refused' })),
    ),
  },
  {
    name: 'rotation-prove-wrong',
    desk: late(
      rotation(
        'planned',
        fivePlaces,
        ...inProof,
        proved('new', { kind: 'refused' }),
        proved('old', { kind: 'accepted' }),
      ),
    ),
  },
  {
    name: 'rotation-prove-no-widget',
    desk: late(rotation('planned', fivePlaces, ...inProof), fivePlaces, { widgetIds: {}, oldSecrets: {} }),
  },
  { name: 'rotation-record', desk: late(rotation('planned', fivePlaces, note, ...inProof, ...proofs, goOn)) },
  { name: 'rotation-record-unproven', desk: late(rotation('byHand', fivePlaces, ...allDone, goOn, goOn)) },
  {
    name: 'rotation-record-delete',
    desk: lateWithout(rotation('delete', fivePlaces, operate, done(null), ...allDone, goOn)),
  },
];

const dialogs: GalleryState[] = (['regenerate', 'delete'] as const).flatMap((asked) => [
  {
    name: `dialog-${asked}-one-place`,
    desk: early(null, fivePlaces.slice(0, 1), { popupPage: 'token' }),
    start: { asked },
  },
  { name: `dialog-${asked}-places`, desk: early(null, fivePlaces, { popupPage: 'token' }), start: { asked } },
  { name: `dialog-${asked}-places-long`, desk: early(null, long, { popupPage: 'token' }), start: { asked } },
  { name: `dialog-${asked}-many-places`, desk: early(null, manyPlaces, { popupPage: 'token' }), start: { asked } },
]);

/** All of them, each name once. */
export const rotationStates: GalleryState[] = [...beginnings, ...replacing, ...endings, ...dialogs];
