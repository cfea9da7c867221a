import fc from 'fast-check';
import { expect, it } from 'vitest';
import { appUrl, dashboardOrigin, dashboardUrl, rememberablePath } from '../../../../lib/dashboard/urls.ts';
import { newToken } from '../support/pages.ts';

it.each([
  ['/app/account/api/token', '/app/account/api/token'],
  ['/app/account.jsp?page=apitoken', '/app/account.jsp?page=apitoken'],
  ['/app/#/account/api-token', '/app/#/account/api-token'],
  ['/app/#/my-account/settings/api-token-page', '/app/#/my-account/settings/api-token-page'],
  [`/app/token?session=${newToken()}`, null],
  [`/app/token#access=${newToken()}`, null],
  [`/app/account.jsp;jsessionid=${newToken().toUpperCase()}?page=apitoken`, null],
  [`/app/${newToken()}/token`, null],
  ['//evil.example/', null],
  [`/app/${'x/'.repeat(120)}`, null],
])('of an address it remembers what carries no secret: case %#', (path, remembered) => {
  expect(rememberablePath(dashboardOrigin + path)).toBe(remembered);
});

it.each(['', 'about:blank', 'https://sso.example/app/', 'https://www.snapengage.com.evil.example/app/'])(
  'remembers nothing of %j',
  (url) => {
    expect(rememberablePath(url)).toBeNull();
  },
);

it.each([
  [null, appUrl],
  [undefined, appUrl],
  ['', appUrl],
  ['/app/x?y#z', `${dashboardOrigin}/app/x?y#z`],
  ['//evil.example/', appUrl],
  ['/\\evil.example/', appUrl],
  ['//', appUrl],
  ['/\t/evil.example/', `${dashboardOrigin}//evil.example/`],
  ['https://evil.example/', appUrl],
  ['https://www.snapengage.com.evil.example/', appUrl],
  ['https://www.snapengage.com@evil.example/', appUrl],
  ['http://www.snapengage.com/app/', appUrl],
  ['https://www.snapengage.com:8443/', appUrl],
  ['javascript:alert(1)', appUrl],
  ['data:text/html,x', appUrl],
  ['https://[', appUrl],
  ['.evil.example/', appUrl],
])('%j leads to %s', (path, url) => {
  expect(dashboardUrl(path)).toBe(url);
});

it('never leads away from the dashboard, whatever is stored', () => {
  const addresses = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.webPath(),
    fc.stringMatching(/^[/\\\t\n]{1,3}[a-z.:@[]{0,9}$/),
  );
  fc.assert(
    fc.property(addresses, (path) => {
      expect(new URL(dashboardUrl(path)).origin).toBe(dashboardOrigin);
    }),
    { numRuns: 500 },
  );
}, 30_000);

it('goes back to what it remembered', () => {
  fc.assert(
    fc.property(fc.webPath({ size: 'small' }), (path) => {
      const { href } = new URL(dashboardOrigin + path);
      const remembered = rememberablePath(href);
      if (remembered !== null) expect(dashboardUrl(remembered)).toBe(href);
    }),
  );
});
