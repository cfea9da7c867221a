import { afterAll, beforeAll, expect, it } from 'vitest';
import { dashboardTabs, openThisDesk, tokenOf } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { IsolatedWorld } from './isolated-world.ts';
import { holdsPartOf } from './secrets.ts';

let desk: Desk;
let world: IsolatedWorld;
/** The request that the popup would send to delete the token. */
let start: object;

beforeAll(async () => {
  desk = await openThisDesk();
  const popup = await desk.openPopup();
  await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  await popup.close();
  world = await IsolatedWorld.in(desk.tab, desk.extensionId);
  const { accounts } = (await desk.storage('local')) as { accounts: Accounts };
  const account = accounts.byKey[accounts.current];
  const wish = { wish: 'a1'.repeat(16), after: null, kind: 'regenerate' };
  start = { type: 'start', ...wish, account: account?.key, expected: account?.mark };
});
afterAll(() => desk.close());

interface Accounts {
  current: string;
  byKey: Record<string, { key: string; mark: object }>;
}

const nothing = { generate: 0, regenerate: 0, delete: 0 };
const settled = () => desk.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));

/** What the sender gets back. */
const sent = (message: object) =>
  `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(({ message }) => ({ error: message }))`;

it.each(['session', 'local'])('cannot read storage.%s', async (area) => {
  const read = await world.evaluate(
    `Promise.resolve().then(() => chrome.storage.${area}.get(null)).catch(({ message }) => ({ error: message }))`,
  );
  expect(holdsPartOf(tokenOf(desk), JSON.stringify(read)), 'the token is in it').toBe(false);
  expect(read).toEqual({ error: expect.stringMatching(/Access to storage is not allowed/) });
});

it.each(['opened', 'read', 'lookAgain', 'showPage', 'signIn', 'openDashboard', 'refreshPage', 'dismiss'])(
  'is not heard when it says what the popup says: %s',
  async (type) => {
    const before = desk.dashboard.requests.length;
    const reply = await world.evaluate(sent({ type }));
    expect(reply ?? null).toSatisfy((value) => value === null || 'error' in (value as object));
    await settled();
    expect((await dashboardTabs(desk)).length).toBe(1);
    expect(desk.dashboard.requests.length).toBe(before);
  },
);

it('cannot start an operation, nor fire one that nobody started', async () => {
  await world.evaluate(sent(start));
  expect(await world.evaluate(sent({ type: 'mayFire', intent: 'b2'.repeat(16), document: 'c3'.repeat(16) }))).toEqual({
    fire: false,
  });
  await settled();
  expect((await desk.storage('local')).ledger ?? []).toEqual([]);
  expect(desk.dashboard.counts.received).toEqual(nothing);
});

it('cannot start one by asking its own listener, as the page cannot', async () => {
  await desk.tab.evaluate((message) => {
    window.postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('message', { detail: message }));
    const { runtime } = (globalThis as unknown as { chrome?: { runtime?: unknown } }).chrome ?? {};
    if (runtime) throw new Error('The page sees the runtime of an extension.');
  }, start);
  await settled();
  expect((await desk.storage('local')).ledger ?? []).toEqual([]);
  expect(desk.dashboard.counts.received).toEqual(nothing);
});

it('ignores what is malformed, and lives on', async () => {
  const malformed = [null, 7, 'start', [], { type: 'observed' }, { type: 'start' }, { type: '__proto__' }, { a: 1 }];
  for (const message of malformed) await world.evaluate(sent(message as object));
  await settled();
  expect(desk.dashboard.counts.received).toEqual(nothing);
  expect(desk.log.complaints()).toEqual([]);
  expect((await desk.worker.said()).filter((line) => line.startsWith('error'))).toEqual([]);
});

it('is heard from a page of the extension, so that the request is known to be a good one', async () => {
  const before = tokenOf(desk);
  await desk.worker.backstage.evaluate(sent(start));
  await until('the token to be regenerated', () => tokenOf(desk) !== before, 20_000);
  expect(desk.dashboard.counts.received).toEqual({ ...nothing, regenerate: 1 });
});
