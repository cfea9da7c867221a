/** One operation, from the person's confirm to the command in the page. What comes after arrives as reports. */
import { browser } from '../browser.ts';
import type { FailureCode } from '../failures.ts';
import { type Observation, operateReplySchema } from '../messages/reports.ts';
import { accountsItem, ownTabsItem } from '../state/items.ts';
import type { Intent } from '../state/schemas.ts';
import { markOf, sameMark } from './accounts.ts';
import { follow, settleNotDone } from './follow.ts';
import { armStored, storedOpenIntent, updateIntent, type Wish } from './ledger.ts';
import { openTokenPage, reachAndRemember } from './read.ts';
import { isTokenSight, recordSight } from './record.ts';
import { closeOwnTab, command, dashboardTabs, look, reloadTab } from './tabs.ts';

/** Name of the alarm that looks after an open intent should nothing else wake the worker. */
export const recoveryAlarm = 'recover';

/** Intents this life of the worker is bringing to the page; any other armed one was left behind by a dead worker. */
const onTheWay = new Set<string>();

/**
 * Brings an open intent to its end, or to a state that says what is missing. Run at each start of the worker, at
 * each opening of the popup, and by alarm; `again`: also where the outcome is in doubt and somebody has to sign in
 * or look first.
 */
export async function recover(again: boolean): Promise<void> {
  const intent = await storedOpenIntent();
  if (!intent) {
    await browser.alarms.clear(recoveryAlarm);
    return;
  }
  const waits = intent.doubt !== null && intent.doubt !== 'timedOut' && !again;
  if (!waits && !onTheWay.has(intent.id)) await follow(intent.id);
}

/** Starts the operation of `wish`, unless another is open: then the open one stays what the popup shows. */
export async function start(wish: Wish): Promise<void> {
  const intent = await armStored(wish);
  if (!intent) return;
  onTheWay.add(intent.id);
  void browser.alarms.create(recoveryAlarm, { delayInMinutes: 0.5, periodInMinutes: 0.5 });
  try {
    await bringToPage(intent);
  } catch {
    await end(intent, 'interrupted');
  } finally {
    onTheWay.delete(intent.id);
  }
  await follow(intent.id);
}

/** Reaches a fresh token page, compares, and hands the intent to its document. Each step is stored before it counts. */
async function bringToPage(intent: Intent): Promise<void> {
  const page = await freshTokenPage();
  if (!page.ok) return end(intent, page.failure);
  const { tab, observation } = page;
  await updateIntent(intent.id, (each) => ({ ...each, step: 'reading', tab }));
  if (isTokenSight(observation)) {
    await recordSight(observation, true);
    if (!sameMark(await markOf(observation.page), intent.expected)) return end(intent, 'changedElsewhere', tab);
  }
  const sent = await updateIntent(intent.id, (each) => ({ ...each, document: observation.document }));
  if (!sent) return;
  const account = (await accountsItem.get()).byKey[sent.account];
  await command(
    tab,
    {
      type: 'operate',
      document: observation.document,
      intent: intent.id,
      kind: intent.kind,
      expected: intent.expected?.fingerprint ?? null,
      orgId: account?.orgId ?? null,
      label: account?.label ?? null,
    },
    operateReplySchema,
  );
}

type FreshPage = { ok: true; tab: number; observation: Observation } | { ok: false; failure: FailureCode };

/** A token page loaded just now: the one the person has open, loaded anew, or an inactive tab of ours. */
async function freshTokenPage(): Promise<FreshPage> {
  const open = await openTokenPageOfPerson();
  if (open !== null && (await reloadTab(open.tab))) return reachFresh(open.tab, open.document);
  const tab = await openTokenPage();
  return tab === null ? { ok: false, failure: 'timedOut' } : reachFresh(tab, null);
}

async function reachFresh(tab: number, former: string | null): Promise<FreshPage> {
  if (former) await documentGone(tab, former);
  const reached = await reachAndRemember(tab, () => undefined, new AbortController().signal);
  if (reached.ok) return { ok: true, tab, observation: reached.observation };
  await closeOwnTab(tab);
  return { ok: false, failure: reached.problem.failure };
}

/** Waits (bounded) until the document that was there before a reload is gone. */
async function documentGone(tab: number, former: string): Promise<void> {
  for (let tries = 0; tries < 40 && (await look(tab))?.document === former; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function openTokenPageOfPerson(): Promise<{ tab: number; document: string } | null> {
  const own = await ownTabsItem.get();
  for (const { id: tab } of await dashboardTabs()) {
    if (own.includes(tab)) continue;
    const seen = await look(tab);
    if (seen && isTokenSight(seen)) return { tab, document: seen.document };
  }
  return null;
}

async function end(intent: Intent, failure: FailureCode, tab: number | null = null): Promise<void> {
  await settleNotDone(intent.id, failure);
  if (tab !== null) await closeOwnTab(tab);
}
