/** The button takes the page's font only where it is known to spell its label. */
import { expect, it } from 'vitest';
import { trustedFamilies } from '../../../../lib/content/borrowed-font.ts';

it.each<[string, string[], string]>([
  ['Arial', [], 'arial, system-ui'],
  ['"Segoe UI", Roboto, sans-serif', [], 'segoe ui, roboto, sans-serif, system-ui'],
  // It has the letters of another kind.
  ['Webdings, Arial', [], 'arial, system-ui'],
  ['Rogue', ['Rogue'], 'system-ui'],
  // A font of the page's may have the name of one that is known.
  ['Arial, Verdana', ['Arial'], 'verdana, system-ui'],
  ['"ARIAL", Verdana', ["'arial'"], 'verdana, system-ui'],
  ['Arial', ['FontAwesome'], 'arial, system-ui'],
  ['Arial', ['Ar\\69 al'], 'system-ui'],
  ['', [], 'system-ui'],
  ['system-ui, sans-serif', [], 'system-ui, sans-serif, system-ui'],
])('of %s, the page declaring %j: %s', (wanted, declared, expected) => {
  expect(
    trustedFamilies(
      declared.map((family) => ({ family }) as FontFace),
      wanted,
    ),
  ).toBe(expected);
});
