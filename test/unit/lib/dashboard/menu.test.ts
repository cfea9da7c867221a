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
const api = '<a id="api" href="/app/account/api">API</a>';
const token = '<a id="token" href="/app/account/api/token">API Token</a>';

describe('the nearest step is taken', () => {
  it.each<[string, string, [Route, string] | null]>([
    ['nothing', '<nav><a href="/app/">Home</a></nav>', null],
    ['My Account', `<nav>${account}</nav>`, ['myAccount', 'account']],
    ['API before My Account', `<nav>${account}${api}</nav>`, ['api', 'api']],
    ['API Token before all', `<nav>${account}${api}${token}</nav>`, ['apiToken', 'token']],
    ['a spelling of 2021', '<nav><a id="x" href="/t">Api Token</a></nav>', ['apiToken', 'x']],
    ['a button', '<button id="x">My Account ▾</button>', ['myAccount', 'x']],
    ['a menu item', '<div role="menuitem" id="x">API</div>', ['api', 'x']],
    ['the arrow beside the e-mail address', '<button id="x">olivia@acme.example ▾</button>', ['userMenu', 'x']],
    [
      'a link in the menu before one in the text',
      `<main><a id="x" href="/h">My Account</a></main><nav>${account}</nav>`,
      ['myAccount', 'account'],
    ],
    ['a link in the text where there is no other', '<main><a id="x" href="/t">API Token</a></main>', ['apiToken', 'x']],
    ['German', '<nav><a id="x" href="/k">Mein Konto</a></nav>', ['myAccount', 'x']],
  ])('%s', (_, html, step) => {
    expect(stepOn(html)).toEqual(step);
  });
});

describe('a step that was taken is not taken again', () => {
  const all = `<nav><button id="user">▾</button>${account}${api}${token}</nav>`;
  it.each<[Route[], [Route, string] | null]>([
    [['apiToken'], ['api', 'api']],
    [
      ['apiToken', 'api'],
      ['myAccount', 'account'],
    ],
    [
      ['apiToken', 'api', 'myAccount'],
      ['userMenu', 'user'],
    ],
    [['apiToken', 'api', 'myAccount', 'userMenu'], null],
  ])('%j', (taken, step) => {
    expect(stepOn(all, ...taken)).toEqual(step);
  });
});

describe('what leads away is left alone', () => {
  it.each([
    ['a new tab', '<nav><a href="/t" target="_blank">API Token</a></nav>'],
    ['another origin', '<nav><a href="https://help.snapengage.example/t">API Token</a></nav>'],
    ['a look-alike of the origin', '<nav><a href="https://www.snapengage.com.evil.example/t">My Account</a></nav>'],
    ['http', '<nav><a href="http://www.snapengage.com/t">My Account</a></nav>'],
    ['mail', '<nav><a href="mailto:api@acme.example">API</a></nav>'],
    ['a dialog', '<div role="dialog"><button>My Account</button></div>'],
  ])('%s', (_, html) => {
    expect(stepOn(html)).toBeNull();
  });

  it.each([
    ['by attribute', '<nav><a href="/t" target="_BLANK">API Token</a></nav>'],
    ['by name', '<nav><a href="/t" target="help">API Token</a></nav>'],
  ])('a new tab %s', (_, html) => {
    expect(stepOn(html)).toBeNull();
  });
});

describe('a menu that opens on hover', () => {
  const hidden = (link: string, rest = '') =>
    `<nav>${account}<ul style="display:none"><li>${link}</li></ul></nav>${rest}`;
  it.each<[string, string, [Route, string]]>([
    ['is followed by its hidden link', hidden(token), ['apiToken', 'token']],
    ['is opened where the link is none', hidden('<a id="x" href="#">API Token</a>'), ['myAccount', 'account']],
    [
      'is opened where the link is a script',
      hidden('<a id="x" href="javascript:go()">API Token</a>'),
      ['myAccount', 'account'],
    ],
    [
      'is opened where the link leads away',
      hidden('<a href="https://e.example/">API Token</a>'),
      ['myAccount', 'account'],
    ],
    ['is not looked for outside the menu', `${hidden('')}<main hidden>${token}</main>`, ['myAccount', 'account']],
    [
      'is followed before a shown link in the content',
      hidden('<a id="x" href="/x">API Token</a>', token),
      ['apiToken', 'x'],
    ],
  ])('%s', (_, html, step) => {
    expect(stepOn(html)).toEqual(step);
  });
});
