// @vitest-environment node
/** From the confirm to the command: a fresh page, compared, and one document that is told once. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Wish } from '../../../../lib/coordinator/ledger.ts';
import { beginLimit, leaveLimit, replyLimit, silentLimit } from '../../../../lib/coordinator/limits.ts';
import { recover, recoveryAlarm, start } from '../../../../lib/coordinator/operate.ts';
import { appUrl } from '../../../../lib/dashboard/urls.ts';
import type { Progress } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import {
  accountsItem,
  ledgerItem,
  ownTabsItem,
  pathsItem,
  problemItem,
  secretsItem,
} from '../../../../lib/state/items.ts';
import {
  key,
  knowAccount,
  label,
  lastIntent,
  next,
  openIntent,
  orgId,
  origin,
  showing,
  startBackground,
  token,
} from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { armedIntent, markOfToken, noon } from '../support/stored.ts';

let tabs: FakeTabs;
/** What the dashboard shows whoever asks for the token page, and all that it showed. */
let shows: () => FakePage;
let pages: FakePage[];
/** How an operation ends in the document that was told to do it. */
let ends: Progress;
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  pages = [];
  shows = () => showing(token);
  ends = { kind: 'notPressed', failure: 'timedOut' };
  tabs.serve = () => {
    const page = shows();
    const answer = page.answer.bind(page);
    page.answer = (command) => {
      const said = answer(command);
      if (command.type === 'operate' && page.progress.get(command.intent)?.kind === 'inFlight')
        page.progress.set(command.intent, ends);
      return said;
    };
    pages.push(page);
    return page;
  };
  await knowAccount();
  return background.end;
});

const wish = async (changes: Partial<Wish> = {}): Promise<Wish> => ({
  wish: newId(),
  after: (await ledgerItem.get()).at(-1)?.id ?? null,
  kind: 'regenerate',
  account: key,
  expected: await markOfToken(token),
  ...changes,
});
const begin = async (changes: Partial<Wish> = {}) => through(start(await wish(changes)));
const orders = () => pages.flatMap((page) => page.orders());
const notDone = (failure: string) => ({ stage: 'settled', outcome: { kind: 'notDone', failure } });
const alarm = async () => (await fakeBrowser.alarms.get(recoveryAlarm)) ?? null;

