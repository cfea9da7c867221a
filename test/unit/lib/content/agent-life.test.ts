/** One agent over the life of a page: what it says when, what it lends to an operation, and how it ends. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Agent } from '../../../../lib/content/agent.ts';
import { offerPart } from '../../../../lib/content/parts.ts';
import { emptySteadyFor } from '../../../../lib/coordinator/limits.ts';
import { type Ended, operate, type Surroundings } from '../../../../lib/dashboard/operate.ts';
import type { PageReading } from '../../../../lib/dashboard/page.ts';
import { widgetIdsIn } from '../../../../lib/dashboard/widgets.ts';
import type { Observation } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { comeBack } from '../support/back-forward.ts';
import { type Hear, hearBy } from '../support/hear.ts';
import { newToken } from '../support/pages.ts';

vi.mock('../../../../lib/dashboard/operate.ts', () => ({ operate: vi.fn() }));
vi.mock('../../../../lib/dashboard/widgets.ts', () => ({ widgetIdsIn: vi.fn<() => string[]>(() => []) }));
const button = vi.hoisted(() => ({ shown: [] as unknown[], read: (): unknown => null }));
vi.mock('../../../../lib/content/page-button.ts', () => ({
  PageButton: class {
    constructor(_page: Document, read: () => unknown) {
      button.read = read;
    }
    show(reading: unknown) {
      button.shown.push(reading);
    }
  },
}));

const { runtime } = fakeBrowser;
const id = runtime.id;
const token = newToken();
const controls = '<button>Regenerate</button><button>Delete</button>';
const whole = (value = token) => `<h1>API Token</h1><p>${value}</p>${controls}`;

interface Said {
  type: string;
  intent?: string;
  progress?: unknown;
  observation: Observation;
}
let end: AbortController;
let hear: Hear;
let sent: Said[];
let added: unknown;
let removed: unknown[];
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  removed = [];
  vi.spyOn(runtime.onMessage, 'addListener').mockImplementation((listener) => {
    added = listener;
    hear = hearBy(listener);
  });
  vi.spyOn(runtime.onMessage, 'removeListener').mockImplementation((listener) => void removed.push(listener));
  vi.spyOn(runtime, 'sendMessage').mockImplementation(async (message: unknown) => void sent.push(message as Said));
  button.shown.length = 0;
  offerPart('operate', operate);
  end = new AbortController();
  return () => {
    Object.assign(runtime, { id });
    end.abort();
    vi.useRealTimers();
  };
});

function live(html: string): void {
  document.body.innerHTML = html;
  new Agent(document, end).start();
}
/** What the page's own clock says (ms), and how the page came. */
function mockClock({
  timeOrigin,
  now,
  ...navigation
}: { timeOrigin: number; now: number } & Record<string, unknown>): void {
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(timeOrigin);
  vi.spyOn(performance, 'now').mockReturnValue(now);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([navigation] as unknown as PerformanceEntryList);
}
/** Changes the page, and gives its observers their time. */
async function change(html: string): Promise<void> {
  document.body.innerHTML = html;
  await vi.advanceTimersByTimeAsync(150);
}
const tell = async (message: unknown) => hear(message, { id });
const look = async () => (await tell({ type: 'look' })) as Observation;
const recall = async (intent: string) => ((await tell({ type: 'recall', intent })) as { progress: unknown }).progress;
const kinds = () => sent.map(({ observation }) => observation.page.kind);

