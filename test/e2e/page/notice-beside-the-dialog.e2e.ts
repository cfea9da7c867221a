/** The person presses Regenerate or Delete on the dashboard's own page: how many places that touches, beside its dialog. */
import type { Page, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { openThisDesk, tokenOf } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';

const host = 'token-desk-notice';
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
    await pressBesideToken(desk.tab, verb);
    await until('the notice', async () => (await noticeOf(desk.tab))?.text === three);
    const notice = await noticeOf(desk.tab);
    const buttons = await dialogButtons(desk.tab);
    expect(buttons.length).toBeGreaterThanOrEqual(2);
    for (const button of buttons) expect(overlaps(button, notice?.box)).toBe(false);
    expect(await isInView(desk.tab, notice?.box)).toBe(true);
    // It takes no click: what is under it does.
    expect(await isOnTop(desk.tab, notice?.box)).toBe(false);

    await press(desk.tab, 'Cancel');
    await until('no notice', async () => (await noticeOf(desk.tab)) === null);
    expect(desk.log.complaints()).toEqual([]);
  });

  it('goes with the token', async () => {
    const before = tokenOf(desk);
    await pressBesideToken(desk.tab, 'Regenerate');
    await until('the notice', async () => (await noticeOf(desk.tab))?.text === three);
    await press(desk.tab, 'Regenerate');
    await until('another token', () => tokenOf(desk) !== before);
    await until('no notice', async () => (await noticeOf(desk.tab)) === null);
  });
});

it('shows nothing where no places are listed, or a script presses', async () => {
  await using desk = await openThisDesk({ skin: 'spa' });
  await desk.pageButton().waitForCount(1);
  await pressBesideToken(desk.tab, 'Regenerate');
  await pause(desk.tab, 1_000);
  expect(await noticeOf(desk.tab)).toBeNull();
  await press(desk.tab, 'Cancel');

  await listPlaces(desk, 3);
  await desk.tab.evaluate(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'Regenerate') button.click();
  });
  await pause(desk.tab, 1_000);
  expect(await noticeOf(desk.tab)).toBeNull();
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lists so many places for the account at hand, one more of which is archived. */
async function listPlaces(desk: Desk, count: number): Promise<void> {
  const key = await until('the account to be known', async () => {
    const { accounts } = (await desk.storage('local')) as { accounts?: { current: string | null } };
    return accounts?.current;
  });
  const places = Array.from({ length: count + 1 }, (_, at) => ({
    ...{ id: at.toString(16).padStart(32, '0'), name: `Export ${at}`, system: '', link: null, contact: '' },
    ...{ api: 'logs', format: 'token', note: '', updatedAt: 1, archived: at === count },
  }));
  const list = { places, order: { ids: places.map(({ id }) => id), updatedAt: 1 } };
  await desk.worker.evaluate(`chrome.storage.local.set(${JSON.stringify({ places: { [key]: list } })})`);
}

/** Clicks with the mouse on the first control of that name after the token. */
async function pressBesideToken(tab: Page, name: string): Promise<void> {
  const y = await tab.$eval('token-desk-copy', (button) => button.getBoundingClientRect().y);
  await clickOn(
    tab,
    name,
    (await controlsOf(tab, name)).find((box) => box.y >= y - 20),
  );
}

/** Clicks with the mouse on what the page shows last under that name, which stands in the dialog where one is open. */
async function press(tab: Page, name: string): Promise<void> {
  await clickOn(tab, name, (await controlsOf(tab, name)).at(-1));
}

async function clickOn(tab: Page, name: string, box: Box | undefined): Promise<void> {
  if (!box) throw new Error(`The page shows no ${name}.`);
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Where the page shows what can be pressed under that name, in page order. */
async function controlsOf(tab: Page, name: string): Promise<Box[]> {
  return tab.evaluate((wanted) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('button, a, input[type=submit], input[type=button], .button'),
    ];
    const nameOf = (each: HTMLElement) => (each instanceof HTMLInputElement ? each.value : each.innerText);
    const shown = all.filter(
      (each) => each.checkVisibility() && new RegExp(`^\\W*${wanted}( token)?[\\W\\d]*$`, 'i').test(nameOf(each)),
    );
    return shown.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x, y, width, height };
    });
  }, name);
}

async function dialogButtons(tab: Page): Promise<Box[]> {
  const named = await Promise.all(['Cancel', 'Regenerate', 'Delete'].map((name) => controlsOf(tab, name)));
  const cancel = named[0]?.at(-1);
  // The others may stand behind the dialog, too: those beside its Cancel are meant.
  return named.flat().filter((box) => cancel && Math.abs(box.y - cancel.y) < 40);
}

/** What the notice says and where it lies, as only Chromium's debugger tells; null: there is none. */
async function noticeOf(tab: Page): Promise<{ text: string; box: Box } | null> {
  const session = await tab.createCDPSession();
  try {
    await session.send('DOM.enable');
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const root = nodes.find(({ localName }) => localName === host)?.shadowRoots?.[0];
    const region = nodes.find(({ localName, parentId }) => localName === 'div' && parentId === root?.nodeId);
    if (!region) return null;
    const text = nodes.find(({ parentId, nodeType }) => parentId === region.nodeId && nodeType === 3)?.nodeValue ?? '';
    return { text, box: boxOf((await session.send('DOM.getBoxModel', { nodeId: region.nodeId })).model) };
  } finally {
    await session.detach();
  }
}

function boxOf({ border, width, height }: Protocol.DOM.BoxModel): Box {
  const [x = 0, y = 0] = border;
  return { x, y, width, height };
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
  return found === host;
}

async function pause(tab: Page, ms: number): Promise<void> {
  await tab.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), ms);
}
