import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Agent } from '../../../../lib/content/agent.ts';
import { forgetParts, offerPart } from '../../../../lib/content/parts.ts';
import { type Ended, operate, type Surroundings } from '../../../../lib/dashboard/operate.ts';
import { observationSchema, reportSchema } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { type Hear, hearBy } from '../support/hear.ts';
import { newToken } from '../support/pages.ts';

vi.mock('../../../../lib/dashboard/operate.ts', () => ({ operate: vi.fn() }));
class NoLayout {
  observe() {}
  disconnect() {}
}

const token = newToken();
const page = `<h1>API Token</h1><p>${token}</p><button>Regenerate</button><button>Delete</button>`;
const background = { id: fakeBrowser.runtime.id };

let end: AbortController;
let hear: Hear;
let finish: (ended: Ended) => void;
const sent: unknown[] = [];
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', NoLayout);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    hear = hearBy(listener);
  });
  sent.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => void sent.push(message));
  vi.mocked(operate).mockImplementation(() => new Promise((resolve) => (finish = resolve)));
  offerPart('operate', operate);
  document.body.innerHTML = page;
  end = new AbortController();
  new Agent(document, end).start();
  return () => {
    end.abort();
    vi.unstubAllGlobals();
  };
});

const tell = async (message: unknown) => hear(message, background);
const look = async () => observationSchema.parse(await tell({ type: 'look' }));
const task = { kind: 'delete', expected: null, orgId: null, label: null, until: Number.MAX_SAFE_INTEGER };
const order = async (intent: string, document?: string) =>
  tell({ type: 'operate', document: document ?? (await look()).document, intent, ...task });
const recall = async (intent: string) => (await tell({ type: 'recall', intent })) as { progress: unknown };

describe('what it hears', () => {
  it.each<[string, unknown, object]>([
    ['another extension', { type: 'look' }, { id: 'another' }],
    ['nobody', { type: 'look' }, {}],
    ['a page', { type: 'look' }, { ...background, tab: { id: 1 } }],
    ['no command', { type: 'opened' }, background],
    ['a malformed one', { type: 'walk' }, background],
    ['nothing', undefined, background],
  ])('is not %s', (_, message, sender) => {
    expect(hear(message, sender)).toBeUndefined();
  });

  it('is a look: what the page shows, since when', async () => {
    const first = await look();
    expect(first.page).toMatchObject({ kind: 'token', token });
    expect(await look()).toEqual(first);
  });
});

it('reports what it sees, once', () => {
  expect(sent).toHaveLength(1);
  expect(reportSchema.parse(sent[0])).toMatchObject({
    type: 'observed',
    observation: { page: { kind: 'token', token } },
  });
});

describe('since when', () => {
  const [first, second] = [newToken(), newToken()];
  const draw = (value: string | null, label = '') => {
    const shown = value === null ? '' : `<p>${value}</p>`;
    document.body.innerHTML = `<header>${label} <a href="#">Sign Out</a></header><h1>API Token</h1>${shown}
      ${value === null ? '<button>Generate</button>' : '<button>Regenerate</button><button>Delete</button>'}`;
  };
  let now = 1_000;
  const seenAt = async (at: number) => {
    now = at;
    return (await look()).asOf;
  };
  beforeEach(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => now);
  });

  it('a token counts from its first sight in the document, whatever came between but the word that there is none', async () => {
    draw(first);
    expect(await seenAt(1_000)).toBe(1_000);
    draw(second);
    expect(await seenAt(2_000)).toBe(2_000);
    draw(first);
    expect(await seenAt(3_000)).toBe(1_000);
    document.body.innerHTML = '<h1>API Token</h1><p>Loading</p>';
    expect(await seenAt(4_000)).toBe(4_000);
    draw(second);
    expect(await seenAt(5_000)).toBe(2_000);
    draw(null);
    expect(await seenAt(6_000)).toBe(6_000);
    draw(first);
    expect(await seenAt(7_000)).toBe(7_000);
    draw(second);
    expect(await seenAt(8_000)).toBe(8_000);
    draw(first);
    expect(await seenAt(9_000)).toBe(7_000);
  });

  it('a token counts on where only its label changes', async () => {
    draw(first);
    expect(await seenAt(1_000)).toBe(1_000);
    draw(first, 'olivia@acme.example');
    expect(await seenAt(2_000)).toBe(1_000);
  });

  it('that there is none counts anew each time, and on while it stays', async () => {
    draw(null);
    expect(await seenAt(1_000)).toBe(1_000);
    draw(null, 'olivia@acme.example');
    expect(await seenAt(2_000)).toBe(1_000);
    draw(first);
    expect(await seenAt(3_000)).toBe(3_000);
    draw(null);
    expect(await seenAt(4_000)).toBe(4_000);
  });
});

it.each([
  ['navigate', true],
  ['reload', false],
  ['back_forward', false],
  ['prerender', false],
  [undefined, false],
])('says how the document came: %s', async (type, navigated) => {
  const { performance } = document.defaultView as unknown as { performance: Performance };
  const entries = type === undefined ? [] : [{ type, responseStatus: 200 }];
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries as unknown as PerformanceEntryList);
  expect((await look()).navigated).toBe(navigated);
});

