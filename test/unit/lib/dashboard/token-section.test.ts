/** What makes a section the token's: its title, its controls, and how far around them is looked. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newOrgId, newOtherToken, newToken, pageOf, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
/** A value that may stand in the name of a test. */
const fake = 'a1'.repeat(16);
const other = newToken();
const orgId = newOrgId();
const title = '<h1>API Token</h1>';
const controls = '<p><button id="re">Regenerate</button> <button id="de">Delete</button></p>';
const summary = (html: string) => summaryOf(reportOf(`<a href="/out">Sign Out</a>${html}`), { token, other });

describe('a title', () => {
  const titled = (html: string) => summary(`<main>${html}<p>${token}</p>${controls}</main>`);
  it.each([
    ...['<h2>API Token</h2>', '<p>API Token</p>', '<b>Api token:</b>', '<span onclick="x()">API Token</span>'],
    ...['<ul><li><span>API Token</span></li></ul>', '<h1>Your API Token</h1>'],
    ...[`<h1>API Token${'!'.repeat(111)}</h1>`],
  ])('is %s', (html) => {
    expect(titled(html)).toBe('token');
  });
  it.each([
    ...['<a href="#">API Token</a>', '<a href="#"><b>API Token</b></a>', '<button>API Token</button>'],
    ...[
      '<select><option>API Token</option></select>',
      '<b role="menuitem">API Token</b>',
      '<b role="button">API Token</b>',
    ],
    ...[
      '<ul><li><span onclick="x()">API Token</span></li></ul>',
      '<nav><b>API Token</b></nav>',
      '<h1 hidden>API Token</h1>',
    ],
    ...[
      '<div role="dialog"><h1>API Token</h1></div>',
      '<h1>API</h1>',
      '<h1>Token</h1>',
      '<h1>API Tokens explained</h1>',
    ],
    ...[`<h1>API Token${'!'.repeat(112)}</h1>`],
  ])('is not %s', (html) => {
    expect(titled(html)).toBe('app');
  });

  it.each([
    ...['h1', 'h2', 'h3', 'h4', 'legend'].map((tag) => [`<${tag}>API Token</${tag}>`, 'noControls']),
    ['<table><caption>API Token</caption></table>', 'noControls'],
    ['<table><tr><th>API Token</th></tr></table>', 'noControls'],
    ['<p role="heading">API Token</p>', 'noControls'],
    [`<p><b>API Token</b> <code>${fake}</code></p>`, 'noControls'],
    ['<p>API Token</p>', 'app'],
    [`<div><p>API Token</p></div><p>${fake}</p>`, 'app'],
    ['<h5>API Token</h5>', 'app'],
  ])('alone makes a token page where it is a heading, or names a value: %s', (html, kind) => {
    expect(summary(html)).toBe(kind);
  });
});

