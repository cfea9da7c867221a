import { expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newToken, pageOf, reportOf } from '../support/pages.ts';

const menu = `<nav><a href="#account">My Account</a> <a href="/app/api">API Token</a> <a href="/out">Sign Out</a></nav>`;
const section = `<main><h1>API Token</h1><p>${newToken()}</p><button>Regenerate</button><button>Delete</button></main>`;

it('goes no way on from a page that is the token page already, or that contradicts itself', () => {
  expect(readPage(pageOf(`${menu}<h1>Welcome</h1>`), 200).step?.route).toBe('apiToken');
  expect(readPage(pageOf(menu + section), 200)).toMatchObject({ report: { kind: 'token' }, step: null });
  const twice = readPage(pageOf(menu + section + section), 200);
  expect(twice).toMatchObject({ report: { kind: 'unreadable' }, step: null });
});

it('knows nothing of a page that breaks the reader, and says so', () => {
  const doc = pageOf(menu + section);
  Object.defineProperty(doc.body, 'matches', {
    get: () => {
      throw new TypeError('broken');
    },
  });
  const { report, page, snapshot, controls, step } = readPage(doc, 200);
  const text = 'reason: contradictory\nelements: 0, roots: 0';
  expect(report).toEqual({ kind: 'unreadable', reason: 'contradictory', report: text });
  expect(page).toEqual({ kind: 'unreadable', reason: 'contradictory' });
  expect([snapshot.elements, controls, step]).toEqual([[], [], null]);
});

it.each([
  [0, 'other'],
  [200, 'other'],
  [399, 'other'],
  [400, 'error'],
  [503, 'error'],
])('takes a page served with %i for %s', (status, kind) => {
  expect(reportOf('<h1>Something</h1>', status).kind).toBe(kind);
});

const signIn = '<button>Sign In</button>';
it.each([
  ['a password field and its button', `<input type="password">${signIn}`, 'signedOut'],
  ['the button alone, on a page for visitors', `<h1>Live chat</h1>${signIn}`, 'other'],
  ['a password field without the button', '<input type="password"><button>Save</button>', 'other'],
  ['a button that is hidden', `<input type="password"><div hidden>${signIn}</div>`, 'other'],
  ['the button beside what only somebody signed in has', `<p>${signIn}</p><a href="/out">Sign Out</a>`, 'app'],
])('tells whether one is asked to sign in: %s', (_, html, kind) => {
  expect(reportOf(html).kind).toBe(kind);
});
