import { beforeEach, expect, it, vi } from 'vitest';
import { steadyWatch } from '../../../../lib/dashboard/steady.ts';
import { stopClock } from '../support/clock.ts';

beforeEach(stopClock);

/** What `steadyWatch` gives for readings [ms since the last one, what is said]. */
function tell(...readings: [number, string][]): number[] {
  const steady = steadyWatch();
  return readings.map(([ms, what]) => {
    vi.setSystemTime(Date.now() + ms);
    return steady(what);
  });
}

it('counts from when it was first said', () => {
  expect(tell([0, 'a'], [500, 'a'], [500, 'a'], [500, 'b'], [500, 'b'], [500, 'a'])).toEqual([
    0, 500, 1_000, 0, 500, 0,
  ]);
});

it('counts nothing as said as well', () => {
  expect(tell([0, ''], [500, ''])).toEqual([0, 500]);
});

it('counts anew after a time in which nobody has read the page', () => {
  expect(tell([0, 'a'], [3_000, 'a'], [3_001, 'a'], [500, 'a'])).toEqual([0, 3_000, 0, 500]);
});
