/** One trial: a wish, the faults its plan has for it, and then what a person would do until there are final words. */
import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { newId } from '../../lib/new-id.ts';
import type { Intent } from '../../lib/state/schemas.ts';
import { until } from '../e2e/support/until.ts';
import type { Stored } from './backstage.ts';
import type { Host } from './host.ts';
import { type Evidence, judge, resentBy, unconfirmedOf } from './judge.ts';
import type { FaultName, Plan } from './plan.ts';
import { closePopup, confirmIn, wordsOf } from './popup.ts';
import { countsOf, type Scene } from './scene.ts';
import { serverFaultsOf } from './server-faults.ts';
import { strikeAll } from './strike.ts';

/** How long a person waits before they ask for the second time, and at the longest. */
const firstNudgeMs = 1500;
const lastNudgeMs = 24_000;
/** What goes on is looked at whenever it has changed, and so often. */
const nextLookMs = 250;
/** What is in doubt is looked at so often: nothing changes fast there, and others have the room meanwhile. */
const doubtRestMs = 700;
/** A popup that has nothing to say by then has nothing to say: in a window behind others it paints late. */
const silenceMs = 3000;
/** The longest way to a final word is a press that nobody answers: 45 s, and a look after it. */
const settleLimitMs = 120_000;

export interface Result {
  violations: ReturnType<typeof judge>;
  /** Faults that really struck. */
  struck: FaultName[];
  /** ms from a worker's death until the reborn one had read its ledger and answered. */
  recoveries: number[];
  /** ms from the last death of worker or browser until the intent was settled. */
  settledAfter: number | null;
  /** How the newest intent ended: done, a failure's name, or none where the wish was never stored. */
  outcome: string;
}

/** What a trial is given; `trace` tells it, also where it does not come to its end. */
type Stage = Pick<Scene, 'host' | 'plan' | 'random' | 'trace' | 'lane'>;

/** Runs the trial that `stage.plan` plans. */
export async function runTrial(stage: Stage): Promise<Result> {
  const scene = await prepare(stage);
  const before = { ...scene.counts };
  const strikes = strikeAll(scene);
  await makeWish(scene);
  await stored(scene);
  await strikes;
  const evidence = await conclude(scene, before);
  const violations = judge(evidence);
  tellRequests(scene);
  const last = evidence.intents.at(-1);
  const settledAfter = scene.lastDeath !== null && last?.settledAt ? last.settledAt - scene.lastDeath : null;
  return {
    violations,
    struck: scene.struck,
    recoveries: scene.recoveries,
    settledAfter: settledAfter !== null && settledAfter > 0 ? settledAfter : null,
    outcome: last?.outcome ? (last.outcome.kind === 'done' ? 'done' : last.outcome.failure) : 'none',
  };
}

/** The first 8 hex digits of SHA-256, as the extension's fingerprint. */
export function fingerprintOf(token: string | null): string | null {
  return token === null ? null : createHash('sha256').update(token).digest('hex').slice(0, 8);
}

async function prepare({ host, plan, random, trace, lane }: Stage): Promise<Scene> {
  const { dashboard, backstage } = host;
  Object.assign(dashboard.faults, serverFaultsOf([]));
  await openTab(host, plan);
  const { ledger } = await backstage.stored();
  const kind = dashboard.account.token === null ? 'generate' : plan.deletes ? 'delete' : 'regenerate';
  host.noteToken();
  const token = fingerprintOf(dashboard.account.token);
  trace.add(`${kind} ${token} on ${plan.skin}, ${plan.tab}, ${JSON.stringify(plan.starts)}`);
  Object.assign(dashboard.faults, serverFaultsOf(plan.server));
  return {
    host,
    plan,
    random,
    trace,
    lane,
    former: ledger.at(-1)?.id ?? null,
    kind,
    popups: [],
    struck: plan.server.map(({ fault }) => fault),
    recoveries: [],
    lastDeath: null,
    elsewhere: 0,
    counts: countsOf(host),
    requestsBefore: host.dashboard.requests.length,
    appliedBefore: host.dashboard.appliedAt.length,
  };
}

