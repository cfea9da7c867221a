import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Faults } from '../../dashboard/server.ts';
import { readIsOver } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { dashboardTabs, openThisDesk, tokenOf } from './this-build.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk({ at: null });
});
afterAll(() => desk.close());
afterEach(async () => {
  Object.assign(desk.dashboard.faults, { offline: false, pageError: false, pageLatencyMs: 0 });
  await noTabIsLeft();
  await readIsOver(desk);
  await desk.worker.evaluate('Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])');
});

const token = () => new RegExp(`• ${tokenOf(desk).slice(-4)}`);
const noTabIsLeft = () => until('our tab to be closed', async () => (await dashboardTabs(desk)).length === 0);

const faults: [string, Partial<Faults>, RegExp, string][] = [
  ['offline', { offline: true }, /No connection/, 'The dashboard could not be reached.'],
  ['error pages', { pageError: true }, /Page error/, 'The dashboard answered with an error'],
];

it.each(faults)('%s: says what failed, and reads when tried again', async (_, fault, title, sentence) => {
  Object.assign(desk.dashboard.faults, fault);
  const popup = await desk.openPopup();
  expect(await popup.waitForText(title, 30_000)).toContain(sentence);
  await noTabIsLeft();
  expect(await popup.focused()).toBe('Try again');

  Object.assign(desk.dashboard.faults, { offline: false, pageError: false });
  await popup.click('Try again');
  await popup.waitForText(token(), 20_000);
  await popup.close();
});

it('can be cancelled while a slow page is read, and tried again', async () => {
  desk.dashboard.faults.pageLatencyMs = 12_000;
  const popup = await desk.openPopup();
  await popup.waitForText(/Opening the dashboard/);
  await popup.click('Cancel');
  const text = await popup.waitForText(/Reading was cancelled/);
  expect(text).toContain('Nothing was read, and nothing has changed.');
  await noTabIsLeft();

  desk.dashboard.faults.pageLatencyMs = 0;
  await popup.click('Try again');
  await popup.waitForText(token(), 20_000);
  await popup.close();
});