describe('what it reports', () => {
  it('is each thing the page says, once', async () => {
    const next = newToken();
    live(whole());
    await change(`${whole()}<i>more</i>`);
    expect(kinds()).toEqual(['token']);
    await change(whole(next));
    await change('<h1>Not yet</h1><a href="/signout">Sign Out</a>');
    expect(kinds()).toEqual(['token', 'token', 'app']);
    expect(sent[1]?.observation.page).toMatchObject({ token: next });
  });

  it('is that a page cannot be read, and not each way in which it cannot', async () => {
    live('<h1>API Token</h1><p>Loading</p>');
    await change('<h1>API Token</h1><div><i>Loading</i></div><p>Still</p>');
    expect(kinds()).toEqual(['unreadable']);
    await change(`<h1>API Token</h1><p>${'•'.repeat(16)}</p>${controls}`);
    expect(sent.map(({ observation }) => observation.page)).toMatchObject([
      { reason: 'noControls' },
      { reason: 'hidden' },
    ]);
  });

  it('is looked for widgets only when it is said', async () => {
    live(whole());
    expect(vi.mocked(widgetIdsIn).mock.calls).toEqual([[document, token]]);
    await change(`${whole()}<i>more</i>`);
    expect(widgetIdsIn).toHaveBeenCalledOnce();
    await look();
    expect(widgetIdsIn).toHaveBeenCalledTimes(2);
  });

  it('is nothing of a page that is none of the dashboard’s', async () => {
    live('<h1>Example</h1>');
    await change('<h1>Another</h1>');
    expect(sent).toEqual([]);
  });

  it.each([
    ['again where the page comes back from the cache', true, 2],
    ['not again where it is shown for the first time', false, 1],
  ])('is said %s', (_, persisted, times) => {
    live(whole());
    const { asOf } = (sent[0] as Said).observation;
    vi.setSystemTime(Date.now() + 60_000);
    comeBack(persisted);
    expect(sent.map(({ observation }) => observation.asOf)).toEqual(Array(times).fill(asOf));
  });

  it('is not said again for an event that the page makes', () => {
    live(whole());
    comeBack(true, false);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a token', whole(), 'token'],
    ['no token', '<a href="#">Sign Out</a><h1>API Token</h1><button>Generate</button>', 'none'],
  ])(
    'counts from when the page was asked for, where it is %s that stands there at the first look',
    async (_, html, kind) => {
      const [timeOrigin, requestStart] = [Date.now() - 600_000, 40];
      mockClock({ timeOrigin, now: 600_000, requestStart });
      live(html);
      expect(await look()).toMatchObject({ asOf: timeOrigin + requestStart, page: { kind } });
      const before = Date.now();
      await change(whole(newToken()));
      expect((await look()).asOf).toBeGreaterThanOrEqual(before);
    },
  );

  it('counts from when the page was asked for, though the browser’s own clock stood still meanwhile', async () => {
    mockClock({ timeOrigin: Date.now() - 3_600_000, now: 900, requestStart: 40 });
    live(whole());
    expect((await look()).asOf).toBe(Date.now() - 860);
  });

  it.each([
    ['that the browser had kept', 'back_forward', 0, true],
    ['that was asked for anew', 'back_forward', 900, false],
    ['that somebody opened', 'navigate', 0, false],
  ])('is of no time on a page gone back to %s', async (_, type, transferSize, isOld) => {
    mockClock({ timeOrigin: Date.now() - 500, now: 500, requestStart: 40, type, transferSize });
    live(whole());
    expect((await look()).asOf === 0).toBe(isOld);
    await change(whole(newToken()));
    expect((await look()).asOf).toBeGreaterThan(0);
  });

  it('counts from when the page says another thing, whatever that is', async () => {
    live('<h1>API Token</h1><p>Loading</p>');
    const first = await look();
    vi.setSystemTime(Date.now() + 1_000);
    await change('<a href="/signout">Sign Out</a>');
    const second = await look();
    expect([first.page.kind, second.page.kind]).toEqual(['unreadable', 'app']);
    expect(second.asOf).toBeGreaterThanOrEqual(first.asOf + 1_000);
  });

  it.each([
    [404, 'error'],
    [500, 'error'],
    [200, 'other'],
    [0, 'other'],
  ])('knows the status that the page came with: %i', async (responseStatus, kind) => {
    vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) =>
      type === 'navigation' ? ([{ responseStatus }] as unknown as PerformanceEntryList) : [],
    );
    live('<h1>Not found</h1>');
    expect((await look()).page.kind).toBe(kind);
  });
});

