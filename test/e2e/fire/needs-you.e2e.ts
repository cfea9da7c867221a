/**
 * Pages that do not get on by themselves: the popup says that the page needs the person, and goes on once it has them. Most
 * of it is waiting; so that that passes at the same time, each test has a browser of its own.
 */
import type { Dialog, ElementHandle, Page } from 'puppeteer-core';
import { expect, it, vi } from 'vitest';
import type { Manner } from '../../dashboard/faults.ts';
import { ask, openAgain, openKnowingInTurn, settledWord, verbs, type Word } from '../operations/helpers.ts';
import { openIntents } from '../operations/stored.ts';
import { only, type Tally, tally } from '../operations/tally.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';

/** The page says after 6 s that it does not get on; a page that the browser's own dialog holds after 5 s more. */
const needLimitMs = 25_000;

// A test waits for its turn to open a browser, too.
vi.setConfig({ testTimeout: 180_000 });

interface Wish {
  desk: Desk;
  popup: Popup;
  counted: Tally;
}

async function wish(manner: Manner): Promise<Wish> {
  const [desk, popup] = await openKnowingInTurn({ faults: { manner } });
  const counted = tally(desk);
  await ask(popup, 'regenerate');
  await popup.click(verbs.regenerate);
  return { desk, popup, counted };
}

/** Waits until the popup says that the page needs the person, and brings the page to the front as they would. */
async function showPage({ desk, popup, counted }: Wish): Promise<Page> {
  await popup.waitForText(/The page needs you/, needLimitMs);
  expect(counted().received.regenerate, 'nothing was pressed yet').toBe(0);
  await popup.click('Show the page');
  // The page takes the focus from it, and it goes by itself; here it is gone for certain.
  await popup.close();
  return until('the token page in front', async () => {
    const pages = (await desk.tabs()).filter((page) => page.url() === desk.dashboard.origin + desk.dashboard.tokenPath);
    for (const page of pages) if (await isInFront(page)) return page;
    return null;
  });
}

/** A page that a dialog of the browser's own holds answers nothing: it is in front where there is such a dialog. */
async function isInFront(page: Page): Promise<boolean> {
  return page.evaluate(() => document.visibilityState === 'visible');
}

async function ends({ desk, popup, counted }: Wish, word: Word): Promise<void> {
  const again = popup.isOpen() ? popup : await openAgain(desk);
  expect(await settledWord(desk, again, counted, 'regenerate')).toBe(word);
  expect(counted()).toEqual(only('regenerate', word === 'done' ? 1 : 0));
  expect(await openIntents(desk)).toEqual([]);
}

it.concurrent('goes on by itself once a page that waits for a frame is shown', async () => {
  const made = await wish('frameGated');
  await using _ = made.desk;
  await showPage(made);
  await until('the change', () => made.counted().applied.regenerate === 1, 20_000);
  await ends(made, 'done');
});

it.concurrent('outlines what to press where a page takes no click of ours, and notices that it was pressed by hand', async () => {
  const made = await wish('trustedOnly');
  await using _ = made.desk;
  const page = await showPage(made);
  const regenerate = await until('the outlined control', () => outlined(page));
  await regenerate.click();
  await (await page.waitForSelector('#regenerate-dialog[open] button.danger'))?.click();
  await until('the change', () => made.counted().applied.regenerate === 1, 20_000);
  await ends(made, 'done');
});

it.concurrent('says that nothing was changed where the person leaves such a page', async () => {
  const made = await wish('trustedOnly');
  await using _ = made.desk;
  const page = await showPage(made);
  await page.goto(`${made.desk.dashboard.origin}/app/settings`);
  await ends(made, 'notDone');
});

it.concurrent.each([
  { answer: 'accept', word: 'done' },
  { answer: 'dismiss', word: 'notDone' },
] as const)('waits for the person where the page asks by confirm(): $answer', async ({ answer, word }) => {
  const dialogs: Dialog[] = [];
  const [desk, popup] = await openKnowingInTurn({ faults: { manner: 'nativeConfirm' } }, async (opened) => {
    // The token page is open already, behind the page in front: in a tab that the extension opens, the dialog may stand
    // before the test has learned of the tab, and is never told of then.
    const tokenPage = await opened.browser.newPage({ background: true });
    tokenPage.on('dialog', (dialog) => dialogs.push(dialog));
    await tokenPage.goto(opened.dashboard.origin + opened.dashboard.tokenPath);
  });
  await using _ = desk;
  const made = { desk, popup, counted: tally(desk) };
  await ask(popup, 'regenerate');
  await popup.click(verbs.regenerate);
  const asked = await until('the page’s question', () => dialogs.at(-1), needLimitMs);
  expect(asked.type()).toBe('confirm');
  await popup.waitForText(/The page needs you/, needLimitMs);
  expect(made.counted().received.regenerate).toBe(0);
  await asked[answer]();
  if (word === 'done') await until('the change', () => made.counted().applied.regenerate === 1, 20_000);
  await ends(made, word);
});

/** The control that is outlined on the page, or null. */
async function outlined(page: Page): Promise<ElementHandle<HTMLButtonElement> | null> {
  const handle = await page.evaluateHandle(
    () =>
      [...document.querySelectorAll('button')].find((each) => getComputedStyle(each).outlineStyle === 'solid') ?? null,
  );
  return handle.asElement() as ElementHandle<HTMLButtonElement> | null;
}
