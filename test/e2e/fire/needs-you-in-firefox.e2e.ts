/** Firefox lets a page answer us that a dialog of its own holds: the popup has to say all the same that the page needs the person. */
import type { Dialog } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openFirefox } from '../support/firefox.ts';
import { until } from '../support/until.ts';

it('waits for the person where the page asks by confirm()', async () => {
  await using desk = await openFirefox();
  const { dashboard, page } = desk;
  dashboard.faults.manner = 'nativeConfirm';
  const dialogs: Dialog[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog));
  const popup = await desk.openPopup();
  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  const asked = await until('the page’s question', () => dialogs.at(-1), 20_000);
  await popup.waitForText(/The page needs you/, 20_000);
  expect(dashboard.counts.received.regenerate).toBe(0);
  await asked.accept();
  await popup.waitForText(/Token regenerated/, 20_000);
  expect(dashboard.counts.applied.regenerate).toBe(1);
});
