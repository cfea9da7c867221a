// @vitest-environment node
/** The way to the token page: what leads there, and what is said where nothing does. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  emptySteadyFor,
  firstSightLimit,
  lookEvery,
  reachLimit,
  settleLimit,
  signInSteadyFor,
  walkLimit,
} from '../../../../lib/coordinator/limits.ts';
import { type Reached, reachTokenPage } from '../../../../lib/coordinator/reach.ts';
import { publish } from '../../../../lib/coordinator/sightings.ts';
import type { PageReport } from '../../../../lib/messages/reports.ts';
import { next, showing, startBackground, token, tokenPage } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakePage } from '../support/fake-page.ts';
import type { FakeTab, FakeTabs } from '../support/fake-tabs.ts';

let tabs: FakeTabs;
beforeEach(() => {
  const background = startBackground();
  tabs = background.tabs;
  return background.end;
});

type Route = Extract<PageReport, { kind: 'app' }>['route'];
const app = (route: Route): PageReport => ({ kind: 'app', route });
const unreadable = (reason: 'hidden' | 'noToken'): PageReport => ({ kind: 'unreadable', reason, report: 'div>p' });
const other: PageReport = { kind: 'other' };
const signedOut: PageReport = { kind: 'signedOut' };
const problem = (failure: string, reason: string | null = null, report: string | null = null) => ({
  ok: false,
  problem: { failure, reason, report },
});

interface Went {
  reached: Reached;
  took: number;
  steps: string[];
}
async function reach(tab: number, cancel = new AbortController().signal): Promise<Went> {
  const [started, steps] = [Date.now(), [] as string[]];
  const reached = await through(reachTokenPage(tab, (step) => steps.push(step), cancel));
  return { reached, took: Date.now() - started, steps };
}
/** A page that shows one thing after another: each after so many ms. */
function changing(first: PageReport, ...then: [after: number, shows: PageReport][]): FakePage {
  const page = new FakePage(first);
  for (const [after, shows] of then) setTimeout(() => Object.assign(page, { shows }), after);
  return page;
}
/** A page whose menu leads on to `then`, one after the other. */
function leading(...then: PageReport[]): FakePage {
  const page = new FakePage(then.shift() ?? other);
  page.onWalk = () => Object.assign(page, { shows: then.shift() ?? page.shows });
  return page;
}
const walks = (page: FakePage) => page.heard.filter(({ type }) => type === 'walk').length;

describe('arrives', () => {
  it.each<[string, () => FakePage, string | null, string[], number]>([
    ['at once at a token', () => showing(token), token, [], 0],
    ['where there is none, and still none a moment later', () => showing(null), null, [], 0],
    [
      'through the menu',
      () => leading(app('userMenu'), app('myAccount'), app('api'), app('apiToken'), tokenPage(token)),
      token,
      ['finding', 'finding', 'finding', 'finding'],
      4,
    ],
    ['where a page draws its token late', () => changing(other, [4_000, tokenPage(token)]), token, [], 0],
    [
      'where what seemed none turns out a token',
      () => changing({ kind: 'none', orgId: null, label: null }, [emptySteadyFor + 200, tokenPage(token)]),
      token,
      ['reading'],
      0,
    ],
    [
      'past a sign-in that only passes by',
      () => changing(signedOut, [signInSteadyFor - 100, tokenPage(token)]),
      token,
      ['opening'],
      0,
    ],
    [
      'where a page becomes readable',
      () => changing(unreadable('hidden'), [settleLimit - 400, tokenPage(token)]),
      token,
      ['reading'],
      0,
    ],
    [
      'where it is unreadable for several reasons first',
      () => changing(unreadable('hidden'), [4_000, unreadable('noToken')], [8_000, tokenPage(token)]),
      token,
      ['reading', 'reading'],
      0,
    ],
    [
      'where a menu comes late',
      () => changing(app(null), [5_000, app('apiToken')], [12_000, tokenPage(token)]),
      token,
      ['reading', 'finding'],
      1,
    ],
  ])('%s', async (_, draw, shown, steps, walked) => {
    const page = draw();
    const went = await reach(tabs.open(page).id);
    expect(went.reached).toEqual({ ok: true, observation: page.observation() });
    expect(page.shows).toMatchObject(shown === null ? { kind: 'none' } : { kind: 'token', token: shown });
    expect([went.steps, walks(page)]).toEqual([steps, walked]);
  });

  it('as soon as the page reports it, not when it is asked next', async () => {
    const page = new FakePage(app(null));
    const tab = tabs.open(page).id;
    setTimeout(() => {
      page.shows = tokenPage(token);
      publish(tab, page.observation());
    }, lookEvery + 7);
    const { took } = await reach(tab);
    expect(took).toBe(lookEvery + 7);
  });

  it.each<[string, () => FakePage, string]>([
    ['another document with a token came', () => showing(token), 'token'],
    ['another document without one came', () => showing(null), 'none'],
  ])('not where there was none, and %s', async (_, draw, kind) => {
    const tab = tabs.open(showing(null));
    const after = draw();
    setTimeout(() => Object.assign(tab, { page: after }), emptySteadyFor - 1);
    const { reached } = await reach(tab.id);
    expect(reached).toMatchObject({ ok: true, observation: { document: after.document, page: { kind } } });
  });

  it('by a link to another page that looks alike', async () => {
    const tab = tabs.open(new FakePage(app('api')));
    const second = leading(app('api'), tokenPage(next));
    tab.page.onWalk = () => Object.assign(tab, { page: second });
    const { reached } = await reach(tab.id);
    expect(reached).toMatchObject({ ok: true, observation: second.observation() });
  });

  it('in a tab that was closed to us for a moment', async () => {
    const tab = tabs.open(new FakePage(other, { script: false, enterable: false }));
    setTimeout(() => Object.assign(tab, { page: showing(token) }), 2 * lookEvery + 1);
    expect((await reach(tab.id)).reached.ok).toBe(true);
  });
});

