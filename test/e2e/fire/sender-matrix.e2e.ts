/** Every message from every kind of sender, in real browsers: what the table declares is what happens. */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host } from '../../faults/host.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import { until } from '../support/until.ts';
import { builds } from './builds.ts';
import { addFrames, runInFrame, withForeignHost } from './frames.ts';
import { installOtherExtension, openPageOf } from './other-extension.ts';

const id = (digit: string) => digit.repeat(32);
const observation = { document: id('d'), asOf: 1, hidden: false, navigated: true, page: { kind: 'other' } };
const start = { type: 'start', wish: id('a'), after: null, kind: 'delete', account: 'nobody', expected: null };

/** One of each, well-formed, and who is heard with it. All others must not be. */
const requests = [
  'opened',
  'stayAwake',
  'read',
  'cancelReading',
  'lookAgain',
  'leaveUnknown',
  'showPage',
  'signIn',
  'openDashboard',
  'refreshPage',
].map((type) => ({ type }) as { type: string });
const account = 'nobody';
const mark = { fingerprint: 'a1b2c3d4', lastFour: null };
const clip = { salt: id('e'), hash: id('e') + id('f') };
const around = [
  ...['clearDue', 'sync'].map((type) => ({ type })),
  ...['keepClipboard', 'clearNow'].map((type) => ({ type, salt: id('e') })),
  { type: 'dismiss', notice: 'setAside' },
  { type: 'copied', account, mark, format: 'token', clip },
  { type: 'shown', account, mark },
  { type: 'check', account },
  { type: 'beginRotation', account, path: 'planned' },
  { type: 'rotate', rotation: id('c'), seen: 'prepare', event: { type: 'abandon' } },
  { type: 'prove', rotation: id('c') },
];
const reports = [
  { type: 'observed', observation },
  { type: 'progress', intent: id('b'), observation, progress: { kind: 'unknown' } },
  { type: 'mayFire', intent: id('b'), document: id('d') },
  { type: 'copied', ...clip },
  { type: 'pressed', kind: 'regenerate' },
];
const commands = [
  { type: 'look' },
  { type: 'walk', document: id('d') },
  { type: 'recall', intent: id('b') },
  {
    type: 'operate',
    document: id('d'),
    intent: id('b'),
    kind: 'delete',
    expected: null,
    orgId: null,
    label: null,
    until: 0,
  },
];
const ours: Sender[] = ['popup', 'optionsPage', 'offscreenPage', 'extensionTab'];
const declared: { message: { type: string }; from: Sender[] }[] = [
  // Last, so that nothing is forgotten that the others need: while a wish is open, nothing is.
  ...[...requests, ...around, start, { type: 'eraseAll' }].map((message) => ({
    message,
    from: ours,
  })),
  ...reports.map((message) => ({ message, from: ['dashboardTop'] as Sender[] })),
  ...commands.map((message) => ({ message, from: [] as Sender[] })),
];

const strange = [
  'dashboardFrame',
  'srcdocFrame',
  'srcdocFrameItself',
  'foreignFrame',
  'foreignFrameItself',
  'otherExtension',
  'pageItself',
] as const;
type Sender = (typeof strange)[number] | 'dashboardTop' | 'popup' | 'optionsPage' | 'offscreenPage' | 'extensionTab';
/** Those that nothing comes of go first, while nothing that was asked for goes on. */
const senders = {
  chromium: [...strange, 'dashboardTop', 'offscreenPage', 'extensionTab', 'optionsPage', 'popup'],
  // Firefox has no offscreen page.
  firefox: [...strange, 'dashboardTop', 'extensionTab', 'optionsPage', 'popup'],
} as const;

const strangers = new Set<Sender>(strange);
const quietMs = 1_500;

/** Sends in whatever world it runs in: 'heard' where our background replied anything. */
async function sendFrom(message: object, to: string | null): Promise<string> {
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Api | undefined>;
  const runtime = (browser ?? chrome)?.runtime;
  if (!runtime?.sendMessage) return 'no way to send';
  const reply = await (to === null ? runtime.sendMessage(message) : runtime.sendMessage(to, message)).catch(() => null);
  return reply === null || reply === undefined ? 'not heard' : 'heard';
}
/** In a page of ours, in Chromium. */
async function makeOffscreen(): Promise<void> {
  const { offscreen } = (globalThis as never as Record<'chrome', { offscreen: Offscreen }>).chrome;
  await offscreen.createDocument({ url: 'offscreen.html', reasons: ['CLIPBOARD'], justification: 'To send from it.' });
}
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}

interface Api {
  runtime?: { sendMessage?(...args: unknown[]): Promise<unknown> };
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let host: Host;
  let build = '';
  let popup: Page | null = null;
  let other: Page | null = null;
  const pages = new Map<string, Page>();

