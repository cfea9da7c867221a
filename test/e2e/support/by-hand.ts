/** The dashboard's own page as a person works it: its buttons by their names and with the mouse, whatever the skin. */
import type { Page, Protocol } from 'puppeteer-core';
import { until } from './until.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Notice {
  text: string;
  box: Box;
}

/** A notice that has not come by then (ms) does not come: a count of places that takes longer than 3 s is for nobody. */
const noticeLimitMs = 4_000;
const mostPresses = 3;

/**
 * Presses as `pressBesideToken` does, and waits until the notice of ours says something; gives it. Where a busy machine
 * had no answer in time, the page is loaded anew, its dialog closed with it, and pressed again: at most three times.
 */
export async function pressForNotice(tab: Page, name: string): Promise<Notice> {
  const look = async () => {
    const notice = await noticeOn(tab);
    return notice?.text ? notice : null;
  };
  for (let presses = 1; ; presses += 1) {
    await pressBesideToken(tab, name);
    try {
      return await until('the notice', look, noticeLimitMs);
    } catch (error) {
      if (presses === mostPresses) throw error;
    }
    // Not by its Cancel: until the content script has looked again, that dialog would count as one from before the press.
    await tab.reload();
  }
}

/** Clicks with the mouse on the first control of that name beside the token or below it. */
export async function pressBesideToken(tab: Page, name: string): Promise<void> {
  // A page that draws itself anew takes our button away for a moment.
  const ours = await tab.waitForSelector('token-desk-copy');
  const y = (await ours?.evaluate((button) => button.getBoundingClientRect().y)) ?? 0;
  await clickOn(
    tab,
    name,
    (await controlsOf(tab, name)).find((box) => box.y >= y - 20),
  );
}

/** Clicks with the mouse on what the page shows last under that name, which stands in the dialog where one is open. */
export async function pressInDialog(tab: Page, name: string): Promise<void> {
  await clickOn(tab, name, (await controlsOf(tab, name)).at(-1));
}

async function clickOn(tab: Page, name: string, box: Box | undefined): Promise<void> {
  if (!box) throw new Error(`The page shows no ${name}.`);
  await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Where the page shows what can be pressed under that name, in page order. */
export async function controlsOf(tab: Page, name: string): Promise<Box[]> {
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

/** What the notice of ours says and where it lies, as only Chromium's debugger tells; null: there is none. */
export async function noticeOn(tab: Page): Promise<Notice | null> {
  return withNodes(tab, async (nodes, session) => {
    const root = nodes.find(({ localName }) => localName === 'token-desk-notice')?.shadowRoots?.[0];
    const region = nodes.find(({ localName, parentId }) => localName === 'div' && parentId === root?.nodeId);
    if (!region) return null;
    const text = nodes.find(({ parentId, nodeType }) => parentId === region.nodeId && nodeType === 3)?.nodeValue ?? '';
    const { border, width, height } = (await session.send('DOM.getBoxModel', { nodeId: region.nodeId })).model;
    const [x = 0, y = 0] = border;
    return { text, box: { x, y, width, height } };
  });
}

/** All texts, attributes and styles that stand in the page, closed shadow roots and frames among them, as one text. */
export async function everythingOn(tab: Page): Promise<string> {
  const dom = await withNodes(tab, async (nodes) =>
    nodes.flatMap(({ nodeName, nodeValue, attributes = [] }) => [nodeName, nodeValue, ...attributes]).join('\n'),
  );
  const fields = await tab.$$eval('input, textarea', (all) => all.map((field) => (field as HTMLInputElement).value));
  return [dom, ...fields, await tab.title(), tab.url()].join('\n');
}

type Session = Awaited<ReturnType<Page['createCDPSession']>>;

async function withNodes<T>(tab: Page, use: (nodes: Protocol.DOM.Node[], session: Session) => Promise<T>): Promise<T> {
  const session = await tab.createCDPSession();
  try {
    await session.send('DOM.enable');
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    return await use(nodes, session);
  } finally {
    await session.detach();
  }
}
