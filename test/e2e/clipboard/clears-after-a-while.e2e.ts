/** The waits are the person's own seconds; so that they pass at the same time, each test has a browser of its own. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { copyByButton } from '../page/copying.ts';
import { tokenOf } from '../popup/this-build.ts';
import { recorded, stored } from '../support/account.ts';
import type { GrantedBuild } from '../support/granted-build.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import {
  alarms,
  buildThatMayClear,
  copyToken,
  listenToCountdown,
  openClearing,
  outcome,
  pastesToken,
  pendingClear,
  stillPastesToken,
  waitForCleared,
} from './clearing.ts';

/** On a busy machine, so much may go by between the time of a clear and its being seen, in ms. */
const slackMs = 15_000;

// A test waits for its turn to open a browser, too.
vi.setConfig({ testTimeout: 180_000 });

let build: GrantedBuild;
beforeAll(async () => {
  build = await buildThatMayClear();
});
afterAll(() => build[Symbol.asyncDispose]());

it.concurrent('counts down in the open popup, and says that it was cleared', async () => {
  await using desk = await openClearing(build, 15);
  const { popup } = desk;
  const due = await copyToken(desk, popup);
  await popup.waitForText(saying('clearing_in'));
  expect(await stillPastesToken(desk, due)).toBe(true);
  expect(await waitForCleared(desk, 15_000 + slackMs), 'it is cleared before its time').toBeGreaterThanOrEqual(due);
  await popup.waitForStatus(saying('clipboard_cleared'));
  expect(await popup.text()).not.toMatch(saying('clearing_in'));
  expect(await pendingClear(desk)).toBeNull();
  expect(await alarms(desk)).not.toContain('clear');
  const events = await until('the clear on record', async () => {
    const kinds = (await recorded(desk)).map(({ event }) => event.kind);
    return kinds.includes('clipboardCleared') && kinds;
  });
  expect(events).toEqual(['copied', 'clipboardCleared']);
  expect(desk.log.complaints()).toEqual([]);
});

it.concurrent('clears what the closed popup has copied, in whatever format', async () => {
  await using desk = await openClearing(build, 15);
  const { popup } = desk;
  await popup.click('Copy as');
  await (await popup.named('Formats', 'listbox')).select('env');
  await popup.click('Copy as Lines of a .env file');
  await popup.waitForStatus(saying('copiedAs', 'Lines of a .env file'));
  // The popup reports the copy only after it has said so.
  const { deadline } = await until('a clear to be pending', () => pendingClear(desk));
  await popup.close();
  expect(await stillPastesToken(desk, deadline)).toBe(true);
  await waitForCleared(desk, 15_000 + slackMs);
  expect(await outcome(desk)).toBe('cleared');
});

it.concurrent('clears by its alarm, 30 seconds later, when the worker died right after the copy', async () => {
  await using desk = await openClearing(build, 15);
  const due = await copyToken(desk, desk.popup);
  await desk.popup.close();
  // The clear is stored before its alarm is set.
  await until('its alarm', async () => (await alarms(desk)).includes('clear'));
  await desk.killWorker();
  expect((await alarms(desk)).includes('clear') || Date.now() >= due, 'it is still set').toBe(true);
  expect(await stillPastesToken(desk, due)).toBe(true);
  await waitForCleared(desk, 30_000 + slackMs);
  expect(await outcome(desk)).toBe('cleared');
});

it.concurrent('starts anew at each copy', async () => {
  await using desk = await openClearing(build, 15);
  const { popup } = desk;
  const first = await copyToken(desk, popup);
  await popup.waitForText(/clears in [1-9] s/, 15_000);
  const countdown = await listenToCountdown(popup);
  const second = await copyToken(desk, popup);
  expect(second - first).toBeGreaterThan(4_000);
  await until('the countdown to start anew', async () => /clears in 1\d s/.test(await countdown()));
  await until('the time of the first clear to pass', () => Date.now() > first + 500, 15_000);
  expect(await stillPastesToken(desk, second), 'it is still there').toBe(true);
  expect(await waitForCleared(desk, 15_000 + slackMs)).toBeGreaterThanOrEqual(second);
});

it.concurrent('keeps it when told to, and clears it at once when told to', async () => {
  await using desk = await openClearing(build, 30);
  const { popup } = desk;
  const due = await copyToken(desk, popup);
  await popup.click('Keep');
  await until('nothing pending', async () => (await pendingClear(desk)) === null);
  await until('no alarm', async () => !(await alarms(desk)).includes('clear'));
  await until('no countdown', async () => !saying('clearing_in').test(await popup.text()));
  await until('the time of the clear to pass', () => Date.now() > due + 1000, 35_000);
  expect(await pastesToken(desk), 'it is still there').toBe(true);

  await copyToken(desk, popup);
  await popup.click('Clear now');
  await popup.waitForStatus(saying('clipboard_cleared'));
  expect(await pastesToken(desk), 'it is still there').toBe(false);
  expect(await pendingClear(desk)).toBeNull();
});

it.concurrent('leaves alone what was copied since, and says so', async () => {
  await using desk = await openClearing(build, 30);
  const { popup } = desk;
  await copyToken(desk, popup);
  const other = `not ${tokenOf(desk)}`;
  await desk.copyElsewhere(other);
  await popup.waitForAlert(saying('clipboard_left'), 30_000 + slackMs);
  expect((await desk.clipboard()) === other, 'it is as it was').toBe(true);
  expect(await pendingClear(desk)).toBeNull();
  expect(await popup.status()).not.toMatch(saying('clipboard_cleared'));
});

it.concurrent('clears what the page’s own button has copied', async () => {
  await using desk = await openClearing(build, 15);
  await desk.popup.close();
  await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath);
  await copyByButton(desk);
  const { deadline } = await until('a clear to be pending', () => pendingClear(desk));
  expect(await stillPastesToken(desk, deadline)).toBe(true);
  await waitForCleared(desk, 15_000 + slackMs);
  expect(await outcome(desk)).toBe('cleared');
});

it.concurrent('clears after a restart of the browser what the system has kept', async () => {
  await using desk = await openClearing(build, 30);
  const { popup } = desk;
  const due = await copyToken(desk, popup);
  const token = tokenOf(desk);
  await desk.restart();
  // The clipboard of a browser without a window is lost with it; that of a system is not.
  await desk.copyElsewhere(token);
  expect(await stillPastesToken(desk, due)).toBe(true);
  expect(await waitForCleared(desk, 30_000 + slackMs)).toBeGreaterThanOrEqual(due);
  expect(await outcome(desk)).toBe('cleared');
});

it.concurrent('does nothing where it is switched off', async () => {
  await using desk = await openClearing(build, null);
  const { popup } = desk;
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  const copied = Date.now();
  await until('the copy on record', async () => JSON.stringify(await stored(desk, 'local')).includes('"copied"'));
  expect(await pendingClear(desk)).toBeNull();
  expect(await alarms(desk)).not.toContain('clear');
  expect(await popup.text()).not.toMatch(saying('clearing_in'));
  await until('the shortest time to pass', () => Date.now() > copied + 16_000, 20_000);
  expect(await pastesToken(desk), 'it is still there').toBe(true);
});
