/** The end of a trial: what a person would do until there are final words, and the evidence of what came of it. */
import type { Page } from 'puppeteer-core';
import { openIntent } from '../../lib/state/desk.ts';
import type { Intent } from '../../lib/state/schemas.ts';
import { until } from '../e2e/support/until.ts';
import type { Stored } from './backstage.ts';
import type { Host } from './host.ts';
import { type Evidence, resentBy, type Said, unconfirmedOf } from './judge.ts';
import type { Plan } from './plan.ts';
import { closePopup, wordsOf } from './popup.ts';
import { countsOf, type Scene } from './scene.ts';
import { faultsOff, struckOf } from './server-faults.ts';
import { fingerprintOf, openPopup } from './wish.ts';

/** How long a person waits before they ask for the second time, and at the longest. */
const firstNudgeMs = 1500;
const lastNudgeMs = 24_000;
/** Nobody looks for so long, where the background is to find out by itself: by an alarm every 30 s, and after 45 s. */
const aloneMs = 120_000;
/** What goes on is looked at whenever it has changed, and so often. */
const nextLookMs = 250;
/** What is in doubt is looked at so often: nothing changes fast there, and others have the room meanwhile. */
const doubtRestMs = 700;
/** A popup that has nothing to say by then has nothing to say: in a window behind others it paints late. */
const silenceMs = 3000;
/** The longest way to a final word is a press that nobody answers: 45 s, and a look after it. */
const settleLimitMs = 120_000;
/** What the server does wrong it does to the operation, or never: by then the operation has come, or does not come. */
const metLimitMs = 8000;

/** What a popup says that is there and never comes to words. */
const hung: Said = { word: 'hung', verb: null, lastFour: null, title: '', shows: null };

/** Waits, looks again and signs in as a person would, until all is settled; then gathers the evidence. */
export async function conclude(scene: Scene, confirmed: number): Promise<Evidence> {
  const { host, trace } = scene;
  await meetServerFaults(scene);
  host.noteToken();
  await host.signIn();
  // A popup that is open keeps the background awake.
  if (scene.plan.alone) await Promise.all([host.closePopups(), ...scene.popups.map(closePopup)]);
  const settled = await settle(scene);
  const said = await finalWords(scene);
  await recoverToken(scene);
  const stored = await quiet(host);
  host.endTrial();
  const { received, applied } = countsOf(host);
  const intents = stored.ledger.slice(stored.ledger.findIndex(({ id }) => id === scene.former) + 1);
  const appliedAt = host.dashboard.appliedAt.slice(scene.appliedBefore);
  trace.add(`as of ${stored.asOf}, operations received at ${appliedAt.join(', ')}`);
  for (const { step, armedAt, firedAt, settledAt } of intents)
    trace.add(`an intent, ${step}: armed ${armedAt}, fired ${firedAt}, settled ${settledAt}`);
  trace.add(`accounts: ${stored.accounts}`);
  return {
    intents,
    confirmed,
    received: received - scene.counts.received,
    applied: applied - scene.counts.applied,
    late: scene.late,
    resent: resentBy(host.dashboard.requests.slice(scene.requestsBefore), scene.reloadedAt),
    unconfirmed: unconfirmedOf(intents, shownSince(scene, intents), appliedAt, scene.pressedAt),
    elsewhere: scene.elsewhere,
    forgotten: scene.forgotten,
    inTime: openIntent(settled.ledger) === null,
    isNeglected: scene.isNeglected,
    noticesChange: (stored.changedAt ?? 0) >= scene.startedAt,
    said,
    server: fingerprintOf(host.dashboard.account.token),
    serverLastFour: host.dashboard.account.token?.slice(-4) ?? null,
    settled: { known: settled.known, memory: fingerprintOf(settled.secret) },
    known: stored.known,
    memory: fingerprintOf(stored.secret),
    ownTabs: stored.ownTabs.length + (await strayTabs(scene, stored)),
  };
}

/** Lets what the server does wrong happen to the operation; then all is well again, and what has struck is noted. */
async function meetServerFaults(scene: Scene): Promise<void> {
  const { host, plan, former, counts, requestsBefore } = scene;
  const { dashboard } = host;
  const isMet = ({ ledger }: Stored) => {
    const newest = ledger.at(-1);
    const isOver = newest?.id === former || newest?.stage === 'settled' || newest?.doubt || newest?.need;
    return Boolean(isOver) || countsOf(host).applied > counts.applied;
  };
  if (plan.server.length > 0) await host.backstage.comesTo(isMet, metLimitMs);
  const struck = struckOf(plan.server, dashboard.faults, {
    requests: dashboard.requests.length - requestsBefore,
    received: countsOf(host).received - counts.received,
  });
  scene.struck.push(...struck);
  if (struck.includes('changedByOther')) scene.elsewhere += 1;
  Object.assign(dashboard.faults, faultsOff(plan));
}

