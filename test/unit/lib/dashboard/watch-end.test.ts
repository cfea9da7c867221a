/** How watching a page ends, and what is watched of a page in which nothing can be seen. */
import { beforeEach, expect, it, vi } from 'vitest';
import { watchPage } from '../../../../lib/dashboard/watch.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  end = new AbortController();
  document.body.innerHTML = '<main></main>';
  return () => {
    end.abort();
    vi.useRealTimers();
  };
});
/** After everything that is told of changes has been told. */
const told = () => new Promise((resolve) => setImmediate(resolve));
const change = () => document.querySelector('main')?.append('x');

it('leaves nothing waiting at its end, and hears nothing after it', async () => {
  const look = vi.fn(() => [document]);
  watchPage(document, end.signal, look);
  change();
  await told();
  expect(vi.getTimerCount()).toBeGreaterThan(1);
  end.abort();
  expect(vi.getTimerCount()).toBe(0);
  change();
  document.dispatchEvent(new Event('visibilitychange'));
  await told();
  expect(vi.getTimerCount()).toBe(0);
  expect(look).toHaveBeenCalledOnce();
});

it('goes on watching a page in which it sees nothing', async () => {
  const look = vi.fn(() => []);
  watchPage(document, end.signal, look);
  await vi.advanceTimersByTimeAsync(10_000);
  look.mockClear();
  change();
  await told();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledOnce();
});
