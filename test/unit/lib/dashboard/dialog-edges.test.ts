import { expect, it } from 'vitest';
import { findDialog } from '../../../../lib/dashboard/dialog.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import type { OperationKind } from '../../../../lib/state/schemas.ts';
import { pageOf } from '../support/pages.ts';

/** What is found for `kind` once `html` has come into the element of the id `place` on the page `before`, as ids. */
function foundIn(before: string, html: string, kind: OperationKind): [string, string] | null {
  const doc = pageOf(before);
  const old = new Set<Element>(readPage(doc, 200).controls.map((control) => control.element));
  doc.getElementById('place')?.insertAdjacentHTML('beforeend', html);
  const found = findDialog(readPage(doc, 200), kind, old);
  return found && [found.confirm.id, found.cancel.id];
}

const buttons = (verb: string) => `<button id="no">Cancel</button><button id="yes">${verb}</button>`;

it.each<[OperationKind, string, string]>([
  ['delete', 'Delete', 'Regenerate'],
  ['delete', 'Delete', 'Generate'],
  ['regenerate', 'Regenerate', 'Generate'],
  ['generate', 'Generate', 'Regenerate'],
  ['generate', 'Generate', 'Delete'],
])('finds no dialog of %s where its box, beside %s, offers %s, too', (kind, verb, other) => {
  const page = '<main id="place"><h1>API Token</h1></main>';
  expect(foundIn(page, `<div>${buttons(verb)}</div>`, kind)).toEqual(['yes', 'no']);
  expect(foundIn(page, `<div>${buttons(verb)}<button>${other}</button></div>`, kind)).toBeNull();
});

it('takes the page’s own button for no confirm, where only a Cancel comes up beside it', () => {
  const page = '<main><h1>API Token</h1><p id="place"><button id="yes">Generate</button></p></main>';
  expect(foundIn(page, '<button id="no">Cancel</button>', 'generate')).toBeNull();
});
