/** How large a page may be to be read. Named apart in test/mutation: the largest one takes seconds. */
import { expect, it } from 'vitest';
import { newToken, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const page = (filler: string) =>
  `<h1>API Token</h1><div>${filler}</div><p>${token}</p><p><button>Regenerate</button> <button>Delete</button></p>`;

it('is read with many elements', () => {
  expect(summaryOf(reportOf(page('<i></i>'.repeat(5_000))), { token })).toBe('token');
}, 30_000);

it('is not read with more than 100,000', () => {
  expect(reportOf(page('<i></i>'.repeat(100_001)))).toMatchObject({ kind: 'unreadable', reason: 'tooLarge' });
}, 120_000);
