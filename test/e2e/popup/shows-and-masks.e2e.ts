import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { isMasked, maskOf, openThisDesk, tokenOf } from './this-build.ts';

let desk: Desk;
let popup: Popup;

beforeAll(async () => {
  desk = await openThisDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  popup = await desk.openPopup();
  await popup.button('Show token');
});
afterEach(() => popup.close());

const isShown = async () => (await popup.shownToken()) === tokenOf(desk);
const isMaskedNow = () => isMasked(desk, popup);

async function show(): Promise<void> {
  await popup.click('Show token');
  await until('the token to be shown', isShown);
}

it('shows a mask with the last four until asked, and again when told to hide', async () => {
  expect(await isMaskedNow(), 'it is masked').toBe(true);
  await show();
  await popup.click('Hide token');
  await until('the mask', isMaskedNow);
  await popup.button('Show token');
});

it('masks when the window loses the focus', async () => {
  await show();
  await popup.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await until('the mask', isMaskedNow);
});

it('is masked again when the popup is opened again', async () => {
  await show();
  await popup.close();
  popup = await desk.openPopup();
  await popup.button('Show token');
  expect(await isMaskedNow(), 'it is masked').toBe(true);
});

it('stays masked while copying', async () => {
  await popup.page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    const seen: string[] = [];
    const look = () => seen.push(document.querySelector<HTMLInputElement>('[aria-label="API token"]')?.value ?? '');
    clipboard.writeText = async (text) => {
      look();
      await write(text);
      look();
    };
    Object.assign(window, { seen });
  });
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  const seen = await popup.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBe(2);
  expect(seen.every((value) => value === maskOf(desk))).toBe(true);
  expect(await isMaskedNow(), 'it is masked').toBe(true);
});

it('has a mask of the same length for a token of another length', async () => {
  const before = (await popup.shownToken()).length;
  await popup.close();
  desk.dashboard.account.token = randomBytes(40).toString('hex');
  await desk.tab.reload();
  popup = await desk.openPopup();
  await until('the other mask', isMaskedNow);
  expect((await popup.shownToken()).length).toBe(before);
});

it('shows no last four of a token so short that they would give it away', async () => {
  await popup.close();
  // A letter and a digit: one in a hundred of such tokens would be a number, which is none, and some a word.
  desk.dashboard.account.token = `a1${randomBytes(4).toString('hex')}`;
  await desk.tab.reload();
  popup = await desk.openPopup();
  await until('a mask alone', async () => (await popup.shownToken()) === '•'.repeat(16));
  expect((await popup.text()).includes(tokenOf(desk).slice(-4)), 'the last four are on show').toBe(false);
});
