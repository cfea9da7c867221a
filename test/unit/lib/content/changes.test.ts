import { beforeEach, expect, it, vi } from 'vitest';
import { Changes } from '../../../../lib/content/changes.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it('tells everybody who waits, once', async () => {
  const changes = new Changes();
  const told: string[] = [];
  changes.tell();
  void changes.next(1_000).then(() => told.push('first'));
  void changes.next(1_000).then(() => told.push('second'));
  changes.tell();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['first', 'second']);
  expect(vi.getTimerCount()).toBe(0);
  void changes.next(1_000).then(() => told.push('third'));
  await vi.advanceTimersByTimeAsync(999);
  expect(told).toHaveLength(2);
});

it('waits no longer than its limit', async () => {
  const changes = new Changes();
  const told = vi.fn<() => void>();
  void changes.next(500).then(told);
  await vi.advanceTimersByTimeAsync(499);
  expect(told).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toHaveBeenCalledOnce();
  changes.tell();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveBeenCalledOnce();
});
