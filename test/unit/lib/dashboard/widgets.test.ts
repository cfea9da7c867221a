/** Which ids on a page are taken for widget ids. */
import { describe, expect, it } from 'vitest';
import { mostWidgets, widgetIdsIn, widgetShape } from '../../../../lib/dashboard/widgets.ts';
import { pageOf } from '../support/pages.ts';

const newUuid = () => crypto.randomUUID();
const [id, other] = [newUuid(), newUuid()];
const idsOf = (html: string, token?: string) => widgetIdsIn(pageOf(html), token);
const filler = (length: number) => 'x '.repeat(length / 2);

describe('a widget id', () => {
  it.each<[string, string]>([
    ['stands after its label', `<p>Widget ID: ${id}</p>`],
    ['stands in the row of its label', `<table><tr><th>Widget id</th><td><code>${id}</code></td></tr></table>`],
    ['stands with the widget', `<li>Widget “Support” <small>(${id})</small></li>`],
    ['stands in a field with a label', `<label for="w">Widget ID</label><input id="w" readonly value="${id}">`],
    ['stands in a field named for it', `<input name="widgetId" value="${id}">`],
    ['stands in a field called after it', `<input aria-label="Your widget" value="${id}">`],
    [
      'stands in a text area, with the snippet',
      `<textarea>&lt;script src="//code.snapengage.com/js/${id}.js"></textarea>`,
    ],
    [
      'stands in the snippet as text',
      `<pre>se.src = 'https://storage.googleapis.com/code.snapengage.com/js/${id}.js';</pre>`,
    ],
    ['stands in a link’s query', `<a href="/app/settings?widgetId=${id}">Support</a>`],
    ['stands in a link’s path', `<a href="https://www.snapengage.com/app/widget/${id}/design">Support</a>`],
    ['is written large', `<p>WIDGET-ID ${id.toUpperCase()}</p>`],
    ['stands just near enough', `<p>widget${filler(54)}${id}</p>`],
    ['stands after another language’s word', `<p>ID do widget: ${id}</p>`],
  ])('%s', (_, html) => {
    expect(idsOf(html)).toEqual([id]);
  });

  it.each<[string, string]>([
    ['stands alone', `<p>${id}</p>`],
    ['has another name', `<p>Request ID: ${id}</p>`],
    ['has another name, after a word of widgets', `<p>For your widget. API key: ${id}</p>`],
    ['is a secret of the customer’s', `<p>Widget events: Authentication Token ${id}</p>`],
    ['is the account’s', `<p>Widget: Support. Account ${id}</p>`],
    ['stands too far away', `<p>widget${filler(56)}${id}</p>`],
    ['stands before the word', `<p>${id} is no widget</p>`],
    ['is a part of more', `<p>Widget ${id}0 x${id} ${id}-1</p>`],
    ['is in pieces', `<p>Widget ${id.slice(0, 9)}<b>${id.slice(9)}</b></p>`],
    ['is in a script', `<script>var widget = '${id}'</script><style>.widget { --id: ${id} }</style>`],
    ['is in a field that does not show it', `<input type="hidden" name="widgetId" value="${id}">`],
    ['may be a password', `<p>Widget <input type="password" value="${id}"></p>`],
    ['is in a link of another kind', `<a href="/app/chats/${id}">Chat</a>`],
    ['is in our own elements', `<p>Widget <token-desk-notice>${id}</token-desk-notice></p>`],
    ['is what a text area held at first', `<p>Widget</p><textarea>${other}</textarea>`],
  ])('is none that %s', (_, html) => {
    const page = pageOf(html);
    const area = page.querySelector('textarea');
    if (area) area.value = '';
    expect(widgetIdsIn(page)).toEqual([]);
  });
});

it('a list of them is taken as a whole, and what follows it is not', () => {
  const third = newUuid();
  expect(idsOf(`<p>Widgets: <i>${id}</i>, <i>${other}</i></p><p>Request: ${third}</p>`)).toEqual([id, other]);
  expect(idsOf(`<p>Widget ID: ${id}</p><p>Contact: ${other}</p>`)).toEqual([id]);
  expect(idsOf(`<p>Request ${other}, ${third}. Widget: ${id}</p>`)).toEqual([id]);
});

it('each is given once, in page order, those in links last, and no more than anybody would choose from', () => {
  const ids = Array.from({ length: mostWidgets + 2 }, newUuid);
  const link = `<a href="/widget/${other}">Sales</a>`;
  expect(idsOf(`${link}<p>Widget ${id}</p><p>Widget ${id.toUpperCase()}</p>`)).toEqual([id, other]);
  expect(idsOf(ids.map((each) => `<p>Widget ${each}</p>`).join(''))).toEqual(ids.slice(0, mostWidgets));
  expect(ids.every((each) => widgetShape.test(each))).toBe(true);
  expect(ids.some((each) => widgetShape.test(`${each}0`) || widgetShape.test(`0${each}`))).toBe(false);
});

it('the token is none, however it looks and wherever it stands', () => {
  const html = `<p>Widget ID ${id}</p><p>Widget ${other}</p><a href="/widget/${id.toUpperCase()}">x</a>`;
  expect(idsOf(html, id)).toEqual([other]);
});

it('only so much of a page is looked at', () => {
  const far = filler(200_000);
  expect(idsOf(`<p>${far}</p><p>Widget ${id}</p>`)).toEqual([]);
  expect(idsOf(`<p>${far.slice(1_000)}</p><p>Widget ${id}</p>`)).toEqual([id]);
});

it('a page that names its elements after what is asked of them is read all the same', () => {
  const clobbered = `<form><input name="lastChild"><input name="nodeType"><p>Widget ${id}</p></form>`;
  expect(idsOf(`<img name="querySelectorAll"><img name="documentElement">${clobbered}`)).toEqual([id]);
});
