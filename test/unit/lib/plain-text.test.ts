// @vitest-environment node
/** Characters that make text show something else than it holds come neither by a message nor out of storage. */
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../../lib/messages/reports.ts';
import { newId } from '../../../lib/new-id.ts';
import { accountSchema, problemSchema, secretSchema, tokenMarkSchema } from '../../../lib/state/schemas.ts';

const odd = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u00ad', '\u200b', '\u202e', '\u2066', '\u2028', '\ufeff'];
const plain = ['Åse Ødegård', '日本語', 'e\u0301', '👩🏽', '<b>&', '=1+1', '__proto__'];

function reported(page: object): boolean {
  const observation = { document: newId(), asOf: 1, hidden: false, navigated: true, page };
  return reportSchema.safeParse({ type: 'observed', observation }).success;
}
const token = { kind: 'token', token: 'some-token', orgId: null, label: null };
const unreadable = { kind: 'unreadable', reason: 'hidden', report: '' };
const account = {
  ...{ key: 'k', origin: 'o', orgId: null, label: null, mark: null, asOf: 1, change: null },
  since: { at: 1, how: 'seen' },
};
const mark = { fingerprint: 'a1b2c3d4', lastFour: null };

const fields: [string, (text: string) => boolean][] = [
  ['a reported token', (text) => reported({ ...token, token: text })],
  ['a reported label', (text) => reported({ ...token, label: text })],
  ['a reported organisation', (text) => reported({ ...token, orgId: text })],
  ['a reported structure', (text) => reported({ ...unreadable, report: text })],
  ['a stored label', (text) => accountSchema.safeParse({ ...account, label: text }).success],
  ['a stored token', (text) => secretSchema.safeParse({ token: text }).success],
  ['the stored last four', (text) => tokenMarkSchema.safeParse({ ...mark, lastFour: text.slice(0, 4) }).success],
  [
    'a stored structure',
    (text) => problemSchema.safeParse({ failure: 'unreadable', reason: null, report: text, at: 1 }).success,
  ],
];

describe.each(fields)('%s', (_, takes) => {
  it.each(odd)('is refused with %j in it', (character) => {
    expect(takes(`a${character}`)).toBe(false);
    expect(takes(character)).toBe(false);
  });
  it.each(plain)('may be %j', (text) => {
    expect(takes(text)).toBe(true);
  });
});

it('has lines only where there may be some', () => {
  expect(reported({ ...unreadable, report: 'a\nb' })).toBe(true);
  expect(reported({ ...token, label: 'a\nb' })).toBe(false);
  expect(tokenMarkSchema.safeParse({ ...mark, lastFour: '12345' }).success).toBe(false);
});
