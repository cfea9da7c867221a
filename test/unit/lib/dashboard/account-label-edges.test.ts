import { expect, it } from 'vitest';
import { cleanText } from '../../../../lib/dashboard/account-label.ts';
import { newToken, reportOf } from '../support/pages.ts';

const section = `<main><h1>API Token</h1><p>${newToken()}</p><button>Regenerate</button><button>Delete</button></main>`;
const signOut = '<a href="/out">Sign Out</a>';

/** Whose page it is that has `text` right before its Sign Out. */
function nameBeside(text: string): string | null {
  const report = reportOf(`<header><span>${text} ${signOut}</span></header>${section}`);
  return report.kind === 'token' ? report.label : expect.fail('the page should be read');
}

it.each([
  ['· – Olivia Owner ·', 'Olivia Owner'],
  ['» Olivia Owner (Acme) |', 'Olivia Owner (Acme)'],
  ['Olivia O.', 'Olivia O.'],
  ['+7 Olivia', '7 Olivia'],
  ['Ölivia ▾', 'Ölivia'],
  ['Li', 'Li'],
  ['O', null],
  ['· |', null],
])('takes the name beside Sign Out without the marks around it: %s', (text, name) => {
  expect(nameBeside(text)).toBe(name);
});

it('is at most 200 characters of a name, and of what is around it neither white space nor marks of direction', () => {
  expect(nameBeside('x'.repeat(300))).toBe('x'.repeat(200));
  expect(cleanText(` \u200b\n Olivia \u202e Owner\u2028 `)).toBe('Olivia  Owner');
  expect(cleanText(`  ${'y'.repeat(250)}`)).toBe('y'.repeat(200));
});

it('takes no address that stands in the button to generate a token', () => {
  const page = (above: string) =>
    reportOf(`<header>${signOut}</header><main>${above}<h1>API Token</h1><p>No token yet.</p>
      <button aria-label="Generate API Token">max@acme.example</button></main>`);
  expect(page('')).toMatchObject({ kind: 'none', label: null });
  expect(page('<p>olivia@acme.example</p>')).toMatchObject({ kind: 'none', label: 'olivia@acme.example' });
});
