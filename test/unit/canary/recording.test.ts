// @vitest-environment node
import { expect, it } from 'vitest';
import { rareToken } from '../../canary/parts.ts';
import { chromiumLines, chromiumRequests, firefoxEntries } from '../../canary/recorded.ts';
import { findingsIn } from '../../canary/recording.ts';

const ours = 'chrome-extension://abc/';
const token = rareToken();
const part = token.slice(4, 9);
const own = 'https://www.snapengage.com';

const sent = (url: string, by: string, isTab = false) => ({ url: new URL(url), by, isTab });
const foundBy = (...requests: ReturnType<typeof sent>[]) =>
  findingsIn({ requests, lines: [] }, [token], ours).map(({ as }) => as);

it.each([
  ['the extension elsewhere', sent('https://elsewhere.example/', 'chrome-extension://abc')],
  [
    'the extension at the other host, without the permission',
    sent('https://eu.snapengage.com/', 'chrome-extension://abc'),
  ],
  ['a tab elsewhere, which nobody’s page opened', sent('https://elsewhere.example/', '', true)],
  ['a part in an address, by the extension', sent(`${own}/?p=${part}`, 'chrome-extension://abc')],
  ['a part in an address, by a tab', sent(`${own}/?p=${part}`, '', true)],
  ['a part in an address, by the page elsewhere', sent(`https://elsewhere.example/?p=${part}`, own)],
  ['a part in an address, by the browser', sent(`https://update.googleapis.com/?p=${part}`, '')],
])('finds %s', (_, request) => {
  expect(foundBy(request).length).toBe(1);
});

it.each([
  ['the extension at SnapEngage', sent(`${own}/app/`, 'chrome-extension://abc')],
  ['the page at its own host, whatever it sends', sent(`${own}/?p=${token}`, own)],
  ['another extension', sent('https://elsewhere.example/', 'chrome-extension://other')],
  ['the browser’s own', sent('https://update.googleapis.com/', '')],
  ['a tab at a host of a test', sent('https://attacker.snapengage.com/', '', true)],
])('lets pass %s', (_, request) => {
  expect(foundBy(request)).toEqual([]);
});

it('finds a part in what was said, and a recording that recorded nothing', () => {
  const requests = [sent(`${own}/`, '', true)];
  const found = (text: string) => findingsIn({ requests, lines: [{ text, isSaid: true }] }, [token], ours);
  expect(found(`said ${part}`)).toEqual([{ file: 'the log', as: 'what was said on a console' }]);
  expect(found(`said ${token.slice(-4)}`)).toEqual([]);
  expect(findingsIn({ requests: [], lines: [] }, [token], ours).length).toBe(1);
});

it('reads a net log of Chromium’s that ends in the middle', () => {
  const event = (url: string, initiator: string, type = 136) =>
    JSON.stringify({ params: { initiator, method: 'GET', request_type: 'main frame', url }, phase: 1, type });
  const log = [
    '{"constants":{"logEventTypes":{"URL_REQUEST_START_JOB":136,"OTHER":13}},',
    '"events": [',
    `${event(`${own}/a`, 'not an origin')},`,
    `${event(`${own}/other`, 'not an origin', 13)},`,
    `${event('chrome-extension://abc/popup.html', 'chrome-extension://abc')},`,
    `${event(`${own}/b`, 'chrome-extension://abc')},`,
    event(`${own}/c`, 'chrome-extension://abc').slice(0, 60),
  ].join('\n');
  expect(chromiumRequests(log).map(({ url, by, isTab }) => [url.pathname, by, isTab])).toEqual([
    ['/a', '', true],
    ['/b', 'chrome-extension://abc', true],
  ]);
});

it('reads a log of Chromium’s, with lines that pages have said in several lines', () => {
  const log = [
    '[11974:12003:1125/201025.657250:ERROR:dbus/bus.cc:405] Failed to connect.',
    '[11974:11974:1125/201026.483755:INFO:CONSOLE:1] "one',
    'two", source: chrome-extension://abc/background.js (1)',
    '',
  ].join('\n');
  expect(chromiumLines(log)).toEqual([
    { text: 'Failed to connect.\n', isSaid: false },
    { text: '"one\ntwo", source: chrome-extension://abc/background.js (1)\n', isSaid: true },
  ]);
});

it('reads what the recorder in Firefox has written', () => {
  const lines = [{ url: `${own}/a`, by: 'moz-extension://abc', isTab: false }, { said: 'log one' }];
  expect(firefoxEntries(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"ur`)).toEqual({
    requests: [sent(`${own}/a`, 'moz-extension://abc')],
    lines: [{ text: 'log one', isSaid: true }],
  });
});
