// @vitest-environment node
/** An intent is brought to its end by asking its document, else by reading; nothing is ever pressed for it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyProgress, follow } from '../../../../lib/coordinator/follow.ts';
import {
  aliveEvery,
  answeredVerdictAfter,
  operationLimit,
  replyLimit,
  silentLimit,
  silentVerdictAfter,
} from '../../../../lib/coordinator/limits.ts';
import { readAfresh } from '../../../../lib/coordinator/read.ts';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import type { Progress } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { accountsItem, historyItem, ledgerItem, ownTabsItem, secretsItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import {
  key,
  knowAccount,
  label,
  lastIntent,
  next,
  openIntent,
  showing,
  startBackground,
  token,
} from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTab, FakeTabs } from '../support/fake-tabs.ts';
import { markOfToken, noon } from '../support/stored.ts';

let tabs: FakeTabs;
/** What the dashboard shows whoever asks for the token page now. */
let shows: () => FakePage;
const every: FakePage[] = [];
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  shows = () => showing(token);
  every.length = 0;
  tabs.serve = () => {
    const page = shows();
    every.push(page);
    return page;
  };
  await knowAccount();
  return background.end;
});

const fired = { stage: 'fired', step: 'confirming', firedAt: noon } as const;
const done = { stage: 'settled', outcome: { kind: 'done' } };
const notDone = (failure: string) => ({ stage: 'settled', outcome: { kind: 'notDone', failure } });
const doubted = (doubt: string) => ({ stage: 'fired', doubt, outcome: null });
const another = { orgId: '7000000000000000' };
const inFlight: Progress = { kind: 'inFlight', step: 'asking', need: null };
const pressed = (changed: boolean, answered = changed): Progress => ({ kind: 'pressed', changed, answered });

/** An open intent and the document it was sent to, in a tab of ours, where it knows `progress` of it. */
async function sent(changes: Partial<Intent>, progress: Progress | null, page = showing(token)) {
  const tab = tabs.open(page);
  every.push(page);
  await ownTabsItem.set([tab.id]);
  const intent = await openIntent({ tab: tab.id, document: page.document, ...changes });
  if (progress) page.progress.set(intent.id, progress);
  return { tab, page, intent };
}
async function followed(intent: Intent): Promise<{ intent: Intent | undefined; took: number }> {
  const started = Date.now();
  await through(follow(intent.id));
  expect(every.flatMap((page) => page.orders())).toEqual([]);
  return { intent: await lastIntent(), took: Date.now() - started };
}
const opened = () => tabs.log.filter((each) => each.startsWith('open'));
const close = ({ tab }: { tab: FakeTab }) => void tabs.tabs.delete(tab.id);
const replace =
  (page: FakePage, changes: Partial<FakeTab> = {}) =>
  (on: { tab: FakeTab }) =>
    void Object.assign(on.tab, { page }, changes);
const nobodyIn = { script: false, enterable: false };

describe('an intent that never reached a document', () => {
  it.each<[string, Partial<Intent>]>([
    ['no tab yet', { tab: null, document: null }],
    ['a tab, and no document yet', { document: null }],
    ['a document, and no tab', { tab: null }],
  ])('%s: interrupted, and nothing is read', async (_, changes) => {
    const { intent } = await sent(changes, null);
    expect(await followed(intent)).toMatchObject({ intent: notDone('interrupted'), took: 0 });
    expect(opened()).toEqual([]);
  });

  it('leaves no tab of ours behind', async () => {
    const { intent } = await sent({ document: null }, null);
    await followed(intent);
    expect([tabs.tabs.size, await ownTabsItem.get()]).toEqual([0, []]);
  });
});

