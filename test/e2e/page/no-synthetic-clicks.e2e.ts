import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clipboardHolds, clipboardHoldsToken, openThisDesk } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { clearClipboard, copyByButton } from './copying.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  // It works for a person: what is refused below is not refused for want of time.
  await desk.tab.reload();
  await copyByButton(desk);
  await clearClipboard(desk);
});

const noticed = () =>
  desk.tab.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    // The browser tells what is seen of the button as it draws: a busy machine may not have drawn since.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

async function nothingWasCopied(): Promise<void> {
  await noticed();
  expect(await clipboardHoldsToken(desk), 'the clipboard holds the token').toBe(false);
  expect(await clipboardHolds(desk, 'before'), 'the clipboard is as it was').toBe(true);
}

it('takes no click that the page makes', async () => {
  const pressed = await desk.tab.evaluate(() => {
    const host = document.querySelector<HTMLElement>('token-desk-copy');
    host?.click();
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      host?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
    host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    return host !== null && host.shadowRoot === null;
  });
  expect(pressed, 'the button is there, and closed to the page').toBe(true);
  // As a page would that had found a way in.
  await desk.pageButton().callInside('function () { this.click(); }');
  await nothingWasCopied();
});

const disguises: [string, (host: HTMLElement) => void][] = [
  [
    'covered by something that lets clicks through',
    () => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
      cover.textContent = 'Click here to win';
      document.body.append(cover);
    },
  ],
  ['in a faded part of the page', () => document.body.style.setProperty('opacity', '0.1')],
  ['shrunk', (host) => host.parentElement?.style.setProperty('transform', 'scale(0.3)')],
];

it.each(disguises)('takes no click while it is %s', async (_, disguise) => {
  await desk.tab.$eval('token-desk-copy', disguise as (host: Element) => void);
  await noticed();
  // It says so for 2 s: a busy machine may look later. Each click has to be refused, as the clipboard shows.
  await until('the button to refuse', async () => {
    await desk.pageButton().click();
    return (await desk.pageButton().name()) === 'Not copied';
  });
  await nothingWasCopied();
});

it('is gone where a filter hides the page, as the token is', async () => {
  await desk.tab.evaluate(() => document.body.style.setProperty('filter', 'opacity(5%)'));
  await desk.pageButton().waitForCount(0);
  await nothingWasCopied();
});

it('takes no click in the moment it appears', async () => {
  // A busy machine may press only once it has stood there for half a second, as a person may: that says nothing.
  await until('a press in that moment', async () => {
    await clearClipboard(desk);
    return (await pressAsItAppears()) < 400;
  });
  await nothingWasCopied();
});

/** Takes the button away, as a page may, lets it come back under a pointer that is about to press; gives how old it was (ms). */
async function pressAsItAppears(): Promise<number> {
  const box = await (await desk.tab.waitForSelector('token-desk-copy'))?.boundingBox();
  if (!box) throw new Error('The button has no place.');
  await desk.tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await desk.tab.evaluate(() => {
    const find = () => document.querySelector('token-desk-copy');
    find()?.remove();
    let appearedAt = 0;
    const look = () => {
      if (find()) appearedAt = performance.now();
      else requestAnimationFrame(look);
    };
    look();
    const age = new Promise<number>((resolve) => {
      addEventListener('click', () => resolve(performance.now() - appearedAt), { capture: true, once: true });
    });
    Object.assign(window, { age });
  });
  await desk.tab.waitForSelector('token-desk-copy');
  await desk.tab.mouse.down();
  await desk.tab.mouse.up();
  return desk.tab.evaluate(() => (window as unknown as { age: Promise<number> }).age);
}
