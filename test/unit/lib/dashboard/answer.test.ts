import { expect, it } from 'vitest';
import { alertsIn } from '../../../../lib/dashboard/answer.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newOrgId, newToken, pageOf } from '../support/pages.ts';

const alert = '<p role="alert">Failed</p>';
const token = `<dl><dt>Your token</dt><dd>${newToken()}</dd><dt>Organization ID</dt><dd>${newOrgId()}</dd></dl>`;
const buttons = '<div><button>Regenerate</button> <button>Delete</button></div>';
const none = '<p>No token yet.</p><button>Generate API Token</button>';
const top = (inside = '') => `<header>${inside}olivia@acme.example <a href="/out">Sign Out</a></header>`;

/** What the alerts with the token say on a page of `html`. */
function alertsOn(html: string): string[] {
  const doc = pageOf(html);
  return [...alertsIn(doc, readPage(doc, 200), null)];
}

it.each([
  ['beside its card', `<main><h1>API Token</h1>${alert}<div>${token}${buttons}</div></main>`],
  ['beside its card, in boxes', `<div><div role="heading">API Token</div>${alert}<div>${token}${buttons}</div></div>`],
  ['in its section', `<main><section><h2>API Token</h2>${alert}${token}${buttons}</section></main>`],
  ['by class', `<main><h1>API Token</h1><p class="error">Failed</p>${token}${buttons}</main>`],
  ['where there is no token', `<main><h1>API Token</h1>${alert}<div>${none}</div></main>`],
])('hears the alert that stands with the token: %s', (_, html) => {
  expect(alertsOn(top() + html)).toEqual(['Failed']);
});

const section = `<section><h2>API Token</h2>${token}${buttons}</section>`;
it.each([
  ['beside the page', `${top()}<main>${section}</main><div>${alert}</div>`],
  ['in its header', `${top(alert)}<main>${section}</main>`],
  ['in another section', `${top()}<main>${section}<section><h2>Webhooks</h2>${alert}</section></main>`],
  ['hidden', `${top()}<main><h1>API Token</h1><div hidden>${alert}</div>${token}${buttons}</main>`],
  ['empty', `${top()}<main><h1>API Token</h1><p role="alert"></p>${token}${buttons}</main>`],
  ['where the page is all the section there is', `${top()}<h1>API Token</h1>${token}${buttons}<div>${alert}</div>`],
  ['where no token can be read', `${top()}<main><h1>API Token</h1>${alert}</main>`],
])('hears no other: %s', (_, html) => {
  expect(alertsOn(html)).toEqual([]);
});
