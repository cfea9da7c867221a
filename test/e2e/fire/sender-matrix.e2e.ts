/** Every message from every kind of sender, in real browsers: what the table declares is what happens. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host } from '../../faults/host.ts';
import { vendorNamed } from '../../faults/vendor.ts';
import { until } from '../support/until.ts';
import { builds } from './builds.ts';
import { installOtherExtension, openPageOf } from './other-extension.ts';

const id = (digit: string) => digit.repeat(32);
const observation = { document: id('d'), asOf: 1, hidden: false, navigated: true, page: { kind: 'other' } };
const start = { type: 'start', wish: id('a'), kind: 'delete', account: 'nobody', expected: null };

/** One of each, well-formed, and who is heard with it. All others must not be. */
const requests = [
  'opened',
  'read',
  'cancelReading',
  'lookAgain',
  'showPage',
  'signIn',
  'openDashboard',
  'refreshPage',
  'dismiss',
].map((type) => ({ type }) as { type: string });
const account = 'nobody';
const mark = { fingerprint: 'a1b2c3d4', lastFour: null };
const clip = { salt: id('e'), hash: id('e') + id('f') };
const around = [
  ...['clearDue', 'sync'].map((type) => ({ type })),
  ...['keepClipboard', 'clearNow'].map((type) => ({ type, salt: id('e') })),
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
  { type: 'operate', document: id('d'), intent: id('b'), kind: 'delete', expected: null, orgId: null, label: null },
];
const declared: { message: { type: string }; from: Sender[] }[] = [
  // Last, so that nothing is forgotten that the others need: while a wish is open, nothing is.
  ...[...requests, ...around, start, { type: 'eraseAll' }].map((message) => ({
    message,
    from: ['popup', 'extensionTab'] as Sender[],
  })),
  ...reports.map((message) => ({ message, from: ['dashboardTop'] as Sender[] })),
  ...commands.map((message) => ({ message, from: [] as Sender[] })),
];

type Sender = 'popup' | 'extensionTab' | 'dashboardTop' | 'dashboardFrame' | 'otherExtension' | 'pageItself';
/** Those that nothing comes of go first, while nothing that was asked for goes on. */
const senders = {
  chromium: ['dashboardFrame', 'otherExtension', 'pageItself', 'dashboardTop', 'extensionTab', 'popup'],
  firefox: ['dashboardFrame', 'otherExtension', 'pageItself', 'dashboardTop', 'extensionTab', 'popup'],
} as const;

const strangers = new Set<Sender>(['dashboardFrame', 'otherExtension', 'pageItself']);
const quietMs = 1_500;

/** Sends in whatever world it runs in: 'heard' where our background replied anything. */
async function sendFrom(message: object, to: string | null): Promise<string> {
  const { browser, chrome } = globalThis as never as Record<'browser' | 'chrome', Api | undefined>;
  const runtime = (browser ?? chrome)?.runtime;
  if (!runtime?.sendMessage) return 'no way to send';
  const reply = await (to === null ? runtime.sendMessage(message) : runtime.sendMessage(to, message)).catch(() => null);
  return reply === null || reply === undefined ? 'not heard' : 'heard';
}
interface Api {
  runtime?: { sendMessage?(...args: unknown[]): Promise<unknown> };
}

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let host: Host;
  let popup: Page | null = null;
  let other: Page | null = null;

  beforeAll(async () => {
    const vendor = vendorNamed(name);
    host = await Host.start(vendor, `${builds}/${vendor.build}`);
    await host.backstage.open(`${host.dashboard.origin}/app/settings`);
    await until('a frame in the dashboard tab', () => host.backstage.addFrame(host.dashboard.tokenPath));
    const stranger = await installOtherExtension(host.browser);
    other = await openPageOf(host.browser, vendor.strangerUrl(stranger, 'page.html'));
  });
  afterAll(() => host.close());

  const send: Record<Sender, (message: object) => Promise<string>> = {
    // What some requests open in front takes the popup away.
    popup: (message) =>
      until('the popup to send it', async () => {
        if (!popup || popup.isClosed()) popup = await host.openPopup();
        return popup.evaluate(sendFrom, message, null);
      }),
    extensionTab: (message) => host.backstage.page.evaluate(sendFrom, message, null),
    dashboardTop: (message) => host.backstage.runInDashboard('ISOLATED', 'top', sendFrom, [message, null]),
    dashboardFrame: (message) => host.backstage.runInDashboard('ISOLATED', 'frame', sendFrom, [message, null]),
    pageItself: (message) => host.backstage.runInDashboard('MAIN', 'top', sendFrom, [message, host.vendor.id]),
    otherExtension: async (message) =>
      (await other?.evaluate(sendFrom, message, host.vendor.id)) ?? 'no other extension',
  };

  /** The hash of what is stored once it has been the same for a while. */
  async function storedWhenQuiet(): Promise<string> {
    let hash = '';
    let since = 0;
    return until('what is stored to rest', async () => {
      const now = await host.backstage.hashOfStored();
      if (now !== hash) [hash, since] = [now, performance.now()];
      return performance.now() - since >= quietMs ? hash : '';
    });
  }

  it.each(senders[name])('hears %s just as declared', async (sender) => {
    const heard: string[] = [];
    const before = await storedWhenQuiet();
    for (const { message } of declared) {
      if ((await send[sender](message)) === 'heard') heard.push(message.type);
    }
    if (strangers.has(sender)) expect(await storedWhenQuiet(), 'what is stored').toBe(before);
    const allowed = declared.filter(({ from }) => from.includes(sender)).map(({ message }) => message.type);
    expect(heard).toEqual(allowed);
  });

  it('arms nothing for a wish of nobody’s account, and asks the server for no change', () => {
    expect(host.dashboard.counts.received).toEqual({ generate: 0, regenerate: 0, delete: 0 });
  });
});
