/** Labels of the token beside a value: which of them have their own value, if only it could be seen. */
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { hasHiddenRow, hasUnansweredLabel, saysNone } from '../../../../lib/dashboard/unanswered.ts';
import { laidOut } from '../support/layout.ts';
import { newToken, pageOf } from '../support/pages.ts';

const hidden = newToken();
const value = `<b id="it">${newToken()}</b>`;
const table = (cells: string) => `<table><tr>${cells}</tr></table>`;
const list = (entries: string) => `<dl>${entries}</dl>`;
const at = (doc: Document, selector: string) => doc.querySelector(selector) ?? expect.fail(`there is no ${selector}`);

type Row = [string, string, boolean];
const rows = (is: boolean, htmls: Record<string, string>): Row[] =>
  Object.entries(htmls).map(([name, html]) => [name, html, is]);

describe('a label of the token, beside a value, waits for its own', () => {
  const isWaiting = (doc: Document) =>
    hasUnansweredLabel(takeSnapshot(doc), at(doc, 'section'), at(doc, '#it'), () => true);

  it.each([
    ...rows(true, {
      'for a field that is not there': `<label for="none">Token</label>${value}`,
      'around a field': `<label>Token <input></label>${value}`,
      'with an empty entry': `${list('<dt>Token</dt><dd></dd>')}${value}`,
      'with an empty cell': `${table('<th>Token</th><td></td>')}${value}`,
      'in a cell, with an empty one': `${table('<td>API Token:</td><td></td>')}${value}`,
      'after the value': `${value}<p>Token</p>`,
      'after the value, as long as a name may be': `${value}<p>API${'.'.repeat(112)}Token</p>`,
      'after the value, in the text around it': `<p>${value} Token</p>`,
      'on both sides of the value': `<p>Token: ${value} API Token:</p>`,
    }),
    ...rows(false, {
      'before the value': `<p>Token</p>${value}`,
      'before the value, in the text around it': `<p>Token ${value}</p>`,
      'for nothing, before the value': `<label>Token</label>${value}`,
      'without an entry': `${list('<dt>Token</dt>')}${value}`,
      'without an entry of its own': `${list('<dt>Token</dt><dt>Name</dt><dd></dd>')}${value}`,
      'without a cell': `${table('<th>Token</th>')}${value}`,
      'before a cell, in none itself': `<div><p>Token</p></div>${table('<td></td>')}${value}`,
      'of something else, with an empty entry': `${list('<dt>Widget</dt><dd></dd>')}${value}`,
      'of something else, after the value': `${value}<p>Widget</p>`,
      'after the value, as a heading': `${value}<h3>API Token</h3>`,
      'after the value, in a link': `${value}<a href="/t">API Token</a>`,
      'after the value, in a button': `${value}<button><i>API Token</i></button>`,
      'after the value, to be chosen': `${value}<select><option>API Token</option></select>`,
      'after the value, folded up': `${value}<details><summary>API Token</summary></details>`,
      'after the value, too long for a name': `${value}<p>API${'.'.repeat(113)}Token</p>`,
      'after the value, hidden': `${value}<p hidden>Token</p>`,
      'for a field, hidden': `<label for="none" hidden>Token</label>${value}`,
    }),
  ])('%s: %#', (_, html, is) => {
    expect(isWaiting(pageOf(`<section>${html}</section><p>Token</p>`))).toBe(is);
  });

  it.each([
    ...rows(true, {
      'right after it': `<p>Token</p><p hidden>${hidden}</p>${value}`,
      'in a hidden box': `<p>Token</p><div hidden><i>Copied</i><p>${hidden}</p></div>${value}`,
      'in a box of its own, under another name': `<p>Widget</p><div><p>Token</p><p hidden>${hidden}</p></div>${value}`,
      'deep in hidden boxes': `<p>Token</p><div hidden><div hidden><p>${hidden}</p></div></div>${value}`,
      'in a hidden field': `<p>Token</p><input hidden value="${hidden}">${value}`,
    }),
    ...rows(false, {
      'that is shown': `<p>Token</p><p>${hidden}</p>${value}`,
      'of something else': `<p>Widget</p><p hidden>${hidden}</p>${value}`,
      'of something else, its own label hidden with it': `<p>Widget</p><div hidden><p>Token</p><p>${hidden}</p></div>${value}`,
      'under a heading': `<h2>API Token</h2><p hidden>${hidden}</p>${value}`,
      'that is no value': `<p>Token</p><p hidden>Copied</p>${value}`,
      'in a field that nobody ever sees': `<p>Token</p><input type="HIDDEN" value="${hidden}">${value}`,
    }),
  ])('for a value %s', (_, html, is) => {
    expect(isWaiting(pageOf(`<section>${html}</section>`))).toBe(is);
  });

  it.each<[string, string, boolean]>([
    ['in invisible ink', `<p style="color: transparent">${hidden}</p>`, true],
    [
      'in a box in invisible ink',
      `<div style="color: transparent"><i>x</i><p style="color: transparent">${hidden}</p></div>`,
      true,
    ],
    ['in plain ink', `<p>${hidden}</p>`, false],
  ])('for a value %s', (_, html, is) => {
    const { doc } = laidOut(`<section data-box="0 0 500 500"><p>Token</p>${html}${value}</section>`);
    expect(isWaiting(doc)).toBe(is);
  });
});

