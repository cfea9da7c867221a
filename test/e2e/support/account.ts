/** What the extension has stored for the dashboard's account, put there and read behind its back. */
import type { Place } from '../../../lib/places/place.ts';
import type { Entry } from '../../../lib/record/entry.ts';
import type { Desk } from './desk.ts';
import { until } from './until.ts';

/** What a test says of a place; the rest is as in a place that was only named. */
export type PlaceWords = Pick<Place, 'name'> & Partial<Place>;

/** The key of the dashboard's account. */
export function accountKey({ dashboard }: Desk): string {
  return `${dashboard.origin}#${dashboard.account.orgId}`;
}

/** Stores `places` as the account's, in that order; gives them as they are stored. */
export async function storePlaces(desk: Desk, places: readonly PlaceWords[]): Promise<Place[]> {
  const whole = places.map(wholePlace);
  const order = { ids: whole.map(({ id }) => id), updatedAt: 1 };
  await store(desk, 'local', { places: { [accountKey(desk)]: { places: whole, order } } });
  return whole;
}

function wholePlace(words: PlaceWords, index: number): Place {
  return {
    id: String(index + 1).padStart(32, '0'),
    ...{ system: '', link: null, contact: '', api: 'other', format: 'token', note: '', updatedAt: 1, archived: false },
    ...words,
  };
}

/** The account's places as they are stored, in their order. */
export async function placesOf(desk: Desk): Promise<readonly Place[]> {
  const { places = {} } = (await stored(desk, 'local')) as { places?: Record<string, { places: Place[] }> };
  return places[accountKey(desk)]?.places ?? [];
}

/** What is on record, oldest first. */
export async function recorded(desk: Desk): Promise<readonly Entry[]> {
  const { history = [] } = (await stored(desk, 'local')) as { history?: Entry[] };
  return history;
}

/** Stores the widget that checks of the account ask about. */
export async function storeWidget(desk: Desk, widgetId = desk.dashboard.account.widgetId): Promise<void> {
  await store(desk, 'local', { widgetIds: { [accountKey(desk)]: widgetId } });
}

/** Forgets when SnapEngage was asked last, so that the next check need not wait, and what it said. */
export async function forgetChecks(desk: Desk): Promise<void> {
  await store(desk, 'session', { checks: {} });
}

/** Everything in one area of the storage; the worker is not woken for it. */
export async function stored(desk: Desk, area: 'local' | 'session' | 'sync'): Promise<Record<string, unknown>> {
  return (await desk.worker.backstage.evaluate(`chrome.storage.${area}.get(null)`)) as Record<string, unknown>;
}

/** How many tabs the extension takes for its own to close. */
export async function ownTabs(desk: Desk): Promise<number> {
  const { ownTabs: own = [] } = (await stored(desk, 'session')) as { ownTabs?: number[] };
  return own.length;
}

/** Waits until the extension reads nothing any more: once it shows the token, it has still to write what it has read. */
export async function readIsOver(desk: Desk): Promise<void> {
  await until('the read to be over', async () => {
    const { reading = null } = (await stored(desk, 'session')) as { reading?: unknown };
    return reading === null && (await ownTabs(desk)) === 0;
  });
}

/** Puts `values` into one area of the storage; the worker hears of it. */
export async function store(desk: Desk, area: 'local' | 'session' | 'sync', values: object): Promise<void> {
  await desk.worker.backstage.evaluate(`chrome.storage.${area}.set(${JSON.stringify(values)})`);
}
