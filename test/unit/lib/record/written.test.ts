// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { durationText, localOffset, localTime, markText, offsetName, utcTime } from '../../../../lib/record/written.ts';

it.each([
  [0, '0 s'],
  [-5, '0 s'],
  [999, '0 s'],
  [1000, '1 s'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [3_849_999, '1 h 4 min 9 s'],
  [3_609_000, '1 h 9 s'],
  [180_000_000, '50 h'],
])('%i ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it.each([
  [0, 'UTC+00:00', '1970-01-01 00:00:00 UTC+00:00'],
  [120, 'UTC+02:00', '1970-01-01 02:00:00 UTC+02:00'],
  [345, 'UTC+05:45', '1970-01-01 05:45:00 UTC+05:45'],
  [-210, 'UTC-03:30', '1969-12-31 20:30:00 UTC-03:30'],
])('%i minutes ahead of UTC', (minutes, name, time) => {
  expect(offsetName(minutes)).toBe(name);
  expect(localTime(999, () => minutes)).toBe(time);
});

it('takes the offset that held at the time', () => {
  const offsetAt = (at: number) => (at < 1_000_000 ? 60 : 120);
  expect(localTime(0, offsetAt)).toContain('01:00:00 UTC+01:00');
  expect(localTime(1_000_000, offsetAt)).toContain('02:16:40 UTC+02:00');
});

it('has the offset of this computer at that time', () => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
    return this.getTime() === 5 ? -120 : 210;
  });
  expect(localOffset(5)).toBe(120);
  expect(localOffset(6)).toBe(-210);
});

it('writes a number that is no date as it is', () => {
  expect(utcTime(9e15)).toBe('9000000000000000');
  expect(localTime(9e15, () => 60)).toBe('9000000000000000');
  expect(utcTime(12)).toBe('1970-01-01T00:00:00.012Z');
});

it.each([
  [null, ''],
  [{ fingerprint: 'a91f03bc', lastFour: '3f9a' }, 'a91f 03bc (3f9a)'],
  [{ fingerprint: '12345678', lastFour: null }, '1234 5678'],
])('%j is written as %j', (mark, text) => {
  expect(markText(mark)).toBe(text);
});
