import { expect, it } from 'vitest';
import { inFirefoxItself } from '../../faults/chrome-scope.ts';
import { pasted, put } from '../../hostile/kit/clipboard.ts';
import { type FirefoxDesk, openFirefox } from '../support/firefox.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';

const slackMs = 15_000;
/** Three of Firefox start at once. */
const limitMs = 150_000;
/** So long after a copy it is cleared. Counted from before the copy, the time is never too late to hold it to. */
const clearMs = 15_000;

/** Opens Firefox, has the clipboard cleared after 15 seconds, and copies the token; the popup's tab is in front. */
async function openCopied() {
  const desk = await openFirefox({ grantsUnasked: true });
  const options = await desk.openOptions();
  await options.choose('Clear after', '15 seconds');
  await options.click('Save clipboard setting');
  await options.waitForStatus(saying('options_clipboard_isOn'));
  await options.page.close();
  const popup = await desk.openPopup();
  await popup.waitForText(new RegExp(`• ${desk.dashboard.account.token?.slice(-4)}`));
  const due = Date.now() + clearMs;
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  await popup.waitForText(saying('clearing_in'));
  expect(await stillPastesToken(desk, due)).toBe(true);
  return Object.assign(desk, { popup, due });
}

async function pastesToken({ browser, dashboard }: FirefoxDesk): Promise<boolean> {
  return (await pasted('firefox', browser)).includes(String(dashboard.account.token));
}

/** Whether a paste gives the token until it is `due` (epoch ms) to be cleared; true where the paste came after that. */
async function stillPastesToken(desk: FirefoxDesk, due: number): Promise<boolean> {
  return (await pastesToken(desk)) || Date.now() >= due;
}

async function waitForCleared(desk: FirefoxDesk, limitMs: number): Promise<void> {
  await until('the token to be gone from the clipboard', async () => !(await pastesToken(desk)), limitMs);
}

it.concurrent('clears in Firefox, with the popup open, and at once when told to', { timeout: limitMs }, async () => {
  await using desk = await openCopied();
  const { popup } = desk;
  await waitForCleared(desk, 15_000 + slackMs);
  await popup.waitForStatus(saying('clipboard_cleared'));
  const due = Date.now() + clearMs;
  await popup.click('Copy token');
  await popup.waitForText(saying('clearing_in'));
  expect(await stillPastesToken(desk, due)).toBe(true);
  await popup.click('Clear now');
  await waitForCleared(desk, 10_000);
});

it.concurrent('clears in Firefox when the popup was closed and the event page has died', {
  timeout: limitMs,
}, async () => {
  await using desk = await openCopied();
  await desk.page.bringToFront();
  await desk.popup.page.close();
  const end = 'terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })';
  await inFirefoxItself(desk.browser, `WebExtensionPolicy.getByID('token-desk@snapengage.tokendesk').extension.${end}`);
  expect(await stillPastesToken(desk, desk.due)).toBe(true);
  await waitForCleared(desk, 30_000 + slackMs);
});

it.concurrent('leaves alone in Firefox what was copied since', { timeout: limitMs }, async () => {
  await using desk = await openCopied();
  const { browser, popup } = desk;
  await put('firefox', browser, 'something else');
  await popup.waitForAlert(saying('clipboard_left'), 15_000 + slackMs);
  expect(await pasted('firefox', browser)).toBe('something else');
});
