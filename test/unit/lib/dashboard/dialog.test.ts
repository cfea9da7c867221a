import { expect, it } from 'vitest';
import { findDialog } from '../../../../lib/dashboard/dialog.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import type { OperationKind } from '../../../../lib/state/schemas.ts';
import { newToken, pageOf } from '../support/pages.ts';

const section = `<main><h1>API Token</h1><p>${newToken()}</p>
  <button>Regenerate</button><button>Delete</button></main><div id="place"></div>`;
const buttons = (verb: string) => `<button id="cancel">Cancel</button><button id="yes">${verb}</button>`;
const dialog = (inside: string, role = 'role="dialog"') => `<div ${role}>${inside}</div>`;

/** What is found on the token page once `inside` has come to it, as ids. */
function foundIn(inside: string, kind: OperationKind = 'regenerate', earlier = ''): [string, string] | null {
  const doc = pageOf(section + earlier);
  const before = new Set<Element>(readPage(doc, 200).controls.map((control) => control.element));
  const place = [...doc.querySelectorAll('#place')].at(-1);
  if (place) place.innerHTML = inside;
  const found = findDialog(readPage(doc, 200), kind, before);
  return found && [found.confirm.id, found.cancel.id];
}

it.each([
  ['a dialog by role', dialog(buttons('Regenerate'))],
  ['an alert dialog', dialog(buttons('Regenerate'), 'role="alertdialog"')],
  ['an open dialog element', `<dialog open>${buttons('Regenerate')}</dialog>`],
  ['a mere box', dialog(buttons('Regenerate'), 'class="box"')],
  [
    'words and icons around',
    dialog(`<h2>Regenerate API Token?</h2><p>It will break.</p>${buttons('↻ Regenerate (1)')}`),
  ],
  ['links', dialog('<a id="yes" href="#">Regenerate</a> <a id="cancel" href="#">Cancel</a>', '')],
  ['the buttons deep in it', dialog(`<p><span>${buttons('Regenerate')}</span></p>`)],
  [
    'the buttons apart',
    dialog('<p><button id="yes">Regenerate</button></p><p><button id="cancel">Cancel</button></p>'),
  ],
  ['German', dialog('<button id="yes">Neu generieren</button><button id="cancel">Abbrechen</button>')],
])('finds %s', (_, inside) => {
  expect(foundIn(inside)).toEqual(['yes', 'cancel']);
});

it('finds the dialog of Delete and of Generate', () => {
  expect(foundIn(dialog(buttons('Delete')), 'delete')).toEqual(['yes', 'cancel']);
  expect(foundIn(dialog(buttons('Generate')), 'generate')).toEqual(['yes', 'cancel']);
});

it.each([
  ['no dialog', '<p>Please wait</p>'],
  ['another operation’s dialog', dialog(buttons('Delete'))],
  ['a dialog without Cancel', dialog('<button>Regenerate</button>')],
  ['a dialog without confirm', dialog('<button>Cancel</button>')],
  ['two dialogs', dialog(buttons('Regenerate')) + dialog(buttons('Regenerate'))],
  ['two Cancel', dialog(`${buttons('Regenerate')}<button>Cancel</button>`)],
  ['two confirms', dialog(`${buttons('Regenerate')}<button>Regenerate</button>`)],
  ['another changing control in it', dialog(`${buttons('Regenerate')}<button>Delete</button>`)],
  ['a hidden one', dialog(buttons('Regenerate'), 'role="dialog" hidden')],
  ['an OK', dialog('<button>OK</button><button>Cancel</button>')],
])('finds none in %s', (_, inside) => {
  expect(foundIn(inside)).toBeNull();
});

it('does not take what was there before the press', () => {
  expect(foundIn('', 'regenerate', dialog(buttons('Regenerate')))).toBeNull();
  expect(foundIn('<button id="yes">Regenerate</button>', 'regenerate', '<button>Cancel</button>')).toBeNull();
  expect(foundIn('<button id="cancel">Cancel</button>')).toBeNull();
  const old = '<section><button>Cancel</button><span id="place"></span></section>';
  expect(foundIn('<button>Regenerate</button>', 'regenerate', old)).toBeNull();
});

it('takes the new dialog where an old one stays', () => {
  expect(foundIn(dialog(buttons('Regenerate')), 'regenerate', dialog('<button>Cancel</button>'))).toEqual([
    'yes',
    'cancel',
  ]);
});
