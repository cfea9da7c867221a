import { expect, it, vi } from 'vitest';
import { ageOf, daysBetween } from '../../lib/age.ts';

vi.mock('../../lib/native.ts', () => import('../gallery/texts.ts'));

const now = new Date(2026, 4, 5, 9, 0).getTime();

it.each([
  [new Date(2026, 4, 5, 0, 0), 'created today', 'first seen today'],
  [new Date(2026, 4, 4, 23, 59), '1 day old', 'first seen 1 day ago'],
  [new Date(2026, 4, 3, 23, 59), '2 days old', 'first seen 2 days ago'],
  [new Date(2026, 2, 4, 12, 0), '62 days old', 'first seen 62 days ago'],
  [new Date(2026, 4, 9, 12, 0), 'created today', 'first seen today'],
])('a token of %s', (at, created, seen) => {
  expect(ageOf({ at: at.getTime(), how: 'created' }, now)).toBe(created);
  expect(ageOf({ at: at.getTime(), how: 'seen' }, now)).toBe(seen);
});

it('counts every day of a year once, clock changes or not', () => {
  const days = Array.from({ length: 365 }, (_, day) => new Date(2026, 0, 1 + day, 12).getTime());
  expect(days.map((day) => daysBetween(days[0] ?? 0, day))).toEqual(days.map((_, index) => index));
});
