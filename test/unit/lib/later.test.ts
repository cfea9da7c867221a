import { beforeEach, expect, it, vi } from 'vitest';
import { later } from '../../../lib/later.ts';
import { comeBack } from './support/back-forward.ts';

const ring = vi.fn<() => void>();
beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** What Firefox does to a timer that is set while the page is on its way into the back-forward cache. */
const loseTimers = () => vi.clearAllTimers();

it('rings once, after its time', () => {
  later(500, ring);
  vi.advanceTimersByTime(499);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  comeBack();
  vi.advanceTimersByTime(5_000);
  expect(ring).toHaveBeenCalledOnce();
});

it('rings no more once it is called off, whatever comes back', () => {
  const stop = later(500, ring);
  stop();
  comeBack();
  vi.advanceTimersByTime(5_000);
  expect(ring).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('rings in the rest of its time when its timer was lost and the page comes back', () => {
  later(500, ring);
  loseTimers();
  vi.advanceTimersByTime(300);
  comeBack();
  vi.advanceTimersByTime(199);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
});

it('rings at once when its time was over before the page came back', () => {
  later(500, ring);
  loseTimers();
  vi.advanceTimersByTime(90_000);
  comeBack();
  vi.advanceTimersByTime(0);
  expect(ring).toHaveBeenCalledOnce();
});

it('is not held off by events that the page makes', () => {
  later(500, ring);
  vi.advanceTimersByTime(499);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  comeBack(true, false);
  expect(timers).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
});

it('rings once where its timer was not lost, either', () => {
  later(500, ring);
  comeBack();
  comeBack();
  vi.advanceTimersByTime(5_000);
  expect(ring).toHaveBeenCalledOnce();
});
