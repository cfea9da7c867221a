/** How far a word about widgets reaches, and which fields and links are looked at. */
import { expect, it } from 'vitest';
import { widgetIdsIn } from '../../../../lib/dashboard/widgets.ts';
import { newToken, newWidgetId, pageOf } from '../support/pages.ts';

const id = newWidgetId();
const isFoundIn = (html: string) => widgetIdsIn(pageOf(html)).includes(id);
const script = (path: string) => `<pre>https://code.snapengage.com${path}${id}</pre>`;

it.each<[string, string, boolean]>([
  ['the account’s in Portuguese', `<p>Widget da conta ${id}</p>`, false],
  ['that of a contact', `<p>Widget contact ${id}</p>`, true],
  ['that of an account, a line further down', `<pre>Widget\nKonto\n${id}</pre>`, false],
  ['an organisation’s', `<p>Widget, organisation ${id}</p>`, false],
  ['a word on the line before', `<pre>Widget\n\n${id}</pre>`, true],
  ['a word before another one', `<p>Token of the widget: ${id}</p>`, true],
  ['the snippet’s', script('/js/'), true],
  ['the snippet’s in capitals', script('/JS/'), true],
  ['one of another script', script('/js/lib/'), false],
  ['one of other files', script('/css/'), false],
  ['one that a script’s name begins with', script('/js/x-'), false],
])('a word before it decides: %s', (_, html, found) => {
  expect(isFoundIn(html)).toBe(found);
});

it.each([
  [', ', true],
  ['; ', true],
  [' | ', true],
  ['\n', true],
  ['', false],
  [' and ', false],
  [', formerly ', false],
  [' – ', false],
  [': ', false],
])('what stands between two of them makes them a list or not: %j', (between, found) => {
  expect(isFoundIn(`<p>Widgets: ${newWidgetId()}${between}${id}</p>`)).toBe(found);
});

it.each([
  ['text', true],
  ['TEXT', true],
  ['search', true],
  ['url', true],
  ['', true],
  ['tel', false],
  ['email', false],
  ['button', false],
  ['checkbox', false],
])('is read of a field of the type %j: %s', (type, found) => {
  expect(isFoundIn(`<input type="${type}" name="widget" value="${id}">`)).toBe(found);
});

it.each(['id', 'name', 'aria-label'])('a field says what it holds by its %s', (name) => {
  expect(isFoundIn(`<input ${name}="widget" value="${id}">`)).toBe(true);
  expect(isFoundIn(`<textarea ${name}="widget">${id}</textarea>`)).toBe(true);
  expect(isFoundIn(`<input ${name}="something" value="${id}">`)).toBe(false);
});

it('words of one field say nothing of the next', () => {
  expect(isFoundIn(`<input name="widget" value="Account"><input value="${id}">`)).toBe(false);
  expect(isFoundIn(`<p title="widget"><b>${id}</b></p>`)).toBe(false);
});

it('reads a page in the order of its text', () => {
  expect(isFoundIn(`<p><b>Widget</b> <i>${id}</i></p>`)).toBe(true);
  expect(isFoundIn(`<p><i>${id}</i> <b>Widget</b></p>`)).toBe(false);
  expect(isFoundIn(`<p>Widget<b><i><u>${id}</u></i></b></p>`)).toBe(true);
});

it('looks at the first 2,000 links', () => {
  const links = (count: number) => `${'<a href="/x"></a>'.repeat(count)}<a href="/widget/${id}"></a>`;
  expect(isFoundIn(links(1_999))).toBe(true);
  expect(isFoundIn(links(2_000))).toBe(false);
  expect(isFoundIn(`<a name="/widget/${id}">widget</a>`)).toBe(false);
});

it('gives none that is the token in capitals', () => {
  const html = `<p>Widget ${id}</p>`;
  expect(widgetIdsIn(pageOf(html), id.toUpperCase())).toEqual([]);
  expect(widgetIdsIn(pageOf(html), newToken())).toEqual([id]);
});
