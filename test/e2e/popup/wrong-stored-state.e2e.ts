import { expect, it } from 'vitest';
import { readIsOver } from '../support/account.ts';
import { until } from '../support/until.ts';
import { openThisDesk, tokenOf } from './this-build.ts';

/** As a later version, a damaged profile or somebody with the developer tools might leave them. */
const stored: Record<string, unknown> = {
  accounts: { version: 9, list: [{ origin: 'https://www.snapengage.com', rotations: 3 }] },
  ledger: [{ id: 'not an id', stage: 'proving' }],
  paths: 'https://elsewhere.example/',
};

it('works on beside stored values it cannot read, says so once, and loses none of them', async () => {
  await using desk = await openThisDesk();
  // What the open page is recorded as must not come in between.
  await until('the page to be recorded', async () => 'accounts' in (await desk.storage('local')));
  await desk.worker.evaluate(
    `chrome.storage.local.clear().then(() => chrome.storage.local.set(${JSON.stringify(stored)}))`,
  );
  await desk.killWorker();

  const popup = await desk.openPopup();
  await popup.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await popup.waitForAlert(/Some stored data came from another version and could not be read\. It was kept aside\./);
  const aside = await desk.storage('local');
  for (const [key, value] of Object.entries(stored)) expect(aside[`${key}.aside`]).toEqual([value]);

  await popup.click('OK');
  await popup.waitForText(/^(?!.*kept aside)/s);
  expect(await popup.alert()).toBe('');
  const seen = await desk.storage('local');
  for (const [key, value] of Object.entries(stored)) expect(Object.values(seen), key).toContainEqual([value]);
  await popup.close();

  await desk.killWorker();
  const again = await desk.openPopup();
  await again.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  expect(await again.alert()).toBe('');
  expect(desk.log.complaints()).toEqual([]);
});

it('takes nothing in memory for a token that has not the shape of one', async () => {
  await using desk = await openThisDesk({ at: null });
  const first = await desk.openPopup();
  await first.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
  await first.close();
  await readIsOver(desk);
  await desk.worker.evaluate(
    `chrome.storage.session.set({ secrets: { '': 7 }, reading: 'later', problem: { at: -1 } })`,
  );
  const popup = await desk.openPopup();
  await popup.waitForText(/The token is kept in memory only/);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/, 20_000);
});