describe('armed, and the document is lost', () => {
  it.each<[string, (on: { tab: FakeTab }) => void, () => FakePage, string]>([
    ['the tab is closed, the token is the same', close, () => showing(token), 'interrupted'],
    ['the tab shows another document', replace(showing(token)), () => showing(token), 'interrupted'],
    ['the token is another', close, () => showing(next), 'unknownOutcome'],
    ['the token is gone', close, () => showing(null), 'unknownOutcome'],
    ['nobody can tell', close, () => new FakePage({ kind: 'error' }), 'interrupted'],
    ['the token of another account is shown', close, () => showing(next, another), 'interrupted'],
  ])('%s', async (_, happens, page, failure) => {
    const on = await sent({}, inFlight);
    happens(on);
    shows = page;
    const { intent } = await followed(on.intent);
    expect(intent).toMatchObject({ ...notDone(failure), firedAt: null });
    expect(opened()).toHaveLength(1);
  });

  it('comes back while the token is read: it may not fire any more', async () => {
    const on = await sent({}, inFlight);
    close(on);
    const asked: unknown[] = [];
    shows = () => {
      const { id: intent } = on.intent;
      void handleReport(on.tab.id, { type: 'mayFire', intent, document: on.page.document }).then((may) =>
        asked.push(may),
      );
      return showing(token);
    };
    const { intent } = await followed(on.intent);
    expect([asked, intent]).toMatchObject([[{ fire: false }], { ...notDone('interrupted'), firedAt: null }]);
  });

  it('has fired just before the door was shut: its outcome is looked into', async () => {
    const on = await sent({}, inFlight);
    const lost = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementationOnce(async () => {
      await openIntent({ ...on.intent, ...fired });
      throw new Error('Receiving end does not exist');
    });
    expect((await followed(on.intent)).intent).toMatchObject(doubted('timedOut'));
    lost.mockRestore();
  });

  it('another document claims to work on it: only the one it was sent to is believed', async () => {
    const on = await sent({}, inFlight);
    const other = showing(token);
    other.progress.set(on.intent.id, inFlight);
    replace(other)(on);
    const { intent, took } = await followed(on.intent);
    expect(intent).toMatchObject(notDone('interrupted'));
    expect(took).toBeLessThan(aliveEvery);
  });

  it('never heard of it, and will not start it any more', async () => {
    const { intent, page } = await sent({}, null);
    expect((await followed(intent)).intent).toMatchObject(notDone('interrupted'));
    expect(page.progress.get(intent.id)).toEqual({ kind: 'notPressed', failure: 'interrupted' });
  });

  it.each<[string, () => FakePage, object]>([
    ['the token is another: done', () => showing(next), done],
    ['the token is the same: nobody knows yet', () => showing(token), doubted('timedOut')],
  ])('while the page’s own question was open, somebody may have answered it; %s', async (_, page, end) => {
    const on = await sent({ step: 'asking', need: 'unknownDialog' }, inFlight);
    close(on);
    shows = page;
    expect((await followed(on.intent)).intent).toMatchObject({ ...end, firedAt: noon, step: 'watching', need: null });
  });

  it('what the page itself shows after the person’s answer is put down to nobody else', async () => {
    const on = await sent({ step: 'asking', need: 'unknownDialog' }, inFlight);
    Object.assign(on.page, { shows: showing(next).shows, asOf: noon + 500 });
    vi.setSystemTime(noon + 500);
    await handleReport(on.tab.id, { type: 'observed', observation: on.page.observation() });
    on.page.progress.set(on.intent.id, pressed(true));
    expect((await followed(on.intent)).intent).toMatchObject(done);
    expect((await accountsItem.get()).byKey[key]).toMatchObject({ change: null, since: { how: 'created' } });
  });

  it('the page that the person’s answer has led to is put down to nobody else', async () => {
    const on = await sent({ step: 'asking', need: 'unknownDialog' }, inFlight);
    replace(showing(next))(on);
    vi.setSystemTime(noon + 500);
    await handleReport(on.tab.id, { type: 'observed', observation: on.tab.page.observation() });
    const account = async () => (await accountsItem.get()).byKey[key];
    expect(await account()).toMatchObject({ change: null, since: { how: 'seen' } });
    shows = () => showing(next);
    expect((await followed(on.intent)).intent).toMatchObject(done);
    expect(await account()).toMatchObject({ change: null, since: { how: 'created' } });
    expect(await historyItem.get()).toEqual([]);
  });
});