/** What pages have shown as the token since the first of `intents` was armed. */
function shownSince({ host }: Scene, [first]: readonly Intent[]) {
  const armedAt = first?.armedAt ?? Number.POSITIVE_INFINITY;
  return host.dashboard.shown
    .filter(({ at }) => at >= armedAt)
    .map(({ token, at }) => ({ token: fingerprintOf(token), at }));
}

/** Asks as a person would until no intent is open, or the time is over; gives what is stored then. */
async function settle(scene: Scene): Promise<Stored> {
  const { host, plan, trace, lane } = scene;
  let deadline = Date.now() + (plan.alone ? 2 * aloneMs : 0) + settleLimitMs;
  const askAgain = patientPerson(scene);
  let said = '';
  while (Date.now() < deadline) {
    const stored = await host.backstage.stored();
    const open = openIntent(stored.ledger);
    if (!open) return stored;
    const now = `${open.stage} ${open.step} ${open.need ?? ''} ${open.doubt ?? ''}`;
    if (now !== said) trace.add(now);
    said = now;
    await askAgain(open);
    // To wait for room takes nothing of its time.
    if (open.doubt || plan.alone) deadline += await overTime(lane, doubtRestMs);
    else await host.backstage.changed(nextLookMs);
  }
  return host.backstage.stored();
}

/** Rests for `ms`; gives how much longer it took (ms). */
async function overTime(lane: Scene['lane'], ms: number): Promise<number> {
  const started = Date.now();
  await lane.rest(ms);
  return Date.now() - started - ms;
}

/** Whether `open` waits for the person, or for a look of theirs: then it is not to come to an end by itself. */
function waitsForThem({ need, doubt }: Intent): boolean {
  return need !== null || (doubt !== null && doubt !== 'timedOut');
}

/**
 * Says of an open intent whether nobody comes yet, where the plan leaves it alone: for `aloneMs`, and for as long from when
 * it does not wait for the person any more.
 */
function leftAlone({ alone }: Plan): (open: Intent) => boolean {
  if (!alone) return () => false;
  const end = Date.now() + aloneMs;
  let ownEnd = end;
  return (open) => {
    const waits = waitsForThem(open);
    if (waits) ownEnd = Date.now() + aloneMs;
    return Date.now() < (waits ? end : ownEnd);
  };
}

/**
 * Somebody who asks at once, as a popup does that is opened, and again whenever they have waited twice as long as before;
 * where it is left alone, only after that.
 */
function patientPerson(scene: Scene): (open: Intent) => Promise<void> {
  const isLeftAlone = leftAlone(scene.plan);
  let asked = 0;
  let patience = firstNudgeMs;
  return async (open) => {
    const isFirst = asked === 0;
    if (isFirst ? isLeftAlone(open) : Date.now() - asked <= patience) return;
    if (isFirst) scene.isNeglected = scene.plan.alone && !waitsForThem(open);
    else patience = Math.min(patience * 2, lastNudgeMs);
    asked = Date.now();
    if (scene.isShown) await pressShown(scene, open);
    const request = nudge(open);
    scene.isShown ||= request.type === 'showPage';
    await scene.host.backstage.request(request);
  };
}

/** Presses what is outlined for the person on the page that they were shown. */
async function pressShown(scene: Scene, { need, tab }: Intent): Promise<void> {
  const { host, trace } = scene;
  if (need !== 'unknownDialog' || tab === null) return;
  const at = Date.now();
  const isPressed = await host.backstage.pressOutlined(tab).catch(() => false);
  if (isPressed) scene.pressedAt.push(at);
  trace.add(`presses what is outlined: ${isPressed}`);
}

/** What a person does next: looks again where that is offered, shows the page where it needs them, else opens the popup. */
function nudge(open: Intent): Parameters<Host['backstage']['request']>[0] {
  if (open.doubt) return { type: 'lookAgain' };
  return open.need ? { type: 'showPage' } : { type: 'opened' };
}