describe('the controls', () => {
  const [regenerate, remove] = ['<button>Regenerate</button>', '<button>Delete</button>'];
  const generate = '<button>Generate</button>';
  it.each([
    ['in a dialog', `${title}<p>${token}</p><div role="dialog">${controls}</div>`, 'noControls'],
    ['in the page’s frame', `${title}<p>${token}</p><footer>${controls}</footer>`, 'noControls'],
    ['one in the page’s frame', `${title}<p>${token}</p>${regenerate}<footer>${remove}</footer>`, 'noToken'],
    ['one more, hidden', `${title}<p>${token}</p>${controls}<i hidden>${remove}${regenerate}</i>`, 'token'],
    ['of a token, and one that generates', `${title}${regenerate}${generate}`, 'contradictory'],
    ['that generate, twice', `${title}${generate}${generate}`, 'noControls'],
    ['that generate, with a token', `${title}<p>${token}</p>${generate}`, 'contradictory'],
    ['that generate, with a word for a token to come', `${title}<p>Token</p><p>Generating2...</p>${generate}`, 'none'],
    [
      'that generate, with a named token',
      `${title}<p>Token</p><p>${newOtherToken(20)}1</p>${generate}`,
      'contradictory',
    ],
    [
      'that generate, with another thing’s value',
      `${title}<p>Webhook secret</p><p>${newOtherToken(20)}1</p>${generate}`,
      'none',
    ],
    [
      'with the Delete of another thing nearer',
      `${title}<p>${token}</p><div>${regenerate}<p>${remove}${remove}</p></div>`,
      'noToken',
    ],
    [
      'with the Delete in a list of other things',
      `${title}<p>${token}</p>${regenerate}<ul><li>Zapier ${remove}</li></ul>`,
      'noToken',
    ],
    [
      'with the Delete in what says that it is a list',
      `${title}<p>${token}</p>${regenerate}<div role="list"><p>${remove}</p></div>`,
      'noToken',
    ],
    ['both in one list', `${title}<p>${token}</p><ul><li>${regenerate}</li><li>${remove}</li></ul>`, 'token'],
    ['without a title around them', `<div>${title}</div>`, 'noControls'],
    [
      'of two sections, one under the title',
      `<section>${title}<p>${token}</p>${controls}</section><section><h2>Webhook</h2>${controls}</section>`,
      'token',
    ],
    [
      'of two sections, with and without a token',
      `<section>${title}<p>${token}</p>${controls}</section><section>${title}${generate}</section>`,
      'contradictory',
    ],
    [
      'of two sections, one of them unreadable',
      `<section>${title}<p>${token}</p>${controls}</section><section>${title}${controls}</section>`,
      'token',
    ],
    [
      'of two sections, both unreadable',
      `<section>${title}<p>••••••••</p>${controls}</section><section>${title}${controls}</section>`,
      'hidden',
    ],
  ])('%s', (_, html, kind) => {
    expect(summary(html)).toBe(kind);
  });

  it('are those that were found with the token', () => {
    const { page } = readPage(
      pageOf(`<p><button>Delete</button></p><section>${title}<p>${token}</p>${controls}</section>`),
      200,
    );
    expect(page).toMatchObject({ kind: 'token', regenerate: { id: 're' }, delete: { id: 'de' } });
  });
});

describe('the value', () => {
  it.each([
    ['before the title', `<section><p>${other}</p>${title}<p>${token}</p>${controls}</section>`, 'ambiguous'],
    ['in the title', `<section><h1>API Token <code>${token}</code></h1>${controls}</section>`, 'token'],
    ['behind the controls', `<section>${title}<p>${token}</p>${controls}<p>${other}</p></section>`, 'ambiguous'],
    [
      'behind the controls, in a foot',
      `<section>${title}<p>${token}</p>${controls}<footer>${other}</footer></section>`,
      'token',
    ],
    [
      'behind the controls, and named',
      `<section>${title}${controls}<dl><dt>Token</dt><dd>${token}</dd></dl></section>`,
      'token',
    ],
    ['behind the controls alone', `<section>${title}${controls}<p>${token}</p></section>`, 'noToken'],
    [
      'between the controls',
      `<section>${title}<button>Regenerate</button><p>${token}</p><button>Delete</button></section>`,
      'token',
    ],
    [
      'between them, the other way round',
      `<section>${title}<button>Delete</button><p>${token}</p><button>Regenerate</button></section>`,
      'token',
    ],
    [
      'a part of more',
      `<section>${title}<dl><dt>Token</dt><dd><b>v1.</b>${token}</dd></dl>${controls}</section>`,
      'ambiguous',
    ],
  ])('%s', (_, html, kind) => {
    expect(summary(html)).toBe(kind);
  });
});

describe('the organisation', () => {
  const section = (inside: string, around = '') =>
    `<main>${around}<section>${title}<dl><dt>Token</dt><dd>${token}</dd></dl>${controls}${inside}</section></main>`;
  const named = `<dl><dt>Organization ID</dt><dd>${orgId}</dd></dl>`;
  const filler = (count: number) => `<div>${'<i></i>'.repeat(count)}</div>`;
  const orgOf = (html: string) => {
    const report = reportOf(html);
    return report.kind === 'token' ? report.orgId : report.kind;
  };
  it.each([
    ['in the section', section(named), orgId],
    ['twice in the section', section(named + named), orgId],
    ['in the element around it', section('', named), orgId],
    ['in the section before the element around it', section(named, named.replace(orgId, newOrgId())), orgId],
    ['further away', `<div>${named}</div>${section('')}`, null],
    ['two in the section', section(named + named.replace(orgId, newOrgId())), null],
    ['two in the section, one around it', section(named + named.replace(orgId, newOrgId()), named), null],
    ['in a section that is half the page', section(named + filler(2_000)), null],
    ['beside half a page', section('', named + filler(2_000)), null],
    ['beside a good deal', section('', named + filler(1_900)), orgId],
  ])('%s', (_, html, expected) => {
    expect(orgOf(html)).toBe(expected);
  });
});
