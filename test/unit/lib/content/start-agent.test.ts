import { beforeEach, expect, it, vi } from 'vitest';
import { Agent } from '../../../../lib/content/agent.ts';
import { offerPart, partOf } from '../../../../lib/content/parts.ts';
import { startAgent } from '../../../../lib/content/start-agent.ts';
import type { operate } from '../../../../lib/dashboard/operate.ts';

const life = vi.hoisted(() => ({ alive: true }));
vi.mock('../../../../lib/content/outbox.ts', () => ({ isAlive: () => life.alive }));
vi.mock('../../../../lib/content/agent.ts', () => {
  /** Writes down its life only. */
  class FakeAgent {
    static started: AbortController[] = [];
    readonly end: AbortController;
    constructor(_page: Document, end: AbortController) {
      this.end = end;
    }
    start() {
      FakeAgent.started.push(this.end);
    }
  }
  return { Agent: FakeAgent };
});
const { started } = Agent as unknown as { started: AbortController[] };

beforeEach(() => {
  life.alive = true;
  started.length = 0;
  Reflect.deleteProperty(globalThis, Symbol.for('token-desk/agent'));
});
/** A document that is being prerendered, until the event that says so. */
const prerendered = () => Object.assign(new Document(), { prerendering: true });

it('starts one agent, however often it runs', () => {
  startAgent(document);
  startAgent(document);
  startAgent(document);
  expect(started).toHaveLength(1);
  expect(started[0]?.signal.aborted).toBe(false);
});

it('takes over from one that an update has killed', () => {
  startAgent(document);
  life.alive = false;
  startAgent(document);
  expect(started.map(({ signal }) => signal.aborted)).toEqual([true, false]);
});

it('works with no driver but what is brought in from its start on', () => {
  const [former, ours] = [vi.fn<typeof operate>(), vi.fn<typeof operate>()];
  offerPart('operate', former);
  startAgent(document);
  expect(partOf('operate')).toBeUndefined();
  offerPart('operate', ours);
  offerPart('operate', ours);
  startAgent(document);
  expect(partOf('operate')).toBe(ours);
  life.alive = false;
  startAgent(document);
  expect(partOf('operate')).toBeUndefined();
});

it('takes over from one that has ended by itself', () => {
  startAgent(document);
  started[0]?.abort();
  startAgent(document);
  expect(started).toHaveLength(2);
});

it('starts at once on a page that is not, or no longer, prerendered', () => {
  startAgent(Object.assign(new Document(), { prerendering: false }));
  expect(started).toHaveLength(1);
});

it('starts at once on a page that has an image named as the property', () => {
  startAgent(Object.assign(new Document(), { prerendering: document.createElement('img') }));
  expect(started).toHaveLength(1);
});

it('leaves its place to the next where it cannot start', () => {
  const start = vi.spyOn(Agent.prototype, 'start').mockImplementationOnce(() => {
    throw new Error('no');
  });
  expect(() => startAgent(document)).toThrow('no');
  startAgent(document);
  expect(start).toHaveBeenCalledTimes(2);
  expect(started).toHaveLength(1);
});

it('leaves a page alone while it is prerendered', () => {
  const page = prerendered();
  startAgent(page);
  expect(started).toHaveLength(0);
  page.dispatchEvent(new Event('prerenderingchange'));
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(started).toHaveLength(1);
});

it('never starts where another run took over before the page was shown', () => {
  const page = prerendered();
  startAgent(page);
  life.alive = false;
  startAgent(document);
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(started).toHaveLength(1);
});
