/** What the content script may say, and what then happens. It can report, and ask to fire; it can start nothing. */
import type { FailureCode } from '../failures.ts';
import type { Observation, Report } from '../messages/reports.ts';
import { changeStored } from '../state/change.ts';
import { awaitingSignInItem, ledgerItem, problemItem, widgetOffersItem } from '../state/items.ts';
import { applyProgress, leave } from './follow.ts';
import { fire, storedOpenIntent, updateIntent } from './ledger.ts';
import { recover } from './operate.ts';
import { pageCopied } from './page-copied.ts';
import { placesTouched } from './places-touched.ts';
import { readAfresh } from './read.ts';
import { isTokenSight, recordSight } from './record.ts';
import { publish } from './sightings.ts';

/** So many widget ids are offered. */
const mostOffers = 5;

/** What a report is answered by; the answer to all others is that they were heard. */
type Answer = { fire: boolean } | { places: number | null } | null;

/** Carries out `report` from the dashboard page in `tab`; `mayFire` and `pressed` have a reply. */
export async function handleReport(tab: number, report: Report): Promise<Answer> {
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
    case 'copied':
      await pageCopied({ salt: report.salt, hash: report.hash });
      return null;
    case 'pressed':
      return placesTouched(tab);
  }
}

async function observed(tab: number, observation: Observation): Promise<void> {
  publish(tab, observation);
  const isSure = isTokenSight(observation) && !(await isUndecided(tab, observation));
  const settled = isSure ? await recordSight(observation, null) : null;
  if (settled?.tab) await leave(settled.id, settled.tab);
  await offerWidgets(observation.widgets ?? []);
  const { page } = observation;
  if (page.kind === 'app' || page.kind === 'token' || page.kind === 'none') await signedIn();
  // A menu that leads on is the owner's.
  if (page.kind === 'app' && page.route !== null) await solved('notOwner');
}

/** Keeps the widget ids that a page has shown, the newest first: a check needs one. */
async function offerWidgets(widgets: readonly string[]): Promise<void> {
  await changeStored(widgetOffersItem, (known) => {
    const isNew = widgets.some((each) => !known.includes(each));
    return isNew ? [...new Set([...widgets, ...known])].slice(0, mostOffers) : known;
  });
}

/** Whether it cannot be told yet if a change that a page in `tab` shows is the work of the open wish. */
async function isUndecided(tab: number, { document, asOf }: Observation): Promise<boolean> {
  const intent = await storedOpenIntent();
  // In doubt, nobody waits for the document any more, unless it is held and will speak again.
  if (!intent || (intent.doubt !== null && intent.need === null)) return false;
  // The document at work says itself when it is sure of the change: what it shows until then may not last.
  if (intent.document === document) return intent.stage === 'fired' || intent.step === 'asking';
  // Asked for since the wish, and before it counts as fired: a later page tells.
  if (intent.firedAt !== null && asOf >= intent.armedAt && asOf < intent.firedAt) return true;
  // The page's question has gone with its document, and somebody may have answered it: that is looked into.
  return intent.stage === 'armed' && intent.step === 'asking' && intent.tab === tab;
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
  // By way of what wakes the worker should it die: in doubt nothing else would.
  await recover(true);
}
