/** What stands elsewhere on the page, and whether it puts the token that was found in doubt. */
import { expect, it } from 'vitest';
import { newOrgId, newToken, reportOf, summaryOf } from '../support/pages.ts';

const [token, other] = [newToken(), newToken()];
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const own = `<section><h2>API Token</h2><p>Token</p><p><code>${token}</code></p>${buttons}</section>`;
const panel = (inside: string) => `<section><p>Token</p><p><code>${other}</code></p>${inside}</section>`;
const table = (...rows: string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
const row = (cell: string) => `<th>API Token</th><td>${cell}</td>`;

it.each<[string, string, string]>([
  [
    'another Regenerate, with another token beside it',
    own + panel(`<div>Organization ID: <b>${newOrgId()}</b> <button>Regenerate</button></div>`),
    'ambiguous',
  ],
  [
    'another Regenerate, with the same token',
    own + panel('<button>Regenerate</button>').replace(other, token),
    'token',
  ],
  ['the token in an address that goes on with a mark', `${own}<p>/tokens/${token}/revoke</p>`, 'token'],
  ['the token at the end of an address', `${own}<p>/tokens/${token}</p>`, 'token'],
  ['the token with a letter after it', `${own}<p>/tokens/${token}g/revoke</p>`, 'ambiguous'],
  ['the token with a digit before it', `${own}<p>/tokens/0${token}</p>`, 'ambiguous'],
  [
    'the token once more in its row, with a letter right beside it',
    `<h1>API Token</h1>${table(row(`<b>${token}</b> and <b>${token}</b>x`))}${buttons}`,
    'ambiguous',
  ],
  [
    'a row of the same name that says it is for something else',
    `<h1>API Token</h1>${table(row(`<b>${token}</b>`))}${buttons}<div>${table(row(`Webhook secret <b>${other}</b>`))}</div>`,
    'token',
  ],
  [
    'a row of the same name with another value',
    `<h1>API Token</h1>${table(row(`<b>${token}</b>`))}${buttons}<div>${table(row(`<b>${other}</b>`))}</div>`,
    'ambiguous',
  ],
])('%s', (_, html, read) => {
  expect(summaryOf(reportOf(`<main>${html}</main>`), { token, other })).toBe(read);
});
