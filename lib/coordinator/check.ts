/** Asking SnapEngage whether a token is accepted, at a gentle pace, and writing down what it said. */
import { hasAccess, hasCheckConsent } from '../access.ts';
import type { CheckResult } from '../check/check.ts';
import { mayCheck } from '../check/pace.ts';
import { type CheckVerdict, cannotTell } from '../check/verdict.ts';
import { checkToken } from '../check/visitor-chat.ts';
import { withLock } from '../lock.ts';
import { newestProof } from '../rotation/proof.ts';
import { changesOf, type Rotation } from '../rotation/rotation.ts';
import { noCheck } from '../state/around.ts';
import { changeForAccount, changeStored } from '../state/change.ts';
import { accountsItem, checksItem, oldSecretsItem, rotationsItem, secretsItem, widgetIdsItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import type { Checking, TokenMark } from '../state/schemas.ts';
import { markOfToken, sameMark } from '../token.ts';
import { note } from './history.ts';
import { readAfresh } from './read.ts';
import { rotate } from './rotations.ts';
import { delay } from './tabs.ts';

/** Checks the current token of `account`; a token that is not in memory is read first. */
export async function checkCurrent(account: string): Promise<void> {
  await underWay(account, async () => {
    if (!own(await secretsItem.get(), account)) await readAfresh();
    const token = own(await secretsItem.get(), account)?.token;
    // Of just this token: what is known of the account may be a step ahead of it, or behind.
    if (token !== undefined) await ask({ account, which: 'current', mark: await markOfToken(token), token });
  });
}

/** Checks both tokens of the rotation `id`, as far as they are in memory, and adds what was said to its proofs. */
export async function prove(id: string): Promise<void> {
  const rotation = (await rotationsItem.get()).find((each) => each.id === id);
  if (!rotation) return;
  await underWay(rotation.account, async () => {
    if (rotation.to && !own(await secretsItem.get(), rotation.account)) await readAfresh();
    await proveOld(rotation);
    await proveNew(rotation);
  });
}

/**
 * Checks the replaced token as soon as it has been replaced: later it may be in memory no more. Only where checks are
 * set up, and where none was made of it since.
 */
export async function proveSoon(rotation: Rotation): Promise<void> {
  const { account } = rotation;
  if (!own(await widgetIdsItem.get(), account) || newestProof(rotation, 'old')) return;
  await underWay(account, () => proveOld(rotation));
}

/**
 * Asks about replaced tokens where a worker has died before it had an answer, as long as they are in memory. Run at each
 * start.
 */
export async function proveLeft(): Promise<void> {
  const secrets = await oldSecretsItem.get();
  const isLeft = ({ stage, downSince, account }: Rotation) =>
    stage !== 'closed' && downSince !== null && own(secrets, account) !== null;
  await Promise.all((await rotationsItem.get()).filter(isLeft).map(proveSoon));
}

async function proveOld(rotation: Rotation): Promise<void> {
  const { account, from } = rotation;
  const old = own(await oldSecretsItem.get(), account);
  if (old?.fingerprint === from.fingerprint) await proveBy(rotation, 'old', from, old.token);
}

async function proveNew(rotation: Rotation): Promise<void> {
  const { account, to } = rotation;
  const token = own(await secretsItem.get(), account)?.token;
  if (to && token !== undefined && sameMark(await markOfToken(token), to)) await proveBy(rotation, 'new', to, token);
}

async function proveBy(rotation: Rotation, which: 'new' | 'old', mark: TokenMark, token: string): Promise<void> {
  const { id, account } = rotation;
  const verdict = await ask({ account, which: which === 'new' ? 'current' : 'old', mark, token });
  const { fingerprint } = mark;
  await rotate(id, { type: 'proved', which, fingerprint, verdict, change: changesOf(rotation).length });
}

/** Shows that a check of `account` is under way while `work` runs; a second one meanwhile is the same one. */
async function underWay(account: string, work: () => Promise<void>): Promise<void> {
  const askedAt = Date.now();
  let isFirst = false;
  await changeChecking(account, (checking) => {
    isFirst = checking.askedAt === null;
    return isFirst ? { ...checking, askedAt } : checking;
  });
  if (!isFirst) return;
  try {
    await work();
  } finally {
    // By when it began: the account may be called otherwise by now.
    await endChecks((each) => each === askedAt);
  }
}

/** A check that a dead worker left behind is under way no more. Run at each start. */
export async function endLeftChecks(): Promise<void> {
  await endChecks((askedAt) => askedAt !== null);
}

async function endChecks(isOver: (askedAt: number | null) => boolean): Promise<void> {
  await changeStored(checksItem, (all) => {
    const over = Object.entries(all).filter(([, { askedAt }]) => isOver(askedAt));
    if (over.length === 0) return all;
    return { ...all, ...Object.fromEntries(over.map(([key, checking]) => [key, { ...checking, askedAt: null }])) };
  });
}

interface Question {
  account: string;
  which: CheckResult['which'];
  mark: TokenMark;
  token: string;
}

async function ask({ account, which, mark, token }: Question): Promise<CheckVerdict> {
  return withLock('check', async () => {
    await keepPace();
    // Where everything was erased meanwhile, nothing of it is to be written again.
    if (!(await isKnown(account))) return cannotTell('unexpected');
    await changeChecking(account, (checking) => ({ ...checking, last: Date.now() }));
    const verdict = await verdictOn(account, token);
    if (!(await isKnown(account))) return verdict;
    const { fingerprint } = mark;
    await changeChecking(account, (checking) => ({
      ...checking,
      result: { at: Date.now(), which, fingerprint, verdict },
    }));
    const why = verdict.kind === 'cannotTell' ? verdict.why : null;
    await note(account, { kind: 'checked', which, mark, verdict: verdict.kind, why });
    return verdict;
  });
}

async function isKnown(account: string): Promise<boolean> {
  return own((await accountsItem.get()).byKey, account) !== null;
}

async function keepPace(): Promise<void> {
  const lasts = Object.values(await checksItem.get()).map(({ last }) => last ?? 0);
  const may = mayCheck(lasts.length > 0 ? Math.max(...lasts) : null, Date.now());
  if (!may.ok) await delay(may.waitMs);
}

async function verdictOn(account: string, token: string): Promise<CheckVerdict> {
  const origin = own((await accountsItem.get()).byKey, account)?.origin;
  if (!origin) return cannotTell('unexpected');
  // Without these the browser lets nothing through, which would look like no network.
  if (!((await hasAccess()) && (await hasCheckConsent()))) return cannotTell('notAllowed');
  const widgetId = own(await widgetIdsItem.get(), account);
  return checkToken({ token, origin, widgetId, fetch: (...args) => fetch(...args) });
}

async function changeChecking(account: string, change: (checking: Checking) => Checking): Promise<void> {
  await changeForAccount(checksItem, account, noCheck, change);
}
