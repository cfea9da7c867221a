import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clipboardHoldsToken, openThisDesk } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { clearClipboard, copyByButton, lookedAt } from './copying.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk({ skin: 'spa' });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath);
  await desk.pageButton().waitForCount(1);
});

/** It is back, alone, and does what it is there for. */
async function isBack(): Promise<void> {
  await desk.pageButton().waitForCount(1);
  expect(await lookedAt(desk)).toBe('token');
  expect(await desk.pageButton().count()).toBe(1);
  await clearClipboard(desk);
  await copyByButton(desk);
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(true);
}

it("comes back when the page's own actions draw it anew", async () => {
  await desk.tab.click('::-p-text(My Account)');
  await isBack();
  await desk.tab.click('::-p-text(Settings)');
  await desk.pageButton().waitForCount(0);
  await desk.tab.goBack();
  await isBack();
});

it('copies the token that stands there now', async () => {
  await isBack();
  desk.dashboard.changeElsewhere();
  await desk.tab.click('::-p-text(Settings)');
  await desk.pageButton().waitForCount(0);
  await desk.tab.goBack();
  await isBack();
});

it('is one again when the page puts copies of its nodes in their place, with a copy of the button', async () => {
  await desk.tab.evaluate(() => {
    const root = document.querySelector('#root');
    root?.replaceChildren(...[...root.childNodes].map((node) => node.cloneNode(true)));
  });
  await isBack();
});

it('comes back when the page takes it out, again and again', async () => {
  for (let times = 0; times < 3; times += 1) {
    await desk.tab.evaluate(() => document.querySelector('token-desk-copy')?.remove());
    await desk.pageButton().waitForCount(1);
  }
  await isBack();
});

it('goes back to its place when the page moves it, and tolerates others of its name', async () => {
  await desk.tab.evaluate(() => {
    const ours = document.querySelector('token-desk-copy');
    if (ours) document.body.prepend(ours, document.createElement('token-desk-copy'));
  });
  await isBack();
  const isFirst = await desk.tab.evaluate(() => document.body.firstElementChild?.localName === 'token-desk-copy');
  expect(isFirst).toBe(false);
});