describe('that there is no token', () => {
  const empty = '<a href="#">Sign Out</a><h1>API Token</h1><button>Generate</button>';
  const labelled = `<header>olivia@acme.example</header>${empty}`;
  const full = (value = token) => `<a href="#">Sign Out</a>${whole(value)}`;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('is said once it has stood for a while, as of when it came to stand', async () => {
    live(full());
    await pass(10_000);
    const emptied = Date.now();
    await change(empty);
    await pass(emptySteadyFor - 150);
    expect(kinds()).toEqual(['token']);
    await pass(200);
    expect(kinds()).toEqual(['token', 'none']);
    expect(sent[1]?.observation.asOf).toBeLessThan(emptied + 150);
    await pass(60_000);
    expect(sent).toHaveLength(2);
  });

  it('is not said of a page that draws its token late', async () => {
    live(empty);
    await pass(emptySteadyFor - 200);
    await change(full());
    await pass(60_000);
    expect(kinds()).toEqual(['token']);
  });

  it('has to stand anew after each time that it did not', async () => {
    live(empty);
    for (let times = 0; times < 5; times += 1) {
      await pass(emptySteadyFor - 300);
      await change(full());
      await change(empty);
    }
    expect(kinds()).not.toContain('none');
    await pass(emptySteadyFor);
    expect(kinds().at(-1)).toBe('none');
  });

  it('is said with the name that is drawn late', async () => {
    live(empty);
    await pass(emptySteadyFor - 200);
    await change(labelled);
    await pass(60_000);
    expect(sent.map(({ observation }) => observation.page)).toMatchObject([
      { kind: 'none', label: 'olivia@acme.example' },
    ]);
  });

  it('is said to who asks at once, and then still by itself', async () => {
    live(full());
    document.body.innerHTML = empty;
    expect((await look()).page.kind).toBe('none');
    await pass(emptySteadyFor);
    expect(kinds()).toEqual(['token', 'none']);
  });

  it('is not said where the token was drawn just before', async () => {
    live(empty);
    await pass(emptySteadyFor - 50);
    document.body.innerHTML = full();
    await pass(60_000);
    expect(kinds()).toEqual(['token']);
  });

  it('is said again of a page that comes back from the cache, if it stands', async () => {
    live(empty);
    await pass(emptySteadyFor);
    comeBack();
    expect(kinds()).toEqual(['none']);
    await pass(emptySteadyFor);
    expect(kinds()).toEqual(['none', 'none']);
    comeBack();
    await change(full());
    await pass(60_000);
    expect(kinds()).toEqual(['none', 'none', 'token']);
  });

  it('makes the token that comes back news of then', async () => {
    live(full());
    await change(empty);
    await pass(emptySteadyFor);
    const back = Date.now();
    await change(full());
    expect(kinds()).toEqual(['token', 'none', 'token']);
    expect(sent[2]?.observation.asOf).toBeGreaterThanOrEqual(back);
  });

  it('and was not said to anybody makes no token news that stood there before', async () => {
    live(full());
    const first = sent[0]?.observation.asOf;
    await pass(10_000);
    await change(empty);
    await change(full());
    expect((await look()).asOf).toBe(first);
  });

  it('is not said after the end', async () => {
    live(empty);
    end.abort();
    await pass(60_000);
    expect(sent).toEqual([]);
  });
});

describe('the page’s button', () => {
  it('is shown each reading, and may read for itself', async () => {
    live(whole());
    await change(`${whole()}<i></i>`);
    expect(button.shown).toHaveLength(2);
    expect(button.shown.at(-1)).toMatchObject({ report: { kind: 'token', token } });
    document.body.innerHTML = '';
    expect((button.read() as PageReading).report.kind).toBe('other');
  });
});

