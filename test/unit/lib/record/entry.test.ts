// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entrySchema, latestTime, longestReason } from '../../../../lib/record/entry.ts';
import { anyEntry, entry, mark, oneOfEach } from './entries.ts';

it('comes back out of storage as it went in', () => {
  fc.assert(
    fc.property(anyEntry, (any) => {
      expect(entrySchema.safeParse(JSON.parse(JSON.stringify(any))).data).toEqual(any);
    }),
  );
});

it.each(oneOfEach.map((event) => [event.kind, event] as const))('%s takes no token', (_, event) => {
  const held = entry(event);
  expect(entrySchema.safeParse(held).success).toBe(true);
  const token = 'a1'.repeat(16);
  expect(entrySchema.safeParse({ ...held, token }).success).toBe(false);
  expect(entrySchema.safeParse({ ...held, event: { ...event, token } }).success).toBe(false);
});

const copied = { kind: 'copied', format: 'token', mark: mark(1) } as const;
const skipped = { kind: 'placeSkipped', rotation: 'a'.repeat(32), place: 'CRM', reason: '' } as const;
it.each([
  ['a kind from the future', entry(copied), { event: { kind: 'teleported' } }],
  ['a time after the year 9999', entry(copied), { at: latestTime + 1 }],
  ['half a millisecond', entry(copied), { at: 1.5 }],
  ['a time before 1970', entry(copied), { at: -1 }],
  ['a short id', entry(copied), { id: 'a' }],
  ['a direction character in the account', entry(copied), { account: 'a\u202e' }],
  [
    'a whole token as its fingerprint',
    entry(copied),
    { event: { ...copied, mark: { ...mark(1), fingerprint: 'a1'.repeat(16) } } },
  ],
  ['a line break in a format', entry(copied), { event: { ...copied, format: 'a\nb' } }],
  ['an endless reason', entry(skipped), { event: { ...skipped, reason: 'x'.repeat(longestReason + 1) } }],
  ['a place without a name', entry(skipped), { event: { ...skipped, place: '' } }],
])('refuses %s', (_, good, change) => {
  expect(entrySchema.safeParse(good).success).toBe(true);
  expect(entrySchema.safeParse({ ...good, ...change }).success).toBe(false);
});
