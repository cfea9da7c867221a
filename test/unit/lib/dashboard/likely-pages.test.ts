/** Pages as a vendor may really draw them, whole or with the token kept back: read, or rather not read than wrong. */
import { describe, expect, it } from 'vitest';
import { newToken, newWidgetId, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const stray = newToken();
const widget = newWidgetId();
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const said = (html: string) => summaryOf(reportOf(`<a href="#">Sign Out</a><main>${html}</main>`), { token, stray });
const heads = (...names: string[]) => `<tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr>`;
const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const inTable = (...rows: string[]) => `<h1>API Token</h1><table>${rows.join('')}</table>${buttons}`;

describe('the name of a value within its own element', () => {
  it.each([
    [
      'another one, and the token not drawn yet',
      `<h1>API Token</h1><div><div>Your token</div><i></i></div><div><div>Widget ID</div> ${widget}</div>${buttons}`,
      'noToken',
    ],
    [
      'another one, and the token hidden in words',
      `<h1>API Token</h1><p><b>API Token</b><br><em>Hidden – click Show</em></p>
       <p><b>Authentication Token</b><br>${stray}</p>${buttons}`,
      'noToken',
    ],
    ['a secret', `<h1>API Token</h1><p><b>Webhook secret:</b> ${stray}</p>${buttons}`, 'noToken'],
    ['its own', `<h1>Access</h1><p><b>API Token</b> ${token}</p>${buttons}`, 'token'],
    [
      'its own, set off by style',
      `<h1>API Token</h1><div><span>API Token</span><code>${token}</code></div>${buttons}`,
      'token',
    ],
    [
      'its own, and a piece before it',
      `<h1>API Token</h1><p><b>${token.slice(0, 8)}</b> ${token.slice(8)}</p>${buttons}`,
      'ambiguous',
    ],
    ['a word about it', `<h1>API Token</h1><p><b>Live</b> ${token}</p>${buttons}`, 'token'],
    [
      'a piece of it',
      `<h1>API Token</h1><div>Your token</div><code><i>${token.slice(0, 2)}</i>${token.slice(2)}</code>${buttons}`,
      'ambiguous',
    ],
    ['a sentence', `<h1>Access</h1><p>Your API token is: <code>${token}</code></p>${buttons}`, 'token'],
    ['a sentence in German', `<h1>API-Token</h1><p>Ihr API-Token lautet: <code>${token}</code></p>${buttons}`, 'token'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

describe('a table with a head', () => {
  it.each([
    [
      'the token in the column called so',
      inTable(heads('Name', 'Token', 'Created'), cells('Default', token, '2024-05-01')),
      'token',
    ],
    ['first in its row', inTable(heads('API Token', 'Created', 'Actions'), cells(token, '2024-05-01', '')), 'token'],
    ['beside the organisation', inTable(heads('Token', 'Organization ID'), cells(token, '1234567890123456')), 'token'],
    ['of names and values', inTable(heads('Name', 'Value'), cells('API Token', token)), 'token'],
    ['an id in another column', inTable(heads('Name', 'Token', 'ID'), cells('API Token', 'Hidden', stray)), 'noToken'],
    [
      'a date in another column',
      inTable(heads('Name', 'Token', 'Created'), cells('API Token', 'Hidden', 'v1x2-2024-05')),
      'noToken',
    ],
    ['a head without a word', inTable(heads('', ''), cells('API Token', token)), 'token'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

it.each([
  ['behind a cell with a button', inTable(cells('API Token', 'Hidden <button>Show</button>', stray)), 'noToken'],
  ['a date', inTable(cells('API Token', 'active', '01-May-2024')), 'noToken'],
  ['a host', inTable(cells('API Token', 'active', 'api2.snapengage.com')), 'noToken'],
])('no value in a row of the token’s: %s', (_, html, summary) => {
  expect(said(html)).toBe(summary);
});

describe('an error in place of the token', () => {
  const card = (error: string) => `<section><h2>API Token</h2><label>Your token</label>${error}${buttons}</section>`;
  it.each([
    ['with an id', `<div><small>Error ID <code>${stray}</code></small></div>`],
    ['with the id of something', `<div><small>Account ID <code>${stray}</code></small></div>`],
    ['with a reference', `<div><small>Reference <code>${stray}</code></small></div>`],
    ['with a number that nothing names', `<div role="alert">Sorry! Ask us about this one. <code>${stray}</code></div>`],
  ])('%s', (_, error) => {
    expect(said(card(error))).toBe('noToken');
  });

  it('does not hide the token that it names', () => {
    expect(said(card(`<div role="alert">Your new token: <code>${token}</code></div>`))).not.toBe('stray');
  });
});

it.each([
  `XXXX-XXXX-XXXX-XXXX-${token.slice(-4)}`,
  `${token.slice(0, 10)}${'x'.repeat(22)}`,
  `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx${token.slice(-4)}`,
  `${token.slice(0, 12)}________________${token.slice(-4)}`,
])('a mask is no token (%#)', (mask) => {
  expect(said(`<h1>API Token</h1><dl><dt>Token</dt><dd><code>${mask}</code></dd></dl>${buttons}`)).toBe('hidden');
});

describe('a row of a table', () => {
  const copy = '<a href="#">Copy to Clipboard</a>';
  const rows = (...all: string[]) => `<table><tr><td><b>API Token</b></td></tr>${all.join('')}</table>${buttons}`;
  it.each([
    [
      'with the token hidden beside another value',
      rows(cells('API Token', `<tt hidden>••••••••zzzz</tt><input value="${stray}">`)),
      'ambiguous',
    ],
    [
      'with another value hidden beside the token',
      rows(cells('API Token', `<tt>${token}</tt> <div hidden>${stray}</div>`)),
      'token',
    ],
    [
      'with a mask of the token to change places with it',
      rows(cells('API Token', `<tt hidden>••••••••${token.slice(-4)}</tt><i hidden>••••••••</i><tt>${token}</tt>`)),
      'token',
    ],
    [
      'with Copy alone has lost its value',
      `<h1>API Token</h1><code>${stray}</code><table>${cells('', '<i></i>', copy)}</table>${buttons}`,
      'ambiguous',
    ],
    ['with Copy alone follows on the value', rows(cells('', token), cells('', copy)), 'token'],
    [
      'with Copy and the buttons is for a value anywhere',
      `<h1>API Token</h1><code>${token}</code><table>${cells(`${copy}${buttons}`)}</table>`,
      'token',
    ],
    [
      'with pieces around a box',
      rows(cells('API Token', `<span>7</span><div><i>Secret:</i> <b>${stray}</b></div><tt>${token.slice(1)}</tt>`)),
      'ambiguous',
    ],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

it('two labels of a field that say the same are one', () => {
  const label = (more = '') => `<label for="it">seu token de api${more}</label>`;
  const field = `<input id="it" readonly value="${token}">`;
  const page = (more: string) => `<h1>API Token</h1>${label(more)}${field}${label()}${buttons}`;
  expect(said(page(''))).toBe('token');
  expect(said(page(`<input value="${stray}">`))).toBe('ambiguous');
});

describe('a token that cannot be read', () => {
  const empty = (rest: string) => `<h1>Token de API</h1>${rest}<p><button>Gerar token</button></p>`;
  it.each([
    ['where people type', `<label for="t">Token de API</label><input id="t" type="password" value="${token}">`],
    ['in pieces, below its name', `<div>Token de API</div><code><i>${token.slice(0, 2)}</i>${token.slice(2)}</code>`],
    ['on a button', `<button title="Click to copy">${token}</button>`],
    ['in the midst of a button', `<button>Copy <code>${token}</code></button>`],
  ])('%s, is not said to be none', (_, rest) => {
    expect(said(empty(''))).toBe('none');
    expect(said(empty(rest))).toBe('contradictory');
  });

  it('is not said to be none beside a field that holds something else, or nothing', () => {
    expect(said(empty('<label>Password <input type="password" value="x"></label>'))).toBe('none');
    expect(said(empty('<label>Token de API <input type="password"></label>'))).toBe('none');
  });
});

it.each(['Gerar de novo', 'Generar de nuevo', 'Générer de nouveau', 'Generate again', 'Token neu erstellen'])(
  '%s makes another token, and is not for an account without one',
  (name) => {
    expect(said(`<h1>API Token</h1><p><button>${name}</button></p>`)).toBe('noToken');
    expect(said(`<h1>API Token</h1><code>${token}</code><button>${name}</button><button>Remover</button>`)).toBe(
      'token',
    );
  },
);

describe('Delete', () => {
  const card = (more: string, remove = '') =>
    `<section><h2>API Token</h2><label for="t">API Token</label><input id="t" readonly value="${token}">
     <button>Regenerate</button>${remove}${more}</section>`;
  const domains = '<h3>Allowed domains</h3><ul><li>acme.example <button>Remove</button></li></ul>';
  it.each([
    ['is not that of a list', card(domains), 'noToken'],
    ['is in doubt beside that of a list', card(domains, '<button>Delete</button>'), 'noToken'],
    [
      'may stand in a list with Regenerate',
      `<h2>API Token</h2><code>${token}</code><ul><li><button>Regenerate</button></li><li><button>Delete</button></li></ul>`,
      'token',
    ],
    [
      'is not the one beside it where another names the token',
      `${card('<button>Remove</button>')}<section><button>Delete API Token</button></section>`,
      'noToken',
    ],
    [
      'is the one that names it',
      `${card('<button>Delete API Token</button>')}<section><button>Delete</button></section>`,
      'token',
    ],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

it('the head and the foot of a part of the page belong to it', () => {
  const foot = (tag: string) =>
    `<header><h1>API Token</h1></header><article><p>Your token</p><p><code>${token}</code></p><${tag}>${buttons}</${tag}></article>`;
  expect(said(foot('footer'))).toBe('token');
  expect(said(foot('nav'))).not.toBe('token');
});

it('what stands in a title before its words is not what it names', () => {
  expect(said(`<h1><div>${stray}</div>API Token</h1><div><button>Copy</button></div>${buttons}`)).toBe('noToken');
  expect(said(`<h1>API Token <code>${token}</code></h1>${buttons}`)).toBe('token');
});
