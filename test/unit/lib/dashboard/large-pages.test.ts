/** What a look costs on a large page: the dear questions are asked of what may be the token's, and not of all. */
import { afterEach, expect, it, vi } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newToken, summaryOf } from '../support/pages.ts';

const token = newToken();
const rows = 1_200;
/** More than the panel needs, and far less than one for each row. */
const fewLooks = 150;
/** Of each row. */
const fewQuestions = 60;
const panel = `<main><section><h1>API Token</h1><p>${token}</p><button>Regenerate</button> <button>Delete</button></section></main>`;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

it.each([
  ['buttons of the same name', (at: number) => `<li><a href="#${at}">Widget ${at}</a> <button>Delete</button></li>`],
  ['values', () => `<div><code>${newToken()}</code></div>`],
])('styles are asked of few elements beside many %s', (_, row) => {
  document.body.innerHTML = `${panel}<div>${Array.from({ length: rows }, (_, at) => row(at)).join('')}</div>`;
  const asked = vi.spyOn(window, 'getComputedStyle');
  expect(summaryOf(readPage(document, 200).report, { token })).toBe('token');
  expect(asked.mock.calls.length).toBeLessThan(fewLooks);
});

it('a list whose buttons are named as the token’s is still told apart when they share its section', () => {
  const list = Array.from({ length: rows }, () => '<li><button>Delete</button></li>').join('');
  document.body.innerHTML = `<section><h1>API Token</h1><p>${token}</p><button>Regenerate</button><ul>${list}</ul></section>`;
  expect(readPage(document, 200).report).toMatchObject({ kind: 'unreadable' });
});

const card = (at: number) => `<section><h2>Webhook ${at}</h2><button>Delete</button></section>`;
const cards = Array.from({ length: rows }, (_, at) => card(at)).join('');
const none =
  '<a href="#">Sign Out</a><main><h2>API Token</h2><button>Generate</button><p>Plan</p><b>team-2024-eu01</b>';

it.each([
  ['below the token', `${panel.replace('</main>', '')}${cards}</main>`, 'token'],
  ['that nobody sees', `${none}<div hidden>${cards}</div></main>`, 'none'],
  ['above', `<main>${cards}</main>${panel}`, 'token'],
])('each heading is asked few questions beside many parts of the page %s', (_, html, summary) => {
  document.body.innerHTML = html;
  const asked = [vi.spyOn(Element.prototype, 'matches'), vi.spyOn(Element.prototype, 'closest')];
  expect(summaryOf(readPage(document, 200).report, { token })).toBe(summary);
  for (const each of asked) expect(each.mock.calls.length).toBeLessThan(rows * fewQuestions);
});
