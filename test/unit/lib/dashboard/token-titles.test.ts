/** Pages that name the API token more than once: which title is that of the value, and what the others change. */
import { expect, it } from 'vitest';
import { newToken, reportOf, summaryOf } from '../support/pages.ts';

const [token, other] = [newToken(), newToken()];
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const pressed = '<p><b style="cursor: pointer">Regenerate</b> <b style="cursor: pointer">Delete</b></p>';
const said = (html: string) => summaryOf(reportOf(`<main>${html}</main>`), { token, other });

it.each([
  [
    'a value between two titles, and the controls',
    `<section><h2>API Token</h2><p>${token}</p><h3>API Token</h3>${buttons}</section>`,
    'token',
  ],
  ['a value above the title', `<section><p>${token}</p><h2>API Token</h2>${buttons}</section>`, 'noToken'],
  [
    'a value above the title, and another title above that',
    `<h2>API Token</h2><p>What it is for.</p><section><p>${token}</p><h2>API Token</h2>${buttons}</section>`,
    'noToken',
  ],
  [
    'a title that is a heading, one that is none, and words to press',
    `<h2>API Token</h2><section><p>Your API Token</p><p>${token}</p>${pressed}</section>`,
    'token',
  ],
  ['a title that is no heading, and words to press', `<p>Your API Token</p><p>${token}</p>${pressed}`, 'noControls'],
  [
    'two sections, each with a token',
    `<section><h2>API Token</h2><p>${token}</p>${buttons}</section><section><h2>API Token</h2><p>${other}</p>${buttons}</section>`,
    'ambiguous',
  ],
  [
    'two sections, one with a token and one to generate one',
    `<section><h2>API Token</h2><p>${token}</p>${buttons}</section><section><h2>API Token</h2><button>Generate</button></section>`,
    'contradictory',
  ],
  ['a heading and another title, and no more', '<h2>API Token</h2><p>API Token</p>', 'noControls'],
  [
    'two titles, one of them with a value',
    `<div><p>API Token</p></div><div><p>API Token</p><p>${token}</p></div>`,
    'noControls',
  ],
  ['two titles without a value', '<div><p>API Token</p></div><div><p>API Token</p></div>', 'other'],
])('%s', (_, html, read) => {
  expect(said(html)).toBe(read);
});
