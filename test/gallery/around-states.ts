/** The states of what stands around the token on its page, of Copy as, of Compare, and of the clear that is to come. */
import type { CheckVerdict } from '../../lib/check/verdict.ts';
import { defaultCopying } from '../../lib/copy/copying.ts';
import type { Place } from '../../lib/places/place.ts';
import type { Desk } from '../../lib/state/desk.ts';
import type { TokenMark } from '../../lib/state/schemas.ts';
import { fingerprintOf } from '../../lib/token.ts';
import { account, daysAgo, deskOf, deskWith, fakeToken, galleryNow, mark, markOf, oldMark, token } from './desks.ts';
import { done, fivePlaces, goOn, operate, proofs, rotation, skip, tick } from './rotations.ts';
import type { GalleryState } from './states.ts';

const { key } = account();
const widgetId = '5f0c1c9e-7d5e-4a53-8b1e-3a2f6c7d8e90';
/** Tokens that can be told by their real fingerprints. */
const pastToken = fakeToken(32, 7);
export const pastMark: TokenMark = await realMarkOf(pastToken);
const realMark = await realMarkOf(token);

async function realMarkOf(secret: string): Promise<TokenMark> {
  return { ...markOf(secret, '0'), fingerprint: await fingerprintOf(secret) };
}

/** The account's token page with `changes` around the token. */
const around = (changes: Partial<Desk>): Desk => deskWith(account(), token, changes);

/** `places` as they are stored. */
export const listed = (places: readonly Place[]): Pick<Desk, 'places'> => ({
  places: { [key]: { places: [...places], order: { updatedAt: 1, ids: places.map(({ id }) => id) } } },
});

/** The token was checked `minutes` ago, and `verdict` said of it. */
export const checked = (verdict: CheckVerdict, minutes: number, of = mark): Partial<Desk> => {
  const at = galleryNow - minutes * 60_000;
  const result = { at, which: 'current', fingerprint: of.fingerprint, verdict } as const;
  return { checks: { [key]: { askedAt: null, last: at, result } }, widgetIds: { [key]: widgetId } };
};

/** The account with a token of `days` days, and the reminder's snooze. */
const aged = (days: number, snoozedUntil: number | null = null): Desk =>
  deskWith(account({ since: { at: daysAgo(days), how: 'created' } }), token, {
    ...listed(fivePlaces),
    reminders: {
      [key]: {
        ...{ days: 90, notify: false },
        snooze: snoozedUntil === null ? null : { until: snoozedUntil, fingerprint: mark.fingerprint },
      },
    },
  });

/** A clear is to come in `seconds`. */
export const clearingIn = (seconds: number, salt = 'b'.repeat(32)): Partial<Desk> => ({
  clearing: { seconds: 30, offered: true },
  pendingClear: {
    armedAt: galleryNow - (30 - seconds) * 1000,
    deadline: galleryNow + seconds * 1000,
    ...{ hash: 'a'.repeat(64), salt },
  },
});

const replacing = [operate, done(), tick(1), skip(5)] as const;
const open = (...[path, ...moments]: Parameters<typeof opened>) => around(opened(path, ...moments));
function opened(path: Parameters<typeof rotation>[0], ...moments: Parameters<typeof rotation>[2][]): Partial<Desk> {
  return { ...listed(fivePlaces), rotations: [rotation(path, fivePlaces, ...moments)] };
}