/** Leaves open the one tab that the plan wants, and shows in it what the plan wants. */
async function openTab({ dashboard, backstage }: Host, plan: Plan): Promise<void> {
  const { dashboard: tabs, blank, firstUrl: there } = await backstage.tabs();
  const kept = plan.tab !== 'none' && !plan.newTab ? tabs.at(0) : undefined;
  await backstage.closeTabs([...tabs.filter((tab) => tab !== kept), ...blank.slice(1)]);
  if (plan.tab === 'none') return;
  const path = plan.tab === 'tokenPage' ? dashboard.tokenPath : '/app/settings';
  if (kept === undefined || there !== dashboard.origin + path)
    await backstage.open(dashboard.origin + path, kept ?? null);
}

/** Confirms the wish as the plan says; what comes in between may take the popup away. */
async function makeWish(scene: Scene): Promise<void> {
  const { plan, kind, trace } = scene;
  const { starts } = plan;
  try {
    const popup = await openPopup(scene);
    scene.popups.push(popup);
    const many = starts.how === 'many' ? sendMany(scene, starts.count) : null;
    // Where the popup goes, nobody waits for the others any more.
    many?.catch(() => undefined);
    const clicks = starts.how === 'doubleClick' ? 2 : 1;
    trace.add(`confirmed: ${await confirmIn(popup, kind, clicks)}`);
    await many;
  } catch (error) {
    trace.add(`the popup went: ${String(error).slice(0, 80)}`);
  }
}

/** Waits until the wish is in the ledger; only a popup that closed at once may have taken it along. */
async function stored({ host, former, trace }: Scene): Promise<void> {
  const isThere = await host.backstage.comesTo(({ ledger }) => ledger.at(-1)?.id !== former, 6000).catch(() => false);
  if (!isThere) trace.add('the wish was never stored');
}

/** What the server was asked in this trial. */
function tellRequests({ host, trace, requestsBefore }: Scene): void {
  const asked = host.dashboard.requests.slice(requestsBefore).filter(({ path }) => !path.startsWith('/static/'));
  trace.add(
    `the server was asked: ${asked.map(({ method, path, status }) => `${method} ${path} ${status}`).join(', ')}`,
  );
}

/** The same wish from so many other popups and windows at the same time, each with an id of its own. */
async function sendMany({ host, kind, trace }: Scene, count: number): Promise<void> {
  const { account, ledger: _, ...stored } = await host.backstage.stored();
  if (account === null) return;
  const expected = await expectedMark(host, stored.known);
  const all = Array.from({ length: count - 1 }, () =>
    host.backstage.request({ type: 'start', wish: newId(), kind, account, expected }),
  );
  trace.add(`${count - 1} more starts: ${(await Promise.all(all)).filter(Boolean).length} heard`);
}

async function expectedMark(host: Host, known: string | null) {
  const { token } = host.dashboard.account;
  return known === null || token === null ? null : { fingerprint: known, lastFour: token.slice(-4) };
}

/** Waits, looks again and signs in as a person would, until all is settled; then gathers the evidence. */
async function conclude(scene: Scene, before: Scene['counts']): Promise<Evidence> {
  const { host, trace } = scene;
  Object.assign(host.dashboard.faults, serverFaultsOf([]));
  host.noteToken();
  await host.signIn();
  await settle(scene);
  const word = await finalWord(scene);
  await recoverToken(scene);
  const stored = await quiet(host);
  const now = countsOf(host);
  trace.add(`final word: ${word}, as of ${stored.asOf}, settled ${stored.ledger.at(-1)?.settledAt}`);
  trace.add(`accounts: ${stored.accounts}`);
  const from = stored.ledger.findIndex(({ id }) => id === scene.former) + 1;
  const intents = stored.ledger.slice(from);
  const armedAt = intents[0]?.armedAt ?? Number.POSITIVE_INFINITY;
  const shown = host.dashboard.shown
    .filter(({ at }) => at >= armedAt)
    .map(({ token, at }) => ({ token: fingerprintOf(token), at }));
  return {
    intents,
    received: now.received - before.received,
    applied: now.applied - before.applied,
    resent: scene.struck.includes('tabReloaded') ? resentBy(host.dashboard.requests.slice(scene.requestsBefore)) : 0,
    unconfirmed: unconfirmedOf(intents, shown, host.dashboard.appliedAt.slice(scene.appliedBefore)),
    elsewhere: scene.elsewhere + (scene.struck.includes('changedByOther') ? 1 : 0),
    word,
    server: fingerprintOf(host.dashboard.account.token),
    known: stored.known,
    memory: fingerprintOf(stored.secret),
    ownTabs: stored.ownTabs.length,
  };
}

