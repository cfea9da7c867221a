/** That an account has no token is said where the page says so, and not where anything speaks of one all the same. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { laidOut } from '../support/layout.ts';
import { newToken, newWidgetId, pageOf, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const other = newToken();
const frame = '<header><a href="/signout">Sign Out</a></header>';
const generate = '<button>Generate</button>';
const offer = `<h1>API Token ${generate}</h1>`;
const controls = '<p><button>Regenerate</button> <button>Delete</button></p>';
const kindOf = (html: string) => summaryOf(reportOf(`${frame}<main>${html}</main>`), { token, other });

describe('Generate in the heading of a token that is there', () => {
  it.each([
    ['under its label', `${offer}<p>Your token</p><p>${token}</p>${controls}`],
    ['under its label, without its controls', `${offer}<p>Your token</p><p>${token}</p>`],
    ['in a field with a label', `${offer}<label>API Token <input readonly value="${token}"></label>${controls}`],
    ['without a label', `${offer}<div><p>${token}</p>${controls}</div>`],
    ['behind a sentence', `${offer}<p>Use it with care.</p><div><p>${token}</p>${controls}</div>`],
    ['without a label, in bullets', `${offer}<div><p>${'•'.repeat(20)}</p>${controls}</div>`],
    ['cut short', `${offer}<p>Your token</p><p>${token.slice(0, 16)}...</p>${controls}`],
    ['in a row, cut short', `${offer}<table><tr><td>Token</td><td>${token.slice(0, 16)}…</td></tr></table>`],
    ['in a row, hidden', `${offer}<table><tr><td>Token</td><td hidden>${token}</td></tr></table>${controls}`],
    [
      'in a row, hidden, without its controls',
      `${offer}<table><tr><td>Token</td><td hidden>${token}</td></tr></table>`,
    ],
    [
      'in the row of Generate, hidden',
      `<table><tr><td><b>API Token:</b></td><td hidden>${token}</td><td>${generate}</td></tr></table>${controls}`,
    ],
    ['not to be seen but for its label', `${offer}<div><p>Your token</p><p><code></code></p>${controls}</div>`],
    [
      'in a section of its own',
      `<section>${offer}</section><section><h2>API Token</h2><p>${token}</p>${controls}</section>`,
    ],
  ])('%s', (_, html) => {
    expect(kindOf(html)).toBe('contradictory');
  });

  it('in a label whose value is hidden', () => {
    const html = `<h1>API Token</h1><div><div>API Token ${generate}</div><div><p hidden>${token}</p></div>${controls}</div>`;
    expect(kindOf(html)).toBe('contradictory');
    // Nothing is done to it: then it is no token, and its label says that there is none.
    expect(kindOf(html.replace(controls, ''))).toBe('none');
  });

  it('where no script can look', () => {
    const html = (size: string) => `<table><tr><td>API Token:</td><td><span data-box="0 0 ${size}"></span></td>
      <td>${generate}</td></tr></table>${controls}`;
    const kind = (size: string) =>
      readPage(laidOut(`${frame}<main id="it" data-box="0 0 900 900">${html(size)}</main>`).doc, 200).report.kind;
    expect([kind('250 16'), kind('24 16')]).toEqual(['unreadable', 'none']);
  });

  it('with a label that holds Generate', () => {
    const html = `<h1>Account</h1><label for="it">API Token ${generate}</label><input id="it" readonly value="${token}">`;
    expect(kindOf(html)).toBe('contradictory');
  });

  it('in a form that shadows its own properties, of which nothing is known', () => {
    const doc = pageOf(`${frame}${offer}<form><input name="children"><p>${token}</p>${controls}</form>`);
    const form = doc.querySelector('form');
    if (form) Object.defineProperty(form, 'children', { value: form.querySelector('input'), configurable: true });
    expect(summaryOf(readPage(doc, 200).report, { token })).toBe('contradictory');
  });
});

describe('that there is none is said', () => {
  const section = `<section><h2>API Token</h2><p>No token yet.</p>${generate}</section>`;
  const secret = `<section><h2>Webhook secret</h2><p>${other}</p>${controls}</section>`;
  it.each([
    ['beside a secret with its own controls', `${section}${secret}`],
    ['behind a secret with its own controls', `${secret}${section}`],
    ['beside a value without a name that nothing is done to', `${section}<section><p>${other}</p></section>`],
    [
      'above a value without a name that nothing is done to',
      `<section><h2>API Token</h2>${generate}</section><section><p>${other}</p></section>`,
    ],
    [
      'beside widgets that may be deleted',
      `${section}<ul><li>Main site <i>${newWidgetId()}</i> <button>Delete</button></li></ul>`,
    ],
    ['behind a path to it', `<p>Account › <span>API Token</span></p>${section}${secret}`],
    ['above the build in the footer', `${section}${secret}<footer><p>${other}</p></footer>`],
    ['above a token’s label in the footer', `${section}${secret}<footer><p>Token</p></footer>`],
    ['above a heading for more of it', `${section}${secret}<h3>Token</h3>`],
    ['above a link that is called the token', `${section}${secret}<p><a href="/docs">Token</a></p>`],
    ['beside a dialog that speaks of it', `${section}${secret}<div role="dialog"><p>Token</p></div>`],
    ['beside a hidden label', `${section}${secret}<p hidden>Token</p>`],
    [
      'in a row of its own, beside another row',
      `<table><tr><th>API Token</th><td>${generate}</td></tr><tr><th>Secret</th><td>${other}</td><td>${controls}</td></tr></table>`,
    ],
    [
      'over a value that is named something else',
      `<section><h2>API Token</h2>${generate}<p>Widget ID <code>${other}</code></p></section>`,
    ],
  ])('%s', (_, html) => {
    expect(kindOf(html)).toBe('none');
  });

  it('but not over a value that nothing names', () => {
    expect(kindOf(`<section><h2>API Token</h2>${generate}<p>${other}</p></section>`)).toBe('contradictory');
  });
});

it('a control that is clipped away speaks of nothing', () => {
  const page = (box: string) =>
    laidOut(`${frame}<main id="it" data-box="0 0 900 900"><section><h2>API Token</h2>${generate}</section>
      <section><p>${other}</p><button data-box="${box}">Delete</button></section></main>`).doc;
  expect(readPage(page('-900 0 -800 20'), 200).report.kind).toBe('none');
  expect(readPage(page('0 0 100 20'), 200).report.kind).toBe('unreadable');
});

describe('whether it is the token that is generated', () => {
  const title = '<h2>API Token</h2>';
  const below = (label: string) => `${title}<h4>Webhooks</h4><button>${label}</button>`;
  it.each([
    ['what is generated, below a lower heading', below('Generate'), 'none'],
    ['the same in Portuguese', below('Gerar'), 'none'],
    ['the same with a word before it', below('Um gerar'), 'none'],
    ['what is created, below a lower heading', below('Create'), 'noControls'],
    ['what begins like it', below('Criar'), 'noControls'],
    ['a token that is created, below a lower heading', below('Create token'), 'none'],
    ['what is generated, before the title, beside it', `<div>${generate}${title}</div>`, 'none'],
    ['what is generated, before the title, apart', `<div><p>${generate}</p>${title}</div>`, 'noControls'],
    ['what is created, before the title, beside it', `<div><button>Create</button>${title}</div>`, 'noControls'],
    ['a token that is created, before the title', `<div><p><button>Create token</button></p>${title}</div>`, 'none'],
  ])('%s', (_, html, kind) => {
    expect(kindOf(html)).toBe(kind);
  });

  const busy = '<div class="spinner">.</div>';
  it.each([
    ['nothing is said while it is loaded', `${title}${generate}${busy}`, 'noControls'],
    ['what is loaded below a lower heading is something else', `${title}${generate}<h4>Chats</h4>${busy}`, 'none'],
    ['nor does another title above it change that', `<h1>API Token</h1>${title}${generate}${busy}`, 'noControls'],
  ])('%s', (_, html, kind) => {
    expect(kindOf(html)).toBe(kind);
  });
});
