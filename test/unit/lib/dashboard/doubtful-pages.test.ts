/** Pages that lie or are broken: rather unreadable than wrong. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newOrgId, newOtherToken, newToken, newWidgetId, pageOf, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const other = newToken();
const orgId = newOrgId();
const title = '<h1>API Token</h1>';
const controls = '<p><button>Regenerate</button> <button>Delete</button></p>';
const generate = '<p><button>Generate</button></p>';
const signOut = '<a href="/signout">Sign Out</a>';
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
  [
    'two whole sections, one of them in doubt',
    `<section>${title}<p>${other}</p><p>${token}</p>${controls}</section><section>${title}<p>${other}</p>${controls}</section>`,
    'ambiguous',
  ],
  [
    'a second value behind a label that has another in it, and its button',
    `<label>API Token<p><input readonly value="${other}"> <button>Copy</button></p></label><p><input readonly value="${token}"></p>${controls}`,
    'ambiguous',
  ],
  [
    'a token folded away, and a value behind a sentence',
    `<p>Your token</p><div><details><summary>More</summary><code>${token}</code></details></div><div>Lorem ipsum dolor sit amet.<p>${other}</p></div>${controls}`,
    'noToken',
  ],
  [
    'a value without a name beside a token cut up into fields',
    `<p>${other}</p><p><input readonly value="${token.slice(0, 11)}"><input readonly value="${token.slice(11, 22)}"></p>${controls}`,
    'ambiguous',
  ],
  ['a token in a field, another in text', `<p>${token}</p><input readonly value="${other}">${controls}`, 'ambiguous'],
  ['a part of a value', `<p>${newOtherToken(20)}<b>${newOtherToken(20)}</b></p>${controls}`, 'ambiguous'],
  [
    'a token torn into spans',
    `<p><span>${token.slice(16)}</span><span>${token.slice(0, 16)}</span></p>${controls}`,
    'ambiguous',
  ],
  ['a token with a tail', `<p><code>${newOtherToken(24)}</code><b>-tail</b></p>${controls}`, 'ambiguous'],
  ['a token of the known shape with a tail', `<p><code>${token}</code><b>-tail</b></p>${controls}`, 'ambiguous'],
  ['a token of the known shape with a head', `<p><b>v1.</b><code>${token}</code></p>${controls}`, 'ambiguous'],
  [
    'a token of the known shape with a part in bold',
    `<p>${token}<b>${newOtherToken(8)}</b></p>${controls}`,
    'ambiguous',
  ],
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
  [
    'a value that is the name of a field with another',
    `<label for="field"><code>${token}</code></label><input id="field" readonly value="${other}">${controls}`,
    'ambiguous',
  ],
  [
    'a value beside one under a name that says nothing',
    `<p>${other}</p><table><tr><td>Read the docs</td><td>${token}</td></tr></table>${controls}`,
    'ambiguous',
  ],
  [
    'a value beside one that a sentence in its row speaks of',
    `<p>${other}</p><table><tr><td>Keep it secret.</td><td>${token}</td></tr></table>${controls}`,
    'ambiguous',
  ],
  [
    'a value without a name beside one that is named something else',
    `<p>${other}</p><table><tr><td>Widget</td><td>${token}</td></tr></table>${controls}`,
    'ambiguous',
  ],
  [
    'a value beside one that is no number of an organisation’s',
    `<p>${other}</p><p>Organization ID</p><p>${token}</p>${controls}`,
    'ambiguous',
  ],
  [
    'a value under a caption beside one that is no number of an organisation’s',
    `<p>Your token</p><p>${other}</p><p>Organization ID</p><p>${token}</p>${controls}`,
    'ambiguous',
  ],
  [
    'a value in front of a label that nothing answers',
    `<div><p>${other}</p>Your token</div><p></p>${controls}`,
    'noToken',
  ],
  [
    'a row that begins with a menu',
    `<input value="${other}"><table><tr><td><a>Home</a> <a>Settings</a></td><td>${token}</td></tr></table>${controls}`,
    'ambiguous',
  ],
  [
    'a value whose end is hidden',
    `<p>Token</p><p>${token}<b hidden>${other.slice(8, 16)}</b></p>${controls}`,
    'ambiguous',
  ],
  [
    'a part of a value that is hidden as a whole',
    `<p>Token</p><p>${token.slice(8)}</p><p hidden>${token}</p>${controls}`,
    'ambiguous',
  ],
  [
    'a part of a value in a hidden field',
    `<p>Token</p><p>${token.slice(0, 24)} <input readonly aria-hidden="true" value="${token}"></p>${controls}`,
    'ambiguous',
  ],
  [
    'two rows that are both called the token’s, one behind the controls',
    `<table><tr><th>API Token</th><td>${token}</td></tr></table>
    <div>${controls}<table><tr><th>API Token</th><td>${other}</td></tr></table></div>`,
    'ambiguous',
  ],
  [
    'bullets beside what one presses, and another value under the title',
    `<p>Api Token</p><div>${other}</div><table><tr><td><a href="#">Cancel</a></td><td>${dots}</td></tr></table>${controls}`,
    'ambiguous',
  ],
  [
    'a value under the heading, and a token cut up into fields inside of a button',
    `<p>${other}</p><p><button>Regenerate</button> <button>Delete<span><input value="${token.slice(0, 9)}"></span></button></p>`,
    'ambiguous',
  ],
  [
    'a value under the heading, and a token in a field inside of a link',
    `<p>${other}</p><a href="#"><textarea readonly>${token}</textarea></a>${controls}`,
    'ambiguous',
  ],
  [
    'a value under a caption, and a row of the token’s with nothing in it',
    `<p>API Token</p><p>${other}</p><table><tr><td><b>Your token:</b></td><td></td></tr></table>${controls}`,
    'noToken',
  ],
  [
    'a value under a caption, and a row of the token’s with nothing but its Copy in it',
    `<p>API Token</p><p>${other}</p><table><tr><td><b>Your token:</b></td><td><button>Copy</button></td></tr></table>${controls}`,
    'noToken',
  ],
  [
    'a whole panel inside of what is pressed for another, whose token is in pieces',
    `<table><tr><th>API Token</th><td><b>${token.slice(0, 20)}</b><b>${token.slice(20)}</b></td></tr></table>
    <p><button>Regenerate</button> <span onclick="go()">Delete<table><tr><th>API Token</th><td>${other}</td></tr></table>${controls}</span></p>`,
    'ambiguous',
  ],
  ['a quotation', `<blockquote>API Token: <code>${token}</code></blockquote>${controls}`, 'noToken'],
  [
    'a whole panel in the midst of another',
    `<section><section>${title}<p>${token}</p>${controls}</section><p>Token</p><p>${other}</p>${controls}</section>`,
    'ambiguous',
  ],
])('%s', (_, body, reason) => {
  expect(summaryOf(reportOf(`<main>${title}${body}</main>`), { token, other, orgId })).toBe(reason);
});

describe('names that people have given themselves make no token page', () => {
  const names = ['API Token', token, 'Regenerate', 'Delete'];
  const list = (open: string, close: string) => names.map((name) => `${open}${name}${close}`).join('');
  const menu = '<nav><a href="/out">Sign Out</a></nav>';
  it.each([
    ['links', list('<p><a href="/app/chat/1">', '</a></p>')],
    ['links with handlers in a list', list('<li onclick="go()"><span>', '</span></li>')],
    ['rows with handlers', `<table>${list('<tr onclick="go()"><td>', '</td></tr>')}</table>`],
    ['rows that look pressable', list('<div style="cursor: pointer">', '</div>')],
    ['text with links', `<h2>API Token</h2><p>${token}</p><p><a href="/a">Regenerate</a> <a href="/b">Delete</a></p>`],
    [
      'text with links elsewhere',
      `<h2>API Token</h2><p>${token}</p><a href="https://a.example/">Regenerate</a>
      <a href="//b.example/">Delete</a>`,
    ],
    [
      'a chat under its name, with its own Delete and others to be opened',
      `<section><h2>API Token</h2><p>${token}</p><button>Delete</button></section>
      <aside></aside><div><div style="cursor: pointer">Regenerate</div><div style="cursor: pointer">Olivia</div></div>`,
    ],
    [
      'a chat under its name, others with their times',
      `<section><h2>API Token</h2><p>${token}</p><button>Delete</button></section>
      <div><div style="cursor: pointer"><b style="cursor: pointer">Regenerate</b> <i style="cursor: pointer">9:15</i></div></div>`,
    ],
  ])('%s', (_, html) => {
    expect(summaryOf(reportOf(`${menu}<main>${html}</main>`), { token })).not.toBe('token');
  });

  it('nor does a whole one where people are asked to sign in', () => {
    const page = `<main>${title}<p>${token}</p>${controls}</main>`;
    expect(summaryOf(reportOf(`<a href="/signin">Sign In</a>${page}`), { token })).toBe('contradictory');
    expect(summaryOf(reportOf(`<a href="/signin">Sign In</a>${menu}${page}`), { token })).toBe('token');
  });

  it.each([
    ['links that do something', (name: string) => `<a href="#" onclick="go()">${name}</a>`],
    ['links that lead nowhere', (name: string) => `<a href="#">${name}</a>`],
    ['links without an address', (name: string) => `<a>${name}</a>`],
    ['links that are scripts', (name: string) => `<a href="javascript:go()">${name}</a>`],
    ['links that look like buttons', (name: string) => `<a class="btn" href="/x">${name}</a>`],
    ['what looks pressable under a heading', (name: string) => `<div style="cursor: pointer">${name}</div>`],
  ])('but the token’s own may have %s for buttons', (_, make) => {
    const html = `${menu}<main>${title}<p>${token}</p>${make('Regenerate')} ${make('Delete')}</main>`;
    expect(summaryOf(reportOf(html), { token })).toBe('token');
  });
});

describe('is read for all that', () => {
  const looks = (text: string) => `<div style="cursor: pointer">${text}</div>`;
  const label = (text: string) => `<span style="cursor: pointer">${text}</span>`;
  it.each([
    [
      'buttons that only look so, with icons',
      `<p>${token}</p><div>${looks(`<i aria-hidden="true" style="cursor: pointer">refresh</i>${label('Regenerate')}`)}${looks(label('Delete'))}</div>`,
    ],
    [
      'buttons that only look so, with a count',
      `<p>${token}</p><div>${looks(`${label('1')}${label('Regenerate')}`)}${looks('Delete')}</div>`,
    ],
    [
      'buttons that only look so, beside a link',
      `<p>${token}</p><div>${looks('Regenerate')}${looks('Delete')}<a href="/help" style="cursor: pointer">Learn more</a></div>`,
    ],
    [
      'buttons that only look so, beside what says that it has copied',
      `<p>${token}</p><div>${looks('Copied!')}${looks('Regenerate')}${looks('Delete')}</div>`,
    ],
    [
      'a sentence about it',
      `<p>Send the <code>token</code> in the <code>x-api-key</code> header.</p><p>${token}</p>${controls}`,
    ],
    [
      'a sentence about it and the organisation',
      `<p>Put your <b>token</b> and your <b>Organization ID</b> into the settings of your app.</p><p>${token}</p>${controls}`,
    ],
    ['tabs', `<ul><li>Token</li><li>Webhook</li></ul><h2>API Token</h2><p>${token}</p>${controls}`],
    [
      'a Copy of something else',
      `<section><h2>API Token</h2><p>${token}</p>${controls}</section><section><h2>Widgets</h2><code>01234567-89ab-cdef-0123-456789abcdef</code> <button>Copy</button></section>`,
    ],
    [
      'a Copy of an address',
      `<section><h2>API Token</h2><p>${token}</p>${controls}</section><p>Visitor Chat <code>www.snapengage.com/api/v1/chat</code> <button>Copy</button></p>`,
    ],
    [
      'a title in a row with help',
      `<table><tr><td><b>API Token</b></td><td><a href="/help">Help</a></td></tr><tr><td colspan="2">Your token: <tt>${token}</tt></td></tr><tr><td>${controls}</td></tr></table>`,
    ],
    [
      'a title in a row with Copy',
      `<table><tr><td><b>API Token</b></td><td><button>Copy</button></td></tr><tr><td colspan="2"><tt>${token}</tt></td></tr><tr><td>${controls}</td></tr></table>`,
    ],
    [
      'a row with an icon',
      `<p>API Token</p><p>${token}</p><dl><dt>Token</dt><dd><i class="icon"></i></dd></dl>${controls}`,
    ],
    [
      'the token once more, hidden, in a line of its use',
      `<p>${token}</p><p hidden>x-api-key:${token}</p><p hidden>TOKEN=${token}</p>${controls}`,
    ],
    [
      'a row of another panel’s token',
      `<section><h2>API Token</h2><p>${token}</p>${controls}</section>
      <table><tr><th>Token</th><td>${other}</td></tr></table>`,
    ],
    [
      'the same row twice',
      `<table><tr><th>API Token</th><td>${token}</td></tr></table>
      <div>${controls}<table><tr><th>API Token</th><td>${token}</td></tr></table></div>`,
    ],
    [
      'a box to tick in a button',
      `<p>${token}</p><button>Hide it <input type="checkbox" value="a1b2"></button>${controls}`,
    ],
    ['a field inside of a button with nothing in it', `<p>${token}</p><button>Find <input></button>${controls}`],
    [
      'a field inside of a button elsewhere',
      `<section><h2>API Token</h2><p>${token}</p>${controls}</section><button>Find <input value="${other}"></button>`,
    ],
    [
      'a field inside of a button, and a label that is tied to the token',
      `<label>API Token <input readonly value="${token}"></label><button>Find <input value="${other}"></button>${controls}`,
    ],
    [
      'a hidden row with nothing in it',
      `<p>API Token</p><p>${token}</p><table hidden><tr><th>Token</th><td></td></tr></table>${controls}`,
    ],
    [
      'a row with something in it that is no value',
      `<p>API Token</p><p>${token}</p><dl><dt>Token</dt><dd>See above</dd></dl>${controls}`,
    ],
    ['the token as the name of nothing', `<label for="gone">API Token <code>${token}</code></label>${controls}`],
    [
      'a field in its own label',
      `<label for="it">API Token <input id="it" readonly value="${token}"></label>${controls}`,
    ],
    [
      'a Regenerate for something else around it',
      `<section><h2>API Token</h2><p>${token}</p>${controls}</section><p>Secret</p><p>${other}</p>${controls}`,
    ],
    [
      'a panel twice, one in the midst of the other',
      `<section><section>${title}<p>${token}</p>${controls}</section><p>Token</p><p>${token}</p>${controls}</section>`,
    ],
  ])('%s', (_, body) => {
    expect(summaryOf(reportOf(`<main>${title}${body}</main>`), { token, other, orgId })).toBe('token');
  });
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
    const html = `<header>olivia@acme.example ${signOut}</header>${heading}<p>There is none.</p><button>${name}</button>`;
    expect(reportOf(html)).toEqual({ kind: 'none', orgId: null, label: 'olivia@acme.example' });
  });

  it('with the organisation, where it is shown', () => {
    const html = `<header>${signOut}</header>${title}<p>Organization ID</p><p>${orgId}</p><p>Widget ${newWidgetId()}</p>${generate}`;
    expect(reportOf(html)).toEqual({ kind: 'none', orgId, label: null });
  });

  it.each([
    ['with Sign Out', `<header>${signOut}</header>`, 'none'],
    ['with Sign Out anywhere', `<p>${signOut}</p>`, 'none'],
    ['with My Account', '<nav><a href="/app/account">My Account</a></nav>', 'none'],
    ['with the menu of a person', '<nav><button>olivia@acme.example ▾</button></nav>', 'none'],
    ['with the way to itself', '<nav><a href="/app/token">API Token</a></nav>', 'none'],
    ['without any of them', '<header>olivia@acme.example</header>', 'other'],
    ['where somebody may sign in', '<header><a href="/signin">Sign In</a></header>', 'other'],
    ['with a hidden Sign Out', `<header hidden>${signOut}</header>`, 'other'],
    ['where Sign Out is but a word', '<header>Sign Out</header>', 'other'],
    ['where My Account is but a word', '<nav>My Account</nav>', 'other'],
  ])('only on a page of the app: %s', (_, frame, kind) => {
    expect(reportOf(`${frame}${title}<p>There is none.</p>${generate}`).kind).toBe(kind);
  });
});

describe('a placeholder is no token', () => {
  const placeholders: [string, string, string][] = [
    ['an ellipsis', 'Loading...', 'Loading…'],
    ['a longer ellipsis', 'LoadingToken...', 'Generating2...'],
    ['a template', '{{apiToken}}', '#{account.apiToken1}'],
    ['another template', '<%=apiToken1%>', '%API_TOKEN_1%'],
    ['something taken out', '[redacted]', '[token-1-hidden-by-admin]'],
    ['words', 'undefined', 'not-available'],
    ['angle brackets', '<api-token-32>', '<your_api_token_here>'],
  ];
  const escaped = (text: string) => text.replaceAll('<', '&lt;');
  it.each(placeholders)('%s', (_, ...texts) => {
    for (const text of texts.map(escaped)) {
      for (const value of [
        `<p>${text}</p>`,
        `<dl><dt>API Token</dt><dd>${text}</dd></dl>`,
        `<p>Token</p><p><code>${text}</code></p>`,
      ]) {
        const { kind } = reportOf(`<main>${title}${value}${controls}</main>`);
        expect([text, kind]).toEqual([text, 'unreadable']);
      }
      expect(reportOf(`${title}<input readonly value="${text}">${controls}`).kind).toBe('unreadable');
    }
  });

  it.each(placeholders)('nor one beside Generate: %s', (_, ...texts) => {
    for (const text of texts.map(escaped)) {
      const { kind } = reportOf(`<header>${signOut}</header>${title}<p>${text}</p>${generate}`);
      // Under the token's title an ellipsis stands for what is still to come.
      expect([text, kind]).toEqual([text, /^\w{0,8}(\.\.\.|…)$/.test(text) ? 'unreadable' : 'none']);
    }
  });

  it.each([
    ['letters and the last four', `${'x'.repeat(28)}3f9a`],
    ['capitals', 'X'.repeat(32)],
    ['number signs and the last four', `${'#'.repeat(4)}3f9a`],
    ['dashes and the last four', `${'-'.repeat(8)}3f9a`],
    ['underscores', '_'.repeat(16)],
    ['the first and the last four', 'a1b2...e5f6'],
    ['the first and the last four with an ellipsis', 'a1b2…e5f6'],
    ['the first and bullets', `a1b2${dots}`],
    ['a beginning', 'a1b2c3d4...'],
    ['an end', '...a1b2c3d4'],
    ['stars in a field', '*'.repeat(20)],
  ])('a mask is none: %s', (_, mask) => {
    for (const value of [
      `<p>${mask}</p>`,
      `<input readonly value="${mask}">`,
      `<dl><dt>API Token</dt><dd>${mask}</dd></dl>`,
    ])
      expect(summaryOf(reportOf(`${title}${value}${controls}`), {})).toBe('hidden');
  });

  it.each(['More…', 'Copy...', 'Share…'])('and a button is no mask: %s', (name) => {
    const buttons = `<p><button>${name}</button> <button>Regenerate</button> <button>Delete</button></p>`;
    expect(summaryOf(reportOf(`${title}<p>${token}</p>${buttons}`), { token })).toBe('token');
  });
});

describe('what belongs to an account is not pressed for the token', () => {
  const [regenerate, remove] = ['<button>Regenerate</button>', '<button>Delete my account</button>'];
  it('an account’s Delete is not the token’s', () => {
    const html = `${title}<p>${token}</p><p>${regenerate} ${remove}</p>`;
    expect(summaryOf(reportOf(html), { token })).toBe('noToken');
  });

  it.each(['Delete my account', 'Delete account', 'Remove your account', 'Konto löschen', 'Excluir conta'])(
    'the token’s own is found beside %s',
    (name) => {
      const doc = pageOf(
        `${title}<p>${token}</p><p>${regenerate} <button>${name}</button> <button id="own">Delete</button></p>`,
      );
      const { page } = readPage(doc, 200);
      expect(page).toMatchObject({ kind: 'token' });
      expect(page.kind === 'token' && page.delete.id).toBe('own');
    },
  );

  it.each(['Create account', 'Create an account', 'Generate settings'])('%s generates no token', (name) => {
    const html = `<header>${signOut}</header>${title}<p>There is none.</p><button>${name}</button>`;
    expect(reportOf(html)).toMatchObject({ kind: 'unreadable', reason: 'noControls' });
  });
});

describe('an organisation is named so, and looks so', () => {
  const shown = (label: string, value: string) =>
    reportOf(`${title}<dl><dt>Token</dt><dd>${token}</dd><dt>${label}</dt><dd>${value}</dd></dl>${controls}`);
  const long = '7'.repeat(40);
  it.each([
    ['40 signs', 'Organization ID', long, long],
    ['more than 40', 'Organization ID', `${long}7`, null],
    ['letters, digits and dashes', 'Organization ID', 'acme-inc_2024', 'acme-inc_2024'],
    ['dots', 'Organization ID', 'acme.example.2024', null],
    ['an address', 'Organization', 'https://acme.example/2024', null],
    ['a token of the organisation', 'Organization token', newToken(), null],
    ['a key of the organisation', 'Organization API key', newToken(), null],
    ['a secret of the organisation', 'Organization secret', newToken(), null],
    ['a session of the organisation', 'Org session', newToken(), null],
  ])('%s', (_, label, value, org) => {
    expect(shown(label, value)).toMatchObject({ kind: 'token', token, orgId: org });
  });
});

describe('a form whose fields shadow its own properties', () => {
  const names = [
    'parentElement',
    'children',
    'tagName',
    'getRootNode',
    'matches',
    'previousElementSibling',
    'shadowRoot',
  ];
  /** The browser gives a form's fields as the form's properties by name; here that is done by hand. */
  const clobbered = (name: string, inside: string, around: string) => {
    const doc = pageOf(`<form><input name="${name}">${inside}</form>${around}`);
    const form = doc.querySelector('form');
    const field = form?.firstElementChild;
    if (form) Object.defineProperty(form, name, { value: field, configurable: true });
    return doc;
  };
  it.each(names)('is left out, and the rest of the page is read: %s', (name) => {
    const own = `${title}<p>${token}</p>${controls}`;
    const seen = (doc: Document) => summaryOf(readPage(doc, 200).report, { token, other });
    expect(seen(clobbered(name, `<p>${other}</p>`, own))).toBe('token');
    expect(seen(clobbered(name, own, ''))).toBe('other');
  });
});
