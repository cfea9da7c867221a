/** Clickjacking: a real click of a person who does not see the page's button for what it is. */
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../run/browsers.ts';
import { type Attack, NoEffect } from './attack.ts';
import { buttonPicture, looksAlike } from './look.ts';
import { forgetReached, noteReached, type Reaching, seeReached } from './reached.ts';
import type { Box, Opening, Stage } from './stage.ts';
import { openUnguarded } from './unguarded.ts';

/** A disguise has come about by then, where nobody waits for an outcome to go (ms). */
const unguardedRestMs = 500;
const copied = 'The token is in the clipboard.';
/** What is inherited must not move the button by the size of its neighbours: the pictures would differ for nothing. */
const neighbours = `.around > :not(token-desk-copy) { font: 15px / 1.5 system-ui; letter-spacing: 0; word-spacing: 0;
  text-indent: 0; writing-mode: horizontal-tb }`;

export interface Disguise extends Opening {
  /** A style sheet that the page has from the start: with it alone, the button is still what it says. */
  before?: string;
  /** Where it disguises nothing, not even a button that nobody guards. */
  idleIn?: readonly BrowserName[];
}

/**
 * An attack in which `disguise` runs in the page with our button's host, and then somebody clicks where the button is.
 * It succeeds when the token is in the clipboard, though the button did not look as it does otherwise. Before it, an
 * honest click has copied. Where it copies and looks as ever, one that nobody guards must not: else there was no disguise.
 * (Where it does not copy, the guard has seen one, which Firefox's pictures do not always show.)
 */
export function clickjack(wants: string, disguise: (host: HTMLElement) => unknown, options: Disguise = {}): Attack {
  return disguised(wants, options, disguise as (host: Element) => unknown, '');
}

/** The same by a style sheet: `.around` is what the button stands in, `.outer` what that stands in. */
export function restyle(wants: string, css: string, options: Disguise = {}): Attack {
  return disguised(wants, options, addStyle, css);
}

type Disguising = (host: Element, css: string) => unknown;

function disguised(wants: string, options: Disguise, disguise: Disguising, css: string): Attack {
  const before = neighbours + (options.before ?? '');
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage({ ...options, preload: noteReached });
    await tab.$eval('token-desk-copy', addStyle, before);
    const plain = await buttonPicture(tab);
    if (!plain) throw new Error('The button is not in sight.');
    const asServed = await tab.content();
    await stage.clickHonestly();
    await tab.$eval('token-desk-copy', disguise, css);
    const seen = await buttonPicture(tab);
    const holds = await isCopiedByAClick(stage);
    if (!holds) return null;
    if (!looksAlike(plain, seen)) return copied;
    await seeEffect(stage, asServed, (unguarded) => isIdle(unguarded, before, disguise, css));
    return null;
  };
  return { wants, run, ...(options.idleIn && { idleIn: options.idleIn }) };
}

/** Clicks where the button is, and looks whether that copies; throws where it is there and the click goes past it. */
async function isCopiedByAClick(stage: Stage): Promise<boolean> {
  await forgetReached(stage.tab);
  const isThere = (await stage.button()) !== null;
  const point = isThere ? await stage.tab.$eval('token-desk-copy', pointOn) : null;
  if (point) await stage.clickAt(...point);
  // One that has gone is no disguised one.
  if (!(await stage.clipboardHoldsToken()) && (await stage.button())) await seeReached(stage.tab, 'click');
  return stage.clipboardHoldsToken();
}

/** In the page: where a click comes to the button, in its middle where that is left of it. */
function pointOn(host: Element): [number, number] {
  const { left, top, width, height } = host.getBoundingClientRect();
  const middle: [number, number] = [left + width / 2, top + height / 2];
  const shares = Array.from({ length: 19 }, (_, n) => (n + 1) / 20);
  const all = shares.flatMap((x) => shares.map((y): [number, number] => [left + width * x, top + height * y]));
  return [middle, ...all].find(([x, y]) => document.elementFromPoint(x, y) === host) ?? middle;
}

/** Whether the disguise changes nothing to be seen of the button in `tab`, which nobody guards. */
async function isIdle(tab: Page, before: string, disguise: Disguising, css: string): Promise<boolean> {
  await tab.$eval('token-desk-copy', addStyle, before);
  const plain = await buttonPicture(tab, unguardedRestMs);
  if (!plain) throw new Error('The button that nobody guards is not in sight.');
  await tab.$eval('token-desk-copy', disguise, css);
  return looksAlike(plain, await buttonPicture(tab, unguardedRestMs));
}

/** Throws where `isIdle` on a button that nobody guards: ours looks as ever by no merit of its own. */
async function seeEffect(stage: Stage, asServed: string, isIdle: (tab: Page) => Promise<boolean>): Promise<void> {
  const unguarded = await openUnguarded(stage, asServed);
  try {
    if (await isIdle(unguarded)) throw new NoEffect('It disguises nothing here.');
  } finally {
    await unguarded.close();
  }
}

function addStyle(host: Element, css: string): void {
  host.parentElement?.classList.add('around');
  host.parentElement?.parentElement?.classList.add('outer');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/**
 * An attack on the moment of the click: the page prepares by `prepare`, with our button's host, and then `act` is what
 * the person does, who knows nothing of the button at `box`. It succeeds when the token is in the clipboard, and cannot
 * be carried out where nothing of the kind `by` has come to the button.
 */
export function pounce(
  wants: string,
  prepare: (host: HTMLElement) => unknown,
  act: (stage: Stage, box: Box) => Promise<unknown>,
  by: Reaching = 'click',
): Attack {
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage({ preload: noteReached });
    await stage.clickHonestly();
    await tab.mouse.move(2, 2);
    await stage.beSeen();
    const box = await stage.button();
    if (!box) throw new Error('The button has no place.');
    await tab.$eval('token-desk-copy', prepare as (host: Element) => unknown);
    await stage.beSeen();
    await forgetReached(tab);
    await act(stage, box);
    await stage.settle();
    if (!(await stage.clipboardHoldsToken())) await seeReached(tab, by);
    return (await stage.clipboardHoldsToken()) ? copied : null;
  };
  return { wants, run };
}

/** Moves the mouse to the middle of `box` and clicks at once. */
export async function clickMiddle(stage: Stage, { x, y, width, height }: Box): Promise<void> {
  await stage.tab.mouse.click(x + width / 2, y + height / 2);
}
