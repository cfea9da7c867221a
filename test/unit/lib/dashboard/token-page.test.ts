import { describe, expect, it } from 'vitest';
import { newOrgId, newOtherToken, newToken, reportOf } from '../support/pages.ts';

const token = newToken();
const orgId = newOrgId();
const email = 'olivia@acme.example';
const frame = `<header>SnapEngage <span>${email}</span> <a href="/signout">Sign Out</a></header>`;
const controls = '<button>Regenerate</button> <button>Delete</button>';
/** Half of a value each. */
const halves = (value: string) => [value.slice(0, 16), value.slice(16)] as const;
const [first, second] = halves(token);
const section = (value: string, buttons = controls) =>
  `${frame}<main><h1>API Token</h1><section>${value}<p>${buttons}</p></section></main>`;

describe('a page with a token is read', () => {
  it.each([
    ['in a read-only input', `<input readonly value="${token}">`],
    ['in an input anybody may type into', `<input value="${token}">`],
    ['in a read-only password field', `<input type="password" readonly value="${token}">`],
    ['in a disabled password field', `<input type="password" disabled value="${token}">`],
    ['in a textarea', `<textarea readonly>${token}</textarea>`],
    ['in a code element', `<p><code>${token}</code></p>`],
    ['in a paragraph', `<p>${token}</p>`],
    ['in a cell beside its row header', `<table><tr><th>API Token</th><td>${token}</td></tr></table>`],
    ['in a cell beside another cell', `<table><tr><td>Api Token:</td><td><tt>${token}</tt></td></tr></table>`],
    ['in a description list', `<dl><dt>Token</dt><dd>${token}</dd></dl>`],
    ['by its label element', `<label for="t">Your API token</label><input id="t" readonly value="${token}">`],
    ['by a label around it', `<label>Token <input readonly value="${token}"></label>`],
    ['by aria-labelledby', `<b id="l">API Token</b><div><input readonly aria-labelledby="l" value="${token}"></div>`],
    ['by aria-label', `<input readonly aria-label="API Token" value="${token}">`],
    ['by the text before it', `<div>Your token</div><div><code>${token}</code></div>`],
    ['in several text nodes', `<p>${first}<!-- -->${second}</p>`],
    ['with a direction mark around it', `<p>\u202A${token}\u202C</p>`],
    ['with zero-width characters in it', `<p><code>${first}\u200B${second}</code></p>`],
    ['beside the organisation', `<p>${token}</p><label>Organization ID <input readonly value="${orgId}"></label>`],
    ['twice, the same both times', `<p>${token}</p><input readonly value="${token}">`],
    ['beside a password somebody filled in', `<input type="password" value="${newToken()}"><p>${token}</p>`],
    ['beside a hidden field', `<input type="hidden" name="csrf" value="${newToken()}"><p>${token}</p>`],
    ['under a long text', `<p>${'Keep your token to yourself. '.repeat(200)}</p><p>${token}</p>`],
    ['under a megabyte of text', `<p>${'lorem ipsum '.repeat(87_000)}</p><p>${token}</p>`],
  ])('%s', (_, value) => {
    expect(reportOf(section(value))).toMatchObject({ kind: 'token', token, label: email });
  });

  it.each([
    ['64 letters and digits', newOtherToken(64)],
    ['12 letters and digits', `${newOtherToken(10)}4x`],
    ['a UUID', crypto.randomUUID()],
    ['signs of base 64', `${newOtherToken(40)}+/==`],
    ['parts with dots', `${newOtherToken(20)}4.${newOtherToken(20)}.${newOtherToken(20)}`],
    ['upper case', newToken().toUpperCase()],
  ])('in another format: %s', (_, other) => {
    expect(reportOf(section(`<p><code>${other}</code></p>`))).toMatchObject({ kind: 'token', token: other });
  });

  it('a number only where its label says that it is the token, and never one that looks like an Organization ID', () => {
    const named = (number: string) => reportOf(section(`<dl><dt>API Token</dt><dd>${number}</dd></dl>`));
    expect(reportOf(section(`<p>${orgId}${orgId}</p>`))).toMatchObject({ kind: 'unreadable', reason: 'noToken' });
    expect(named(orgId + orgId)).toMatchObject({ token: orgId + orgId });
    expect(named(orgId)).toMatchObject({ kind: 'unreadable', reason: 'noToken' });
  });
});