it.each([
  ['regenerate', 'confirming', 'reading', 'confirming'],
  ['regenerate', 'confirming', 'asking', 'confirming'],
  ['regenerate', 'confirming', 'watching', 'watching'],
  ['regenerate', 'watching', 'reading', 'watching'],
  ['regenerate', 'watching', 'asking', 'asking'],
  ['regenerate', 'asking', 'asking', 'asking'],
  ['generate', 'confirming', 'reading', 'confirming'],
  ['generate', 'confirming', 'asking', 'asking'],
] as const)('%s that has fired and is %s, and a step that is heard only now: %s', async (kind, now, step, shown) => {
  const { intent, page } = await sent({ ...fired, kind, step: now }, null);
  await applyProgress(intent, { kind: 'inFlight', step, need: null }, page.observation());
  expect(await lastIntent()).toMatchObject({ stage: 'fired', step: shown });
});

describe('fired, and the document is lost', () => {
  it.each<[string, Partial<Intent>, string | null, object]>([
    ['another token: regenerated', {}, next, done],
    ['no token: deleted', { kind: 'delete' }, null, done],
    ['a token: generated', { kind: 'generate', expected: null }, next, done],
    ['the same token, too early to tell', {}, token, doubted('timedOut')],
    ['no token, too early to tell', { kind: 'generate', expected: null }, null, doubted('timedOut')],
    ['the same token, late enough', { firedAt: noon - silentVerdictAfter }, token, notDone('refused')],
    [
      'another token, to Delete, late enough',
      { kind: 'delete', firedAt: noon - silentVerdictAfter },
      next,
      notDone('unknownOutcome'),
    ],
  ])('%s', async (_, changes, shown, end) => {
    const on = await sent({ ...fired, ...changes }, inFlight);
    close(on);
    shows = () => showing(shown);
    expect((await followed(on.intent)).intent).toMatchObject({ ...end, step: 'watching', need: null });
  });

  it('keeps the new token', async () => {
    const on = await sent(fired, inFlight);
    close(on);
    shows = () => showing(next);
    await followed(on.intent);
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
    expect((await accountsItem.get()).byKey[key]).toMatchObject({ change: null, since: { how: 'created' } });
  });

  it('what the press has led to is read where it stands', async () => {
    const on = await sent(fired, inFlight);
    replace(Object.assign(showing(next), { asOf: noon + 1 }))(on);
    vi.setSystemTime(noon + 10);
    expect((await followed(on.intent)).intent).toMatchObject(done);
    expect(opened()).toEqual([]);
  });

  it.each<[string, Partial<Intent>, (on: { tab: FakeTab; page: FakePage }) => void, object]>([
    ['the document itself, which knows of nothing,', {}, ({ page }) => page.progress.clear(), doubted('timedOut')],
    ['the page that the person’s answer has led to', { step: 'asking' }, replace(showing(next)), notDone('refused')],
  ])('%s proves nothing: a page is read that is asked for now', async (_, changes, happens, end) => {
    const on = await sent({ ...fired, ...changes }, inFlight, showing(next));
    happens(on);
    expect((await followed(on.intent)).intent).toMatchObject(end);
    expect(opened().length).toBeGreaterThan(0);
  });

  const elsewhere = { url: undefined };
  it.each<[string, (on: { tab: FakeTab; page: FakePage }) => void, boolean]>([
    ['another page came: the answer', replace(showing(token)), true],
    ['another page came by a reload', replace(Object.assign(showing(token), { navigated: false })), false],
    ['the same document is still there', ({ page }) => page.progress.clear(), false],
    ['the browser says that there is no answer', replace(new FakePage({ kind: 'other' }, nobodyIn)), true],
    ['the answer has led elsewhere', replace(new FakePage({ kind: 'other' }, nobodyIn), elsewhere), true],
    [
      'the answer is still on its way',
      replace(new FakePage({ kind: 'other' }, nobodyIn), { status: 'loading' }),
      false,
    ],
    ['the tab is closed', close, false],
  ])('%s', async (_, happens, answered) => {
    const on = await sent(fired, inFlight);
    happens(on);
    const { intent, took } = await followed(on.intent);
    expect(intent).toMatchObject({ answered, ...(answered ? notDone('refused') : doubted('timedOut')) });
    // With an answer there is nothing under way any more after a short while, and that is waited for.
    expect(took >= answeredVerdictAfter).toBe(answered);
  });

  it.each<[string, (on: { tab: FakeTab; page: FakePage }) => void]>([
    ['another page', replace(showing(token))],
    ['no page', replace(new FakePage({ kind: 'other' }, nobodyIn))],
  ])('in the person’s own tab, %s is no answer: they go where they like', async (_, happens) => {
    const on = await sent(fired, inFlight);
    await ownTabsItem.set([]);
    happens(on);
    const { intent, took } = await followed(on.intent);
    expect(intent).toMatchObject({ answered: false, ...doubted('timedOut') });
    expect(took).toBeLessThan(answeredVerdictAfter);
  });

  it('in a tab of ours that they look at, another page is no answer', async () => {
    const on = await sent(fired, inFlight);
    replace(showing(token), { active: true })(on);
    expect((await followed(on.intent)).intent).toMatchObject({ answered: false, ...doubted('timedOut') });
  });

  it('in the person’s own tab, a page that failed is the answer', async () => {
    const on = await sent(fired, inFlight);
    await ownTabsItem.set([]);
    replace(Object.assign(showing(token), { failed: true }))(on);
    const { intent } = await followed(on.intent);
    expect(intent).toMatchObject({ answered: true, ...notDone('refused') });
  });

  it.each([
    ['its press', 'watching', noon - 500],
    ['now, where the page’s question was left to the person', 'asking', noon],
  ] as const)('counts from %s', async (_, step, firedAt) => {
    const on = await sent({ ...fired, step, firedAt: noon - 500 }, inFlight);
    close(on);
    expect((await followed(on.intent)).intent).toMatchObject({ firedAt, step: 'watching' });
  });

  it('has had its answer already', async () => {
    const on = await sent({ ...fired, answered: true }, inFlight);
    close(on);
    expect((await followed(on.intent)).intent).toMatchObject(notDone('refused'));
  });

  it.each<[string, () => FakePage, string]>([
    ['signed out', () => new FakePage({ kind: 'signedOut' }), 'signedOut'],
    ['offline', () => new FakePage({ kind: 'other' }, nobodyIn), 'offline'],
    ['an error', () => new FakePage({ kind: 'error' }), 'pageError'],
  ])('%s: in doubt, with the reason, and open still', async (_, page, failure) => {
    const on = await sent(fired, inFlight);
    close(on);
    shows = page;
    expect((await followed(on.intent)).intent).toMatchObject(doubted(failure));
  });

  it.each<[string, () => FakePage]>([
    ['of another organisation', () => showing(next, another)],
    ['of somebody else, without a token', () => showing(null, { label: 'max@other.example' })],
  ])('the page is %s: what became of it cannot be told', async (_, page) => {
    const on = await sent({ ...fired, kind: 'delete' }, inFlight);
    close(on);
    shows = page;
    expect((await followed(on.intent)).intent).toMatchObject({ ...notDone('unknownOutcome'), account: key });
  });

  it('and what is read proves nothing: read so often, and left in doubt', async () => {
    const on = await sent({ ...fired, answered: true, firedAt: noon + 5_000 }, inFlight);
    close(on);
    // A page that says it has been so since before the press.
    shows = () => Object.assign(showing(token), { asOf: noon });
    const { intent, took } = await followed(on.intent);
    expect(intent).toMatchObject(doubted('unknownOutcome'));
    expect(opened()).toHaveLength(4);
    expect(took).toBeGreaterThanOrEqual(5_000 + answeredVerdictAfter);
  });

  it('waits for the verdict where that is near, and not a beat longer than it takes', async () => {
    const on = await sent({ ...fired, firedAt: noon + 2_000 - silentVerdictAfter }, inFlight);
    close(on);
    const { intent, took } = await followed(on.intent);
    expect(intent).toMatchObject(notDone('refused'));
    expect(opened()).toHaveLength(2);
    expect(took).toBeGreaterThanOrEqual(2_000);
    expect(took).toBeLessThan(2_000 + 2 * aliveEvery);
  });

  it('is settled by somebody else meanwhile, and stays as it is', async () => {
    const on = await sent(fired, inFlight);
    close(on);
    const settled = {
      ...on.intent,
      ...fired,
      stage: 'settled',
      settledAt: noon,
      outcome: { kind: 'done', mark: null },
    };
    shows = () => {
      void ledgerItem.set([settled as Intent]);
      return showing(token);
    };
    expect((await followed(on.intent)).intent).toEqual(settled);
  });
});

