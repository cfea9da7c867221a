// @vitest-environment node
/** What a report of the dashboard sets off, and whose reports are not believed. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { recoveryAlarm } from '../../../../lib/coordinator/operate.ts';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { nextSighting } from '../../../../lib/coordinator/sightings.ts';
import type { FailureCode } from '../../../../lib/failures.ts';
import type { PageReport, Progress } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import {
  awaitingSignInItem,
  historyItem,
  ledgerItem,
  ownTabsItem,
  problemItem,
  secretsItem,
  widgetOffersItem,
} from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { listPlaces } from '../support/around.ts';
import {
  key,
  knowAccount,
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
import { newWidgetId } from '../support/pages.ts';
import { noon } from '../support/stored.ts';

let tabs: FakeTabs;
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  tabs.serve = () => showing(token);
  await knowAccount();
  return background.end;
});

const fired = { stage: 'fired', firedAt: noon - 100, step: 'watching' } as const;
const fail = (failure: FailureCode) => problemItem.set({ failure, reason: null, report: null, at: noon });
const failure = async () => (await problemItem.get())?.failure ?? null;
const opened = () => tabs.log.filter((each) => each.startsWith('open'));
const observed = (tab: number, page: FakePage) =>
  through(handleReport(tab, { type: 'observed', observation: page.observation() }));
const heardBy = (tab: number) => {
  const heard = vi.fn<(seen: unknown) => void>();
  void nextSighting(tab, () => true, 60_000, new AbortController().signal).then(heard);
  return heard;
};

describe('a sight', () => {
  it('is told to whoever waits for that tab, and recorded', async () => {
    const heard = heardBy(7);
    const page = showing(next);
    expect(await observed(7, page)).toBeNull();
    expect(heard).toHaveBeenCalledExactlyOnceWith(page.observation());
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });

  it('that settles an intent closes the tab that worked on it', async () => {
    const { id } = tabs.open(showing(token));
    await ownTabsItem.set([id]);
    await openIntent({ ...fired, tab: id });
    await observed(99, showing(next));
    expect(await lastIntent()).toMatchObject({ stage: 'settled', outcome: { kind: 'done' } });
    expect(tabs.log).toEqual([`close ${id}`]);
  });

  it.each([
    ['since the wish, and before it counted as fired, waits for a later one', noon - 50, false],
    ['before the wish is news', noon - 200, true],
  ])('that shows another token and was asked for %s', async (_, asOf, isNews) => {
    await openIntent({ ...fired, firedAt: noon, armedAt: noon - 100, tab: 99 });
    const page = showing(next);
    page.asOf = asOf;
    await observed(7, page);
    expect((await secretsItem.get())[key]?.token).toBe(isNews ? next : undefined);
  });

  // Of an armed wish whose question the person may have answered, nothing is told by its own tab; all else is news.
  it.each<[string, Partial<Intent>, 'its own' | 'a later', number, boolean]>([
    ['the document at work, not yet asked', { step: 'reading' }, 'its own', 7, true],
    ['the document at work, asking the person', { step: 'asking' }, 'its own', 7, false],
    ['the document at work, pressed', fired, 'its own', 7, false],
    ['a page after it in its tab, not yet asked', { step: 'reading' }, 'a later', 7, true],
    ['a page after it in its tab, the question gone with it', { step: 'asking' }, 'a later', 7, false],
    ['a page in another tab, the question still there', { step: 'asking' }, 'a later', 8, true],
    ['a page after it in its tab, pressed and asking', { ...fired, step: 'asking' }, 'a later', 7, true],
    ['a page asked for in the moment of the press', { ...fired, firedAt: noon }, 'a later', 8, true],
    ['a page asked for in the moment of the wish', { ...fired, armedAt: noon, firedAt: noon + 1 }, 'a later', 8, false],
    ['the document at work, asking on in doubt', { step: 'asking', doubt: 'offline' }, 'its own', 7, true],
    [
      'the document at work, held in doubt',
      { step: 'asking', doubt: 'offline', need: 'unknownDialog' },
      'its own',
      7,
      false,
    ],
  ])('of %s that shows another token', async (_, changes, whose, tab, isNews) => {
    const page = showing(next);
    await openIntent({ tab: 7, document: whose === 'its own' ? page.document : newId(), ...changes });
    await observed(tab, page);
    expect((await secretsItem.get())[key]?.token).toBe(isNews ? next : undefined);
  });

  it('that settles an intent without a tab closes none', async () => {
    await openIntent({ ...fired, tab: null });
    await observed(99, showing(next));
    expect(await lastIntent()).toMatchObject({ stage: 'settled' });
    expect(tabs.log).toEqual([]);
  });

  it('of no token page records nothing', async () => {
    const intent = await openIntent(fired);
    await observed(7, new FakePage({ kind: 'error' }));
    expect([await secretsItem.get(), await lastIntent()]).toEqual([{}, intent]);
  });
});

const app = (route: 'api' | null): PageReport => ({ kind: 'app', route });
describe('that somebody is signed in', () => {
  const signedIn: [string, PageReport][] = [
    ['a page with a menu', app('api')],
    ['a page without one', app(null)],
    ['the token page', showing(token).shows],
    ['the token page without a token', showing(null).shows],
  ];
  const not: [string, PageReport][] = [
    ['an error', { kind: 'error' }],
    ['the sign-in page', { kind: 'signedOut' }],
    ['a page that cannot be read', { kind: 'unreadable', reason: 'hidden', report: '' }],
  ];

  it.each([...signedIn.map((each) => [...each, true] as const), ...not.map((each) => [...each, false] as const)])(
    'is told by %s: %#',
    async (_, shows, told) => {
      await fail('signedOut');
      await awaitingSignInItem.set(true);
      await observed(7, new FakePage(shows));
      expect([await failure(), await awaitingSignInItem.get(), opened().length]).toEqual(
        told ? [null, false, 1] : ['signedOut', true, 0],
      );
    },
  );

  it('reads nothing where nobody waited for it', async () => {
    await fail('signedOut');
    await observed(7, new FakePage(app(null)));
    expect([await failure(), tabs.log]).toEqual([null, []]);
  });

  it.each<[FailureCode, boolean]>([
    ['signedOut', true],
    ['offline', false],
  ])('an intent in doubt over %s goes on by itself: %s', async (doubt, goesOn) => {
    await openIntent({ ...fired, doubt, answered: true, firedAt: noon - 60_000 });
    await observed(7, new FakePage(app(null)));
    expect(await lastIntent()).toMatchObject(
      goesOn ? { outcome: { kind: 'notDone', failure: 'refused' } } : { stage: 'fired', doubt },
    );
  });
});

it.each<[PageReport, FailureCode, FailureCode | null]>([
  [app('api'), 'notOwner', null],
  [app(null), 'notOwner', 'notOwner'],
  [app('api'), 'offline', 'offline'],
  [app('api'), 'unreadable', 'unreadable'],
  [{ kind: 'error' }, 'notOwner', 'notOwner'],
])('%o solves %s: %s is left', async (shows, before, after) => {
  await fail(before);
  await observed(7, new FakePage(shows));
  expect(await failure()).toBe(after);
});

describe('progress', () => {
  const notPressed: Progress = { kind: 'notPressed', failure: 'timedOut' };
  async function sent(changes: Partial<Intent> = {}): Promise<{ intent: Intent; page: FakePage; tab: FakeTab }> {
    const page = showing(token);
    const tab = tabs.open(page);
    await ownTabsItem.set([tab.id]);
    return { intent: await openIntent({ tab: tab.id, document: page.document, ...changes }), page, tab };
  }
  const say = (tab: number, intent: string, page: FakePage, progress: Progress) => {
    page.progress.set(intent, progress);
    return handleReport(tab, { type: 'progress', intent, observation: page.observation(), progress });
  };

  it('of the document it was sent to is believed, and closes its tab at the end', async () => {
    const { intent, page, tab } = await sent();
    const heard = heardBy(tab.id);
    expect(await through(say(tab.id, intent.id, page, notPressed))).toBeNull();
    expect(await lastIntent()).toMatchObject({ outcome: { kind: 'notDone', failure: 'timedOut' } });
    expect(tabs.log).toEqual([`close ${tab.id}`]);
    expect(heard).toHaveBeenCalledExactlyOnceWith(page.observation());
  });

  it('is followed from there on', async () => {
    const { intent, page, tab } = await sent();
    const said = say(tab.id, intent.id, page, { kind: 'inFlight', step: 'confirming', need: 'hiddenTab' });
    await vi.advanceTimersByTimeAsync(10);
    expect(await lastIntent()).toMatchObject({ stage: 'armed', step: 'confirming', need: 'hiddenTab' });
    page.progress.set(intent.id, notPressed);
    await through(said);
    expect(await lastIntent()).toMatchObject({ outcome: { failure: 'timedOut' } });
  });

  it('that leaves the outcome in doubt has the worker woken for it', async () => {
    const { intent, page, tab } = await sent({ stage: 'fired', firedAt: noon - 1_000, doubt: 'unknownOutcome' });
    expect((await fakeBrowser.alarms.get(recoveryAlarm)) ?? null).toBeNull();
    await through(say(tab.id, intent.id, page, { kind: 'pressed', changed: false, answered: false }));
    expect(await lastIntent()).toMatchObject({ stage: 'fired', doubt: 'timedOut' });
    expect((await fakeBrowser.alarms.get(recoveryAlarm)) ?? null).not.toBeNull();
  });

  it('that says nothing changes nothing, and the document is asked', async () => {
    const { intent, page, tab } = await sent();
    const said = handleReport(tab.id, {
      ...{ type: 'progress', intent: intent.id, observation: page.observation() },
      progress: { kind: 'unknown' },
    });
    page.progress.set(intent.id, notPressed);
    await through(said);
    expect(await ledgerItem.get()).toMatchObject([{ id: intent.id, outcome: { failure: 'timedOut' } }]);
  });

  it.each<[string, (on: { intent: Intent; page: FakePage; tab: FakeTab }) => Promise<unknown>]>([
    ['from another tab', ({ intent, page, tab }) => say(tab.id + 1, intent.id, page, notPressed)],
    ['from another document', ({ intent, tab }) => say(tab.id, intent.id, showing(token), notPressed)],
    ['of an unknown intent', ({ page, tab }) => say(tab.id, newId(), page, notPressed)],
  ])('%s is not believed', async (_, report) => {
    const on = await sent();
    const heard = heardBy(on.tab.id);
    await through(report(on));
    expect(await ledgerItem.get()).toEqual([on.intent]);
    expect([tabs.log, heard.mock.calls]).toEqual([[], []]);
  });

  it('of a settled intent changes nothing', async () => {
    const { intent, page, tab } = await sent({ stage: 'settled', outcome: { kind: 'done', mark: null } });
    await through(say(tab.id, intent.id, page, notPressed));
    expect(await ledgerItem.get()).toEqual([intent]);
    expect(tabs.log).toEqual([]);
  });

  it('that came with the change is done, and keeps the new token', async () => {
    const { intent, page, tab } = await sent(fired);
    page.shows = showing(next).shows;
    await through(say(tab.id, intent.id, page, { kind: 'pressed', changed: true, answered: true }));
    expect(await lastIntent()).toMatchObject({ outcome: { kind: 'done' } });
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });
});

describe('the widgets that a page shows', () => {
  const [first, ...others] = Array.from({ length: 7 }, () => newWidgetId());
  const shows = (widgets: string[], page = showing(token)) =>
    through(handleReport(7, { type: 'observed', observation: { ...page.observation(), widgets } }));
  const offered = () => widgetOffersItem.get();

  it('are offered, the newest first', async () => {
    await shows(others.slice(0, 2));
    await shows([first ?? ''], new FakePage(app(null)));
    expect(await offered()).toEqual([first, ...others.slice(0, 2)]);
  });

  it('are kept so many and no more, each once', async () => {
    await shows(others.slice(0, 5));
    await shows([others[4] ?? '', others[5] ?? '']);
    expect(await offered()).toEqual([others[4], others[5], ...others.slice(0, 3)]);
  });

  it('are written only where one is new', async () => {
    await shows(others.slice(0, 2));
    const set = vi.spyOn(widgetOffersItem, 'set');
    await shows(others.slice(0, 1));
    await shows([]);
    await observed(7, showing(token));
    expect(set).not.toHaveBeenCalled();
  });

  it('come after the token: it is kept also where they cannot be', async () => {
    vi.spyOn(widgetOffersItem, 'get').mockRejectedValue(new Error('quota'));
    await expect(shows([first ?? ''], showing(next))).rejects.toThrow('quota');
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });
});

describe('a page’s own button', () => {
  it('that has copied says what, and has no answer', async () => {
    await secretsItem.set({ [key]: { token } });
    expect(await handleReport(7, { type: 'copied', ...(await clipOf(token)) })).toBeNull();
    expect(await historyItem.get()).toMatchObject([{ account: key, event: { kind: 'copied', format: 'token' } }]);
  });

  it('that is pressed is told how many places that touches', async () => {
    await listPlaces();
    const { id } = tabs.open(showing(token));
    expect(await through(handleReport(id, { type: 'pressed', kind: 'regenerate' }))).toEqual({ places: 2 });
    expect(tabs.log).toEqual([`enter ${id} notice.js`]);
  });
});
