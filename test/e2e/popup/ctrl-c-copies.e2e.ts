import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { clipboardHolds, clipboardHoldsToken, openThisDesk } from './this-build.ts';

let desk: Desk;
let popup: Popup;

beforeAll(async () => {
  desk = await openThisDesk();
  popup = await desk.openPopup();
  await popup.button('Copy token');
});
afterAll(() => desk.close());

beforeEach(async () => {
  await popup.page.evaluate(() => getSelection()?.removeAllRanges());
  await desk.copyElsewhere('before');
  expect(await clipboardHolds(desk, 'before'), 'something else is in the clipboard').toBe(true);
});

it.each(['Copy token', 'Regenerate…', 'Open dashboard'])('copies with the focus on %s', async (name) => {
  await (await popup.button(name)).focus();
  await popup.press('Control+C');
  await until('the token in the clipboard', () => clipboardHoldsToken(desk));
  await popup.waitForStatus(/^Copied$/);
});

it('copies with the focus on nothing', async () => {
  await popup.page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await popup.press('Control+C');
  await until('the token in the clipboard', () => clipboardHoldsToken(desk));
  await popup.waitForStatus(/^Copied$/);
});

it('leaves a selection to the browser', async () => {
  const selected = await popup.page.evaluate(() => {
    const fingerprint = [...document.querySelectorAll('span')].find((span) => span.innerText.startsWith('Fingerprint'));
    if (fingerprint) getSelection()?.selectAllChildren(fingerprint);
    return getSelection()?.toString() ?? '';
  });
  expect(selected).toMatch(/^Fingerprint [0-9a-f]{4} [0-9a-f]{4}$/);
  await popup.press('Control+C');
  await until('the selection in the clipboard', () => clipboardHolds(desk, selected));
});