/** What the popups say in the end that stayed open all the time; where none did, one that is opened anew. */
async function finalWords(scene: Scene): Promise<Said[]> {
  const words: Said[] = [];
  for (const popup of scene.popups.filter((each) => !each.isClosed())) {
    const said = await wordsIn(scene, popup);
    if (said) words.push(said);
  }
  if (words.length > 0) return words;
  scene.trace.add('the popup is opened anew');
  const popup = await openPopup(scene).catch(async (error: unknown) => {
    scene.trace.add(`no popup: ${String(error).slice(0, 120)}`);
    // A browser that answers nobody any more breaks the trial off here.
    await scene.host.backstage.stored();
    return null;
  });
  return [(popup && (await wordsIn(scene, popup))) ?? hung];
}

/** What `popup` says; null where it went meanwhile. One that is there and never comes to words hangs. */
async function wordsIn({ host, trace }: Scene, popup: Page): Promise<Said | null> {
  try {
    const said = await lastWords(popup);
    trace.add(`the popup says ${said.word} ${said.verb ?? ''} ${said.lastFour ?? ''} ${said.title}`);
    return said;
  } catch (error) {
    trace.add(`no words of the popup: ${String(error).slice(0, 120)}`);
    const isThere = !popup.isClosed() && (await popup.evaluate(() => true).catch(() => false));
    return isThere ? hung : null;
  } finally {
    if (!host.isKept(popup)) await closePopup(popup);
  }
}

/** What is said once it is said; where nothing is, that is the last word after a while. */
async function lastWords(popup: Page): Promise<Said> {
  const isSaid = async () => {
    const words = await settledWords(popup);
    return words?.word === 'none' ? null : words;
  };
  return until('words', isSaid, silenceMs).catch(() => until('an end of the work', () => settledWords(popup)));
}

/** Null while the popup still shows the work under way, or a doubt about it: it paints a moment after what is stored. */
async function settledWords(popup: Page): Promise<Said | null> {
  const words = await wordsOf(popup);
  return words.title === 'working' || words.title === 'Outcome unknown' ? null : words;
}

/**
 * How many tabs of the dashboard are left that nobody has opened but us, and that we do not know any more. After a restart
 * what was ours is forgotten. What was shown to the person is theirs, as is what came to the front when the tab before it
 * was closed: in Firefox, where each popup is a tab, that happens all the time.
 */
async function strayTabs(scene: Scene, { ownTabs }: Stored): Promise<number> {
  const { host, plan, forgotten, isShown, struck, lastDeath } = scene;
  const isTheirs = isShown || struck.includes('popupClosed') || host.vendor.name === 'firefox';
  // The number that a discarded tab has from now on is told to the worker once; one that dies over it never hears it.
  const isUnheard = struck.includes('tabDiscarded') && lastDeath !== null;
  if (forgotten || isTheirs || isUnheard) return 0;
  const { behind } = await host.backstage.tabs();
  return Math.max(0, behind.length - ownTabs.length - (plan.tab === 'none' ? 0 : 1));
}

/** Where the token in memory is not the server's, reads it as Copy would: then it has to be. */
async function recoverToken({ host, trace }: Scene): Promise<void> {
  const isKnown = ({ known, secret }: Stored) => {
    const server = fingerprintOf(host.dashboard.account.token);
    return known === server && fingerprintOf(secret) === server;
  };
  if (isKnown(await host.backstage.stored())) return;
  trace.add('reads the token');
  for (let n = 0; n < 6; n += 1) {
    await host.backstage.request({ type: 'read' });
    if (await host.backstage.comesTo(isKnown, 5000)) return;
  }
}

/** What is stored once our tabs are closed and no read is under way, or after a while. */
async function quiet({ backstage }: Host): Promise<Stored> {
  const isQuiet = ({ ownTabs, isReading, isOpening }: Stored) => ownTabs.length === 0 && !isReading && !isOpening;
  // What a worker left behind that died right after its work is put away at the next start, by alarm at the latest.
  if (!(await backstage.comesTo(isQuiet, 3000))) {
    await backstage.request({ type: 'opened' });
    await backstage.comesTo(isQuiet);
  }
  const stored = await backstage.stored();
  const end = stored.ledger.at(-1);
  if (end?.outcome) await backstage.request({ type: 'dismiss', notice: `${end.outcome.kind} ${end.id}` });
  if (stored.changedAt !== null)
    await backstage.request({ type: 'dismiss', notice: `changedElsewhere ${stored.changedAt}` });
  return stored;
}