describe('the buttons are known', () => {
  it.each([
    ['in capitals', '<button>REGENERATE</button><button>DELETE</button>'],
    ['with icons', '<button>↻ Regenerate</button><button>✖ Delete</button>'],
    ['with counts', '<button>Regenerate (1)</button><button>Delete <i>2</i></button>'],
    ['with what they are for', '<button>Regenerate API Token</button><button>Delete your token</button>'],
    ['as links', '<a href="#">Regenerate »</a><a href="#">Delete</a>'],
    ['as inputs', '<input type="submit" value="Regenerate"><input type="button" value="Delete">'],
    ['as plain boxes with a role', '<div role="button">Regenerate</div><div role="button">Delete</div>'],
    ['as boxes that look pressable', `${['Regenerate', 'Delete'].map((n) => `<b style="cursor:pointer">${n}</b>`)}`],
    ['by aria-label', '<button aria-label="Regenerate">↻</button><button aria-label="Delete">🗑</button>'],
    ['by title', '<button title="Regenerate"><svg></svg></button><button title="Delete"><svg></svg></button>'],
    ['with direction marks', '<button>\u200FRegen\u200Berate</button><button>Delete\u202E</button>'],
    ['in German', '<button>Regenerieren</button><button>Löschen</button>'],
    ['in Spanish', '<button>Regenerar</button><button>Eliminar</button>'],
    ['in French', '<button>Régénérer</button><button>Supprimer</button>'],
    [
      'in French, accents as marks of their own',
      `<button>${'Régénérer'.normalize('NFD')}</button><button>Supprimer</button>`,
    ],
    ['in Portuguese', '<button>Gerar novamente</button><button>Excluir</button>'],
  ])('%s', (_, buttons) => {
    expect(reportOf(section(`<p>${token}</p>`, buttons))).toMatchObject({ kind: 'token', token });
  });
});

describe('the title is known', () => {
  it.each([
    ...[
      'Api Token',
      'API TOKEN',
      'Your API Token',
      'API-Token',
      'API token:',
      'Token de API',
      'Jeton d’API',
      'Jeton API',
    ],
    ...['Token da API', '\u202AAPI\u00A0Token\u202C', 'API  Token (1)', 'Ａｐｉ Token', 'SnapEngage API Token'],
  ])('%s', (title) => {
    expect(reportOf(`<h2>${title}</h2><p>${token}</p>${controls}`)).toMatchObject({ kind: 'token', token });
  });
});

describe('the organisation is read', () => {
  it.each([
    ['from a label', `<label>Organization ID <input readonly value="${orgId}"></label>`, orgId],
    ['from a row', `<table><tr><td>OrgID</td><td>${orgId}</td></tr></table>`, orgId],
    ['from a French label', `<dl><dt>ID de l’organisation</dt><dd>${orgId}</dd></dl>`, orgId],
    ['from a Spanish label', `<dl><dt>ID de organización</dt><dd>${orgId}</dd></dl>`, orgId],
    ['from a Portuguese label', `<dl><dt>ID da organização</dt><dd>${orgId}</dd></dl>`, orgId],
    ['never from a number without a label', `<p>${orgId}</p>`, null],
    [
      'never where two are named',
      `<p>Organization ID</p><p>${orgId}</p><p>Organization ID</p><p>${newOrgId()}</p>`,
      null,
    ],
  ])('%s', (_, value, expected) => {
    const html = section(`<p>Token</p><p>${token}</p>${value}`);
    expect(reportOf(html)).toEqual({ kind: 'token', token, orgId: expected, label: email });
  });
});
