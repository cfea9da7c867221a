/** Writing down what a page showed: accounts, the token in memory, and what it proves of an open intent. */
import { clockTolerance } from '../clock.ts';
import { dashboardOrigin } from '../dashboard/urls.ts';
import { withLock } from '../lock.ts';
import type { Observation } from '../messages/reports.ts';
import { changeStored } from '../state/change.ts';
import {
  accountsItem,
  ledgerItem,
  oldSecretsItem,
  problemItem,
  rotationsItem,
  secretsItem,
  widgetOffersItem,
} from '../state/items.ts';
import { own } from '../state/own.ts';
import type { Accounts, Intent } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { type Learned, type Look, learn, markOf, withinBounds } from './accounts.ts';
import { verdict } from './evidence.ts';
import { settle, storedOpenIntent, updateIntent } from './ledger.ts';
import { renameAccount } from './rename.ts';
import { neededToken } from './rotations.ts';

/** An observation of the token page. */
export type TokenSight = Observation & { page: Look['page'] };

/** Whether `observation` is of the token page, with a token or without one. */
export function isTokenSight(observation: Observation): observation is TokenSight {
  return observation.page.kind === 'token' || observation.page.kind === 'none';
}

/**
 * Records `observation`, and settles the open intent if it proves its outcome. `requestedAt` (epoch ms): when the
 * page was asked for, if it was loaded for this look; else null. Gives the intent it settled, or null.
 */
export async function recordSight(observation: TokenSight, requestedAt: number | null): Promise<Intent | null> {
  return withLock('accounts', async () => {
    const { page } = observation;
    const now = Date.now();
    const asOf = Math.min(observation.asOf, now);
    const intent = await intentOf(page);
    const proven =
      intent && isDated(observation, requestedAt) ? verdict(intent, await markOf(page), asOf, requestedAt) : null;
    const ours = proven?.kind === 'done';
    const before = await accountsItem.get();
    const learned = await learn(before, {
      origin: dashboardOrigin,
      page,
      asOf,
      seenAt: now,
      ours,
      intent,
      left: await newestSettled(),
    });
    if (learned.stale) return null;
    const accounts = withinBounds(learned.accounts, (await storedOpenIntent())?.account ?? null);
    // The new token first: whatever ends this run, it must not be the only one who knew it.
    const { formerKey, account } = learned;
    await keepOldSecret(formerKey ?? account.key, page);
    await storeSecret(account.key, page, accounts);
    if (formerKey) await renameAccount(formerKey, account.key);
    await accountsItem.set(accounts);
    await forgetOffers(before.current, learned);
    await problemItem.set(null);
    if (!proven || !intent) return null;
    // The page may have named the account anew with the change: what proves the intent is what it is of.
    const settled = (each: Intent) => ({ ...settle(each, proven, Date.now()), account: account.key });
    return updateIntent(intent.id, settled);
  });
}

/** The newest intent, unless it is open. */
async function newestSettled(): Promise<Intent | null> {
  const newest = (await ledgerItem.get()).at(-1);
  return newest?.stage === 'settled' ? newest : null;
}

/** Forgets the widgets that pages have shown where `former` was the current account until now: they are not those of this one. */
async function forgetOffers(former: string | null, { accounts, formerKey }: Learned): Promise<void> {
  if (former === null || former === accounts.current || former === formerKey) return;
  // Where they stay, a widget is offered that SnapEngage does not know: nothing that a sight may be lost for.
  await changeStored(widgetOffersItem, () => []).catch(() => undefined);
}

/** False: a clock that was ahead then and is corrected now said so. It may be older than a press that it seems to follow. */
function isDated({ asOf }: Observation, requestedAt: number | null): boolean {
  return asOf <= Date.now() + clockTolerance && (requestedAt ?? 0) <= Date.now();
}

/** Keeps the token that was in memory and is not the page's any more, unless an earlier one is still what is needed. */
async function keepOldSecret(key: string, page: Look['page']): Promise<void> {
  const known = own(await secretsItem.get(), key);
  if (!known || (page.kind === 'token' && page.token === known.token)) return;
  const fingerprint = await fingerprintOf(known.token);
  const account = own((await accountsItem.get()).byKey, key);
  const needed = neededToken(await rotationsItem.get(), key, account);
  if (needed && needed.fingerprint !== fingerprint) return;
  await oldSecretsItem.set({ ...(await oldSecretsItem.get()), [key]: { ...known, fingerprint } });
}

/** Keeps the token that `page` shows, and of the others those of `accounts`. */
async function storeSecret(key: string, page: Look['page'], { byKey }: Accounts): Promise<void> {
  const known = Object.entries(await secretsItem.get()).filter(([each]) => Object.hasOwn(byKey, each));
  const secrets = Object.fromEntries(known);
  if (page.kind === 'token') secrets[key] = { token: page.token };
  else delete secrets[key];
  await secretsItem.set(secrets);
}

/** The open intent, if the page is of its account as far as the page tells. */
export async function intentOf(page: Look['page']): Promise<Intent | null> {
  const intent = await storedOpenIntent();
  if (!intent) return null;
  const account = (await accountsItem.get()).byKey[intent.account];
  if (account?.orgId && page.orgId) return account.orgId === page.orgId ? intent : null;
  const differs = (known: string | null | undefined, shown: string | null) =>
    !!known && shown !== null && known !== shown;
  return differs(account?.label, page.label) ? null : intent;
}
