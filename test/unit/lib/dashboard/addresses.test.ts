/** Which hosts are SnapEngage's, and which addresses are remembered, to the character. */
import { expect, it } from 'vitest';
import {
  appUrl,
  dashboardOrigin,
  dashboardPattern,
  isVendorOrigin,
  rememberablePath,
  signInUrl,
} from '../../../../lib/dashboard/urls.ts';

it.each([
  ['https://www.snapengage.com', true],
  ['https://snapengage.com', true],
  ['https://secure.eu-1.snapengage.com', true],
  ['http://www.snapengage.com', false],
  ['https://www.snapengage.com.evil.example', false],
  ['https://www.snapengage.com:8443', false],
  ['https://evilsnapengage.com', false],
  ['https://evil.example.snapengage.org', false],
  ['https://www.snapengage-com', false],
  ['https://evil_snapengage.com', false],
  ['https://evil.example/.snapengage.com', false],
  ['https://.snapengage.com', false],
  ['moz-extension+https://www.snapengage.com', false],
  ['null', false],
  ['', false],
])('the host of %j is SnapEngage’s: %s', (origin, is) => {
  expect(isVendorOrigin(origin)).toBe(is);
});

it('asks for the pages of the dashboard’s own host alone, and knows where one signs in', () => {
  expect(dashboardPattern).toBe('https://www.snapengage.com/*');
  expect([signInUrl, appUrl]).toEqual(['https://www.snapengage.com/signin', 'https://www.snapengage.com/app/']);
});

const words = (count: number) => '/x'.repeat(count / 2);
it.each([
  ['as long as it may be', words(200), true],
  ['longer', words(202), false],
  ['a word of 19 letters', `/app/${'abcdefg'.repeat(3).slice(0, 19)}`, true],
  ['a word of 20 letters', `/app/${'abcdefg'.repeat(3).slice(0, 20)}`, false],
  ['20 large letters', `/app/${'ABCDE'.repeat(4)}`, false],
  ['20 digits', `/app/${'12345'.repeat(4)}`, false],
  ['20 characters with marks', `/app/${'a_1-B'.repeat(4)}`, false],
  ['many words with hyphens', '/app/the-way-to-all-the-tokens-of-my-own-account', true],
  ['many words with hyphens, then a secret', `/app/my-own-token-is/${'a1'.repeat(10)}`, false],
  ['long words, the first the longest', '/app/internationalisierungseinstellungen-konto', true],
  ['long words, the second the longest', '/app/konto-internationalisierungseinstellungen', true],
  ['long words, the third the longest', '/app/mein-konto-internationalisierungseinstellungen', true],
  ['a secret with words in its midst', '/app/1A2B3C4D5Emy-own6F7G8H9I0J', false],
  ['a secret in its search', `/app/token?key=${'a1'.repeat(10)}`, false],
  ['a secret in its hash', `/app/token#key=${'a1'.repeat(10)}`, false],
])('an address with %s', (_, path, is) => {
  expect(rememberablePath(dashboardOrigin + path)).toBe(is ? path : null);
});

it.each([null, dashboardOrigin, `${dashboardOrigin}:8443/app/`, '//evil.example', `${dashboardOrigin}//evil.example/`])(
  'nothing is remembered of %j',
  (url) => {
    expect(rememberablePath(url)).toBeNull();
  },
);
