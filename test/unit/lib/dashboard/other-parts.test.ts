/** Other parts of the page beside the token's, and values that come where the token is not drawn: never taken for it. */
import { describe, expect, it } from 'vitest';
import { newToken, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const stray = newToken();
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const said = (html: string) => summaryOf(reportOf(`<a href="#">Sign Out</a><main>${html}</main>`), { token, stray });
const card = (title: string, rest: string) => `<section><h2>${title}</h2>${rest}</section>`;
const spinner = '<div class="spinner"></div>';

describe('a heading of another part', () => {
  it.each([
    [
      'with its own controls, and the token not drawn yet',
      card('API Token', spinner) +
        card('Webhook secret', `<p>We sign every call with it.</p><code>${stray}</code>${buttons}`),
      'noToken',
    ],
    [
      'and no token at all, with words we do not know',
      card('API Token', '<p>No token yet.</p><button>New token</button>') +
        card('Zapier', `<code>${stray}</code>${buttons}`),
      'noToken',
    ],
    [
      'with a label that names a token',
      card('API Token', spinner) + card('Zapier', `<label>Token <input readonly value="${stray}"></label>${buttons}`),
      'noToken',
    ],
    [
      'that is not drawn, below a token that the page says there is not',
      `<section><h2>API Token</h2><p>No token yet.</p></section><section><code>${stray}</code>${buttons}</section>`,
      'noToken',
    ],
    [
      'below a menu entry that looks like a title',
      `<ul><li>API Token</li><li>Zapier</li></ul><h1>Zapier</h1><code>${stray}</code>${buttons}`,
      'app',
    ],
    [
      'of lower rank than the entry’s could be',
      `<ul><li>API Token</li></ul><h4>Zapier</h4><code>${stray}</code>${buttons}`,
      'app',
    ],
    [
      'with a rank of its own making',
      `<div role="heading" aria-level="2">API Token</div>${spinner}
       <div role="heading" aria-level="2">Zapier</div><code>${stray}</code>${buttons}`,
      'noToken',
    ],
    [
      'that looks like the title and says that it is a heading, of whatever rank',
      `<div><div class="card-title">API Token</div>${spinner}</div><div><div class="card-title" role="heading"
       aria-level="5">Zapier</div><code>${stray}</code>${buttons}</div>`,
      'app',
    ],
    [
      'with the token above and the controls below',
      `<h2>API Token</h2><code>${token}</code><h2>Zapier</h2><code>${stray}</code>${buttons}`,
      'noToken',
    ],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });

  it.each([
    ['of lower rank', `<h1>API Token</h1><h2>Live</h2><code>${token}</code>${buttons}`],
    ['that says nothing of its own', `<h2>API Token</h2><h2>Current value</h2><code>${token}</code>${buttons}`],
    ['that speaks of the token', `<h2>API Token</h2><h2>Your token</h2><code>${token}</code>${buttons}`],
    ['that is the menu’s', `<ul><li>API Token</li></ul><h1>My Account</h1><code>${token}</code>${buttons}`],
    ['between the token and its controls', `<h2>API Token</h2><code>${token}</code><h2>Danger zone</h2>${buttons}`],
    [
      'with the token once more',
      `<h2>API Token</h2><code>${token}</code>${buttons}<h2>Usage</h2><code>${token}</code>`,
    ],
    ['in a part of its own', `<h2>API Token</h2><aside><h2>Help</h2></aside><code>${token}</code>${buttons}`],
    ['that nobody sees', `<h2>API Token</h2><h2 hidden>Zapier</h2><code>${token}</code>${buttons}`],
    ['without words', `<h2>API Token</h2><h2><i></i></h2><code>${token}</code>${buttons}`],
    [
      'of help',
      `<h1>API Token</h1><details><summary>What is an API token?</summary><p>Ask us.</p></details><code>${token}</code>${buttons}`,
    ],
    [
      'of a set of fields',
      `<h1>API Token</h1><fieldset><legend>Your token</legend><input readonly value="${token}"></fieldset>${buttons}`,
    ],
    [
      'of the organisation',
      `<h3>API Token</h3><code>${token}</code><h3>Organization ID</h3><p>1234567890123456</p>${buttons}`,
    ],
    ['of what can be done', `<h1>API Token</h1><h2>Your token</h2><code>${token}</code><h2>Actions</h2>${buttons}`],
    [
      'that is a box for each line',
      `<h1>My Account</h1><div><div><div class="header">API Token</div><code>${token}</code></div>
       <div><div class="header">Created</div><p>May</p></div></div>${buttons}`,
    ],
    [
      'with controls of its own in a list',
      `<h2>API Token</h2><code>${token}</code>${buttons}<h2>Webhooks</h2><ul><li>a.example <button>Delete</button></li></ul>`,
    ],
    [
      'with a secret of its own',
      `<h2>API Token</h2><code>${token}</code>${buttons}<h2>Agent Status API</h2><label>Authentication Token <input value="${stray}"></label>`,
    ],
    [
      'in what it is used for',
      `<h1>API Token</h1><code>${token}</code>${buttons}<pre>curl -H "x-api-key: <b>${token}</b>"</pre>`,
    ],
    [
      'of each thing to do',
      `<h2>API-Token</h2><h3>Aktueller Token</h3><code>${token}</code><h3>Token neu generieren</h3><button>Neu generieren</button><h3>Token löschen</h3><button>Löschen</button>`,
    ],
    [
      'of what can be changed',
      `<h1>API Token</h1><h2>Your token</h2><code>${token}</code><h2>Need a new one?</h2>${buttons}`,
    ],
    [
      'with a label of its own',
      `<h2>API Token</h2><p><code>${token}</code></p>${buttons}<h2>Zendesk</h2><label for="z">API Token</label><input id="z">`,
    ],
    [
      'of a message',
      `<div><div><div class="header">API Token</div></div><div><div class="message"><div class="header">Token regenerated</div><p>Good.</p></div><code>${token}</code></div><div>${buttons}</div></div>`,
    ],
    ['of a dialog', `<h2>API Token</h2><div role="dialog"><h2>Sure?</h2></div><code>${token}</code>${buttons}`],
    [
      'of the lowest ranks below a menu entry',
      `<ul><li>API Token</li></ul><h5>Live</h5><code>${token}</code>${buttons}`,
    ],
    [
      'before the row that is called so',
      `<ul><li>API Token</li></ul><h1>Access</h1><dl><dt>API Token</dt><dd>${token}</dd></dl>${buttons}`,
    ],
  ])('%s ends nothing', (_, html) => {
    expect(said(html)).toBe('token');
  });
});

/** The words are those of apart.ts: what may be said of anything, in each of the vendor's languages. */
describe('a heading that may be of anything ends nothing', () => {
  it.each([
    ...['Actions', 'Management', 'Usage', 'What is it about?', 'How to', 'Status', 'Active', 'Rotate', 'Security'],
    ...['Aktionen', 'Nutzung', 'Was?', 'Ersetzen', 'Sicherheit', 'Acciones', 'Uso', 'Reemplazar', 'Seguridad'],
    ...['Gérer', 'Utilisation', 'Changer', 'Sécurité', 'Ações', 'Opções', 'Alterar', 'Segurança'],
  ])('%s', (words) => {
    expect(said(`<h2>API Token</h2><h2>${words}</h2><code>${token}</code>${buttons}`)).toBe('token');
  });

  it('and one of something else does', () => {
    expect(said(`<h2>API Token</h2><h2>Security of Zapier</h2><code>${stray}</code>${buttons}`)).not.toBe('stray');
  });
});

describe('controls of another part', () => {
  const field = `<label for="t">API Token</label><input id="t" readonly value="${token}">`;
  it.each([
    [
      'a Regenerate of another card',
      card('API Token', `${field}<button>Token zurücksetzen</button> <button>Delete</button>`) +
        card('Webhook secret', `<code>${stray}</code><button>Regenerate</button>`),
    ],
    [
      'a Delete of another card',
      card('API Token', `${field}<button>Regenerate</button><button><i class="fa"></i></button>`) +
        card('Allowed IPs', '<p>203.0.113.7 <button>Delete</button></p>'),
    ],
    [
      'a Delete of another card below one heading',
      `<h1>API Token</h1>${card('Value', `${field}<button>Regenerate</button>`)}${card('Allowed IPs', '<button>Delete</button>')}`,
    ],
    [
      'a Delete in a table',
      `<h2>API Token</h2>${field}<button>Regenerate</button><table><tr><td>203.0.113.7</td><td><button>Delete</button></td></tr></table>`,
    ],
    [
      'both of another card, whose secret is named',
      card('API Token', `${field}<button>Reset</button>`) + card('Webhook secret', `<code>${stray}</code>${buttons}`),
    ],
  ])('%s', (_, html) => {
    expect(said(html)).toBe('noToken');
  });

  it.each([
    ['under what asks for care', card('API Token', field) + card('Danger zone', buttons)],
    [
      'one under what asks for care',
      `<h2>API Token</h2>${field}<button>Regenerate</button><h3>Gefahrenzone</h3><button>Delete</button>`,
    ],
    [
      'under its own name',
      `<h2>API Token</h2>${field}<button>Regenerate</button><h3>Delete this</h3><button>Delete</button>`,
    ],
    [
      'that says what it deletes',
      `<h2>API Token</h2>${field}<button>Regenerate</button><h3>More</h3><button>Delete API token</button>`,
    ],
    [
      'each drawn as a table',
      `<h2>API Token</h2>${field}<table><tr><td><button>Regenerate</button></td></tr></table><table><tr><td><button>Delete</button></td></tr></table>`,
    ],
  ])('not those %s', (_, html) => {
    expect(said(html)).toBe('token');
  });
});

describe('cards below a heading', () => {
  const zapier = `<p>Connects your chats.</p><code>${stray}</code>${buttons}`;
  it.each([
    ['the second named like the heading', `<h1>API Token</h1>${card('API Token', spinner)}${card('Zapier', zapier)}`],
    ['the second speaks of it', `<h1>API Token</h1>${card('Your token', spinner)}${card('Zapier', zapier)}`],
    [
      'a heading of the token in another part',
      `<h2>API Token</h2>${spinner}<h2>Zapier</h2><h3>Token</h3><code>${stray}</code>${buttons}`,
    ],
    ['another part of the API', card('API Token', spinner) + card('Provisioning API', zapier)],
    ['another token', card('API Token', spinner) + card('Client token', zapier)],
    ['a token of something we do not know', card('API Token', spinner) + card('Slack token', zapier)],
    [
      'headings without a rank',
      `<fieldset><legend>API Token</legend>Loading</fieldset><fieldset><legend>Webhooks</legend>${zapier}</fieldset>`,
    ],
    [
      'headings by role alone',
      `<div role="heading">API Token</div>${spinner}<div role="heading">Webhooks</div>${zapier}`,
    ],
  ])('%s', (_, html) => {
    expect(said(html)).toBe('noToken');
  });

  it('with headings of the lowest rank', () => {
    expect(said(`<div><h5>API Token</h5>${spinner}</div><div><h5>Webhooks</h5>${zapier}</div>`)).toBe('app');
  });

  it('has the token in the first', () => {
    const first = card('API Token', `<code>${token}</code>${buttons}`);
    expect(said(`<h1>API Token</h1>${first}${card('Zapier', '<p>Connects your chats.</p>')}`)).toBe('token');
    expect(
      said(`<ul><li>API Token</li></ul><h1>API access</h1><p>Your token: <code>${token}</code></p>${buttons}`),
    ).toBe('token');
  });

  it.each(['card-header', 'ant-card-head-title', 'MuiCardHeader-title'])('whose titles are boxes: %s', (name) => {
    const box = (title: string, rest: string) => `<div><div class="${name}">${title}</div><div>${rest}</div></div>`;
    expect(said(box('API Token', spinner) + box('Zapier', `<code>${stray}</code>${buttons}`))).toBe('app');
    expect(said(box('API Token', spinner) + box('Zapier', '<button>Create</button>'))).toBe('app');
    expect(said(box('API Token', spinner) + box('Provisioning API', `<code>${stray}</code>${buttons}`))).toBe('app');
    expect(said(box('API Token', `<code>${token}</code>${buttons}`) + box('Zapier', 'Connects.'))).toBe('token');
  });
});

describe('rows of a table with a head', () => {
  const hidden = `<h2>API Token</h2><p>Your token is hidden. <button>Show</button></p>${buttons}`;
  it.each([
    [
      'under words for former ones',
      `${hidden}<p><b>Previous tokens</b></p><table><tr><th>Token</th><th>Until</th></tr><tr><td>${stray}</td><td>May</td></tr></table>`,
      'noToken',
    ],
    [
      'with a state',
      `${hidden}<table><tr><th>Token</th><th>Status</th></tr><tr><td>${stray}</td><td>Revoked</td></tr></table>`,
      'noToken',
    ],
    [
      'with the day of its end',
      `${hidden}<table><tr><th>Token</th><th>Revoked</th></tr><tr><td>${stray}</td><td>2024-05-01</td></tr></table>`,
      'noToken',
    ],
    [
      'without one',
      `<h2>API Token</h2><table><tr><th>Token</th><th>Revoked</th></tr><tr><td>${token}</td><td>No</td></tr></table>${buttons}`,
      'token',
    ],
    [
      'with one cell',
      `<table><tr><th>API Token</th></tr><tr><td>${token}</td></tr><tr><td>${buttons}</td></tr></table>`,
      'token',
    ],
    [
      'of names and values',
      `<h1>API Token</h1><table><tr><th>Name</th><th>Value</th></tr><tr><td>API Token</td><td>${token}</td></tr><tr><td></td><td>${buttons}</td></tr></table>`,
      'token',
    ],
    [
      'of several accounts',
      `<h1>API Token</h1><table><tr><th>Account</th><th>API Token</th><th>Actions</th></tr><tr><td>Acme US</td><td>Hidden</td><td>${buttons}</td></tr><tr><td>Acme EU</td><td>${stray}</td><td>Read only</td></tr></table>`,
      'ambiguous',
    ],
    [
      'of one account, by its address',
      `<h1>API Token</h1><table><tr><th>Account</th><th>API Token</th><th>Actions</th></tr><tr><td>olivia@redcross.org</td><td>${token}</td><td>${buttons}</td></tr></table>`,
      'token',
    ],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

describe('former tokens', () => {
  const hidden = `<h2>API Token</h2><p>Your token is hidden. <button>Show</button></p>${buttons}`;
  it.each([
    [
      'in a table under a heading',
      `${hidden}<h3>Previous tokens</h3><table><tr><th>Token</th><th>Revoked</th></tr><tr><td>${stray}</td><td>2024-05-01</td></tr></table>`,
    ],
    ['in a list of names', `${hidden}<h3>Old token</h3><dl><dt>Token</dt><dd>${stray}</dd></dl>`],
    ['under two headings', `${hidden}<h3>Token history</h3><h4>May</h4><dl><dt>Token</dt><dd>${stray}</dd></dl>`],
    ['in German', `${hidden}<h3>Frühere Token</h3><dl><dt>Token</dt><dd>${stray}</dd></dl>`],
    [
      'by a caption',
      `<h2>API Token</h2><p>Your token is hidden.</p><p>Your old API token, valid until May 31:</p><code>${stray}</code>${buttons}`,
    ],
    [
      'by a caption in Spanish',
      `<h2>Token de API</h2><p>Su token anterior, válido hasta mañana:</p><code>${stray}</code>${buttons}`,
    ],
  ])('%s', (_, html) => {
    expect(said(html)).toBe('noToken');
  });

  it('do not hide the token above them', () => {
    const past = `<h3>Previous tokens</h3><table><tr><th>Token</th><th>Revoked</th></tr><tr><td>${stray}</td><td>2024-05-01</td></tr></table>`;
    expect(
      said(`${card('API Token', `<dl><dt>Token</dt><dd>${token}</dd></dl>${buttons}`)}<section>${past}</section>`),
    ).toBe('token');
  });

  it('do not make a new one old that is called new', () => {
    expect(
      said(
        `<h2>API Token</h2><p>Your new API token, the old one has stopped working:</p><code>${token}</code>${buttons}`,
      ),
    ).toBe('token');
  });
});

describe('a table of names and tokens', () => {
  const table = (...rows: string[][]) =>
    `<h1>API Token</h1><table><tr><th>Name</th><th>Token</th></tr>${rows
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table>${buttons}`;
  const webhook = ['Webhook secret', stray];
  it.each([
    ['with the token hidden', table(['API Token', 'Hidden <button>Show</button>'], webhook), 'noToken'],
    ['with the token not drawn yet', table(['API Token', ''], webhook), 'noToken'],
    ['with the token shown', table(['API Token', token], webhook), 'token'],
    ['with another row that says nothing we know', table(['API Token', ''], ['Zapier', stray]), 'noToken'],
    ['with the one row that says nothing we know', table(['Default', token]), 'token'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

describe('words in the token’s own cell', () => {
  const cell = (rest: string) => `<h1>API Token</h1><dl><dt>API Token</dt><dd>${rest}</dd></dl>${buttons}`;
  it.each([
    ['a name', cell('Hidden <button>Show</button><br><small>Created by <b>jsmith01</b></small>'), 'noToken'],
    ['its beginning', cell('starts with <code>9f86d081</code>'), 'noToken'],
    ['a name beside it', cell(`<code>${token}</code> <small>Created by <b>jsmith01</b></small>`), 'token'],
    ['one before it', cell(`Active <code>${token}</code>`), 'token'],
    ['one before its mask', cell('Active <code>••••••••</code>'), 'hidden'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

it.each(['/api/v1/chat', 'www.snapengage.com/api/v2', 'api/v2/visitors/'])('the address %s is no token', (address) => {
  const page = (rest: string) => `<h1>API Token</h1>${rest}<p>Endpoint: <code>${address}</code></p>${buttons}`;
  expect(said(page('<p>Your token is hidden. <button>Show</button></p>'))).toBe('noToken');
  expect(said(page(`<p>Your token: <code>${token}</code></p>`))).toBe('token');
});

it.each(['Account:', 'Last changed by', 'User:'])('what is short behind "%s" is no token', (words) => {
  const page = (rest: string) => `<h2>API Token</h2><p>${words} <b>acme-support-2024</b></p>${rest}${buttons}`;
  expect(said(page('<p>Your token is hidden. <button>Show</button></p>'))).toBe('noToken');
  expect(said(page(`<p>Keep it secret.</p><code>${token}</code>`))).toBe('token');
});

describe('a dialog with the new token', () => {
  const page = `<main><h2>API Token</h2><p>Token: <code>${token}</code></p>${buttons}</main>`;
  const dialog = (rest: string) => `<dialog open><h3>Your new API token</h3>${rest}<button>Done</button></dialog>`;
  const read = (html: string) => summaryOf(reportOf(page + html), { token, stray });
  it('makes the one behind it one that may be of before', () => {
    expect(read(dialog(`<code>${stray}</code>`))).toBe('ambiguous');
  });
  it.each([
    ['that shows the same', dialog(`<code>${token}</code>`)],
    ['that shows something of another kind', dialog('<code>a1b2c3d4e5f6</code>')],
    ['that nobody sees', dialog(`<code hidden>${stray}</code>`)],
    ['that is closed', dialog(`<code>${stray}</code>`).replace(' open', '')],
  ])('%s does not', (_, html) => {
    expect(read(html)).toBe('token');
  });
});

describe('a Generate that is not the token’s', () => {
  it.each([
    ['in another part', card('API Token', spinner) + card('Webhook secret', '<button>Generate</button>'), 'noControls'],
    [
      'before the title',
      `<div><div><button>+ Create</button></div><div><h1>API Token</h1>${spinner}</div></div>`,
      'noControls',
    ],
    ['that is not ready', card('API Token', `${spinner}<button disabled>Generate token</button>`), 'noControls'],
    ['that is busy', card('API Token', '<div aria-busy="true"><button>Generate token</button></div>'), 'noControls'],
    ['that says that it is busy', card('API Token', '<button aria-busy="true">Generate token</button>'), 'noControls'],
    ['that cannot be pressed', card('API Token', '<button aria-disabled="true">Generate token</button>'), 'noControls'],
    ['beside what is loaded', card('API Token', `${spinner}<button>Generate token</button>`), 'noControls'],
    [
      'in another part of the API',
      card('API Token', '') + card('API keys', '<p>No keys yet.</p><button>Create</button>'),
      'noControls',
    ],
    [
      'in a part below the title',
      '<h1>API Token</h1><h2>Webhooks</h2><p>None yet.</p><button>Create</button>',
      'noControls',
    ],
    ['for all of the page', '<div id="app"><div><button>+ Create</button></div><h1>API Token</h1></div>', 'noControls'],
    [
      'in a box without a rank',
      '<fieldset><legend>API Token</legend>Loading</fieldset><fieldset><legend>Webhooks</legend><p>None yet.</p><button>Create</button></fieldset>',
      'noControls',
    ],
    [
      'beside a Delete that names the token',
      card('API Token', '<p>Your token is hidden. <button>Show</button></p><button>Generate new token</button>') +
        card('Danger zone', '<button>Delete token</button>'),
      'contradictory',
    ],
    [
      'with a value of another shape',
      card('API Token', `<p>Use it with care.</p><code>${'aB3'.repeat(13)}</code><button>Generate new token</button>`),
      'contradictory',
    ],
    ['below the title', card('API Token', '<button>Generate</button>'), 'none'],
    [
      'with something loaded in another part',
      `<h2>API Token</h2><p>No token yet.</p><button>Generate</button><h2>Webhooks</h2>${spinner}`,
      'none',
    ],
    [
      'with names in another part',
      card('API Token', '<p>No token yet.</p><button>Generate</button>') +
        card('Team', '<ul><li>jsmith01 <button>Delete</button></li></ul>'),
      'none',
    ],
    ['with another word, below the title', card('API Token', '<button>Create</button>'), 'none'],
    ['in the head of its card', '<section><div><button>Generate</button><h2>API Token</h2></div></section>', 'none'],
    ['before the title, and so called', '<div><button>Generate token</button></div><h1>API Token</h1>', 'none'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

describe('label and token in one text', () => {
  it.each([
    ['in a paragraph', `<h1>API Token</h1><p>API Token: ${token}</p>${buttons}`, 'token'],
    ['in another language', `<h1>API-Token</h1><p>Ihr API-Token: ${token}</p>${buttons}`, 'token'],
    ['masked but for digits', `<h1>API Token</h1><p>API Token: ••••••••1234</p>${buttons}`, 'hidden'],
    ['masked', `<h1>API Token</h1><p>API Token: ••••••••${token.slice(-4)}</p>${buttons}`, 'hidden'],
    ['with another one', `<h1>API Token</h1><p>API Token: ${token}</p><code>${stray}</code>${buttons}`, 'ambiguous'],
    ['of something else', `<h1>API Token</h1><p>Webhook secret: ${stray}</p>${buttons}`, 'noToken'],
    ['with more after it', `<h1>API Token</h1><p>API Token: ${token} (live)</p>${buttons}`, 'noToken'],
    [
      'in pieces',
      `<h1>API Token</h1><p>API Token: ${token.slice(0, 20)}<b>${token.slice(20)}</b></p>${buttons}`,
      'ambiguous',
    ],
    [
      'where nothing but Generate is beside it',
      `${card('API-Token', `<p>Ihr API-Token: ${token}</p><button>Neuen Token generieren</button>`)}
       ${card('Gefahrenzone', '<button>Token löschen</button>')}`,
      'contradictory',
    ],
    ['as a note of somebody', `<h1>API Token</h1>${spinner}<ul><li>API Token: ${stray}</li></ul>${buttons}`, 'noToken'],
  ])('%s', (_, html, summary) => {
    expect(said(html)).toBe(summary);
  });
});

describe('a row with Copy that has no token in it', () => {
  const row = (value: string) =>
    `<h2>API Token</h2><p>Your API token: <code>${token}</code> <button>Copy to Clipboard</button></p>${buttons}
     <table><tr><td>Endpoint</td><td>${value}</td><td><button>Copy</button></td></tr></table>`;
  it.each([
    ['has an address', 'https://www.snapengage.com/api/v2/', 'token'],
    ['has words', 'Use it in a header', 'token'],
    ['has a field', '<input value="olivia@acme.example">', 'token'],
    ['has lost it', '<i></i>', 'ambiguous'],
  ])('%s', (_, value, summary) => {
    expect(said(row(value))).toBe(summary);
  });
});

it.each([
  [
    'before it',
    `<h1>API Token</h1><div>Your token</div><div><code></code><button>Copy</button> <b>${stray}</b></div>${buttons}`,
    'ambiguous',
  ],
  [
    'that is an icon',
    `<h1>API Token</h1><div>Your token</div><div><i></i><button>Copy</button> <b>${token}</b></div>${buttons}`,
    'token',
  ],
  [
    'behind the value',
    `<h1>API Token</h1><div>Your token</div><div><b>${token}</b><code></code><button>Copy</button></div>${buttons}`,
    'token',
  ],
])('Copy beside a box with nothing in it %s', (_, html, summary) => {
  expect(said(html)).toBe(summary);
});

describe('names of the token', () => {
  it.each([
    'Here is your token:',
    'Voici votre jeton :',
    'Your new API token:',
    'Ihr neuer API-Token:',
    'Seu novo token:',
    'Votre nouveau jeton :',
  ])('%s', (name) => {
    expect(said(`<h2>API Token</h2><p>${name} <code>${token}</code></p>${buttons}`)).toBe('token');
  });

  it.each([
    [
      'after an icon',
      `<label for="t"><span aria-hidden="true">vpn_key</span><span>API Token</span></label><input id="t" readonly value="${token}">`,
    ],
    ['around the field', `<label><span>API Token</span><textarea readonly>${token}</textarea></label>`],
    [
      'around field and Copy',
      `<label><span>API Token</span><input readonly value="${token}"><button>Copy</button></label>`,
    ],
  ])('a label %s', (_, html) => {
    expect(said(`<h2>API Token</h2>${html}${buttons}`)).toBe('token');
  });
});

describe('a title that is pressed', () => {
  const accordion = (state: string, shown = 'block') =>
    `<h2><button aria-expanded="${state}">API Token</button></h2><div style="display:${shown}"><code>${token}</code>${buttons}</div>`;
  it('heads what it has opened, and leads there no more', () => {
    expect(said(accordion('true'))).toBe('token');
    expect(
      said(`<div role="tab" aria-selected="true">API Token</div><p>Your token:</p><code>${token}</code>${buttons}`),
    ).toBe('token');
  });

  it('heads nothing, and leads there, where it has not', () => {
    const routes = ['true', 'false'].map((state) => reportOf(`<a href="#">Sign Out</a>${accordion(state, 'none')}`));
    expect(routes).toMatchObject([{ route: null }, { route: 'apiToken' }]);
    expect(said(`<button aria-expanded="true">API Token</button><code>${token}</code>${buttons}`)).toBe('app');
  });
});
