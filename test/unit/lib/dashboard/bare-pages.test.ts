/** Pages that name the API token and do not show all that belongs to it: what is said of them. */
import { describe, expect, it } from 'vitest';
import { newToken, newWidgetId, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const menu = '<nav><a href="/app/account">My Account</a></nav>';
const button = (name: string, more = '') => `<button ${more}>${name}</button>`;
const said = (html: string) => summaryOf(reportOf(`${menu}<main>${html}</main>`), { token });

describe('a title of the token', () => {
  it.each<[string, string]>([
    ...['h1', 'h2', 'h3', 'h4'].map((tag): [string, string] => [tag, `<${tag}>API Token</${tag}>`]),
    ['a legend', '<fieldset><legend>API Token</legend></fieldset>'],
    ['the title of a table', '<table><caption>API Token</caption></table>'],
    ['the header of a row', '<table><tr><th>API Token</th></tr></table>'],
    ['a heading by its role', '<div role="heading">API Token</div>'],
    ['in another language', '<h2>Jeton d’API</h2>'],
  ])('makes a token page without controls, where it is %s', (_, html) => {
    expect(said(html)).toBe('noControls');
    expect(said(html.replace(/API Token|Jeton d’API/, 'Webhooks'))).toBe('app');
  });

  it.each([
    ['a text', '<p>API Token</p>'],
    ['a small heading', '<h5>API Token</h5>'],
    ['a link', '<h2><a href="/t">API Token</a></h2>'],
    ['a button', `<h2>${button('API Token')}</h2>`],
    ['something to choose', '<select><option>API Token</option></select>'],
    ['an entry of a menu', '<h2><span role="menuitem">API Token</span></h2>'],
    ['something to press', '<h2><span role="button">API Token</span></h2>'],
    ['an entry of a list that one presses', '<ul><li><span onclick="go()">API Token</span></li></ul>'],
    ['in the menu', '<nav><h2>API Token</h2></nav>'],
    ['hidden', '<h2 hidden>API Token</h2>'],
    ['in a dialog', '<div role="dialog"><h2>API Token</h2></div>'],
    ['too long', `<h2>API ${'.'.repeat(120)} Token</h2>`],
    ['that of something else', '<h2>API Token of your widget</h2>'],
  ])('makes none by itself, where it is %s', (_, html) => {
    expect(said(html)).toBe('app');
  });

  it.each([
    ['after it', `<p>API Token</p><p>${token}</p>`, 'noControls'],
    ['in its row', `<dl><dt>API Token</dt><dd>${token}</dd></dl>`, 'noControls'],
    ['with it', `<p><b>API Token</b> <code>${token}</code></p>`, 'noControls'],
    ['in its field', `<p><label>API Token</label><input readonly value="${token}"></p>`, 'noControls'],
    ['that is called something else', `<p>API Token</p><p>Widget ${newWidgetId()}</p>`, 'app'],
    ['somewhere else', `<div><p>API Token</p></div><p>Copied</p><p>${token}</p>`, 'app'],
  ])('makes one, heading or not, with a value of its name: %s', (_, html, kind) => {
    expect(said(html)).toBe(kind);
  });
});

describe('under the title of the token', () => {
  it.each([
    ['nothing', '', 'noControls'],
    ['Delete alone', button('Delete'), 'noControls'],
    ['Regenerate alone', button('Regenerate'), 'noToken'],
    ['Regenerate twice', button('Regenerate').repeat(2), 'ambiguous'],
    ['Regenerate twice, and Generate', button('Regenerate').repeat(2) + button('Generate'), 'ambiguous'],
    ['Regenerate, and once more hidden', button('Regenerate') + button('Regenerate', 'hidden'), 'noToken'],
    ['a hidden Regenerate', button('Regenerate', 'hidden'), 'noControls'],
    ['Regenerate and Generate', button('Regenerate') + button('Generate'), 'contradictory'],
    ['Regenerate and a hidden Generate', button('Regenerate') + button('Generate', 'hidden'), 'noToken'],
    ['Regenerate in a dialog', `<div role="dialog">${button('Regenerate')}</div>`, 'noControls'],
    ['Regenerate in a menu', `<nav>${button('Regenerate')}</nav>`, 'noControls'],
    ['Regenerate in the head of a part', `<header>${button('Regenerate')}</header>`, 'noToken'],
    ['Generate', button('Generate'), 'none'],
    ['Generate twice', button('Generate').repeat(2), 'noControls'],
    ['Generate, and a hidden one', button('Generate') + button('Generate', 'hidden'), 'none'],
  ])('%s', (_, html, kind) => {
    expect(said(`<h1>API Token</h1><div>${html}</div>`)).toBe(kind);
  });
});
