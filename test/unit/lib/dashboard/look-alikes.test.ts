/** Values that look like the token and are not: with the token on the page, and in its place. */
import { describe, expect, it } from 'vitest';
import { newToken, newWidgetId, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const decoy = newToken();
const widget = newWidgetId();
const title = '<h1>API Token</h1>';
const controls = '<p><button>Regenerate</button> <button>Delete</button></p>';
const own = `<section><h2>API Token</h2><dl><dt>Token</dt><dd><code>${token}</code></dd></dl>${controls}</section>`;

/** Look-alikes in places of their own: they must neither be read nor keep the token from being read. */
const beside: [string, string][] = [
  ['a hidden CSRF field', `<form><input type="hidden" name="csrf" value="${decoy}"></form>`],
  ['a build hash in the footer', `<footer>Build <code>${decoy}</code></footer>`],
  ['a request id in an aside', `<aside>Request <code>${decoy}</code></aside>`],
  ['a widget id', `<section><h2>Widget ID</h2><p>${widget}</p></section>`],
  ['a webhook secret with its buttons', `<section><h2>Webhook secret</h2><p>${decoy}</p>${controls}</section>`],
  ['widgets to delete', `<section><h2>Widgets</h2><p>${widget} <button>Delete</button></p></section>`],
  [
    'the Authentication Token',
    `<form><h2>Agent Status API</h2><label>Authentication Token <input value="${decoy}"></label><button>Save</button></form>`,
  ],
  ['a note by somebody', `<section><h2>Notes</h2><ul><li>API Token: ${decoy}</li></ul></section>`],
  ['a note that looks like a label', `<section><h2>Notes</h2><p>API Token:</p><p><code>${decoy}</code></p></section>`],
  ['a hidden panel with an old token', `<section style="display:none">${title}<p>${decoy}</p>${controls}</section>`],
  ['a closed dialog', `<dialog>${title}<p>${decoy}</p>${controls}</dialog>`],
  ['an open dialog', `<div role="dialog">${title}<p>${decoy}</p>${controls}</div>`],
  ['a script', `<script>const apiToken = "${decoy}";</script>`],
  ['a template', `<template>${title}<p>${decoy}</p>${controls}</template>`],
];

describe('beside the token', () => {
  it.each(beside)('%s before it', (_, html) => {
    expect(summaryOf(reportOf(`<main>${html}${own}</main>`), { token, decoy, widget })).toBe('token');
  });
  it.each(beside)('%s after it', (_, html) => {
    expect(summaryOf(reportOf(`<main>${own}${html}</main>`), { token, decoy, widget })).toBe('token');
  });
  it('all of them at once', () => {
    const all = beside.map(([, html]) => html).join('');
    expect(summaryOf(reportOf(`<main>${all}${own}${all}</main>`), { token, decoy, widget })).toBe('token');
  });
});

/** What the section holds in place of the token, and what the page is then. */
it.each([
  ['a CSRF field by name', `<label>CSRF token <input readonly value="${decoy}"></label>`, 'noToken'],
  ['a CSRF text', `<p>CSRF token</p><p>${decoy}</p>`, 'noToken'],
  ['a webhook secret', `<p>Webhook secret:</p><p>${decoy}</p>`, 'noToken'],
  ['an Authentication Token', `<label>Authentication Token <input value="${decoy}"></label>`, 'noToken'],
  ['an Authentication Token as text', `<p>Authentication Token</p><p>${decoy}</p>`, 'noToken'],
  ['a widget id', `<dl><dt>Widget ID</dt><dd>${widget}</dd></dl>`, 'noToken'],
  ['a widget id as text', `<p>Widget</p><p>${widget}</p>`, 'noToken'],
  ['a build', `<p>Build <code>${decoy}</code></p>`, 'noToken'],
  ['a session', `<table><tr><th>Session</th><td>${decoy}</td></tr></table>`, 'noToken'],
  ['an unknown row', `<table><tr><th>Digest</th><td>${decoy}</td></tr></table>`, 'noToken'],
  ['a footer', `<footer><p>${decoy}</p></footer>`, 'noToken'],
  ['a hidden duplicate', `<p hidden>${decoy}</p>`, 'noToken'],
  ['a value under the buttons', `<p>Loading</p>${controls}<p>${decoy}</p>`, 'noToken'],
])('%s in its place', (_, value, reason) => {
  const buttons = value.includes('Regenerate') ? '' : controls;
  const html = `<main><section>${title}${value}${buttons}</section></main>`;
  expect(summaryOf(reportOf(html), { decoy, widget })).toBe(reason);
});

it.each([
  ['the Agent Status page', `<h1>Agent Status API</h1>${beside[6]?.[1]}`, 'app'],
  ['the webhooks page', `<h1>Webhook secret</h1><p>${decoy}</p>${controls}`, 'app'],
  ['a page of notes', `<h1>Notes</h1><p>API Token: ${decoy}</p>`, 'app'],
  ['an article about it', `<h1>Help</h1><p>Your API Token is shown under My Account. Regenerate it there.</p>`, 'app'],
  ['another application', `<h1>API keys</h1><p>${decoy}</p><button>Delete</button>`, 'app'],
])('%s is not the token page', (_, html, kind) => {
  const page = `<nav><a href="/app/account">My Account</a></nav><main>${html}</main>`;
  expect(summaryOf(reportOf(page), { decoy })).toBe(kind);
});

it('knows nothing of a page of somebody else', () => {
  expect(reportOf('<h1>Example</h1><p>Nothing here.</p>')).toEqual({ kind: 'other' });
  expect(reportOf('')).toEqual({ kind: 'other' });
  expect(reportOf('<h1>Not found</h1>', 404)).toEqual({ kind: 'error' });
  expect(reportOf('<input type="password"><button>Log in</button>')).toEqual({ kind: 'signedOut' });
});
