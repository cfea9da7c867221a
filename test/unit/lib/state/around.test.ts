// @vitest-environment node
/** What stands around the token of the account that is shown: its own alone, else what there is at first. */
import { describe, expect, it } from 'vitest';
import { clearingOff } from '../../../../lib/clearing/clearing.ts';
import { defaultReminder } from '../../../../lib/reminder.ts';
import { activePlaces, aroundOf, type Belongings, noCheck, openingPage } from '../../../../lib/state/around.ts';
import { noBelongings } from '../../../gallery/desks.ts';
import { place } from '../places/support.ts';
import { a, b, begun, done, lead, account as mine, operate } from '../rotation/rotations.ts';
import { newToken, newWidgetId } from '../support/pages.ts';

const others = 'https://www.snapengage.com#2';
const [token, widget] = [newToken(), newWidgetId()];
const rotation = lead(begun('planned'), [operate, done()]);
const check = { askedAt: 1, last: 1, result: null };
const list = { places: [place(1), place(2, { archived: true })], order: { ids: [], updatedAt: 0 } };
const reminder = { ...defaultReminder, days: 30 };
/** Belongings of the account with this key alone. */
const of = (key: string): Belongings => ({
  ...noBelongings,
  places: { [key]: list },
  rotations: [{ ...rotation, account: key }],
  oldSecrets: { [key]: { token, fingerprint: a.fingerprint } },
  checks: { [key]: check },
  reminders: { [key]: reminder },
  widgetIds: { [key]: widget },
});
const nothing = {
  ...{ places: [], rotation: null, oldToken: null, check: noCheck, reminder: defaultReminder, widgetId: null },
  ...{ widgetOffers: [], templates: [], clearing: clearingOff, pendingClear: null, page: 'token' },
};

it('is the account’s own', () => {
  expect(aroundOf(of(mine), mine)).toMatchObject({
    ...{ places: list.places, rotation, oldToken: token, check, reminder, widgetId: widget },
  });
});

it.each<[string, Belongings, string | null]>([
  ['nothing is stored', noBelongings, mine],
  ['all of it is another account’s', of(others), mine],
  ['no account is known', of(mine), null],
  ['the account has the name of a built-in', of(mine), 'constructor'],
])('is what there is at first where %s', (_, belongings, key) => {
  expect(aroundOf(belongings, key)).toMatchObject(nothing);
});

it('is the same for all accounts where it is of none', () => {
  const pendingClear = { armedAt: 1, deadline: 2, hash: 'a'.repeat(64), salt: 'b'.repeat(32) };
  const common = { widgetOffers: [widget], clearing: { seconds: 15, offered: true }, pendingClear } as const;
  const belongings: Belongings = { ...noBelongings, ...common, widgetOffers: [widget], popupPage: 'places' };
  for (const key of [mine, others, null])
    expect(aroundOf(belongings, key)).toMatchObject({ ...common, page: 'places' });
});

describe('the replaced token is on offer', () => {
  it.each<[string, Partial<Belongings>]>([
    ['not once its rotation is closed', { rotations: [{ ...rotation, stage: 'closed' }] }],
    ['not without a rotation', { rotations: [] }],
    ['not where it is another one', { oldSecrets: { [mine]: { token, fingerprint: b.fingerprint } } }],
    ['not where it is in memory no more', { oldSecrets: {} }],
  ])('%s', (_, changes) => {
    expect(aroundOf({ ...of(mine), ...changes }, mine).oldToken).toBeNull();
  });
});

it('the rotation is the open one', () => {
  const closed = { ...rotation, id: 'f'.repeat(32), stage: 'closed' as const };
  expect(aroundOf({ ...of(mine), rotations: [closed, rotation] }, mine).rotation).toEqual(rotation);
  expect(aroundOf({ ...of(mine), rotations: [closed] }, mine).rotation).toBeNull();
});

it('places in use are those that are not archived', () => {
  expect(activePlaces(list.places)).toEqual([place(1)]);
});

describe('the page that a popup opens on', () => {
  const unsaved = { [`place:new ${mine}`]: { name: 'x' } };
  const closed = { ...rotation, stage: 'closed' as const };
  it.each<[string, Partial<Belongings>, object, string]>([
    ['the token', { popupPage: 'token' }, unsaved, 'token'],
    ['the rotation, while it is open', { popupPage: 'rotation' }, {}, 'rotation'],
    ['a rotation that is closed', { popupPage: 'rotation', rotations: [closed] }, {}, 'token'],
    ['no rotation', { popupPage: 'rotation', rotations: [] }, {}, 'token'],
    ['places, with all saved', { popupPage: 'places' }, {}, 'token'],
    ['places, with a form left unsaved', { popupPage: 'places' }, unsaved, 'places'],
    ['places, with one of another account', { popupPage: 'places' }, { [`place:new ${others}`]: {} }, 'token'],
    ['places, with another form', { popupPage: 'places' }, { [`widget ${mine}`]: {} }, 'token'],
    ['the formats', { popupPage: 'copyAs' }, unsaved, 'token'],
    ['Compare', { popupPage: 'compare' }, unsaved, 'token'],
  ])('that was closed on %s', (_, changes, drafts, page) => {
    expect(openingPage({ ...of(mine), ...changes }, mine, drafts)).toBe(page);
    expect(openingPage({ ...of(mine), ...changes }, null, drafts)).toBe('token');
  });
});
