import { beforeEach, expect, it, vi } from 'vitest';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { watchPage } from '../../../../lib/dashboard/watch.ts';
import { comeBack, goAway } from '../support/back-forward.ts';

let end: AbortController;
let looks: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  end = new AbortController();
  looks = 0;
  document.body.innerHTML = '<main></main>';
  return () => {
    end.abort();
    vi.useRealTimers();
  };
});
const watch = (takes = 0) =>
  watchPage(document, end.signal, () => {
    looks += 1;
    vi.advanceTimersByTime(takes);
    return takeSnapshot(document).roots;
  });
/** Lets `ms` pass, after everything that is told of changes has been told. */
async function pass(ms: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(ms);
}
const main = () => document.querySelector('main') ?? expect.fail('no main');
const change = () => main().append('x');

it('looks at once, and again where fields fill late', async () => {
  watch();
  expect(looks).toBe(1);
  await pass(10_000);
  expect(looks).toBe(4);
  await pass(60_000);
  expect(looks).toBe(4);
});

it.each([
  ['a node', () => change()],
  ['an attribute', () => main().setAttribute('data-x', '1')],
  ['a text', () => (main().firstChild as Text).replaceData(0, 1, 'T')],
  ['whether the page is seen', () => document.dispatchEvent(new Event('visibilitychange'))],
])('looks when %s changes', async (_, make) => {
  main().textContent = 'text';
  watch();
  await pass(10_000);
  make();
  await pass(1_000);
  expect(looks).toBe(5);
});

it('looks once for many changes close together', async () => {
  watch();
  await pass(10_000);
  for (let changes = 0; changes < 50; changes += 1) change();
  await pass(99);
  for (let changes = 0; changes < 50; changes += 1) change();
  await pass(1_000);
  expect(looks).toBe(5);
});

it('rests ten times as long as a look takes', async () => {
  watch(50);
  await pass(10_000);
  const before = looks;
  change();
  await pass(400);
  expect(looks).toBe(before);
  await pass(200);
  expect(looks).toBe(before + 1);
});

it('sees into shadow roots that come later', async () => {
  watch();
  await pass(10_000);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  main().append(host);
  await pass(1_000);
  expect(looks).toBe(5);
  root.append('x');
  await pass(1_000);
  expect(looks).toBe(6);
});

it('survives a page that replaces everything', async () => {
  watch();
  await pass(10_000);
  document.body.innerHTML = '<main>new</main>';
  await pass(1_000);
  change();
  await pass(1_000);
  expect(looks).toBe(6);
});

it('looks on when a timer was lost on the way into the back-forward cache', async () => {
  watch();
  await pass(10_000);
  document.dispatchEvent(new Event('visibilitychange'));
  vi.clearAllTimers();
  comeBack();
  await pass(20_000);
  expect(looks).toBe(5);
});

it('looks before the page goes into the back-forward cache, once', async () => {
  watch();
  await pass(10_000);
  document.dispatchEvent(new Event('visibilitychange'));
  goAway(false);
  expect(looks).toBe(4);
  goAway();
  expect(looks).toBe(5);
  await pass(10_000);
  expect(looks).toBe(5);
});

it('ends with its signal, and leaves no timer', async () => {
  watch();
  change();
  end.abort();
  await pass(10_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(10_000);
  expect(looks).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});
