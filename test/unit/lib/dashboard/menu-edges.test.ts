/** Which entry of a menu is pressed where several are called alike, hidden, or lead who knows where. */
import { describe, expect, it } from 'vitest';
import type { Route } from '../../../../lib/dashboard/menu.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { pageOf } from '../support/pages.ts';

/** The step the driver takes on `html`, and the id of what it would press. */
function stepOn(html: string, ...taken: Route[]): [Route, string] | null {
  const { step } = readPage(pageOf(html), 200, new Set(taken));
  return step && [step.route, step.element.id];
}

const account = '<a id="account" href="/app/account">My Account</a>';
const hidden = (href: string) =>
  `<nav>${account}<ul style="display:none"><li><a id="x" href="${href}">API Token</a></li></ul></nav>`;

describe('a hidden link to the token page', () => {
  it.each<[string, [Route, string]]>([
    ['/app/token', ['apiToken', 'x']],
    ['/app/token#', ['apiToken', 'x']],
    ['/app/token?back=javascript:', ['apiToken', 'x']],
    ['#token', ['myAccount', 'account']],
    ['#', ['myAccount', 'account']],
    ['JavaScript:go()', ['myAccount', 'account']],
    ['http://www.snapengage.com/app/token', ['myAccount', 'account']],
  ])('is followed where it leads there: %s', (href, step) => {
    expect(stepOn(hidden(href))).toEqual(step);
  });

  it('is not followed twice, nor taken for another entry', () => {
    expect(stepOn(hidden('/app/token'), 'apiToken')).toEqual(['myAccount', 'account']);
    expect(stepOn(hidden('/app/token'), 'apiToken', 'myAccount')).toBeNull();
  });
});

it.each<[string, string, [Route, string] | null]>([
  ['leads to this tab by name', '<a id="x" href="/t" target="_self">API Token</a>', ['apiToken', 'x']],
  ['leads to this tab by name in capitals', '<a id="x" href="/t" target="_SELF">API Token</a>', ['apiToken', 'x']],
  ['is a script', '<a id="x" href="javascript:go()">My Account</a>', ['myAccount', 'x']],
  ['leads to a place on the page', '<a id="x" href="#account">My Account</a>', ['myAccount', 'x']],
  ['leads to the frame around', '<a id="x" href="/t" target="_top">API Token</a>', null],
  ['is no link', '<button id="x" target="_blank">API</button>', ['api', 'x']],
])('an entry that %s', (_, entry, step) => {
  expect(stepOn(`<nav>${entry}</nav>`)).toEqual(step);
});

it('an entry without an address is pressed, whatever the browser says of its protocol', () => {
  const doc = pageOf('<nav><a id="x">My Account</a></nav>');
  // So say browsers of a link without an address; the tests' DOM says ''.
  for (const [name, value] of [
    ['protocol', ':'],
    ['origin', ''],
  ] as const)
    Object.defineProperty(doc.getElementById('x'), name, { value });
  expect(readPage(doc, 200).step).toMatchObject({ route: 'myAccount' });
});

it.each([
  ['a box that looks pressable', '<div id="x" style="cursor: pointer">API Token</div>'],
  ['a box with a handler', '<div id="x" onclick="go()">API Token</div>'],
  ['a row', '<table><tr id="x" onclick="go()"><td>API Token</td></tr></table>'],
])('%s in the page’s content is no entry of its menu', (_, html) => {
  const page = `<nav><a href="/out">Sign Out</a></nav><main>${html}</main>`;
  expect(stepOn(page)).toBeNull();
  // Once a way was begun, what it has led to may be made of anything.
  expect(stepOn(page, 'myAccount')).toEqual(['apiToken', 'x']);
  expect(stepOn(`<main>${html}<button id="own">API Token</button></main>`)).toEqual(['apiToken', 'own']);
});

it.each([
  [
    'goes before a link of the person’s own',
    '<header><a href="/app/profile">olivia@acme.example</a></header><div><a id="x" href="/app/account">My Account</a></div>',
    ['myAccount', 'x'],
  ],
  [
    'goes after a menu of the person’s own',
    '<header><button id="own">olivia@acme.example</button></header><div><a id="x" href="/app/account">My Account</a></div>',
    ['userMenu', 'own'],
  ],
  ['may be a button by its role', '<div><div id="x" role="button">My Account</div></div>', ['myAccount', 'x']],
  [
    'may only look pressable where nothing else leads on',
    '<ul><li id="x" style="cursor: pointer">My Account</li></ul>',
    ['myAccount', 'x'],
  ],
] as const)('an entry in the page’s content %s', (_, html, step) => {
  expect(stepOn(html)).toEqual(step);
});

it('a menu of the person that was opened may be made of anything', () => {
  const menu = '<table><tr><td><span onclick="toggle()">olivia@acme.example ▾</span></td></tr></table>';
  const entry = '<ul><li><span id="x" onclick="fold(this)">My Account</span></li></ul>';
  expect(stepOn(`${menu}${entry}`)?.[0]).toBe('userMenu');
  expect(stepOn(`${menu}${entry}`, 'userMenu')).toEqual(['myAccount', 'x']);
});

it('opens the menu of the person before what content calls an entry', () => {
  const menu = '<header><button id="own">olivia@acme.example ▾</button></header>';
  expect(stepOn(`${menu}<main><a id="x" href="/app/chat/1">API Token</a></main>`)).toEqual(['userMenu', 'own']);
});

it('opens the page’s own menu of the person before one in its content', () => {
  const person = (id: string) => `<button id="${id}">olivia@acme.example ▾</button>`;
  expect(stepOn(`<main>${person('x')}</main><header>${person('own')}</header>`)).toEqual(['userMenu', 'own']);
  expect(stepOn(`<main>${person('x')}</main>`)).toEqual(['userMenu', 'x']);
});