it.each([
  ...rows(true, {
    'an entry': list(`<dt>Token</dt><dd hidden>${hidden}</dd>`),
    'a cell': table(`<th>API Token</th><td hidden>${hidden}</td>`),
    'something hidden in a cell': table(`<th>API Token</th><td><i hidden>${hidden}</i></td>`),
    'what says by itself that it is the token': `<b aria-label="Token" hidden>${hidden}</b>`,
    'a field with a label': `<label for="f">Token</label><input id="f" hidden value="${hidden}">`,
  }),
  ...rows(false, {
    'an entry that is shown': list(`<dt>Token</dt><dd>${hidden}</dd>`),
    'an entry of something else': list(`<dt>Widget</dt><dd hidden>${hidden}</dd>`),
    'an entry without a value': list('<dt>Token</dt><dd hidden>Copied</dd>'),
    'a value after a caption': `<p>Token</p><p hidden>${hidden}</p>`,
    'a field that nobody ever sees': `<label for="f">Token</label><input id="f" type="hidden" value="${hidden}">`,
  }),
])('a row of the token is hidden: %s', (_, html, is) => {
  const doc = pageOf(`<section>${html}</section>${list(`<dt>Token</dt><dd hidden>${hidden}</dd>`)}`);
  expect(hasHiddenRow(takeSnapshot(doc), at(doc, 'section'))).toBe(is);
});

it.each([
  ...rows(true, {
    'without a verb': '<p>No token yet.</p>',
    'with one': '<p>There is no API token</p>',
    'with whose it is': '<p>You have no active API tokens.</p>',
    'in German': '<p>Noch kein API-Token vorhanden</p>',
    'in Spanish': '<p>No hay ningún token</p>',
    'in French': '<p>Vous n’avez pas de jeton</p>',
    'in Portuguese': '<p>Nenhum token ainda</p>',
    'with more words': '<p>You don’t have an API token yet.</p>',
    'with a part of it in an element': '<p>No <b>API token</b> yet.</p>',
    'with an adjective': '<p>Es gibt kein gültiges API-Token</p>',
    'with three words in Spanish': '<p>Sin token</p>',
    'and that in French': '<p>Sans jeton</p>',
  }),
  ...rows(false, {
    'a warning': '<p>No comparta su token</p>',
    'a warning in German': '<p>Geben Sie keine Token weiter.</p>',
    'a warning in French': '<p>Ne partagez aucun jeton.</p>',
    'a warning in Portuguese': '<p>Sem token não há acesso.</p>',
    'an entry of a table': table('<td>401</td><td>No token found</td>'),
    'a word within a sentence': '<p>Without it the answer is <code>No token</code>.</p>',
    'what would be': '<p>Deleting leaves you with no token.</p>',
    'what is not there of it': '<p>No token activity yet</p>',
    'a warning with a token in it': '<p>Do not share your token.</p>',
    'more than a few words': '<p>Where there is no API token nothing works</p>',
    'what is not shown': '<p hidden>No token yet.</p>',
    'words about something else': '<p>No tokenizer yet</p>',
    'a part of the page that is not the token’s': '<p class="other">No token yet.</p>',
  }),
])('the page says that there is none: %s', (_, html, is) => {
  const doc = pageOf(`<section>${html}</section>`);
  expect(saysNone(takeSnapshot(doc), at(doc, 'section'), (each) => !each.matches('.other'))).toBe(is);
});
