/**
 * Following an intent to its end once it was sent to a page (ARCHITECTURE, Operations): ask the document it was sent
 * to, else read the page afresh. Only evidence is reported, and nothing is ever pressed here.
 */
import type { FailureCode } from '../failures.ts';
import type { Observation, Progress } from '../messages/reports.ts';
import { ledgerItem, ownTabsItem } from '../state/items.ts';
import type { Intent } from '../state/schemas.ts';
import { sameMark } from '../token.ts';
import { markOf } from './accounts.ts';
import { broughtBack, verdictAt } from './evidence.ts';
import { settle, updateIntent } from './ledger.ts';
import { aliveEvery, longestVerdictWait, mostReads, operationLimit, silentLimit } from './limits.ts';
import { readAfresh, steadySight } from './read.ts';
import { intentOf, isTokenSight, recordSight } from './record.ts';
import { closeOwnTab, delay, isBehind, look, recall, tabState } from './tabs.ts';

const following = new Map<string, Promise<void>>();

/** Follows the open intent `id` until it is settled or in doubt. Callers at the same time share one run. */
export function follow(id: string): Promise<void> {
  const running = following.get(id);
  if (running !== undefined) return running;
  const run = followNow(id).finally(() => following.delete(id));
  following.set(id, run);
  return run;
}

async function followNow(id: string): Promise<void> {
  let tab: number | null = null;
  const dated = async () => {
    await updateIntent(id, (each) => broughtBack(each, Date.now()));
    return openById(id);
  };
  for (let intent = await dated(); intent; intent = await dated()) {
    tab = intent.tab ?? tab;
    if (!(await askDocument(intent))) break;
    await delay(aliveEvery);
  }
  if (tab !== null) await leave(id, tab);
}

/** Closes the tab that worked on the intent `id`, if it is ours, once the intent is settled. */
export async function leave(id: string, tab: number): Promise<void> {
  if (!(await openById(id))) await closeOwnTab(tab);
}

/** An intent that was sent to a document. */
type Sent = Intent & { tab: number; document: string };
const isSent = (intent: Intent): intent is Sent => intent.tab !== null && intent.document !== null;

/** One round: asks the intent's document how far it is. False: there is nothing more to wait for. */
async function askDocument(intent: Intent): Promise<boolean> {
  if (!isSent(intent)) {
    await settleNotDone(intent.id, 'interrupted');
    return false;
  }
  const answer = await recall(intent.tab, intent.id);
  if (answer === 'silent') return isWaitedFor(intent);
  const known = typeof answer === 'object' && answer.observation.document === intent.document ? answer : null;
  const isLong = Date.now() - intent.armedAt > operationLimit;
  if (known?.progress.kind === 'inFlight' && isLong && known.progress.need) return isWaitedFor(intent);
  if (!known || known.progress.kind === 'unknown' || (known.progress.kind === 'inFlight' && isLong)) {
    await documentLost(intent);
    return false;
  }
  await applyProgress(intent, known.progress, known.observation);
  if (known.progress.kind === 'pressed') await settleByReading(intent.id);
  return known.progress.kind === 'inFlight';
}

/** Writes down what a document says of the intent that was sent to it; settles it where that is proof. */
export async function applyProgress(intent: Intent, progress: Progress, observation: Observation): Promise<void> {
  switch (progress.kind) {
    case 'unknown':
      return;
    case 'inFlight':
      await updateIntent(intent.id, (each) =>
        isOvertaken(each, progress.step)
          ? null
          : { ...each, ...releasedAt(each), step: progress.step, need: progress.need, doubt: null },
      );
      return;
    case 'notPressed':
      // First: what the page shows besides is the work of somebody else, and must not settle it as done.
      await settleNotDone(intent.id, progress.failure);
      // That there is no token is believed only of a page that goes on saying so.
      if (observation.page.kind === 'token' && isTokenSight(observation)) await recordSight(observation, null);
      return;
    case 'pressed':
      // A page that changed without asking us has been pressed all the same: from here on that counts as fired.
      await updateIntent(intent.id, (each) => ({
        ...each,
        ...releasedAt(each),
        stage: 'fired',
        firedAt: pressedAt(each, progress.changed),
        step: 'watching',
        need: null,
        answered: each.answered || progress.answered,
      }));
      if (progress.changed && isTokenSight(observation)) await recordSight(observation, null);
  }
}

/** Whether `step` was told before the question that `intent` has fired by, and is heard only after it. */
function isOvertaken({ stage, kind, step: known }: Intent, step: Intent['step']): boolean {
  // After the press, Generate's dialog may come, or the person have a hand in what is watched.
  const mayAsk = kind === 'generate' || known === 'watching' || known === 'asking';
  return stage === 'fired' && (step === 'reading' || (step === 'asking' && !mayAsk));
}

/** When the intent was pressed, as far as that can be told: a change came after it, a request may be under way since. */
function pressedAt({ firedAt, armedAt, step }: Intent, changed: boolean): number {
  if (changed) return firedAt ?? armedAt;
  // Where it was for the person to answer the page's question, they may have done so just now.
  return firedAt === null || step === 'asking' ? Date.now() : firedAt;
}

