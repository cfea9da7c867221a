import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Agent } from '../../../../lib/content/agent.ts';
import { type Ended, operate } from '../../../../lib/dashboard/operate.ts';
import { observationSchema, reportSchema } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { newToken } from '../support/pages.ts';

vi.mock('../../../../lib/dashboard/operate.ts', () => ({ operate: vi.fn() }));
class NoLayout {
  observe() {}
  disconnect() {}
}

const token = newToken();
const page = `<h1>API Token</h1><p>${token}</p><button>Regenerate</button><button>Delete</button>`;
const background = { id: fakeBrowser.runtime.id };
type Hear = (message: unknown, sender: object) => Promise<unknown> | undefined;

let end: AbortController;
let hear: Hear;
let finish: (ended: Ended) => void;
const sent: unknown[] = [];
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', NoLayout);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    hear = listener as unknown as Hear;
  });
  sent.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => void sent.push(message));
  vi.mocked(operate).mockImplementation(() => new Promise((resolve) => (finish = resolve)));
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
const task = { kind: 'delete', expected: null, orgId: null, label: null };
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

describe('an operation', () => {
  it('is done in the document it was meant for, once', async () => {
    const intent = newId();
    expect(await order(intent)).toEqual({ accepted: true });
    expect(await order(intent)).toEqual({ accepted: false });
    expect(operate).toHaveBeenCalledOnce();
    expect(vi.mocked(operate).mock.calls[0]?.[0]).toMatchObject(task);
    expect((await recall(intent)).progress).toEqual({ kind: 'inFlight', step: 'reading', need: null });
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
