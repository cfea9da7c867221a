// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Runtime } from '../../../lib/browser.ts';
import { whoSends } from '../../../lib/senders.ts';

const own = fakeBrowser.runtime.id;
const ownPage = (path: string) => fakeBrowser.runtime.getURL(path as never);
const { protocol, host } = new URL(ownPage('/'));
const ownOrigin = `${protocol}//${host}`;
const site = 'https://www.snapengage.com';
const tab = { id: 7, index: 0, highlighted: false, active: true, pinned: false, incognito: false };
type Told = Partial<Record<keyof Runtime.MessageSender | 'origin', unknown>>;
const whoIs = (told: Told) => whoSends({ id: own, ...told } as Runtime.MessageSender);

const page = { url: `${site}/app/account`, frameId: 0, tab };
const popup = { url: ownPage('/popup.html') };

describe('ours', () => {
  it.each<[string, Told]>([
    ['the popup', popup],
    ['the popup, with its origin told', { ...popup, origin: ownOrigin }],
    ['a page of ours in a tab', { url: ownPage('/options.html'), frameId: 0, tab }],
    ['a page of ours with a query', { url: `${ownPage('/popup.html')}?x#y` }],
  ])('%s', (_, told) => {
    expect(whoIs(told)).toEqual({ kind: 'ours' });
  });
});

describe('the dashboard', () => {
  it.each<[string, Told]>([
    ['its top frame', page],
    ['with its origin told', { ...page, origin: site }],
    ['its start page', { ...page, url: `${site}/` }],
  ])('%s', (_, told) => {
    expect(whoIs(told)).toEqual({ kind: 'dashboard', tab: 7 });
  });
});

describe('a stranger', () => {
  it.each<[string, Told]>([
    ['another extension', { ...popup, id: 'another' }],
    ['another extension on the dashboard', { ...page, id: 'another' }],
    ['a sender without an id', { ...popup, id: undefined }],
    ['a page of ours in a frame', { ...popup, frameId: 3, tab }],
    ['another extension’s page under our id', { url: ownPage('/').replace(host, `${host}x`) }],
    ['a frame of the dashboard', { ...page, frameId: 1 }],
    ['a dashboard page without a frame', { ...page, frameId: undefined }],
    ['a dashboard page without a tab', { ...page, tab: undefined }],
    ['a dashboard page in a tab without an id', { ...page, tab: { ...tab, id: undefined } }],
    ['no address', { ...page, url: undefined }],
    ['an empty address', { ...page, url: '' }],
    ['an address that is none', { ...page, url: 'dashboard' }],
    ['an address that does not match the origin', { ...page, origin: 'https://evil.example' }],
    ['a page of ours that does not match the origin', { ...popup, origin: site }],
    ['an opaque origin', { ...page, origin: 'null' }],
    ['no address but an origin', { frameId: 0, tab, origin: site }],
    ...[
      'https://www.snapengage.com.evil.example/app/',
      'https://evil.example/www.snapengage.com/',
      'https://www.snapengage.com@evil.example/',
      'https://www.snapengage.com:8443/app/',
      'https://snapengage.com/app/',
      'https://eu.snapengage.com/app/',
      'https://xwww.snapengage.com/app/',
      'http://www.snapengage.com/app/',
      'about:blank',
      'data:text/html,x',
      `blob:${site}/x`,
      'file:///app/',
    ].map((url): [string, Told] => [url, { ...page, url }]),
  ])('%s', (_, told) => {
    expect(whoIs(told)).toEqual({ kind: 'stranger' });
  });
});