/**
 * The document of `intent` is there and does nothing: a dialog of the browser's own holds the page until the person
 * answers it. Whether that is waited for: not for ever, but as a press may follow at any time, that nothing came of it is
 * not said before the document has gone or spoken.
 */
async function isWaitedFor(intent: Sent): Promise<boolean> {
  const heldUntil = Date.now();
  await updateIntent(intent.id, (each) => ({ ...each, need: 'unknownDialog', heldUntil }));
  if (heldUntil - intent.armedAt < silentLimit) return true;
  // It presses nothing before it has asked. Others open the page's question first, and the word of that may be lost.
  if (intent.stage === 'armed' && intent.kind === 'generate') await settleUnfired(intent);
  else if (intent.doubt === null) {
    const reached = await readAfresh();
    const doubt = reached.ok ? 'unknownOutcome' : reached.problem.failure;
    // Where it has spoken meanwhile, it is asked on.
    const isHeld = (each: Intent) => each.need !== null && each.heldUntil === heldUntil;
    return (await updateIntent(intent.id, (each) => (isHeld(each) ? { ...each, doubt } : null))) === null;
  }
  return false;
}

/** Where the last look found the page held, it was so until now, when it is at work again or gone. */
function releasedAt({ need }: Intent): Pick<Intent, 'heldUntil'> {
  return need === null ? {} : { heldUntil: Date.now() };
}

/** The document the intent was sent to is gone, or never heard of it. */
async function documentLost(intent: Sent): Promise<void> {
  // The page's own question was asked for, and somebody may have answered it: from here on that counts as fired.
  if (intent.step === 'asking')
    await updateIntent(intent.id, (each) => ({ ...each, stage: 'fired', firedAt: Date.now() }));
  else if (intent.stage === 'armed') return settleUnfired(intent);
  await updateIntent(intent.id, (each) => ({ ...each, ...releasedAt(each), step: 'watching', need: null }));
  if (await hasAnswered(intent)) await updateIntent(intent.id, (each) => ({ ...each, answered: true }));
  // What the press led to may stand there already: then nothing has to be opened to see it. What the person has answered
  // by themselves came before we knew, and only a page asked for from now on proves whose work it is.
  const next = intent.step === 'asking' ? null : await steadySight(intent.tab);
  if (next && next.document !== intent.document && isTokenSight(next)) await recordSight(next, null);
  await settleByReading(intent.id);
}

/**
 * The tab has another document by now: the answer to what was pressed, or the browser's page that there is none. In
 * their own tab the person goes where they like, and what was pressed may still be under way.
 */
async function hasAnswered({ tab, document }: Sent): Promise<boolean> {
  // Where the person looks at it, it is theirs by now.
  const isOurs = (await ownTabsItem.get()).includes(tab) && (await isBehind(tab));
  const seen = await look(tab);
  // A reload says nothing of what was under way; what a press led to comes as a new page. In the person's own tab that
  // may be one they went to: there, only a page that failed is the answer.
  if (seen) return seen.document !== document && seen.navigated && (isOurs || seen.failed === true);
  const { where, loaded } = await tabState(tab);
  return isOurs && where !== 'gone' && loaded;
}

/** Nothing was pressed: the token is as it was, or it cannot be told who or what changed it. */
async function settleUnfired(intent: Intent): Promise<void> {
  // A page from the back-forward cache may come back and ask: from here on the answer is no.
  const isShut = await updateIntent(intent.id, (each) => (each.stage === 'armed' ? { ...each, document: null } : null));
  if (!isShut) return settleByReading(intent.id);
  const reached = await readAfresh();
  const sight = reached.ok && isTokenSight(reached.observation) ? reached.observation : null;
  // Another account's token says nothing of this one's.
  const same = !(sight && (await intentOf(sight.page))) || sameMark(await markOf(sight.page), intent.expected);
  await settleNotDone(intent.id, same ? 'interrupted' : 'unknownOutcome');
}

/** Reads afresh until that proves the outcome of a fired intent; what cannot be proved now is left in doubt. */
async function settleByReading(id: string): Promise<void> {
  // Where the document already proved it the intent is settled, and nothing is read.
  if (!(await openById(id))) return;
  for (let tries = 0; tries < mostReads; tries += 1) {
    const reached = await readAfresh();
    const intent = await openById(id);
    if (!intent) return;
    if (!reached.ok) return doubt(id, reached.problem.failure);
    // Somebody else's account is open in the dashboard: what became of this one's token cannot be told from here.
    if (!isTokenSight(reached.observation) || !(await intentOf(reached.observation.page)))
      return settleNotDone(id, 'unknownOutcome');
    const wait = verdictAt(intent) - Date.now();
    if (wait > longestVerdictWait) return doubt(id, 'timedOut');
    await delay(Math.max(wait, aliveEvery));
  }
  await doubt(id, 'unknownOutcome');
}

async function doubt(id: string, failure: FailureCode): Promise<void> {
  await updateIntent(id, (each) => ({ ...each, doubt: failure }));
}

/** Settles the open intent `id` as not done. */
export async function settleNotDone(id: string, failure: FailureCode): Promise<void> {
  await updateIntent(id, (each) => settle(each, { kind: 'notDone', failure }, Date.now()));
}

async function openById(id: string): Promise<Intent | null> {
  return (await ledgerItem.get()).find((each) => each.id === id && each.stage !== 'settled') ?? null;
}