describe('the end', () => {
  it('comes with the signal: nothing is heard or said any more', async () => {
    live(whole());
    end.abort();
    expect(removed).toEqual([added]);
    await change(whole(newToken()));
    comeBack();
    expect(kinds()).toEqual(['token']);
  });

  it('comes by itself after an update, and touches nothing that is gone', async () => {
    live(whole());
    Object.assign(runtime, { id: undefined });
    await change(whole(newToken()));
    expect(end.signal.aborted).toBe(true);
    expect([kinds(), removed, button.shown.length]).toEqual([['token'], [], 1]);
  });
});

describe('an operation', () => {
  const task = { kind: 'delete', expected: null, orgId: null, label: null, until: Number.MAX_SAFE_INTEGER };
  let around: Surroundings;
  let finish: (ended: Ended) => void;
  beforeEach(() => {
    vi.mocked(operate).mockImplementation((_task, given) => {
      around = given;
      return new Promise((resolve) => (finish = resolve));
    });
  });
  async function order(): Promise<string> {
    const intent = newId();
    const { document } = await look();
    await tell({ type: 'operate', document, intent, ...task });
    return intent;
  }

  it('reads the page as it is, and hears of its next change', async () => {
    live(whole());
    await order();
    expect(around.doc).toBe(document);
    const heard = vi.fn<() => void>();
    void around.changed(60_000).then(heard);
    await vi.advanceTimersByTimeAsync(1_000);
    heard.mockClear();
    void around.changed(60_000).then(heard);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard).not.toHaveBeenCalled();
    const next = newToken();
    await change(whole(next));
    expect(heard).toHaveBeenCalledOnce();
    expect(around.read().report).toMatchObject({ token: next });
  });

  it('says how far it is, to whoever hears it and to whoever asks', async () => {
    live(whole());
    const intent = await order();
    around.report('asking', 'hiddenTab');
    const progress = { kind: 'inFlight', step: 'asking', need: 'hiddenTab' };
    expect(sent.at(-1)).toMatchObject({ type: 'progress', intent, progress });
    expect([await recall(intent), await recall(intent)]).toEqual([progress, progress]);
  });

  it('says that the page needs the person where it does nothing any more, and yet answers', async () => {
    vi.stubEnv('FIREFOX', 'true');
    live(whole());
    const intent = await order();
    around.report('asking', null);
    const asking = { kind: 'inFlight', step: 'asking', need: null };
    vi.advanceTimersByTime(6_000);
    expect(await recall(intent)).toEqual(asking);
    vi.advanceTimersByTime(1);
    expect(await recall(intent)).toEqual({ ...asking, need: 'unknownDialog' });
    around.report('asking', 'hiddenTab');
    expect(await recall(intent)).toEqual({ ...asking, need: 'hiddenTab' });
    around.report('asking', null);
    around.read();
    expect(await recall(intent)).toEqual(asking);
  });

  it('does not in Chromium, where a page in the background may work once in a minute', async () => {
    vi.stubEnv('FIREFOX', '');
    live(whole());
    const intent = await order();
    vi.advanceTimersByTime(60_000);
    expect(await recall(intent)).toMatchObject({ kind: 'inFlight', need: null });
  });

  it('needs nobody any more once it has ended', async () => {
    live(whole());
    const intent = await order();
    finish({ kind: 'notPressed', failure: 'interrupted' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await recall(intent)).toEqual({ kind: 'notPressed', failure: 'interrupted' });
  });

  it('that has ended leaves room for the next', async () => {
    live(whole());
    const first = await order();
    finish({ kind: 'pressed', changed: true, answered: true });
    await vi.advanceTimersByTimeAsync(0);
    const second = await order();
    expect(await recall(first)).toEqual({ kind: 'pressed', changed: true, answered: true });
    expect(await recall(second)).toMatchObject({ kind: 'inFlight' });
    expect(operate).toHaveBeenCalledTimes(2);
  });
});
