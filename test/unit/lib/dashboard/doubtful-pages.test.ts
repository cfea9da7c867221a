/** Pages that lie or are broken: rather unreadable than wrong. */
import { describe, expect, it } from 'vitest';
import { newOrgId, newOtherToken, newToken, newWidgetId, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const other = newToken();
const orgId = newOrgId();
const title = '<h1>API Token</h1>';
const controls = '<p><button>Regenerate</button> <button>Delete</button></p>';
const generate = '<p><button>Generate</button></p>';
const dots = '•'.repeat(12);

it.each([
  ['two tokens', `<p>${token}</p><p>${other}</p>${controls}`, 'ambiguous'],
  ['two tokens with labels', `<p>Token</p><p>${token}</p><p>API Token</p><p>${other}</p>${controls}`, 'ambiguous'],
  ['two tokens in one line', `<p><code>${token}</code> <code>${other}</code></p>${controls}`, 'ambiguous'],
  [
    'a token by name, another value beside the buttons',
    `<p>Token</p><p>${token}</p><div><p>Copied</p><p>${other}</p>${controls}</div>`,
    'ambiguous',
  ],
  ['two whole sections', `<p>${token}</p>${controls}${title}<p>${other}</p>${controls}`, 'ambiguous'],
  ['a token in a field, another in text', `<p>${token}</p><input readonly value="${other}">${controls}`, 'ambiguous'],
  ['a part of a value', `<p>${newOtherToken(20)}<b>${newOtherToken(20)}</b></p>${controls}`, 'ambiguous'],
  [
    'a token torn into spans',
    `<p><span>${token.slice(16)}</span><span>${token.slice(0, 16)}</span></p>${controls}`,
    'ambiguous',
  ],
  ['a token with a tail', `<p><code>${newOtherToken(24)}</code><b>-tail</b></p>${controls}`, 'ambiguous'],
  ['no controls', `<p>${token}</p>`, 'noControls'],
  ['Delete alone', `<p>${token}</p><button>Delete</button>`, 'noControls'],
  ['Regenerate alone', `<p>${token}</p><button>Regenerate</button>`, 'noToken'],
  ['two Regenerate', `<p>${token}</p>${controls}<button>Regenerate</button>`, 'ambiguous'],
  ['two Delete', `<p>${token}</p>${controls}<button>Delete</button>`, 'noToken'],
  ['no token', controls, 'noToken'],
  ['no token but words', `<p>Your token is loading</p>${controls}`, 'noToken'],
  ['a number alone', `<p>${orgId}</p>${controls}`, 'noToken'],
  ['a number that is the organisation', `<p>Organization ID</p><p>${orgId}</p>${controls}`, 'noToken'],
  ['a very short token', `<p>Token</p><p>ab12</p>${controls}`, 'noToken'],
  ['a very long token', `<p>Token</p><p>${newOtherToken(513)}</p>${controls}`, 'noToken'],
  ['a value with spaces', `<p>Token</p><p>${token.slice(0, 16)} ${token.slice(16)}</p>${controls}`, 'noToken'],
  ['an address', `<p>https://crm.example/${token}</p>${controls}`, 'noToken'],
  ['a token somebody may have typed', `<input type="password" value="${token}">${controls}`, 'noToken'],
  ['a token in an attribute', `<p data-token="${token}" title="${token}"></p>${controls}`, 'noToken'],
  ['a token on a button', `<button>${token}</button>${controls}`, 'noToken'],
  ['a token as an option', `<select><option>${token}</option></select>${controls}`, 'noToken'],
  ['Generate beside Regenerate', `<p>${token}</p>${controls}${generate}`, 'contradictory'],
  ['Generate beside a token', `<p>${token}</p>${generate}`, 'contradictory'],
  ['Generate beside a value named token', `<p>Token</p><p>${newOtherToken(20)}</p>${generate}`, 'contradictory'],
  ['two Generate', `${generate}${generate}`, 'noControls'],
  [
    'two Generate with a title each',
    `<section>${title}${generate}</section><section>${title}${generate}</section>`,
    'ambiguous',
  ],
  [
    'a token behind the label of something else',
    `<label>Organization ID <input></label><p>${token}</p>${controls}`,
    'noToken',
  ],
  ['bullets', `<p>${dots}</p>${controls}`, 'hidden'],
  ['bullets and the last four', `<p>${dots}${token.slice(-4)}</p>${controls}`, 'hidden'],
  ['stars in a field', `<input readonly value="${'*'.repeat(32)}">${controls}`, 'hidden'],
  ['a title alone', '<p>Loading…</p>', 'noControls'],
])('%s', (_, body, reason) => {
  expect(summaryOf(reportOf(`<main>${title}${body}</main>`), { token, other, orgId })).toBe(reason);
});

describe('a page of any size', () => {
  const page = (filler: string) => `${title}<div>${filler}</div><p>${token}</p>${controls}`;

  it('is read with many elements', () => {
    expect(summaryOf(reportOf(page('<i></i>'.repeat(5_000))), { token })).toBe('token');
  });

  it('is not read with more than 100,000', () => {
    expect(reportOf(page('<i></i>'.repeat(100_001)))).toMatchObject({ kind: 'unreadable', reason: 'tooLarge' });
  }, 30_000);
});

describe('what a page shows of somebody is text', () => {
  const shown = (who: string, org = orgId) =>
    reportOf(`<header>${who}</header>${title}<dl><dt>Token</dt><dd>${token}</dd>
      <dt>Organization ID</dt><dd>${org}</dd></dl>${controls}`);

  it.each([
    ['direction marks', '<span>\u202Eolivia@acme.example\u202C</span>', 'olivia@acme.example'],
    ['zero-width characters', '<span>oli\u200Bvia@acme\u2060.example</span>', 'olivia@acme.example'],
    ['a name too long', `<span>${'x'.repeat(300)}@acme.example</span>`, `${'x'.repeat(64)}@acme.example`],
    ['markup', '<span>&lt;b&gt;olivia@acme.example</span>', 'olivia@acme.example'],
  ])('without %s', (_, who, label) => {
    expect(shown(who)).toMatchObject({ kind: 'token', label });
  });

  it('has an organisation without direction marks', () => {
    expect(shown('', `\u202E${orgId}\u202C`)).toMatchObject({ kind: 'token', orgId });
  });
});

describe('a page without a token says so', () => {
  it.each([
    ['in English', title, 'Generate'],
    ['with words between', title, 'Generate a new API Token now'],
    ['as Create', title, 'Create token'],
    ['in German', '<h1>API Token</h1>', 'API-Token erstellen'],
    ['in Spanish', '<h1>Token de API</h1>', 'Generar token'],
    ['in French', '<h1>Jeton API</h1>', 'Générer un jeton'],
    ['in Portuguese', '<h1>Token da API</h1>', 'Gerar token'],
  ])('%s', (_, heading, name) => {
    const html = `<header>olivia@acme.example</header>${heading}<p>There is none.</p><button>${name}</button>`;
    expect(reportOf(html)).toEqual({ kind: 'none', orgId: null, label: 'olivia@acme.example' });
  });

  it('with the organisation, where it is shown', () => {
    const html = `${title}<p>Organization ID</p><p>${orgId}</p><p>Widget ${newWidgetId()}</p>${generate}`;
    expect(reportOf(html)).toEqual({ kind: 'none', orgId, label: null });
  });
});