  beforeAll(async () => {
    const vendor = vendorNamed(name);
    // With the vendor's other host granted: only there could our script come into a frame of another origin at all.
    build = await withForeignHost(`${builds}/${vendor.build}`);
    host = await Host.start(vendor, build);
    await host.backstage.open(`${host.dashboard.origin}/app/settings`);
    await until('the frames in the dashboard tab', () => addFrames(host).then(() => true));
    const stranger = await installOtherExtension(host.browser);
    other = await openPageOf(host.browser, vendor.strangerUrl(stranger, 'page.html'));
  });
  afterAll(async () => {
    await host.close();
    await rm(build, { recursive: true, force: true });
  });

  /** A page of ours of its own, in a tab. */
  async function pageAt(file: string): Promise<Page> {
    const known = pages.get(file);
    if (known && !known.isClosed()) return known;
    const page = await host.browser.newPage();
    // Firefox never tells of such a load.
    await page.goto(host.vendor.url(file), { timeout: host.vendor.gotoLimitMs }).catch(() => undefined);
    await until('the page', () => page.evaluate((end) => location.pathname === `/${end}`, file));
    pages.set(file, page);
    return page;
  }

  /** The offscreen page, made as the background makes it; the background closes it after each use it has of it. */
  async function offscreenPage(): Promise<Page> {
    const url = host.vendor.url('offscreen.html');
    const find = () => host.browser.targets().find((target) => target.url() === url);
    if (!find()) await host.backstage.page.evaluate(makeOffscreen);
    return (await until('the offscreen page', find)).asPage();
  }

  const send: Record<Sender, (message: object) => Promise<string>> = {
    // What some requests open in front takes the popup away.
    popup: (message) =>
      until('the popup to send it', async () => {
        if (!popup || popup.isClosed()) popup = await host.openPopup();
        return popup.evaluate(sendFrom, message, null);
      }),
    optionsPage: async (message) => (await pageAt('options.html')).evaluate(sendFrom, message, null),
    offscreenPage: (message) =>
      until('the offscreen page to send it', async () => (await offscreenPage()).evaluate(sendFrom, message, null)),
    extensionTab: (message) => host.backstage.page.evaluate(sendFrom, message, null),
    dashboardTop: (message) => host.backstage.runInDashboard('ISOLATED', 'top', sendFrom, [message, null]),
    dashboardFrame: (message) => runInFrame(host, 'same', 'ISOLATED', sendFrom, [message, null]),
    srcdocFrame: (message) => runInFrame(host, 'srcdoc', 'ISOLATED', sendFrom, [message, null]),
    foreignFrame: (message) => runInFrame(host, 'foreign', 'ISOLATED', sendFrom, [message, null]),
    srcdocFrameItself: (message) => runInFrame(host, 'srcdoc', 'MAIN', sendFrom, [message, host.vendor.id]),
    foreignFrameItself: (message) => runInFrame(host, 'foreign', 'MAIN', sendFrom, [message, host.vendor.id]),
    pageItself: (message) => host.backstage.runInDashboard('MAIN', 'top', sendFrom, [message, host.vendor.id]),
    otherExtension: async (message) =>
      (await other?.evaluate(sendFrom, message, host.vendor.id)) ?? 'no other extension',
  };

  /** The hash of what is stored once it has been the same for a while, with no read under way. */
  async function storedWhenQuiet(): Promise<string> {
    let hash = '';
    let since = 0;
    return until(
      'what is stored to rest',
      async () => {
        const now = await host.backstage.hashOfStored();
        // What a read under way finds is stored at its end, whoever speaks meanwhile.
        const { isReading } = await host.backstage.stored();
        if (isReading || now !== hash) [hash, since] = [now, performance.now()];
        return performance.now() - since >= quietMs ? hash : '';
      },
      30_000,
    );
  }

  it.each(senders[name])('hears %s just as declared', async (sender) => {
    const heard: string[] = [];
    const ways = new Set<string>();
    const before = await storedWhenQuiet();
    for (const { message } of declared) {
      const got = await send[sender](message);
      ways.add(got);
      if (got === 'heard') heard.push(message.type);
    }
    if (strangers.has(sender)) expect(await storedWhenQuiet(), 'what is stored').toBe(before);
    const allowed = declared.filter(({ from }) => from.includes(sender)).map(({ message }) => message.type);
    expect(heard).toEqual(allowed);
    // Pages have no way to send at all; who else is refused was heard by nobody.
    expect(ways.has('no way to send'), 'no way to send').toBe(sender.endsWith('Itself'));
  });

  it('arms nothing for a wish of nobody’s account, and asks the server for no change', () => {
    expect(host.dashboard.counts.received).toEqual({ generate: 0, regenerate: 0, delete: 0 });
  });
});
