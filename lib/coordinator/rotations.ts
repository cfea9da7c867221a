/**
 * Rotations as they are stored: begun, moved on by the person, and brought in step with what happens to the token.
 * All of it under the ledger's lock: an operation is tied to its rotation in the same go as it is armed.
 */
import { withLock } from '../lock.ts';
import { noPlaces } from '../places/merge.ts';
import type { Place } from '../places/place.ts';
import { begin, keep, type Start } from '../rotation/begin.ts';
import { isRefused, type RotationEvent, refuse, type Step } from '../rotation/events.ts';
import { whatFollows } from '../rotation/resume.ts';
import { changesOf, currentMark, openRotation, type Rotation } from '../rotation/rotation.ts';
import { step } from '../rotation/steps.ts';
import { activePlaces } from '../state/around.ts';
import { changeStored } from '../state/change.ts';
import { tokenFinder } from '../state/held-tokens.ts';
import { accountsItem, ledgerItem, oldSecretsItem, placesItem, popupPageItem, rotationsItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import type { Account, Accounts, Change, TokenMark } from '../state/schemas.ts';
import type { Wish } from './ledger.ts';
import { noteRotation } from './rotation-record.ts';

/** No rotation has more to catch up with than this. */
const mostFollowing = 20;

/** Begins a rotation for `account` on `path`, if none is open and there is a token to replace. */
export async function beginRotation(account: string, path: Start['path']): Promise<void> {
  await withAccounts(async () => {
    const known = own((await accountsItem.get()).byKey, account);
    if (known) await store(startedFor(await rotationsItem.get(), known, path, await placesOf(account)));
  });
}

/**
 * Applies what is done to the rotation `id`; gives the rotation as it is then, or null where it was refused. `seen`: the
 * stage in which a person did it. A step to the next stage counts there only: asked once more, by who got no answer, it
 * would go one too far.
 */
export async function rotate(
  id: string,
  event: RotationEvent,
  seen: Rotation['stage'] | null = null,
): Promise<Rotation | null> {
  return withLock('ledger', async () => {
    const rotation = (await rotationsItem.get()).find((each) => each.id === id);
    if (!rotation) return null;
    if ((event.type === 'goOn' || event.type === 'goBack') && seen !== rotation.stage) return null;
    // A reason is kept on disk; the popup has refused already what looks like a token.
    if ('reason' in event && (await tokenFinder())(event.reason)) return null;
    const after = step(rotation, event, Date.now());
    return store(after, rotation, event);
  });
}

/**
 * Ties the operation of `wish` to its account's rotation, before it is armed. Where none is open and places are listed,
 * one begins with it: the list comes after. To be called under the ledger's lock.
 */
export async function tieToRotation({ wish, kind, account }: Wish): Promise<void> {
  const rotations = await rotationsItem.get();
  const known = own((await accountsItem.get()).byKey, account);
  const open =
    openRotation(rotations, account) ?? (known && kind !== 'generate' ? await begunWith(rotations, known, kind) : null);
  if (open) await store(step(open, { type: 'operate', wish }, Date.now()), open);
}

async function begunWith(
  rotations: Rotation[],
  known: Account,
  kind: 'regenerate' | 'delete',
): Promise<Rotation | null> {
  const places = await placesOf(known.key);
  if (activePlaces(places).length === 0) return null;
  return store(startedFor(rotations, known, kind === 'delete' ? 'delete' : 'emergency', places));
}

/**
 * Brings all open rotations in step with the ledger, the accounts and the places, and begins one where somebody else
 * has changed a token that places are listed for. Says which of them have just seen their token go.
 */
export async function followRotations(): Promise<Rotation[]> {
  return withAccounts(async () => {
    const [accounts, places, before] = await Promise.all([accountsItem.get(), placesItem.get(), rotationsItem.get()]);
    const alreadyGone = new Set(before.filter(({ downSince }) => downSince !== null).map(({ id }) => id));
    await beginForChanges(accounts, before);
    const gone: Rotation[] = [];
    for (const rotation of (await rotationsItem.get()).filter(({ stage }) => stage !== 'closed')) {
      const account = own(accounts.byKey, rotation.account);
      // An account that is not known just now says nothing of its places either.
      const after = account ? await follow(rotation, account, own(places, account.key)?.places) : rotation;
      if (after.downSince !== null && !alreadyGone.has(after.id)) gone.push(after);
    }
    return gone;
  });
}

/** Runs `work` while nobody renames an account and nothing happens to the ledger; the locks are always taken in this order. */
async function withAccounts<T>(work: () => Promise<T>): Promise<T> {
  return withLock('accounts', () => withLock('ledger', work));
}

async function follow(
  rotation: Rotation,
  account: Account,
  places: readonly Place[] = noPlaces.places,
): Promise<Rotation> {
  const ledger = await ledgerItem.get();
  let current = rotation;
  for (let turn = 0; turn < mostFollowing; turn += 1) {
    const event = whatFollows(current, ledger, account);
    const after = event && (await store(step(current, event, Date.now()), current, event));
    if (!after) break;
    current = after;
  }
  const listed = step(current, { type: 'places', places }, Date.now());
  const isNew = !isRefused(listed) && JSON.stringify(listed) !== JSON.stringify(current);
  return (isNew ? await store(listed, current) : null) ?? current;
}

/** A change by others is the beginning of a rotation, once, where it is known what it has broken. */
async function beginForChanges({ byKey }: Accounts, rotations: Rotation[]): Promise<void> {
  for (const account of Object.values(byKey)) {
    const { key, change } = account;
    if (!change || openRotation(rotations, key) || rotations.some((each) => isFor(each, account))) continue;
    const places = await placesOf(key);
    if (activePlaces(places).length > 0) await store(startedFor(rotations, account, 'byHand', places));
  }
}

/** A rotation that had this change: another one would have the person do everything twice. */
function isFor({ account, downSince, overtaken }: Rotation, { key, change }: Account): boolean {
  const times = [downSince, ...overtaken.map(({ at }) => at)];
  return account === key && change !== null && times.includes(change.noticedAt);
}

function startedFor(
  rotations: readonly Rotation[],
  account: Account,
  path: Start['path'],
  places: readonly Place[],
): Step {
  const { key, mark } = account;
  if (path !== 'byHand')
    return mark ? begin(rotations, { account: key, places, path, from: mark }, Date.now()) : refuse('nothingReplaced');
  const change = lastChangeOf(rotations, account);
  return change ? begin(rotations, { account: key, places, path, change }, Date.now()) : refuse('nothingReplaced');
}

/**
 * Changes by others that nobody dismisses are told as one. Where a rotation was closed for the first of them, what it
 * brought to the places is what the last of them has replaced.
 */
function lastChangeOf(rotations: readonly Rotation[], { key, change }: Account): Change | null {
  const last = rotations.findLast(({ account, downSince }) => account === key && downSince !== null);
  const at = last && changesOf(last).at(-1)?.at;
  if (!last || at === undefined || !change || at < change.lastSeenAt || at >= change.noticedAt) return change;
  return { ...change, from: currentMark(last), lastSeenAt: at };
}

async function placesOf(account: string): Promise<readonly Place[]> {
  return (own(await placesItem.get(), account) ?? noPlaces).places;
}

/** Stores `after`, and records what is new against `before`; null where the step was refused. */
async function store(after: Step, before: Rotation | null = null, event?: RotationEvent): Promise<Rotation | null> {
  if (isRefused(after)) return null;
  await rotationsItem.set(keep(await rotationsItem.get(), after));
  await noteRotation(before, after, event);
  // Its page has nothing more to show: the next popup is for the token again.
  if (after.stage === 'closed') await changeStored(popupPageItem, (page) => (page === 'rotation' ? 'token' : page));
  return after;
}

/** The replaced token that is still of use for the account with `key`: of its open rotation, or of one that is to begin. */
export function neededToken(rotations: readonly Rotation[], key: string, account: Account | null): TokenMark | null {
  const open = openRotation(rotations, key);
  if (open) return open.from;
  if (!account?.change || rotations.some((each) => isFor(each, account))) return null;
  return account.change.from;
}

/** Forgets replaced tokens that no open rotation and no change by others needs any more. */
export async function forgetOldSecrets(): Promise<void> {
  // Looks are recorded under this lock: one that has just put a replaced token aside is not at its end yet.
  await withLock('accounts', async () => {
    const [secrets, rotations, { byKey }] = await Promise.all([
      oldSecretsItem.get(),
      rotationsItem.get(),
      accountsItem.get(),
    ]);
    const isNeeded = (key: string) => neededToken(rotations, key, own(byKey, key)) !== null;
    const kept = Object.entries(secrets).filter(([key]) => isNeeded(key));
    if (kept.length < Object.keys(secrets).length) await oldSecretsItem.set(Object.fromEntries(kept));
  });
}
