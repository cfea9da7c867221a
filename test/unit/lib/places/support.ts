/** Places for the tests, made at run time; `n` tells them apart. */
import fc from 'fast-check';
import { apis, type Place, type PlaceDraft } from '../../../../lib/places/place.ts';

export const noon = Date.UTC(2026, 4, 5, 12);
export const idOf = (n: number): string => n.toString(16).padStart(32, '0');

export function place(n: number, changes: Partial<Place> = {}): Place {
  return {
    ...{ id: idOf(n), name: `Place ${n}`, system: 'Acme', link: `https://example.com/${n}`, contact: 'Olivia' },
    ...{ api: 'logs', format: 'token', note: '', updatedAt: noon, archived: false },
    ...changes,
  };
}

export const draft = (changes: Partial<PlaceDraft> = {}): PlaceDraft => ({
  ...{ name: 'Nightly export', system: 'Snowflake', link: '', contact: '' },
  ...{ api: 'logs', format: 'token', note: '' },
  ...changes,
});

/** What looks like a token: 32 hex digits, or as many letters and digits as asked for. */
export const fakeToken = (): string => Array.from({ length: 32 }, (_, n) => ((n * 7 + 3) % 16).toString(16)).join('');
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
export const fakeSecret = (length: number): string =>
  Array.from({ length }, (_, n) => letters[(n * n * 17 + n * 29) % letters.length]).join('');

/** Few ids and few times, so that versions and times meet. */
export const anyPlace: fc.Arbitrary<Place> = fc.record({
  id: fc.integer({ min: 0, max: 5 }).map(idOf),
  name: fc.constantFrom('Export', 'Kiosk', '日本語', '<b>&'),
  system: fc.constantFrom('', 'Acme'),
  link: fc.constantFrom(null, 'https://example.com/'),
  contact: fc.constantFrom('', 'Olivia'),
  api: fc.constantFrom(...apis),
  format: fc.constantFrom('token', 'env'),
  note: fc.constantFrom('', 'one\ntwo'),
  updatedAt: fc.integer({ min: 1, max: 3 }),
  archived: fc.boolean(),
});
