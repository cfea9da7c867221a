/** What the content script may say, and what then happens. It can report, and ask to fire; it can start nothing. */
import type { FailureCode } from '../failures.ts';
import type { Observation, Report } from '../messages/reports.ts';
import { awaitingSignInItem, ledgerItem, problemItem } from '../state/items.ts';
import { applyProgress, follow, leave } from './follow.ts';
import { fire, storedOpenIntent, updateIntent } from './ledger.ts';
import { recover } from './operate.ts';
import { readAfresh } from './read.ts';
import { isTokenSight, recordSight } from './record.ts';
import { publish } from './sightings.ts';

/** Carries out `report` from the dashboard page in `tab`; the reply is for `mayFire` only. */
export async function handleReport(tab: number, report: Report): Promise<{ fire: boolean } | null> {
  switch (report.type) {
    case 'observed':
      await observed(tab, report.observation);
      return null;
    case 'progress':
      await progressed(tab, report);
      return null;
    case 'mayFire': {
      const fired = await updateIntent(report.intent, (intent) => fire(intent, tab, report.document, Date.now()));
      return { fire: fired !== null };
    }
  }
}

async function observed(tab: number, observation: Observation): Promise<void> {
  publish(tab, observation);
  // The document at work on a wish says itself when it is sure of the change: what it shows until then may not last.
  const isSure = isTokenSight(observation) && !(await isAtWork(observation.document));
  const settled = isSure ? await recordSight(observation, null) : null;
  if (settled?.tab) await leave(settled.id, settled.tab);
  const { page } = observation;
  if (page.kind === 'app' || page.kind === 'token' || page.kind === 'none') await signedIn();
  // A menu that leads on is the owner's.
  if (page.kind === 'app' && page.route !== null) await solved('notOwner');
}

/** Whether `document` watches for the change that it has pressed for. */
async function isAtWork(document: string): Promise<boolean> {
  const intent = await storedOpenIntent();
  return intent?.stage === 'fired' && intent.doubt === null && intent.document === document;
}

/** The person is signed in: what waited for that goes on by itself. */
async function signedIn(): Promise<void> {
  await solved('signedOut');
  if (await awaitingSignInItem.get()) {
    await awaitingSignInItem.set(false);
    await readAfresh();
  }
  if ((await storedOpenIntent())?.doubt === 'signedOut') await recover(true);
}

/** What the last read failed for is so no longer. */
async function solved(failure: FailureCode): Promise<void> {
  if ((await problemItem.get())?.failure === failure) await problemItem.set(null);
}

async function progressed(
  tab: number,
  { intent: id, observation, progress }: Extract<Report, { type: 'progress' }>,
): Promise<void> {
  const intent = (await ledgerItem.get()).find((each) => each.id === id && each.stage !== 'settled');
  if (intent?.tab !== tab || intent.document !== observation.document) return;
  publish(tab, observation);
  await applyProgress(intent, progress, observation);
  await leave(id, tab);
  await follow(id);
}