const stopped: Partial<FakePage> = { script: false, enterable: false };
describe('does not arrive', () => {
  it.each<[string, () => FakePage, Partial<FakeTab>, unknown, number]>([
    ['signed out', () => new FakePage(signedOut), {}, problem('signedOut'), signInSteadyFor],
    ['an error page', () => new FakePage({ kind: 'error' }), {}, problem('pageError'), settleLimit],
    ['unreadable', () => new FakePage(unreadable('hidden')), {}, problem('unreadable', 'hidden', 'div>p'), settleLimit],
    ['no menu', () => new FakePage(app(null)), {}, problem('notOwner'), settleLimit],
    ['a menu that leads nowhere', () => new FakePage(app('userMenu')), {}, problem('notOwner'), walkLimit],
    [
      'the menu’s last step leads nowhere',
      () => new FakePage(app('apiToken')),
      {},
      problem('unreadable', 'noControls', ''),
      walkLimit,
    ],
    [
      'the last step leads to a page without a menu',
      () => leading(app('apiToken'), app(null)),
      {},
      problem('unreadable', 'noControls', ''),
      settleLimit,
    ],
    [
      'the last step leads to a sign-in',
      () => leading(app('apiToken'), signedOut),
      {},
      problem('signedOut'),
      signInSteadyFor,
    ],
    [
      'a step before it leads to a page without a menu',
      () => leading(app('api'), app(null)),
      {},
      problem('notOwner'),
      settleLimit,
    ],
    [
      'left for an identity provider',
      () => new FakePage(other, stopped),
      { url: undefined },
      problem('signedOut'),
      3 * lookEvery,
    ],
    ['the browser’s own error page', () => new FakePage(other, stopped), {}, problem('offline'), 3 * lookEvery],
    [
      'a page of the dashboard that we do not know',
      () => new FakePage(other),
      {},
      problem('pageError'),
      firstSightLimit,
    ],
    ['never loaded', () => new FakePage(other, stopped), { status: 'loading' }, problem('timedOut'), firstSightLimit],
  ])('%s', async (_, draw, changes, expected, after) => {
    const { reached, took } = await reach(tabs.open(draw(), changes).id);
    expect(reached).toEqual(expected);
    // What was seen last is waited for from there; a look may come up to one beat late.
    expect(took).toBeGreaterThanOrEqual(after);
    expect(took).toBeLessThanOrEqual(after + 2 * lookEvery);
  });

  it('in a page of a former version, where no script answers', async () => {
    const page = new FakePage(other, { script: false });
    page.answer = () => null;
    expect((await reach(tabs.open(page).id)).reached).toEqual(problem('updated'));
  });

  it('in a tab that is gone', async () => {
    const { reached, took } = await reach(99);
    expect([reached, took]).toEqual([problem('cancelled'), 3 * lookEvery]);
  });

  it.each<[string, (tab: FakeTab) => void, string]>([
    ['closed', ({ id }) => tabs.tabs.delete(id), 'cancelled'],
    [
      'sent elsewhere',
      (tab) => Object.assign(tab, { url: undefined, page: new FakePage(other, stopped) }),
      'signedOut',
    ],
  ])('in a tab that is %s on the way', async (_, happens, failure) => {
    const tab = tabs.open(new FakePage(app('api')));
    setTimeout(() => happens(tab), 2_000);
    const { reached, took } = await reach(tab.id);
    expect(reached).toEqual(problem(failure));
    // A tab that is gone is not waited for; one elsewhere may come back.
    expect(took < 2_000 + 2 * lookEvery).toBe(failure === 'cancelled');
  });

  it('through a menu without end', async () => {
    const page = new FakePage(app('api'));
    page.onWalk = () =>
      Object.assign(page, { shows: app(page.shows.kind === 'app' && page.shows.route === 'api' ? 'userMenu' : 'api') });
    const { reached } = await reach(tabs.open(page).id);
    expect([reached, walks(page)]).toEqual([problem('timedOut'), 10]);
  });

  it('where each step takes its time, and all together too much', async () => {
    const page = new FakePage(app('api'));
    const routes: Route[] = ['userMenu', 'myAccount', 'apiToken', 'api'];
    page.onWalk = () =>
      void setTimeout(() => Object.assign(page, { shows: app(routes.shift() ?? null) }), walkLimit - 1_000);
    const { reached, took } = await reach(tabs.open(page).id);
    expect(reached.ok).toBe(false);
    expect(took).toBeLessThanOrEqual(reachLimit + lookEvery);
  });
});

describe('called off', () => {
  it.each<[string, () => FakePage, number]>([
    ['before anything was seen', () => new FakePage(other), 300],
    ['before it began', () => new FakePage(other), 0],
  ])('%s', async (_, draw, after) => {
    const cancel = new AbortController();
    if (after === 0) cancel.abort();
    else setTimeout(() => cancel.abort(), after);
    const { reached, took } = await reach(tabs.open(draw()).id, cancel.signal);
    expect([reached, took]).toEqual([problem('cancelled'), after]);
  });

  it('on the way, nothing more is pressed', async () => {
    const cancel = new AbortController();
    const page = new FakePage(app('api'));
    page.onWalk = () => cancel.abort();
    const { reached, took } = await reach(tabs.open(page).id, cancel.signal);
    expect([reached.ok, took, walks(page)]).toEqual([false, lookEvery, 1]);
  });
});