describe('a wish', () => {
  it('is brought to a fresh page in a tab of ours, which is told once, and closed after', async () => {
    await begin();
    const [page] = pages;
    const intent = await lastIntent();
    expect(orders()).toEqual([
      {
        type: 'operate',
        document: page?.document,
        intent: intent?.id,
        kind: 'regenerate',
        expected: (await markOfToken(token)).fingerprint,
        orgId,
        label,
        until: (intent?.armedAt ?? 0) + beginLimit,
      },
    ]);
    expect(beginLimit).toBeLessThan(silentLimit);
    expect(intent).toMatchObject({ tab: 7, document: page?.document, ...notDone('timedOut') });
    expect(tabs.log).toEqual(['open 7 /app/', 'enter 7 operate.js', 'close 7']);
  });

  it('to generate is for an account without a token', async () => {
    await knowAccount(null);
    shows = () => showing(null);
    await begin({ kind: 'generate', expected: null });
    expect(orders()).toMatchObject([{ kind: 'generate', expected: null, orgId, label }]);
  });

  it('is stored before anybody is told, and before anything is opened', async () => {
    const stored = vi.fn<() => void>(() => expect(tabs.log).toEqual([]));
    const { after, ...asked } = await wish();
    await through(start({ after, ...asked }, stored));
    expect(stored).toHaveBeenCalledOnce();
    expect(await lastIntent()).toMatchObject(asked);
  });

  it('is stored with its document before that is told', async () => {
    const seen: unknown[] = [];
    shows = () => {
      const page = showing(token);
      const answer = page.answer.bind(page);
      page.answer = (command) => {
        if (command.type === 'operate') void lastIntent().then((intent) => seen.push(intent?.document, intent?.tab));
        return answer(command);
      };
      return page;
    };
    await begin();
    expect(seen).toEqual([pages[0]?.document, 7]);
  });

  it('has its driver brought in while nobody was told yet, nor any document named', async () => {
    const seen: unknown[] = [];
    const { scripting } = fakeBrowser;
    const enter = scripting.executeScript.bind(scripting);
    vi.spyOn(scripting, 'executeScript').mockImplementation(async (injection) => {
      const intent = await lastIntent();
      seen.push([injection, intent?.stage, intent?.document, orders().length]);
      return enter(injection);
    });
    await begin();
    expect(seen).toEqual([[{ target: { tabId: 7 }, files: ['operate.js'] }, 'armed', null, 0]]);
  });

  it('that comes twice is armed once, and heard both times', async () => {
    const [asked, stored] = [await wish(), vi.fn<() => void>()];
    await through(Promise.all([start(asked, stored), start(asked, stored)]));
    await through(start(asked, stored));
    expect(stored).toHaveBeenCalledTimes(3);
    expect([(await ledgerItem.get()).length, orders().length]).toEqual([1, 1]);
  });

  it('does nothing while another is open: that one stays as it is', async () => {
    const open = await openIntent({ stage: 'fired', firedAt: noon, doubt: 'offline' });
    await begin();
    expect([await ledgerItem.get(), tabs.log]).toEqual([[open], []]);
    await recover(false);
    expect(await alarm()).toBeNull();
  });

  it('has its alarm before it is stored: the worker may die right after that', async () => {
    const stored: number[] = [];
    vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(async () => {
      stored.push((await ledgerItem.get()).length);
    });
    await begin();
    expect(stored[0]).toBe(0);
  });

  it('has its alarm also where the start of the worker puts it away just before', async () => {
    const create = fakeBrowser.alarms.create.bind(fakeBrowser.alarms);
    vi.spyOn(fakeBrowser.alarms, 'create').mockImplementationOnce(async (...args: unknown[]) => {
      await create(...(args as Parameters<typeof create>));
      await fakeBrowser.alarms.clear(recoveryAlarm);
    });
    await begin();
    expect(await alarm()).not.toBeNull();
  });

  it('sets an alarm, should nothing else wake the worker', async () => {
    await begin();
    expect(await alarm()).toMatchObject({ scheduledTime: noon + 30_000, periodInMinutes: 0.5 });
  });
});

/** A page with a script of a version that is gone: it can be entered, and nobody answers. */
function formerPage(): FakePage {
  const page = new FakePage({ kind: 'other' }, { script: false });
  page.answer = () => null;
  return page;
}

