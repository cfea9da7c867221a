/** What could be a token by its looks, what is a mask of one, and what is neither. */
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import {
  digitsOnly,
  findValues,
  isCutShort,
  knownShape,
  type PageValue,
  valueText,
} from '../../../../lib/dashboard/values.ts';
import { newOrgId, newOtherToken, newToken, newWidgetId, pageOf } from '../support/pages.ts';

const token = newToken();
const all = () => true;
function valuesIn(html: string, isWanted = all): PageValue[] {
  const doc = pageOf(html);
  return findValues(takeSnapshot(doc), doc.body, isWanted);
}
/** The value of a text by itself, and whether it is a mask. */
function readAs(text: string): [string, boolean] | null {
  const [value] = valuesIn(`<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return value ? [value.text, value.masked] : null;
}

describe('a value', () => {
  it.each([
    ['of hex digits', token],
    ['of hex digits in capitals', token.toUpperCase()],
    ['of 64 letters and digits', newOtherToken(64)],
    ['of 512 letters and digits', `${newOtherToken(511)}1`],
    ['that is the ID of a widget', newWidgetId()],
    ['that is the ID of an organisation', newOrgId()],
  ])('%s', (_, text) => {
    expect(readAs(text)).toEqual([text, false]);
  });

  it.each([
    ...['abcdef12', 'a'.repeat(21), 'abc.def.1', 'abc~def~1', 'abc+def/1==', 'abc_def-1', '123456789012', '1a.2b333'],
  ])('%s', (text) => {
    expect(readAs(text)).toEqual([text, false]);
  });

  it.each([
    ...['', 'ab1', 'abcdef1', 'abcdefgh', 'a'.repeat(15), 'Copied', 'not-available', 'Agent-Status/Page', 'undefined.'],
    ...['1.2.2024', '12:30:45', '2024-01-15', '12345678901', '10.0.0.255', '1,234,567', 'https://acme.example/t1'],
    ...['http:acme-example-1', 'ftp://acme.example/1', 'olivia1@acme.example', 'two words1', 'three more words1'],
    ...[
      '[redacted-1]',
      '{{token-1}}',
      '<token-1-here>',
      'a1..b2c3d4',
      `${'a1'.repeat(256)}a`,
      'tokén-12345',
      '12345678&',
    ],
  ])('not %s', (text) => {
    expect(readAs(text)).toBeNull();
  });

  it('is read without marks that nobody sees', () => {
    expect(readAs(`\u200E${token.slice(0, 8)}\u200B${token.slice(8)}\u202C`)).toEqual([token, false]);
    expect(readAs('\u200B'.repeat(600) + token)).toBeNull();
  });

  it.each(['button', 'a', 'nav', 'option'])('is none in %s', (tag) => {
    const doc = pageOf(`<${tag}><b>${token}</b></${tag}>`);
    const element = doc.createElement(tag).appendChild(doc.createElement('b'));
    expect(valueText(element, token)).toBeNull();
    expect(valueText(doc.createElement('b'), token)).toBe(token);
  });
});

describe('a mask', () => {
  it.each([
    ...['••••', '●●●●●●', '⬤⬤⬤⬤', '∙∙∙∙', '····', '＊＊＊＊', '****', '####', 'xxxx', 'XXXXXXXX', '____', '----'],
    ...['••••3f9a', 'abcd••••', 'ab12…cd34', 'ab12...cd34', '…3f9a', 'Token•••••'.slice(0, 9)],
    ...['a1b2c3d4…', 'a1b2c3d4....', 'abcdef…', `${'x'.repeat(20)}…`, `${'a1'.repeat(30)}1… 9f`],
  ])('%s', (text) => {
    expect(readAs(text)?.[1]).toBe(true);
  });

  it.each([
    ...[
      '…',
      '...',
      'ab…',
      'abcd •••• 3f9a',
      '•••',
      '***',
      'xxx',
      'x-x-',
      'xX_-',
      '••••\n••••\n••••',
      `abcdefghi••••`,
      '••••abcdefghi',
      'Loading now …',
    ],
    ...['Regenerating…', 'decrypting…', 'a1b2c3d4e5…,', `${'1'.repeat(65)}…`],
  ])('not %s', (text) => {
    expect(readAs(text)?.[1] ?? false).toBe(false);
  });

  it.each([
    ['Generating2...', true],
    ['a1b2c3d4e5…', true],
    ['abcdefabcdef…', true],
    ['a1b2c3d4…', false],
    ['Regenerating…', false],
    ['••••3f9a', false],
    ['a1'.repeat(16), false],
  ])('may be a word for what is still to come: %s, %s', (text, is) => {
    expect(isCutShort(text)).toBe(is);
  });
});

it.each([
  ['Agent-Status', false],
  ['abcdefghijklmnopqrs', false],
  ['Agent-Status-of-all-of-them', false],
  ['Agent/Status_Page-of.', false],
  ['Agent/Status_Page-of-all', false],
  ['abcdefghijklmnopqrstu', true],
  ['Agent-abcdefghijklmnopqrstu', true],
  ['Agent--Status-of-all-them', true],
  ['123456789012a', true],
  ['a123456789012', true],
  ['12345678901-', false],
])('words in a row are no value, and letters without end are: %s, %s', (text, is) => {
  expect(readAs(text) !== null).toBe(is);
});

it.each([
  ['32 hex digits', token, true],
  ['a digit more', `${token}0`, false],
  ['a digit more in front', `0${token}`, false],
  ['a letter that is no digit', `${token.slice(1)}g`, false],
  ['a digit less', token.slice(1), false],
  ['one letter', 'a', false],
])('the shape seen so far: %s', (_, text, is) => {
  expect(knownShape.test(text)).toBe(is);
});

it.each([
  ['123456789012', true],
  ['12345678901', false],
  ['a123456789012', false],
  ['123456789012a', false],
])('digits only: %s, %s', (text, is) => {
  expect(digitsOnly.test(text)).toBe(is);
});

describe('a field', () => {
  const field = (more: string) => `<input value=" ${token} " ${more}>`;
  it.each([
    ...['', 'type=""', 'type="text"', 'type="TEXT"', 'type="search"', 'type="url"', 'type="tel"', 'readonly'],
    ...['type="password" readonly', 'type="password" disabled'],
  ])('shows its value: %s', (more) => {
    expect(valuesIn(field(more)).map(({ text }) => text)).toEqual([token]);
  });
  it.each([
    ...['type="password"', 'type="hidden"', 'type="checkbox"', 'type="radio"', 'type="submit"', 'type="button"'],
    ...['type="email"', 'type="number"', 'type="file"'],
  ])('does not: %s', (more) => {
    expect(valuesIn(field(more))).toEqual([]);
  });
  it('may hold marks that nobody sees, and not without end', () => {
    const marked = (marks: number) => valuesIn(`<input value="${'\u200B'.repeat(marks)}${token}">`);
    expect([marked(992).length, marked(993).length]).toEqual([1, 0]);
  });
  it('shows its own value, and not what stands in the markup', () => {
    const doc = pageOf(`<textarea type="hidden">${token}</textarea>`);
    const [textarea] = doc.querySelectorAll('textarea');
    const read = () => findValues(takeSnapshot(doc), doc.body, all).map(({ text }) => text);
    expect(read()).toEqual([token]);
    if (textarea) textarea.value = '';
    expect(read()).toEqual([]);
  });
});

describe('of the values of a page', () => {
  it('each is given with its element, in the order of the page', () => {
    const other = newToken();
    const values = valuesIn(`<p id="a">${token}</p><div><input id="b" value="${other}"></div>`);
    expect(values.map(({ text, element }) => [text, element.id])).toEqual([
      [token, 'a'],
      [other, 'b'],
    ]);
  });

  it.each([
    ['hidden', `<p hidden>${token}</p>`],
    ['in a dialog', `<div role="dialog"><p>${token}</p></div>`],
    ['not wanted', `<p id="no">${token}</p>`],
  ])('none that is %s', (_, html) => {
    const isWanted = ({ element }: { element: Element }) => element.id !== 'no';
    expect(valuesIn(html, isWanted as typeof all)).toEqual([]);
  });

  it('only those in the container', () => {
    const doc = pageOf(`<p>${newToken()}</p><div id="in"><p>${token}</p></div><p>${newToken()}</p>`);
    const container = doc.getElementById('in') as Element;
    expect(findValues(takeSnapshot(doc), container, all).map(({ text }) => text)).toEqual([token]);
  });
});

describe('a number', () => {
  const orgId = newOrgId();
  const longer = orgId + orgId;
  it.each([
    ['a token by a label tied to it', `<dl><dt>API Token</dt><dd>${longer}</dd></dl>`, 'token'],
    ['no token by what stands before it', `<p>API Token</p><p>${longer}</p>`, null],
    ['no token in the shape of an Organization ID', `<dl><dt>API Token</dt><dd>${orgId}</dd></dl>`, null],
    ['an organisation’s', `<p>Organization ID</p><p>${orgId}</p>`, 'organisation'],
  ])('is %s', (_, html, field) => {
    expect(valuesIn(html).map((value) => value.field)).toEqual([field]);
  });
  it('and any other value is one by what stands before it', () => {
    expect(valuesIn(`<p>API Token</p><p>${token}</p>`)[0]).toMatchObject({ field: 'token', by: 'caption' });
  });
});

describe('a value that runs against its direction', () => {
  it.each([
    ['by a mark in its text', `<p>\u202E${token}\u202C</p>`, true],
    ['by a mark to the right', `<p>\u202D${token}</p>`, true],
    ['by a mark in a field', `<input value="\u202E${token}">`, true],
    ['by an element around it', `<bdo dir="rtl"><p>${token}</p></bdo>`, true],
    ['by its style', `<p style="unicode-bidi: bidi-override">${token}</p>`, true],
    ['not by a mere mark', `<p>\u200F${token}</p>`, false],
    ['not by an element without a direction', `<bdo><b>${token}</b></bdo>`, false],
  ])('is torn: %s', (_, html, torn) => {
    expect(valuesIn(html).map((value) => [value.text, value.torn])).toEqual([[token, torn]]);
  });
});