it.each([
  [399, undefined],
  [400, true],
  [503, true],
])('says whether the document came as a failure: %s', async (responseStatus, failed) => {
  const { performance } = document.defaultView as unknown as { performance: Performance };
  const entries = [{ type: 'navigate', responseStatus }] as unknown as PerformanceEntryList;
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries);
  expect((await look()).failed).toBe(failed);
});

describe('the widget ids of a page', () => {
  const uuid = crypto.randomUUID();
  const widget = `<p>Widget ID: ${uuid}</p>`;
  const out = '<a href="/signout">Sign Out</a>';
  it.each<[string, string, string[] | undefined]>([
    ['of the app', out + widget, [uuid]],
    ['without a token', `${out}<h1>API Token</h1><button>Generate</button>${widget}`, [uuid]],
    ['with the token', page + widget, [uuid]],
    ['with a token that looks like one', page.replace(token, uuid) + widget, undefined],
    ['without any', out, undefined],
    ['that is none of the dashboard’s', widget, undefined],
    ['that cannot be read', `<h1>API Token</h1>${widget}`, undefined],
  ])('%s', async (_, html, widgets) => {
    document.body.innerHTML = html;
    expect((await look()).widgets).toEqual(widgets);
  });
});

describe('an operation', () => {
  const broken = new Error('the page broke the reader');
  it.each<[string, (around: Surroundings) => Promise<unknown>, Ended]>([
    ['before it asked: nothing was pressed', async () => null, { kind: 'notPressed', failure: 'unreadable' }],
    [
      'after it asked: nobody can tell',
      (around) => around.mayFire(),
      { kind: 'pressed', changed: false, answered: false },
    ],
  ])('that fails %s', async (_, before, progress) => {
    vi.mocked(operate).mockImplementation(async (_task, around) => {
      await before(around);
      throw broken;
    });
    const intent = newId();
    expect(await order(intent)).toEqual({ accepted: true });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: 'progress', intent, progress }));
    expect((await recall(intent)).progress).toEqual(progress);
    expect(await order(intent)).toEqual({ accepted: false });
  });

  it('is done in the document it was meant for, once', async () => {
    const intent = newId();
    expect(await order(intent)).toEqual({ accepted: true });
    expect(await order(intent)).toEqual({ accepted: false });
    expect(operate).toHaveBeenCalledOnce();
    expect(vi.mocked(operate).mock.calls[0]?.[0]).toMatchObject(task);
    expect((await recall(intent)).progress).toEqual({ kind: 'inFlight', step: 'reading', need: null });
  });

  it('is refused without a driver, which the document then has not heard of', async () => {
    const intent = newId();
    forgetParts();
    expect(await order(intent)).toEqual({ accepted: false });
    offerPart('operate', operate);
    expect(await order(intent)).toEqual({ accepted: true });
    expect(operate).toHaveBeenCalledOnce();
  });

  it('is barred where it was refused without a driver and asked about since', async () => {
    const intent = newId();
    forgetParts();
    await order(intent);
    expect((await recall(intent)).progress).toEqual({ kind: 'unknown' });
    offerPart('operate', operate);
    expect(await order(intent)).toEqual({ accepted: false });
    expect(operate).not.toHaveBeenCalled();
  });

  it('is refused in another document', async () => {
    const intent = newId();
    expect(await order(intent, newId())).toEqual({ accepted: false });
    expect(operate).not.toHaveBeenCalled();
  });

  it('is refused while another is under way, for ever', async () => {
    const second = newId();
    await order(newId());
    expect(await order(second)).toEqual({ accepted: false });
    expect((await recall(second)).progress).toEqual({ kind: 'notPressed', failure: 'busy' });
    finish({ kind: 'pressed', changed: true, answered: true });
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(1));
    expect(await order(second)).toEqual({ accepted: false });
    expect(operate).toHaveBeenCalledOnce();
  });

  it('is refused for ever once somebody asked about it before it was heard of', async () => {
    const intent = newId();
    expect((await recall(intent)).progress).toEqual({ kind: 'unknown' });
    expect(await order(intent)).toEqual({ accepted: false });
    expect((await recall(intent)).progress).toEqual({ kind: 'notPressed', failure: 'interrupted' });
    expect(operate).not.toHaveBeenCalled();
  });

  it('is remembered with its end, and reported', async () => {
    const intent = newId();
    const ended: Ended = { kind: 'pressed', changed: false, answered: true };
    await order(intent);
    finish(ended);
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: 'progress', intent, progress: ended }));
    expect(reportSchema.safeParse(sent.at(-1)).success).toBe(true);
    expect((await recall(intent)).progress).toEqual(ended);
    expect(await order(intent)).toEqual({ accepted: false });
  });
});

describe('a walk', () => {
  const menu = '<nav><a href="#" id="account">My Account</a></nav>';
  it('presses the next step of the menu, each once', async () => {
    document.body.innerHTML = menu;
    const pressed = vi.fn<() => void>();
    document.getElementById('account')?.addEventListener('click', pressed);
    const { document: id, page: seen } = await look();
    expect(seen).toEqual({ kind: 'app', route: 'myAccount' });
    expect(await tell({ type: 'walk', document: newId() })).toEqual({ walked: false });
    expect(pressed).not.toHaveBeenCalled();
    expect(await tell({ type: 'walk', document: id })).toEqual({ walked: true });
    expect(await tell({ type: 'walk', document: id })).toEqual({ walked: false });
    expect(pressed).toHaveBeenCalledOnce();
  });
});
