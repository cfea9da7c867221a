/** How long a value without a name has to be, and values that are the name of something else. */
import { expect, it } from 'vitest';
import { newOtherToken, newToken, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const said = (html: string, named: Record<string, string> = { token }) =>
  summaryOf(reportOf(`<main><h1>API Token</h1>${html}${buttons}</main>`), named);

it.each([
  [11, 'Keep it secret.', 'noToken'],
  [12, 'Keep it secret.', 'value'],
  [40, 'Keep it secret.', 'value'],
  [23, 'Shown once', 'noToken'],
  [24, 'Shown once', 'value'],
])('a value of %i characters without a name, below "%s"', (length, words, read) => {
  const value = `4f${newOtherToken(length - 2)}`;
  expect(said(`<p>${words}</p><p>${value}</p>`, { value })).toBe(read);
});

it('a value of eleven characters with a name', () => {
  const value = `4f${newOtherToken(9)}`;
  expect(said(`<p>Token</p><p>${value}</p>`, { value })).toBe('value');
});

it.each([
  ['the label of a field', `<p>Token</p><label for="f">${token}</label><input id="f">`, 'ambiguous'],
  ['in the label of a field', `<p>Token</p><label for="f"><b>${token}</b></label><input id="f">`, 'ambiguous'],
  ['a label for nothing', `<p>Token</p><label for="none">${token}</label>`, 'token'],
])('a value that is %s', (_, html, read) => {
  expect(said(html)).toBe(read);
});

it.each([
  ['xx', 'value'],
  ['xxx', 'value'],
  ['___', 'value'],
  ['---', 'value'],
  ['xxxx', 'hidden'],
  ['____', 'hidden'],
])('a value with %s in it', (run, read) => {
  const value = `4f${newOtherToken(12)}${run}7${newOtherToken(12)}a`;
  expect(said(`<p>Token</p><p>${value}</p>`, { value })).toBe(read);
});
