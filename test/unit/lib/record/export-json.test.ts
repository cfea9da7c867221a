// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordJson } from '../../../../lib/record/export-json.ts';
import { readHistory } from '../../../../lib/record/history.ts';
import { anyEntry, anyRecordAccount, entry, mark } from './entries.ts';

const account = { label: 'Ünal | Co', orgId: null, origin: 'https://www.snapengage.com' };

it('is read by people and programs', () => {
  const shown = { ...entry({ kind: 'shown', mark: mark(1) }, 5), id: '0'.repeat(32) };
  expect(recordJson({ account, entries: [shown] }, 7)).toBe(`{
  "format": "token-desk-record",
  "version": 1,
  "exportedAt": "1970-01-01T00:00:00.007Z",
  "account": {
    "label": "Ünal | Co",
    "orgId": null,
    "origin": "https://www.snapengage.com"
  },
  "entries": [
    {
      "id": "00000000000000000000000000000000",
      "at": 5,
      "account": "one",
      "event": {
        "kind": "shown",
        "mark": {
          "fingerprint": "00000001",
          "lastFour": "0001"
        }
      }
    }
  ]
}
`);
});

/** The same value with its keys in the opposite order, as a storage may give them back. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, backwards(each)]),
  );
}

it('gives every entry back, and the same text whatever the order of keys', () => {
  fc.assert(
    fc.property(anyRecordAccount, fc.array(anyEntry), (whose, entries) => {
      const text = recordJson({ account: whose, entries }, 1);
      const read = JSON.parse(text);
      expect(readHistory(read.entries)).toEqual({ entries, unreadable: [] });
      expect(read.account).toEqual(whose);
      const turned = { account: backwards(whose), entries: backwards(entries) } as {
        account: typeof whose;
        entries: typeof entries;
      };
      expect(recordJson(turned, 1)).toBe(text);
    }),
  );
});
