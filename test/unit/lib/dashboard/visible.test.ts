/** What hides an element, by itself or by what it stands in. */
import { expect, it } from 'vitest';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { isHiddenItself, isShown } from '../../../../lib/dashboard/visible.ts';
import { laidOut } from '../support/layout.ts';
import { pageOf } from '../support/pages.ts';

const judged = '<b id="it">value</b>';

it.each<[string, string, boolean]>([
  ['nothing', judged, true],
  ['hidden', `<p hidden>${judged}</p>`, false],
  ['aria-hidden', `<p aria-hidden="true">${judged}</p>`, false],
  ['aria-hidden that is not', `<p aria-hidden="false">${judged}</p>`, true],
  ['a dialog that is closed', `<dialog>${judged}</dialog>`, false],
  ['a dialog that is open', `<dialog open>${judged}</dialog>`, true],
  ['details that are closed', `<details><summary>More</summary>${judged}</details>`, false],
  ['details that are open', `<details open><summary>More</summary>${judged}</details>`, true],
  ['the summary of closed details', `<details><summary>${judged}</summary></details>`, true],
  ['a field for the form alone', '<input id="it" type="hidden">', false],
  ['a field for people', '<input id="it" type="text">', true],
  ['display: none', `<p style="display: none">${judged}</p>`, false],
  ['display: block', `<p style="display: block">${judged}</p>`, true],
  ['opacity: 0', `<p style="opacity: 0">${judged}</p>`, false],
  ['opacity: 0.09', `<p style="opacity: 0.09">${judged}</p>`, false],
  ['opacity: 0.1', `<p style="opacity: 0.1">${judged}</p>`, true],
  ['opacity: 1', `<p style="opacity: 1">${judged}</p>`, true],
  ['filter: opacity(0)', `<p style="filter: opacity(0)">${judged}</p>`, false],
  ['filter: opacity(0%)', `<p style="filter: blur(2px) opacity( 0% )">${judged}</p>`, false],
  ['filter: opacity(0.05)', `<p style="filter: opacity(0.05)">${judged}</p>`, false],
  ['filter: opacity(.05)', `<p style="filter: opacity(.05)">${judged}</p>`, false],
  ['filter: opacity(0.5)', `<p style="filter: opacity(0.5)">${judged}</p>`, true],
  ['filter: opacity(10%)', `<p style="filter: opacity(10%)">${judged}</p>`, true],
  ['filter: none', `<p style="filter: none">${judged}</p>`, true],
  ['content-visibility: hidden', `<p style="content-visibility: hidden">${judged}</p>`, false],
  ['content-visibility: auto', `<p style="content-visibility: auto">${judged}</p>`, true],
  ['content-visibility: hidden of itself', '<b id="it" style="content-visibility: hidden">value</b>', true],
  ['visibility: hidden', '<b id="it" style="visibility: hidden">value</b>', false],
  ['visibility: collapse', '<b id="it" style="visibility: collapse">value</b>', false],
  ['visibility: visible', '<b id="it" style="visibility: visible">value</b>', true],
])('%s', (_, html, shown) => {
  const { doc, it: element } = laidOut(html);
  expect(isShown(element)).toBe(shown);
  expect(takeSnapshot(doc).isShown(element)).toBe(shown);
});

it('what a shadow root holds is hidden with its host', () => {
  const doc = pageOf('<div id="host"></div>');
  const host = doc.getElementById('host') as HTMLElement;
  host.attachShadow({ mode: 'open' }).innerHTML = '<b></b>';
  const inside = host.shadowRoot?.querySelector('b') as Element;
  expect(isShown(inside)).toBe(true);
  host.style.display = 'none';
  expect(isShown(inside)).toBe(false);
});

it('an element tells what it hides by itself from what it stands in', () => {
  const { doc, it: element } = laidOut(`<p hidden><i style="content-visibility: hidden">${judged}</i></p>`);
  expect(isHiddenItself(element)).toBe(true);
  expect(isHiddenItself(doc.querySelector('i') as Element)).toBe(false);
  expect(isHiddenItself(doc.documentElement)).toBe(false);
});