async function settle({ host, trace, lane }: Scene): Promise<void> {
  const deadline = Date.now() + settleLimitMs;
  const askAgain = patientPerson(host);
  let said = '';
  while (Date.now() < deadline) {
    const { ledger } = await host.backstage.stored();
    const open = ledger.find(({ stage }) => stage !== 'settled');
    if (!open) return;
    const now = `${open.stage} ${open.step} ${open.need ?? ''} ${open.doubt ?? ''}`;
    if (now !== said) trace.add(now);
    said = now;
    await askAgain(open);
    if (open.doubt) await lane.rest(doubtRestMs);
    else await host.backstage.changed(nextLookMs);
  }
}

/** Somebody who asks at once, as a popup does that is opened, and again whenever they have waited twice as long as before. */
function patientPerson(host: Host): (open: Intent) => Promise<void> {
  let asked = 0;
  let patience = firstNudgeMs;
  return async (open) => {
    if (Date.now() - asked <= patience) return;
    patience = asked === 0 ? patience : Math.min(patience * 2, lastNudgeMs);
    asked = Date.now();
    await host.backstage.request(nudge(open));
  };
}

/** What a person does next: looks again where that is offered, shows the page where it needs them, else opens the popup. */
function nudge(open: Intent): Parameters<Host['backstage']['request']>[0] {
  if (open.doubt) return { type: 'lookAgain' };
  return open.need ? { type: 'showPage' } : { type: 'opened' };
}

/** What the popup says in the end: the one that stayed open all the time, else one opened anew. */
async function finalWord(scene: Scene): Promise<Evidence['word']> {
  const { trace } = scene;
  const kept = scene.popups.find((popup) => !popup.isClosed());
  const word = kept && (await wordIn(scene, kept).catch(() => null));
  if (word) return word;
  trace.add('the popup is opened anew');
  return wordIn(scene, await openPopup(scene));
}

async function wordIn({ host, trace }: Scene, popup: Page): Promise<Evidence['word']> {
  try {
    const said = await lastWords(popup);
    trace.add(`the popup says ${said.word} ${said.title}`);
    return said.word;
  } finally {
    if (!host.isKept(popup)) await closePopup(popup);
  }
}

/** What is said once it is said; where nothing is, that is the last word after a while. */
async function lastWords(popup: Page): Promise<Awaited<ReturnType<typeof wordsOf>>> {
  const isSaid = async () => {
    const said = await wordsOf(popup);
    return said.word === 'none' ? null : said;
  };
  return until('words', isSaid, silenceMs).catch(() =>
    until('an end of the work', async () => settledWords(await wordsOf(popup))),
  );
}

async function openPopup({ host, plan }: Scene): Promise<Page> {
  return plan.popup === 'toolbar' ? host.openPopup() : host.keptPopup(plan.popup === 'keptAndReloaded');
}

/** Null while the popup still shows the work under way: it paints a moment after what is stored. */
function settledWords(said: Awaited<ReturnType<typeof wordsOf>>): typeof said | null {
  return said.word === 'none' && said.title === 'working' ? null : said;
}

/** Where the token in memory is not the server's, reads it as Copy would: then it has to be. */
async function recoverToken({ host, trace }: Scene): Promise<void> {
  const isKnown = ({ known, secret }: Stored) => {
    const server = fingerprintOf(host.dashboard.account.token);
    return known === server && fingerprintOf(secret) === server;
  };
  if (isKnown(await host.backstage.stored())) return;
  trace.add('reads the token');
  await host.backstage.request({ type: 'read' });
  await host.backstage.comesTo(isKnown, 30_000);
}

/** What is stored once our tabs are closed and no read is under way, or after a while. */
async function quiet({ backstage }: Host): Promise<Stored> {
  const isQuiet = ({ ownTabs, isReading }: Stored) => ownTabs.length === 0 && !isReading;
  // What a worker left behind that died right after its work is put away at the next start, by alarm at the latest.
  if (!(await backstage.comesTo(isQuiet, 3000))) {
    await backstage.request({ type: 'opened' });
    await backstage.comesTo(isQuiet);
  }
  const stored = await backstage.stored();
  await backstage.request({ type: 'dismiss' });
  return stored;
}
