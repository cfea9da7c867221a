/** What stands around the account's token in the background's tests: places, wishes, and what becomes of them. */
import { vi } from 'vitest';
import {
  armStored,
  fire,
  settle,
  storedOpenIntent,
  updateIntent,
  type Wish,
} from '../../../../lib/coordinator/ledger.ts';
import { recordSight } from '../../../../lib/coordinator/record.ts';
import { beginRotation, rotate } from '../../../../lib/coordinator/rotations.ts';
import { withLock } from '../../../../lib/lock.ts';
import { newId } from '../../../../lib/new-id.ts';
import type { Place } from '../../../../lib/places/place.ts';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import {
  accountsItem,
  historyItem,
  ledgerItem,
  oldSecretsItem,
  placesItem,
  rotationsItem,
} from '../../../../lib/state/items.ts';
import type { Account, Intent } from '../../../../lib/state/schemas.ts';
import { idOf, place } from '../places/support.ts';
import { key, orgId, origin, token, tokenPage } from './background.ts';
import { markOfToken, noon, observationOf } from './stored.ts';

/** Another account of the same browser. */
export const otherOrgId = orgId.replace(/^7/, '8');
export const otherKey = `${origin}#${otherOrgId}`;

/** Lists `places` for the account with the key `of`, two unless others are given. */
export async function listPlaces(places: readonly Place[] = [place(1), place(2)], of = key): Promise<void> {
  const order = { ids: places.map(({ id }) => id), updatedAt: noon };
  await placesItem.set({ ...(await placesItem.get()), [of]: { places, order } });
}

/** Stores another account, with the token `shown`, beside the ones that are known. */
export async function knowOther(shown: string): Promise<void> {
  const { current, byKey } = await accountsItem.get();
  const [since, mark] = [{ at: noon - 1_000, how: 'seen' } as const, await markOfToken(shown)];
  const label = 'max@other.example';
  const other = { key: otherKey, origin, orgId: otherOrgId, label, mark, since, asOf: noon - 1_000, change: null };
  await accountsItem.set({ current, byKey: { ...byKey, [otherKey]: other } });
}

export const accountOf = async (of = key): Promise<Account | undefined> => (await accountsItem.get()).byKey[of];
/** The newest rotation of an account, as stored now. */
export const rotationOf = async (of = key): Promise<Rotation | undefined> =>
  (await rotationsItem.get()).findLast(({ account }) => account === of);
export const rotationCount = async (): Promise<number> => (await rotationsItem.get()).length;
/** The kinds of what is recorded of an account, oldest first. */
export const recorded = async (of = key): Promise<string[]> =>
  (await historyItem.get()).filter(({ account }) => account === of).map(({ event }) => event.kind);
export const oldToken = async (of = key): Promise<string | undefined> => (await oldSecretsItem.get())[of]?.token;

/** A wish for the account, as confirmed beside its token. */
export const wishFor = async (changes: Partial<Wish> = {}): Promise<Wish> => ({
  wish: newId(),
  after: (await ledgerItem.get()).at(-1)?.id ?? null,
  kind: 'regenerate',
  account: key,
  expected: (await accountOf(changes.account))?.mark ?? null,
  ...changes,
});

/** Arms a wish and gives its intent; fails the test where it is refused. */
export async function armed(changes: Partial<Wish> = {}): Promise<Intent> {
  const intent = await armStored(await wishFor(changes));
  if (!intent) throw new Error('Another intent is open.');
  return intent;
}

/** The open intent is sent to a page and fired there; null where there is none, or it was fired before. */
export async function sent(): Promise<Intent | null> {
  const id = (await storedOpenIntent())?.id ?? '';
  const document = newId();
  await updateIntent(id, (each) => (each.stage === 'armed' ? { ...each, tab: 7, document } : null));
  return updateIntent(id, (each) => fire(each, 7, document, Date.now()));
}

/** A wish is armed, sent to a page and fired there. */
export async function fired(changes: Partial<Wish> = {}): Promise<Intent> {
  await armed(changes);
  const intent = await sent();
  if (!intent) throw new Error('It does not fire.');
  return intent;
}

/** A page of the account is seen that shows `shown`, as of now; null: no token. */
export async function seen(shown: string | null, of = orgId): Promise<void> {
  const page = shown === null ? ({ kind: 'none', orgId: of, label: null } as const) : tokenOf(shown, of);
  await recordSight(observationOf(page, { asOf: Date.now() }), null);
}

function tokenOf(shown: string, of: string) {
  const page = tokenPage(shown, { orgId: of, label: of === orgId ? 'olivia@acme.example' : 'max@other.example' });
  if (page.kind !== 'token') throw new Error('No token page.');
  return page;
}

/** An operation is confirmed, fired, and seen to be done: the page shows `shown` from then on. */
export async function operated(shown: string | null, changes: Partial<Wish> = {}): Promise<Intent> {
  const intent = await fired({ kind: shown === null ? 'delete' : 'regenerate', ...changes });
  later(2_000);
  await seen(shown, changes.account === otherKey ? otherOrgId : orgId);
  return intent;
}

/** The intent ends without a change. */
export async function ended({ id }: Intent): Promise<void> {
  await updateIntent(id, (each) => settle(each, { kind: 'notDone', failure: 'refused' }, Date.now()));
}

/** Moves the clock on, and lets nothing run meanwhile. */
export function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** The account's first token is in memory, as a look has just found it there. */
export const remember = (): Promise<void> => seen(token);

/** Begins a rotation and gives it; fails the test where it is refused. */
export async function begun(path: Rotation['path'] = 'planned', of = key): Promise<Rotation> {
  await beginRotation(of, path);
  const rotation = await rotationOf(of);
  if (!rotation) throw new Error('None has begun.');
  return rotation;
}

/** Does `events` to the account's newest rotation; fails the test where one is refused. */
export async function led(...events: RotationEvent[]): Promise<void> {
  for (const event of events) {
    const before = await rotationOf();
    const rotation = await rotate(before?.id ?? '', event, before?.stage);
    if (!rotation) throw new Error(`Refused: ${event.type}`);
  }
}
export const tick = (n: number): RotationEvent => ({ type: 'tick', place: idOf(n) });

/** Holds `lock` while `work` begins, looks by `check` at what came of it by then, and lets go. */
export async function whileHeld(lock: string, work: () => Promise<unknown>, check: () => Promise<void>): Promise<void> {
  let release: () => void = () => undefined;
  const held = withLock(lock, () => new Promise<void>((resolve) => (release = resolve)));
  const done = work();
  await vi.advanceTimersByTimeAsync(1_000);
  await check();
  release();
  await Promise.all([held, done]);
}
