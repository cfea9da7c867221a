import { expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { openThisDesk, tokenOf } from './this-build.ts';

/** What the browser's own page about the extension offers as "Site access". */
async function setSiteAccess(desk: Desk, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const settings = await desk.browser.newPage({ background: true });
  await settings.goto('chrome://extensions/');
  await settings.evaluate(
    (update) => (globalThis as never as Settings).chrome.developerPrivate.updateExtensionConfiguration(update),
    { extensionId: desk.extensionId, hostAccess },
  );
  await settings.close();
}

interface Settings {
  chrome: { developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> } };
}

it('says what is missing, reads nothing, and goes on by itself once the site is granted', async () => {
  await using desk = await openThisDesk({ at: null });
  await setSiteAccess(desk, 'ON_CLICK');
  const popup = await desk.openPopup();
  const text = await popup.waitForText(/Access to the dashboard/);
  expect(text).toContain('The browser has not granted Token Desk the site www.snapengage.com.');
  expect(await popup.focused()).toBe('Grant access');
  expect(desk.dashboard.requests).toEqual([]);

  await setSiteAccess(desk, 'ON_ALL_SITES');
  await popup.waitForText(/Reading the token|API token/);
  await popup.close();
  const again = await desk.openPopup();
  await again.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`), 20_000);
});
