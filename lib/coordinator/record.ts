/** Writing down what a page showed: accounts, the token in memory, and what it proves of an open intent. */
import { dashboardOrigin } from '../dashboard/urls.ts';
import type { Observation } from '../messages/reports.ts';
import { accountsItem, problemItem, secretsItem } from '../state/items.ts';
import type { Intent } from '../state/schemas.ts';
import { type Look, learn, markOf } from './accounts.ts';
import { verdict } from './evidence.ts';
import { rewriteLedger, settle, storedOpenIntent, updateIntent } from './ledger.ts';
import { withLock } from './lock.ts';

type TokenSight = Observation & { page: Look['page'] };

/** Whether `observation` is of the token page, with a token or without one. */
export function isTokenSight(observation: Observation): observation is TokenSight {
  return observation.page.kind === 'token' || observation.page.kind === 'none';
}

/**
 * Records `observation`, and settles the open intent if it proves its outcome. `fresh`: the page was loaded for
 * this look, after everything the intent did. Gives the intent it settled, or null.
 */
export async function recordSight(observation: TokenSight, fresh: boolean): Promise<Intent | null> {
  return withLock('accounts', async () => {
    const { page, asOf } = observation;
    const intent = await intentOf(page);
    const proven = intent && verdict(intent, await markOf(page), asOf, fresh);
    const ours = proven?.kind === 'done';
    const learned = await learn(await accountsItem.get(), {
      origin: dashboardOrigin,
      page,
      asOf,
      seenAt: Date.now(),
      ours,
    });
    if (learned.stale) return null;
    // The new token first: whatever ends this run, it must not be the only one who knew it.
    await storeSecret(learned.account.key, page, learned.formerKey);
    await accountsItem.set(learned.accounts);
    await problemItem.set(null);
    const { formerKey, account } = learned;
    if (formerKey)
      await rewriteLedger((each) => (each.account === formerKey ? { ...each, account: account.key } : each));
    return proven && intent ? updateIntent(intent.id, (each) => settle(each, proven, Date.now())) : null;
  });
}

async function storeSecret(key: string, page: Look['page'], formerKey: string | null): Promise<void> {
  const secrets = { ...(await secretsItem.get()) };
  if (formerKey) delete secrets[formerKey];
  if (page.kind === 'token') secrets[key] = { token: page.token };
  else delete secrets[key];
  await secretsItem.set(secrets);
}

/** The open intent, if the page is of its account as far as the page tells. */
async function intentOf(page: Look['page']): Promise<Intent | null> {
  const intent = await storedOpenIntent();
  if (!intent) return null;
  const account = (await accountsItem.get()).byKey[intent.account];
  const differs = (known: string | null | undefined, shown: string | null) =>
    !!known && shown !== null && known !== shown;
  return differs(account?.orgId, page.orgId) || differs(account?.label, page.label) ? null : intent;
}