describe('nobody is told', () => {
  it.each<[string, () => FakePage, string]>([
    ['the token was changed', () => showing(next), 'changedElsewhere'],
    ['the token was deleted', () => showing(null), 'changedElsewhere'],
    ['the page is another account’s', () => showing(token, { orgId: '7000000000000000' }), 'otherAccount'],
    ['somebody has to sign in', () => new FakePage({ kind: 'signedOut' }), 'signedOut'],
    ['the page cannot be read', () => new FakePage({ kind: 'unreadable', reason: 'hidden', report: '' }), 'unreadable'],
    ['the page is an error', () => new FakePage({ kind: 'error' }), 'pageError'],
  ])('where %s', async (_, page, failure) => {
    shows = page;
    await begin();
    expect(orders()).toEqual([]);
    expect(await lastIntent()).toMatchObject({ ...notDone(failure), document: null });
    expect([tabs.tabs.size, await ownTabsItem.get()]).toEqual([0, []]);
  });

  it.each<[string, () => FakePage, string | null]>([
    ['signed out', () => new FakePage({ kind: 'signedOut' }), 'signedOut'],
    ['not the owner', () => new FakePage({ kind: 'app', route: null }), 'notOwner'],
    ['unreadable', () => new FakePage({ kind: 'unreadable', reason: 'hidden', report: '' }), 'unreadable'],
    ['of a former version', () => formerPage(), 'updated'],
    ['an error page, which passes', () => new FakePage({ kind: 'error' }), null],
  ])('and what the person has to do first is said: %s', async (_, page, problem) => {
    shows = page;
    await begin();
    expect((await problemItem.get())?.failure ?? null).toBe(problem);
  });

  it('where the browser has no window', async () => {
    tabs.hasWindow = false;
    await begin();
    expect(await lastIntent()).toMatchObject(notDone('timedOut'));
  });

  it('where something of ours fails on the way', async () => {
    vi.spyOn(pathsItem, 'get').mockRejectedValueOnce(new Error('quota'));
    await begin();
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
  });

  it.each<[string, () => unknown]>([
    ['before the page is compared', () => vi.spyOn(secretsItem, 'set').mockRejectedValueOnce(new Error('quota'))],
    [
      'right before it would be told',
      () => {
        const get = accountsItem.get.bind(accountsItem);
        const read = vi.spyOn(accountsItem, 'get');
        read.mockImplementation(async () => {
          if (!(await lastIntent())?.document) return get();
          read.mockImplementation(get);
          throw new Error('quota');
        });
      },
    ],
  ])('where something of ours fails %s, and no tab is left', async (_, fails) => {
    fails();
    await begin();
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
    expect([orders(), tabs.tabs.size, await ownTabsItem.get()]).toEqual([[], 0, []]);
  });

  it('where the intent is settled meanwhile', async () => {
    shows = () => {
      void ledgerItem.set([armedIntent({ account: key, stage: 'settled', outcome: { kind: 'done', mark: null } })]);
      return showing(token);
    };
    await begin();
    expect(orders()).toEqual([]);
    expect([tabs.tabs.size, (await ledgerItem.get()).length]).toEqual([0, 1]);
  });

  it('but what the fresh page shows is kept', async () => {
    shows = () => showing(next);
    await begin();
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
    expect((await accountsItem.get()).byKey[key]?.change?.to).toEqual(await markOfToken(next));
  });
});

describe('a document that its driver does not come into', () => {
  it('refuses, and nothing was changed', async () => {
    shows = () => Object.assign(showing(token), { enterable: false });
    await begin();
    expect(orders()).toHaveLength(1);
    expect(pages.map(({ progress }) => [...progress.values()])).toEqual([
      [{ kind: 'notPressed', failure: 'interrupted' }],
      [],
    ]);
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
    expect([tabs.tabs.size, await ownTabsItem.get()]).toEqual([0, []]);
  });

  it('is not waited for without end', async () => {
    const started = Date.now();
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(
      () => new Promise<never>(() => undefined) as never,
    );
    await begin();
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
    expect(Date.now() - started).toBeLessThan(2 * replyLimit);
  });

  it('hears nothing of a driver that came into another', async () => {
    const { scripting } = fakeBrowser;
    const enter = scripting.executeScript.bind(scripting);
    vi.spyOn(scripting, 'executeScript').mockImplementation(async (injection) => {
      const entered = await enter(injection);
      const tab = tabs.tabs.get(7);
      if (tab) tab.page = showing(token);
      return entered;
    });
    await begin();
    expect(pages[0]?.orders()).toEqual([]);
    expect(await lastIntent()).toMatchObject({ document: null, ...notDone('interrupted') });
  });
});

