/** The person presses Regenerate or Delete on the dashboard's own page: how many places that touches, beside its dialog. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { openThisDesk, tokenOf } from '../popup/this-build.ts';
import { storePlaces } from '../support/account.ts';
import { type Box, controlsOf, noticeOn, pressBesideToken, pressForNotice, pressInDialog } from '../support/by-hand.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';

const three = '3 places listed in Token Desk use this token. Their names are in the popup.';

describe.each(skinNames)('on %s', (skin) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openThisDesk({ skin });
    await listPlaces(desk, 3);
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.tab.bringToFront();
    await desk.tab.reload();
    await desk.pageButton().waitForCount(1);
  });

  it.each(['Regenerate', 'Delete'])('%s is answered by a notice that goes with the dialog', async (verb) => {
    expect((await pressForNotice(desk.tab, verb)).text).toBe(three);
    const notice = await noticeOn(desk.tab);
    const buttons = await dialogButtons(desk.tab);
    expect(buttons.length).toBeGreaterThanOrEqual(2);
    for (const button of buttons) expect(overlaps(button, notice?.box)).toBe(false);
    expect(await isInView(desk.tab, notice?.box)).toBe(true);
    // It takes no click: what is under it does.
    expect(await isOnTop(desk.tab, notice?.box)).toBe(false);

    await pressInDialog(desk.tab, 'Cancel');
    await until('no notice', async () => (await noticeOn(desk.tab)) === null);
    expect(desk.log.complaints()).toEqual([]);
  });

  it('goes with the token', async () => {
    const before = tokenOf(desk);
    expect((await pressForNotice(desk.tab, 'Regenerate')).text).toBe(three);
    await pressInDialog(desk.tab, 'Regenerate');
    await until('another token', () => tokenOf(desk) !== before);
    await until('no notice', async () => (await noticeOn(desk.tab)) === null);
  });
});

it('shows nothing where no places are listed, or a script presses', async () => {
  await using desk = await openThisDesk({ skin: 'spa' });
  await desk.pageButton().waitForCount(1);
  await pressBesideToken(desk.tab, 'Regenerate');
  await pause(desk.tab, 1_000);
  expect(await noticeOn(desk.tab)).toBeNull();
  await pressInDialog(desk.tab, 'Cancel');

  await listPlaces(desk, 3);
  await desk.tab.evaluate(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'Regenerate') button.click();
  });
  await pause(desk.tab, 1_000);
  expect(await noticeOn(desk.tab)).toBeNull();
});

/** Lists so many places for the account, one more of which is archived. */
async function listPlaces(desk: Desk, count: number): Promise<void> {
  const places = Array.from({ length: count + 1 }, (_, at) => ({ name: `Export ${at}`, archived: at === count }));
  await storePlaces(desk, places);
}

async function dialogButtons(tab: Page): Promise<Box[]> {
  const named = await Promise.all(['Cancel', 'Regenerate', 'Delete'].map((name) => controlsOf(tab, name)));
  const cancel = named[0]?.at(-1);
  // The others may stand behind the dialog, too: those beside its Cancel are meant.
  return named.flat().filter((box) => cancel && Math.abs(box.y - cancel.y) < 40);
}

function overlaps(one: Box, other: Box | undefined): boolean {
  if (!other) return false;
  const apart = one.x + one.width <= other.x || other.x + other.width <= one.x;
  return !apart && one.y < other.y + other.height && other.y < one.y + one.height;
}

async function isInView(tab: Page, box: Box | undefined): Promise<boolean> {
  const [width, height] = await tab.evaluate(() => [innerWidth, innerHeight] as const);
  return box !== undefined && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

async function isOnTop(tab: Page, box: Box | undefined): Promise<boolean> {
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const at = [x + width / 2, y + height / 2] as const;
  const found = await tab.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName ?? '', at);
  return found === 'token-desk-notice';
}

async function pause(tab: Page, ms: number): Promise<void> {
  await tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}