describe('the document lives', () => {
  it('is waited for, and what it says is shown', async () => {
    const { intent, page } = await sent({}, inFlight);
    setTimeout(() => page.progress.set(intent.id, { ...inFlight, step: 'confirming', need: 'hiddenTab' }), 1_500);
    const following = follow(intent.id);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await lastIntent()).toMatchObject({ stage: 'armed', step: 'asking', need: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await lastIntent()).toMatchObject({ stage: 'armed', step: 'confirming', need: 'hiddenTab' });
    expect(opened()).toEqual([]);
    page.progress.set(intent.id, { kind: 'notPressed', failure: 'timedOut' });
    await through(following);
    expect(await lastIntent()).toMatchObject(notDone('timedOut'));
  });

  it.each<[string, Partial<Intent>, Progress, string, object]>([
    ['not pressed', {}, { kind: 'notPressed', failure: 'otherAccount' }, token, notDone('otherAccount')],
    [
      'not pressed, and it took long',
      { armedAt: noon - operationLimit - 1 },
      { kind: 'notPressed', failure: 'timedOut' },
      token,
      notDone('timedOut'),
    ],
    ['pressed, and changed', fired, pressed(true), next, done],
    ['pressed without asking us, and changed', {}, pressed(true), next, { ...done, firedAt: noon }],
  ])('%s: settled by what it says, and nothing is read', async (_, changes, progress, shown, end) => {
    const page = showing(shown);
    const { intent } = await sent(changes, progress, page);
    Object.assign(page, { asOf: noon + 1 });
    vi.setSystemTime(noon + 10);
    expect((await followed(intent)).intent).toMatchObject(end);
    expect(opened()).toEqual([]);
    expect(await secretsItem.get()).toEqual({ [key]: { token: shown } });
  });

  it('not pressed, and the token is another by now: that is the work of somebody else', async () => {
    const page = Object.assign(showing(next), { asOf: noon + 1 });
    const { intent } = await sent(fired, { kind: 'notPressed', failure: 'timedOut' }, page);
    vi.setSystemTime(noon + 10);
    expect((await followed(intent)).intent).toMatchObject(notDone('timedOut'));
    expect((await accountsItem.get()).byKey[key]).toMatchObject({ change: { to: await markOfToken(next) } });
  });

  it('not pressed, and it shows no token page: nothing of that is written down', async () => {
    const before = await accountsItem.get();
    const { intent } = await sent({}, { kind: 'notPressed', failure: 'unreadable' }, new FakePage({ kind: 'error' }));
    expect((await followed(intent)).intent).toMatchObject(notDone('unreadable'));
    expect([await accountsItem.get(), await secretsItem.get()]).toEqual([before, {}]);
  });

  it('not pressed, and it shows that there is no token: that may not last, and is not written down', async () => {
    const before = await accountsItem.get();
    const { intent } = await sent({}, { kind: 'notPressed', failure: 'timedOut' }, showing(null));
    expect((await followed(intent)).intent).toMatchObject(notDone('timedOut'));
    expect(await accountsItem.get()).toEqual(before);
  });

  it.each<[string, boolean, FakePage, object]>([
    ['without a sign', false, showing(token), { answered: false, ...doubted('timedOut') }],
    ['with an error', true, showing(token), { answered: true, ...notDone('refused') }],
    ['and it cannot be read', true, new FakePage({ kind: 'error' }), { answered: true, ...notDone('refused') }],
  ])('pressed, %s: the token page is read', async (_, answered, page, end) => {
    const { intent } = await sent(fired, pressed(false, answered), page);
    expect((await followed(intent)).intent).toMatchObject({ ...end, step: 'watching', need: null });
    expect(opened().length).toBeGreaterThan(0);
  });

  it('pressed: what was an answer stays one, and when it was fired stays so', async () => {
    const { intent } = await sent({ ...fired, answered: true, firedAt: noon - 500 }, pressed(false));
    expect((await followed(intent)).intent).toMatchObject({ answered: true, firedAt: noon - 500 });
  });

  // A request may be under way for a while after it was pressed: nothing is known until that is over.
  it.each<[string, Partial<Intent>]>([
    ['was not asked to', { step: 'confirming' }],
    ['was not asked to, and it was for the person to answer the page', { step: 'asking' }],
    [
      'was asked to, and it was for the person to answer the page',
      { ...fired, step: 'asking', firedAt: noon - 100_000 },
    ],
  ])('pressed by who %s: counts from now', async (_, changes) => {
    const { intent } = await sent({ armedAt: noon - 110_000, ...changes }, pressed(false));
    expect((await followed(intent)).intent).toMatchObject({ ...doubted('timedOut'), firedAt: noon });
  });

  it('says it has changed, and the token is not to be seen: it is read', async () => {
    const { intent } = await sent(fired, pressed(true), new FakePage({ kind: 'app', route: null }));
    shows = () => showing(next);
    expect((await followed(intent)).intent).toMatchObject(done);
  });

  it.each<[string, number, object]>([
    ['until it has taken too long', noon - operationLimit + 1_500, doubted('timedOut')],
    ['not where it takes too long already', noon - operationLimit - 1, doubted('timedOut')],
  ])('is waited for %s', async (_, armedAt, end) => {
    const { intent } = await sent({ ...fired, armedAt }, inFlight);
    const { intent: after, took } = await followed(intent);
    expect(after).toMatchObject(end);
    expect(took >= 1_500).toBe(armedAt > noon - operationLimit);
  });
});

