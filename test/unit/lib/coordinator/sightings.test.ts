// @vitest-environment node
/** Whoever waits for a tab's next sight hears of it once, and never waits for ever. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextSighting, publish } from '../../../../lib/coordinator/sightings.ts';
import type { Observation } from '../../../../lib/messages/reports.ts';
import { stopClock } from '../support/clock.ts';
import { observationOf } from '../support/stored.ts';

beforeEach(stopClock);

const app = observationOf({ kind: 'app', route: null });
const error = observationOf({ kind: 'error' });
const wait = (accept: (seen: Observation) => boolean = () => true, signal = new AbortController().signal) => {
  const heard = vi.fn<(seen: Observation | null) => void>();
  void nextSighting(7, accept, 1_000, signal).then(heard);
  return heard;
};
const soon = () => vi.advanceTimersByTimeAsync(0);

it('is what the tab shows next', async () => {
  const [heard, also] = [wait(), wait()];
  publish(7, app);
  publish(7, error);
  await soon();
  expect([heard.mock.calls, also.mock.calls]).toEqual([[[app]], [[app]]]);
});

describe('is not', () => {
  it.each<[string, () => void]>([
    ['what another tab shows', () => publish(8, app)],
    ['what was not waited for', () => publish(7, error)],
  ])('%s', async (_, happens) => {
    const heard = wait((seen) => seen.page.kind === 'app');
    happens();
    await vi.advanceTimersByTimeAsync(999);
    expect(heard).not.toHaveBeenCalled();
    publish(7, app);
    await soon();
    expect(heard).toHaveBeenCalledExactlyOnceWith(app);
  });
});

it('is none after a while', async () => {
  const heard = wait();
  await vi.advanceTimersByTimeAsync(1_000);
  publish(7, app);
  await soon();
  expect(heard).toHaveBeenCalledExactlyOnceWith(null);
});

it.each(['before', 'meanwhile'])('is none where the wait was called off %s', async (when) => {
  const end = new AbortController();
  if (when === 'before') end.abort();
  const heard = wait(() => true, end.signal);
  end.abort();
  await soon();
  expect(heard).toHaveBeenCalledExactlyOnceWith(null);
});

it('leaves nothing behind', async () => {
  const end = new AbortController();
  const removed = vi.spyOn(end.signal, 'removeEventListener');
  const accept = vi.fn<() => boolean>(() => true);
  wait(accept, end.signal);
  publish(7, app);
  await soon();
  publish(7, app);
  expect(accept).toHaveBeenCalledOnce();
  expect(removed).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