describe('where the person has the token page open', () => {
  beforeEach(async () => {
    await pathsItem.set({ [origin]: '/app/account' });
  });

  it('it is asked for anew there, by its address, and the tab stays', async () => {
    tabs.open(new FakePage({ kind: 'app', route: null }));
    const { id, page } = tabs.open(showing(token));
    await begin();
    expect([tabs.log, orders().length, page.orders()]).toEqual([
      [`go ${id} /app/account`, `enter ${id} operate.js`],
      1,
      [],
    ]);
    expect(await lastIntent()).toMatchObject({ tab: id, document: pages[0]?.document });
    expect(tabs.tabs.has(id)).toBe(true);
  });

  it('where the token is another by now, the tab stays, too', async () => {
    const { id } = tabs.open(showing(token));
    shows = () => showing(next);
    await begin();
    expect([tabs.log, tabs.tabs.has(id)]).toEqual([[`go ${id} /app/account`], true]);
    expect(await lastIntent()).toMatchObject(notDone('changedElsewhere'));
  });

  it('an app that takes its time is waited for', async () => {
    const tab = tabs.open(showing(token));
    const go = tabs.go.bind(tabs);
    tabs.go = (each, url) => void setTimeout(() => go(each, url), leaveLimit - 200);
    await begin();
    expect(tabs.log).toEqual([`go ${tab.id} /app/account`, `enter ${tab.id} operate.js`]);
    expect(orders()).toHaveLength(1);
  });

  it('a page that does not leave is let be, and a tab of ours is taken', async () => {
    const { id, page } = tabs.open(showing(token));
    tabs.stays = true;
    const started = Date.now();
    await begin();
    expect(tabs.log).toEqual([`go ${id} /app/account`, 'open 8 /app/account', 'enter 8 operate.js', 'close 8']);
    expect([page.orders(), orders().length]).toEqual([[], 1]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(leaveLimit);
  });

  it('and goes back to what was there before, nothing is pressed on that', async () => {
    const { id, page } = tabs.open(showing(token));
    tabs.serve = () => {
      setTimeout(() => Object.assign(tabs.tabs.get(id) ?? {}, { page }), 1_000);
      return new FakePage({ kind: 'app', route: null });
    };
    await begin();
    expect(page.orders()).toEqual([]);
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
  });

  it.each([
    ['an earlier token page, nothing is pressed on that', 1_001, 0, notDone('interrupted')],
    ['a page whose clock is a little behind, it goes on', 1_000, 1, { kind: 'regenerate' }],
  ])('and shows %s', async (_, older, times, end) => {
    const { id } = tabs.open(showing(token));
    const earlier = Object.assign(showing(token), { asOf: Date.now() - older });
    tabs.serve = () => {
      setTimeout(() => Object.assign(tabs.tabs.get(id) ?? {}, { page: earlier }), 1_000);
      return new FakePage({ kind: 'app', route: null });
    };
    await begin();
    expect(earlier.orders()).toHaveLength(times);
    expect(await lastIntent()).toMatchObject(end);
  });

  it('a tab that is closed just then is let be', async () => {
    const { id, page } = tabs.open(showing(token));
    vi.spyOn(fakeBrowser.tabs, 'update').mockRejectedValueOnce(new Error('No tab with this id'));
    await begin();
    expect([page.orders(), orders().length]).toEqual([[], 1]);
    expect(tabs.log).toEqual([`open ${id + 1} /app/account`, `enter ${id + 1} operate.js`, `close ${id + 1}`]);
  });

  it('tabs of ours are not theirs', async () => {
    const { id } = tabs.open(showing(token));
    await ownTabsItem.set([id]);
    await begin();
    expect(tabs.log).toEqual(['open 8 /app/account', 'enter 8 operate.js', 'close 8']);
  });
});

it('a page that is not the remembered one any more is looked for by the menu', async () => {
  await pathsItem.set({ [origin]: '/app/former' });
  tabs.serve = (url) => {
    const page = url === appUrl ? showing(token) : new FakePage({ kind: 'error' });
    pages.push(page);
    return page;
  };
  void start(await wish());
  await vi.advanceTimersByTimeAsync(30_000);
  expect([orders().length, tabs.log]).toEqual([
    1,
    ['open 7 /app/former', 'close 7', 'open 8 /app/', 'enter 8 operate.js'],
  ]);
});

describe('recovery', () => {
  const fired = { stage: 'fired', firedAt: noon, step: 'watching' } as const;
  it('has nothing to do without an open intent, and needs no alarm', async () => {
    fakeBrowser.alarms.create(recoveryAlarm, { delayInMinutes: 1 });
    await through(recover(false));
    expect([await alarm(), tabs.log]).toEqual([null, []]);
  });

  it.each([
    ['what waits for its verdict', {}],
    ['what time alone was missing for', { doubt: 'timedOut' }],
  ] as const)('is woken again for %s, where the browser has forgotten it', async (_, changes) => {
    await openIntent({ ...fired, ...changes, tab: 99 });
    await through(recover(false));
    expect([await lastIntent(), (await alarm()) !== null]).toMatchObject([{ doubt: 'timedOut' }, true]);
  });

  it('leaves the alarm that there is as it is', async () => {
    fakeBrowser.alarms.create(recoveryAlarm, { when: noon + 20_000 });
    await openIntent({ ...fired, tab: 99 });
    await through(recover(false));
    expect(await alarm()).toMatchObject({ scheduledTime: noon + 20_000 });
  });

  it('settles what a dead worker left behind', async () => {
    await openIntent({ tab: null, document: null });
    await through(recover(false));
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
  });

  it('leaves alone what this worker is bringing to the page', async () => {
    void start(await wish());
    await vi.advanceTimersByTimeAsync(0);
    await recover(true);
    expect(await lastIntent()).toMatchObject({ stage: 'armed', outcome: null });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(orders()).toHaveLength(1);
  });

  it('may take up again what it has brought there', async () => {
    const asked = await wish();
    await through(start(asked));
    await openIntent({ wish: asked.wish, tab: null, document: null });
    await through(recover(false));
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
  });

  it('takes up at once what a dead worker left of a wish that comes again', async () => {
    const asked = await wish();
    await openIntent({ wish: asked.wish, tab: null, document: null });
    await through(start(asked));
    expect(await lastIntent()).toMatchObject(notDone('interrupted'));
  });

  it.each<[string, 'timedOut' | 'signedOut', boolean, number]>([
    ['goes on by itself where time alone was missing', 'timedOut', false, 1],
    ['goes on when somebody looks again where time was missing', 'timedOut', true, 1],
    ['waits for the person where only they can help', 'signedOut', false, 0],
    ['goes on when the person looks again', 'signedOut', true, 1],
  ])('%s', async (_, doubt, again, reads) => {
    fakeBrowser.alarms.create(recoveryAlarm, { delayInMinutes: 1 });
    await openIntent({ ...fired, doubt, answered: true, tab: 99 });
    vi.setSystemTime(noon + 60_000);
    await through(recover(again));
    expect(tabs.log.filter((each) => each.startsWith('open'))).toHaveLength(reads);
    expect(orders()).toEqual([]);
    expect(await lastIntent()).toMatchObject(reads ? notDone('refused') : { stage: 'fired', doubt });
    expect((await alarm()) === null).toBe(reads === 0);
  });

  it('asks a page on that is held, by alarm, and reads again only where somebody looks', async () => {
    const { id, page } = tabs.open(showing(token));
    page.held = true;
    const held = { doubt: 'unknownOutcome', need: 'unknownDialog', heldUntil: noon } as const;
    await openIntent({ ...fired, ...held, armedAt: noon - silentLimit, tab: id, document: page.document });
    const reads = () => tabs.log.filter((each) => each.startsWith('open')).length;
    await through(recover(false));
    expect(await lastIntent()).toMatchObject({ ...held, heldUntil: noon + replyLimit });
    expect([reads(), (await alarm()) !== null]).toEqual([0, true]);
    await through(recover(true));
    expect(await lastIntent()).toMatchObject({ doubt: 'unknownOutcome', need: 'unknownDialog' });
    expect(reads()).toBe(1);
    tabs.tabs.delete(id);
    await through(recover(false));
    expect(await lastIntent()).toMatchObject({ doubt: 'timedOut', need: null });
  });
});