describe('the document does not answer', () => {
  it('a dialog of the browser’s holds it: the person is needed, and it is asked on', async () => {
    const { intent, page } = await sent({}, inFlight);
    page.held = true;
    const following = follow(intent.id);
    await vi.advanceTimersByTimeAsync(replyLimit);
    expect(await lastIntent()).toMatchObject({ stage: 'armed', need: 'unknownDialog' });
    page.held = false;
    page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' });
    await through(following);
    expect(await lastIntent()).toMatchObject({ ...notDone('interrupted'), need: null });
    expect(opened()).toEqual([]);
  });

  const armedAt = noon - silentLimit + replyLimit + 2_000;
  it('for too long, before it has asked to press Generate: it is taken as lost', async () => {
    const { intent, page } = await sent({ armedAt, kind: 'generate', expected: null }, inFlight);
    page.held = true;
    shows = () => showing(null);
    const { intent: after, took } = await followed(intent);
    expect(after).toMatchObject(notDone('interrupted'));
    expect(took).toBeGreaterThanOrEqual(2 * replyLimit + aliveEvery);
    expect(took).toBeLessThan(3 * replyLimit + 2_000);
  });

  const heldSince: Partial<Intent> = { ...fired, step: 'confirming', firedAt: noon - 100_000 };
  it.each<[string, Partial<Intent>]>([
    ['its own question', { step: 'asking' }],
    ['what it has not told of', {}],
    ['whatever came of the press', heldSince],
  ])('for too long, held by %s: that nothing came of it is said only long after it has ended', async (_, changes) => {
    const { intent, page } = await sent({ armedAt, ...changes }, inFlight);
    page.held = true;
    for (let looks = 0; looks < 3; looks += 1) {
      const { intent: after } = await followed(intent);
      const { stage, firedAt } = intent;
      expect(after).toMatchObject({ stage, firedAt, doubt: 'unknownOutcome', need: 'unknownDialog', answered: false });
      await vi.advanceTimersByTimeAsync(10 * silentVerdictAfter);
      // Somebody looks at the page by themselves.
      await through(readAfresh());
      expect((await lastIntent())?.outcome).toBeNull();
    }
    expect(opened()).toHaveLength(1 + 3);
    page.held = false;
    page.progress.set(intent.id, pressed(false));
    const released = Date.now();
    for (let after: Intent | undefined = intent; after?.stage !== 'settled'; ) {
      ({ intent: after } = await followed(intent));
      expect(after).toMatchObject(after?.stage === 'settled' ? notDone('refused') : doubted('timedOut'));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(Date.now() - released).toBeGreaterThanOrEqual(silentVerdictAfter);
  });

  it('for too long, after Generate was pressed: it is held in doubt like any other', async () => {
    const { intent, page } = await sent({ ...fired, armedAt, kind: 'generate', expected: null }, inFlight);
    page.held = true;
    shows = () => showing(null);
    expect((await followed(intent)).intent).toMatchObject({ ...doubted('unknownOutcome'), need: 'unknownDialog' });
    expect(opened()).toHaveLength(1);
  });

  it('for too long, and somebody else changes the token: that is not the work of what was not pressed', async () => {
    const { intent, page } = await sent({ armedAt }, inFlight);
    page.held = true;
    shows = () => showing(next);
    expect((await followed(intent)).intent).toMatchObject({ stage: 'armed', doubt: 'unknownOutcome', outcome: null });
    page.held = false;
    page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' });
    expect((await followed(intent)).intent).toMatchObject(notDone('interrupted'));
  });

  it('for too long, and asks the person itself while the page is read: it is asked on', async () => {
    const asks: Progress = { kind: 'inFlight', step: 'watching', need: 'unknownDialog' };
    const { intent, page } = await sent({ armedAt, ...heldSince }, inFlight);
    page.held = true;
    shows = () => {
      page.held = false;
      page.progress.set(intent.id, asks);
      vi.setSystemTime(Date.now() + 1);
      void applyProgress(intent, asks, page.observation());
      setTimeout(() => page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' }), 10_000);
      return showing(token);
    };
    expect((await followed(intent)).intent).toMatchObject(notDone('interrupted'));
  });

  it('for a while, and goes on: it may have pressed only now', async () => {
    const { intent, page } = await sent({ ...fired, doubt: 'unknownOutcome' }, inFlight);
    page.held = true;
    const following = follow(intent.id);
    await vi.advanceTimersByTimeAsync(replyLimit);
    page.held = false;
    page.progress.set(intent.id, { kind: 'inFlight', step: 'watching', need: null });
    await vi.advanceTimersByTimeAsync(aliveEvery);
    // Since it speaks again, there is no doubt.
    expect(await lastIntent()).toMatchObject({ doubt: null, need: null, heldUntil: Date.now() });
    page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' });
    await through(following);
  });

  it('for a while, and is closed then: what it may have sent is waited for', async () => {
    const { intent, page, tab } = await sent({ ...fired, firedAt: noon - silentVerdictAfter }, inFlight);
    page.held = true;
    const following = follow(intent.id);
    await vi.advanceTimersByTimeAsync(20_000);
    tabs.tabs.delete(tab.id);
    await through(following);
    expect(await lastIntent()).toMatchObject({ ...doubted('timedOut'), heldUntil: noon + 20_000 + 4_000 });
  });

  it('for too long, and speaks while the page is read: it is asked on', async () => {
    const { intent, page } = await sent({ armedAt, ...heldSince }, inFlight);
    page.held = true;
    shows = () => {
      page.held = false;
      page.progress.set(intent.id, { kind: 'inFlight', step: 'watching', need: null });
      void applyProgress(intent, { kind: 'inFlight', step: 'watching', need: null }, page.observation());
      setTimeout(() => page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' }), 10_000);
      return showing(token);
    };
    expect((await followed(intent)).intent).toMatchObject(notDone('interrupted'));
  });

  it('in a page that answers all the same, for too long: as if it did not', async () => {
    const held = { ...inFlight, need: 'unknownDialog' } as Progress;
    const { intent } = await sent({ ...heldSince, armedAt: noon - operationLimit - 1 }, held);
    expect((await followed(intent)).intent).toMatchObject({ ...doubted('unknownOutcome'), need: 'unknownDialog' });
  });

  it('for too long, and nobody can read the page: it is said why', async () => {
    const { intent, page } = await sent({ armedAt, ...heldSince }, inFlight);
    page.held = true;
    shows = () => new FakePage({ kind: 'signedOut' });
    expect((await followed(intent)).intent).toMatchObject(doubted('signedOut'));
  });

  it('for too long, and the token has changed: it is done', async () => {
    const { intent, page } = await sent({ ...fired, armedAt }, inFlight);
    page.held = true;
    shows = () => showing(next);
    expect((await followed(intent)).intent).toMatchObject(done);
  });
});

describe('the tab that worked on it', () => {
  it.each<[string, boolean, boolean]>([
    ['ours is closed', true, false],
    ['ours is left where the person looks at it', true, true],
    ['the person’s is left', false, false],
  ])('%s once it is settled', async (_, ours, active) => {
    const { intent, tab } = await sent({}, { kind: 'notPressed', failure: 'interrupted' });
    tab.active = active;
    if (!ours) await ownTabsItem.set([]);
    await followed(intent);
    expect(tabs.tabs.has(tab.id)).toBe(!ours || active);
  });

  it('stays while it is in doubt', async () => {
    const { intent, tab } = await sent(fired, pressed(false));
    expect((await followed(intent)).intent).toMatchObject(doubted('timedOut'));
    expect(tabs.tabs.has(tab.id)).toBe(true);
  });
});

it('is followed once, however many ask, and anew by who asks later', async () => {
  const { intent, page } = await sent({}, inFlight);
  const [first, second] = [follow(intent.id), follow(intent.id)];
  expect(second).toBe(first);
  page.progress.set(intent.id, { kind: 'notPressed', failure: 'interrupted' });
  await through(first);
  expect(follow(intent.id)).not.toBe(first);
});

it('leaves a settled intent and an unknown one alone', async () => {
  const { intent } = await sent({ stage: 'settled', outcome: { kind: 'done', mark: null } }, pressed(true));
  for (const id of [intent.id, newId()]) await through(follow(id));
  expect(await ledgerItem.get()).toEqual([intent]);
  expect(tabs.log).toEqual([]);
});

it('touches no other intent than the one it was asked to follow', async () => {
  const { intent } = await sent({}, { kind: 'notPressed', failure: 'interrupted' });
  await through(follow(newId()));
  expect([await ledgerItem.get(), tabs.log]).toEqual([[intent], []]);
});

it('counts an account that has got another name as the same', async () => {
  const on = await sent(fired, inFlight);
  close(on);
  shows = () => showing(next, { label: `new.${label}` });
  expect((await followed(on.intent)).intent).toMatchObject(done);
});
