/** What the popup may ask for, and what then happens. Nothing is replied: it all comes back as state. */
import { appUrl, signInUrl } from '../dashboard/urls.ts';
import type { Request } from '../messages/requests.ts';
import { changeStored } from '../state/change.ts';
import { currentAccount, noticeId, passing, shownOf } from '../state/desk.ts';
import { accountsItem, awaitingSignInItem, clearingNoteItem, problemItem, readingItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import { acknowledgeSetAside } from '../state/set-aside.ts';
import { loadDesk } from '../state/store.ts';
import { endLeftChecks, proveLeft } from './check.ts';
import { clearDue } from './clear.ts';
import { leave } from './follow.ts';
import { ensureScript } from './inject.ts';
import { rewriteLedger, settle, storedOpenIntent, updateIntent } from './ledger.ts';
import { readingResumeLimit } from './limits.ts';
import { recover, start } from './operate.ts';
import { reachTokenPage } from './reach.ts';
import { cancelReading, readAfresh, refresh, tokenPageUrl } from './read.ts';
import { reconcile } from './reconcile.ts';
import { serve } from './serve.ts';
import { syncPlaces } from './sync.ts';
import { dashboardTabs, giveAway, navigate, openForPerson, showTab } from './tabs.ts';

/** Carries out `request`; resolves when that is done. Calls `onStored` once a wish is in the ledger. */
export async function handleRequest(request: Request, onStored?: () => void): Promise<void> {
  switch (request.type) {
    case 'opened':
      return opened();
    case 'stayAwake':
      return;
    case 'read':
      await readAfresh();
      return;
    case 'cancelReading':
      return cancelReading();
    case 'start': {
      const { type: _, ...wish } = request;
      return start(wish, onStored);
    }
    case 'lookAgain':
      return recover(true);
    case 'leaveUnknown':
      return leaveUnknown();
    case 'showPage':
      return showPage();
    case 'signIn':
      await awaitingSignInItem.set(true);
      await openForPerson(signInUrl);
      return;
    case 'openDashboard':
      await openForPerson((await problemItem.get())?.failure === 'notOwner' ? appUrl : await tokenPageUrl());
      return;
    case 'refreshPage':
      return refreshPages();
    case 'dismiss':
      return dismiss(request.notice);
    default:
      return serve(request);
  }
}

async function opened(): Promise<void> {
  void recover(false);
  if (await storedOpenIntent()) return;
  if (await refresh()) return;
  const account = currentAccount(await accountsItem.get());
  const problem = await problemItem.get();
  if (problem && !passing.has(problem.failure) && problem.failure !== 'noAccess') return;
  if (account === null) await readAfresh();
  else await problemItem.set(null);
}

/** The person waits no longer for an outcome that is in doubt: it stays unknown. */
async function leaveUnknown(): Promise<void> {
  const intent = await storedOpenIntent();
  if (!intent) return;
  const outcome = { kind: 'notDone', failure: 'unknownOutcome' } as const;
  const left = await updateIntent(intent.id, (each) => (each.doubt ? settle(each, outcome, Date.now()) : null));
  if (left && left.tab !== null) await leave(left.id, left.tab);
}

/** Brings the page that works on the open intent to the front, and leaves it to the person from then on. */
async function showPage(): Promise<void> {
  const tab = (await storedOpenIntent())?.tab ?? null;
  if (tab !== null && (await showTab(tab))) return giveAway(tab);
  const shown = await openForPerson(await tokenPageUrl());
  // The way to a page that cannot be read is not remembered: the menu leads the person there.
  if (shown !== null && (await problemItem.get())?.failure === 'unreadable')
    await reachTokenPage(shown, () => undefined, never);
}

/** A person's tab is led to the token page without being called back. */
const never = new AbortController().signal;

/** Loads dashboard pages anew in which no script of ours can live any more. */
async function refreshPages(): Promise<void> {
  for (const { id, url } of await dashboardTabs()) {
    // By its address, not by a reload: that could send again what the page was the answer to.
    if (!(await ensureScript(id))) await navigate(id, url);
  }
  await problemItem.set(null);
  await readAfresh();
}

/** Dismisses what is said now if it is what was read, and nothing that was not said yet: a double click is two requests. */
async function dismiss(read: string): Promise<void> {
  const { notice } = shownOf(await loadDesk());
  if (!notice || noticeId(notice) !== read) return;
  switch (notice.name) {
    case 'changedElsewhere':
      return dismissChange(notice.account, notice.change.noticedAt);
    case 'setAside':
      return acknowledgeSetAside();
    case 'clipboard':
      return clearingNoteItem.set(null);
    case 'done':
    case 'notDone':
      await rewriteLedger((intent) => (intent.id === notice.intent ? { ...intent, seen: true } : intent));
  }
}

/** Dismisses that change alone: whoever holds the lock until then may be about to notice another. */
async function dismissChange(key: string, noticedAt: number): Promise<void> {
  await changeStored(accountsItem, (accounts) => {
    const account = own(accounts.byKey, key);
    if (account?.change?.noticedAt !== noticedAt) return accounts;
    return { ...accounts, byKey: { ...accounts.byKey, [key]: { ...account, change: null } } };
  });
}

/** At each start of the worker: takes up what its former life left behind. */
export async function takeUp(): Promise<void> {
  await endLeftChecks().catch(() => undefined);
  void clearDue();
  void reconcile();
  void proveLeft();
  void syncPlaces();
  await recover(false);
  const reading = await readingItem.get();
  if (!reading) return;
  if (Date.now() - reading.startedAt < readingResumeLimit) await readAfresh();
  else await readingItem.set(null);
}
