import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText } from '../../../../lib/dashboard/account-label.ts';
import { newToken, reportOf } from '../support/pages.ts';

const section = (above = '', below = '') => `<main>${above}<h1>API Token</h1><p>${newToken()}</p>
  <button>Regenerate</button><button>Delete</button>${below}</main>`;
const labelOf = (html: string) => {
  const report = reportOf(html);
  return report.kind === 'token' ? report.label : expect.fail('the page should be read');
};
const olivia = 'olivia@acme.example';
const other = 'max@acme.example';

it.each([
  ['the address in the header', `<header><b>${olivia}</b></header>${section()}`, olivia],
  ['the address in the menu', `${section()}<nav>Signed in as ${olivia}</nav>`, olivia],
  ['the header’s rather than the text’s', `${section(`<p>${other}</p>`)}<header>${olivia}</header>`, olivia],
  [
    'the header’s own rather than one in news',
    `<header><p>Chat from ${other}</p><b>${olivia} ▾</b></header>${section()}`,
    olivia,
  ],
  [
    'the header’s rather than an aside’s',
    `<aside>${other}</aside><header>Hello ${olivia}</header>${section()}`,
    olivia,
  ],
  ['none of an aside', `<aside>New chat from ${other}</aside>${section()}`, null],
  ['none of a footer', `<footer>${other}</footer>${section()}`, null],
  ['the one above the token', section(`<p>${olivia}</p><p>${other}</p>`), olivia],
  ['none below the token', section('', `<p>${other}</p>`), null],
  ['none that is hidden', `<header hidden>${other}</header>${section()}`, null],
  [
    'the name beside Sign Out',
    `<header><span>Olivia Owner · <a href="/signout">Sign Out</a></span></header>${section()}`,
    'Olivia Owner',
  ],
  [
    'the address rather than the name',
    `<header>Olivia · <a href="/s">Sign Out</a> <i>${olivia}</i></header>${section()}`,
    olivia,
  ],
  ['no name outside the frame', `<p>Olivia Owner <a href="/s">Sign Out</a></p>${section()}`, null],
  ['nothing', section(), null],
])('is %s', (_, html, label) => {
  expect(labelOf(html)).toBe(label);
});

it('is one clean line, whatever the page writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const clean = cleanText(text);
      expect(clean.length).toBeLessThanOrEqual(200);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(cleanText(clean)).toBe(clean.trim());
    }),
  );
});
