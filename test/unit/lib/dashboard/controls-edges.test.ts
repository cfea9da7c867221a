/** Links that lead somewhere and links that are buttons, and names made of several parts. */
import { expect, it } from 'vitest';
import { findControls, isButton, labelledByText } from '../../../../lib/dashboard/controls.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { pageOf } from '../support/pages.ts';

const judged = (html: string) => pageOf(html).getElementById('it') as HTMLElement;

it.each([
  ['#', true],
  ['#delete', true],
  ['', true],
  ['  ', true],
  ['javascript:remove()', true],
  [' JavaScript:remove()', true],
  ['?delete=1', true],
  ['/delete', false],
  [' /delete', false],
  ['delete', false],
  ['https://www.snapengage.com/delete', false],
  ['http://www.snapengage.com/delete', false],
  ['/delete?by=javascript:', false],
  ['delete#javascript:', false],
])('a link to %j is a button: %s', (href, is) => {
  expect(isButton(judged(`<a id="it" href="${href}">Delete</a>`))).toBe(is);
});

it.each([
  ['a button', '<button id="it"></button>', true],
  ['a summary', '<details><summary id="it"></summary></details>', true],
  ['a link without an address', '<a id="it">Delete</a>', true],
  ['a link that is drawn as a button', '<a id="it" href="/delete" class="my-btn">Delete</a>', true],
  ['a link that is called a button', '<a id="it" href="/delete" class="button-red">Delete</a>', true],
  ['a link that asks before it leads', '<a id="it" href="/delete" data-confirm="?">Delete</a>', true],
  ['a link that sends', '<a id="it" href="/delete" data-method="post">Delete</a>', true],
  ['a link that opens', '<a id="it" href="/delete" data-toggle="modal">Delete</a>', true],
  ['a link by its role', '<b id="it" role="link">Delete</b>', false],
  ['a box with a handler', '<div id="it" onclick="go()">Delete</div>', true],
  ['a row with a handler', '<table><tr id="it" onclick="go()"></tr></table>', false],
  ['an entry with a handler', '<ul><li id="it" onclick="go()">Delete</li></ul>', false],
  ['mere words', '<b id="it">Delete</b>', false],
])('is made to be pressed for what it does or not: %s', (_, html, is) => {
  expect(isButton(judged(html))).toBe(is);
});

it('a name of several elements has one space between two of them', () => {
  const html = '<b id="a">Token</b><b id="c">API</b><i id="it" aria-labelledby="  c \n  a  "></i>';
  expect(labelledByText(judged(html))).toBe('API Token');
});

it('what only looks pressable is known by its own words, and not by its label', () => {
  const found = (words: string) => {
    const html = `<p style="cursor: pointer" aria-label="Delete">${words}</p>`;
    return findControls(takeSnapshot(pageOf(html))).map(({ name }) => name);
  };
  expect(found('Delete')).toEqual(['delete']);
  expect(found('Delete all of it')).toEqual([]);
});