const rowStates: GalleryState[] = [
  { name: 'around-places', desk: around(listed(fivePlaces)) },
  { name: 'around-one-place', desk: around(listed(fivePlaces.slice(0, 1))) },
  { name: 'around-approaching', desk: aged(85) },
  { name: 'around-overdue', desk: aged(97) },
  { name: 'around-snoozed', desk: aged(97, new Date(2026, 4, 12).getTime()) },
  { name: 'around-accepted', desk: around(checked({ kind: 'accepted' }, 2)) },
  { name: 'around-refused', desk: around(checked({ kind: 'refused' }, 0)) },
  { name: 'around-cannot-tell', desk: around(checked({ kind: 'cannotTell', why: 'rateLimited' }, 1)) },
  { name: 'around-checked-long-ago', desk: around(checked({ kind: 'accepted' }, 130)) },
  { name: 'around-other-checked', desk: around(checked({ kind: 'accepted' }, 2, oldMark)) },
  { name: 'around-checking', desk: around({ checks: { [key]: { askedAt: galleryNow, last: null, result: null } } }) },
  {
    name: 'around-needs-widget',
    desk: around({ ...listed(fivePlaces), widgetOffers: [widgetId] }),
    start: { offer: 'widget' },
  },
  { name: 'around-needs-widget-unseen', desk: around(listed(fivePlaces)), start: { offer: 'widget' } },
  { name: 'around-preparing', desk: deskWith(account({ mark: oldMark }), token, opened('planned')) },
  { name: 'around-replacing', desk: open('planned', ...replacing) },
  { name: 'around-proving', desk: open('planned', ...replacing, tick(2), tick(3), tick(4), goOn) },
  { name: 'around-recording', desk: open('planned', ...replacing, tick(2), tick(3), tick(4), goOn, ...proofs, goOn) },
  {
    name: 'around-everything',
    desk: deskWith(account({ since: { at: daysAgo(97), how: 'seen' } }), token, {
      ...opened('planned', ...replacing),
      ...checked({ kind: 'cannotTell', why: 'widgetNotFound' }, 3),
      ...clearingIn(25),
    }),
    start: { said: { role: 'status', text: 'Copied' } },
  },
  { name: 'around-remembered', desk: deskOf(account(), listed(fivePlaces)) },
  {
    name: 'around-none',
    desk: deskOf(account({ mark: null }), opened('delete', operate, done(null), tick(1))),
  },
];

const clearingStates: GalleryState[] = [
  {
    name: 'clearing-offer',
    desk: around({}),
    start: { offer: 'clearing', said: { role: 'status', text: 'Copied' } },
  },
  { name: 'clearing-countdown', desk: around(clearingIn(25)), start: { said: { role: 'status', text: 'Copied' } } },
  { name: 'clearing-countdown-reopened', desk: around(clearingIn(8)) },
  { name: 'clearing-due', desk: around(clearingIn(0)) },
  { name: 'clearing-cleared', desk: around({ clearingNote: { what: 'cleared', at: galleryNow } }) },
  { name: 'clearing-left', desk: around({ clearingNote: { what: 'left', at: galleryNow } }) },
];

const template = {
  id: 'c'.repeat(32),
  name: 'Shop settings',
  text: '[snapengage]\ntoken = {{token}}\norg = {{orgId}}',
};
const copyAs = (format: string, changes: Partial<Desk> = {}): Desk =>
  around({ popupPage: 'copyAs', copying: { ...defaultCopying, format, system: 'linuxWayland' }, ...changes });

const copyAsStates: GalleryState[] = [
  { name: 'copy-as', desk: copyAs('token') },
  { name: 'copy-as-header', desk: copyAs('authorization') },
  { name: 'copy-as-curl', desk: copyAs('curlLogs') },
  { name: 'copy-as-no-widget', desk: copyAs('curlChat') },
  { name: 'copy-as-env', desk: copyAs('env', { widgetIds: { [key]: widgetId } }) },
  { name: 'copy-as-json', desk: copyAs('json'), start: { said: { role: 'status', text: 'Copied as: JSON' } } },
  { name: 'copy-as-template', desk: copyAs(`template:${template.id}`, { templates: [template] }) },
  { name: 'copy-as-store', desk: copyAs('store:github') },
  { name: 'copy-as-store-names', desk: copyAs('store:vault'), start: { isNaming: true } },
  { name: 'copy-as-store-long', desk: copyAs('store:onePassword', clearingIn(20)) },
  {
    name: 'copy-as-reading',
    desk: deskOf(account(), {
      ...{ popupPage: 'copyAs', reading: { step: 'finding', startedAt: galleryNow } },
    }),
  },
];

const compare = (pasted: string): Pick<GalleryState, 'desk' | 'start'> => ({
  desk: deskWith(account({ mark: realMark }), token, { popupPage: 'compare' }),
  start: { pasted },
});

const compareStates: GalleryState[] = [
  { name: 'compare', ...compare('') },
  { name: 'compare-current', ...compare(`x-api-key: ${token}`) },
  { name: 'compare-older', ...compare(pastToken) },
  { name: 'compare-unknown', ...compare(fakeToken(32, 11)) },
];

/** All of them, each name once. */
export const aroundStates: GalleryState[] = [...rowStates, ...clearingStates, ...copyAsStates, ...compareStates];
