/** Clickjacking: a real click of a person who does not see the page's button for what it is. */
import type { Attack } from './attack.ts';
import { buttonPicture, looksAlike } from './look.ts';
import type { Box, Opening, Stage } from './stage.ts';

const copied = 'The token is in the clipboard.';
/** What is inherited must not move the button by the size of its neighbours: the pictures would differ for nothing. */
const neighbours = `.around > :not(token-desk-copy) { font: 15px / 1.5 system-ui; letter-spacing: 0; word-spacing: 0;
  text-indent: 0; writing-mode: horizontal-tb }`;

export interface Disguise extends Opening {
  /** A style sheet that the page has from the start: with it alone, the button is still what it says. */
  before?: string;
  /** How the person clicks. Default: with the mouse, on the middle of the button. */
  click?: (stage: Stage) => Promise<void>;
}

/**
 * An attack in which `disguise` runs in the page with our button's host, and then somebody clicks where the button is.
 * It succeeds when the token is in the clipboard, though the button did not look as it does otherwise. Before it, an
 * honest click has copied.
 */
export function clickjack(wants: string, disguise: (host: HTMLElement) => unknown, options: Disguise = {}): Attack {
  return disguised(wants, options, disguise as (host: Element) => unknown, '');
}

/** The same by a style sheet: `.around` is what the button stands in, `.outer` what that stands in. */
export function restyle(wants: string, css: string, options: Disguise = {}): Attack {
  return disguised(wants, options, addStyle, css);
}

function disguised(wants: string, options: Disguise, disguise: (host: Element, css: string) => unknown, css: string) {
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage(options);
    await tab.$eval('token-desk-copy', addStyle, neighbours + (options.before ?? ''));
    const plain = await buttonPicture(stage);
    await stage.clickHonestly();
    await tab.$eval('token-desk-copy', disguise, css);
    const seen = await buttonPicture(stage);
    await (options.click ?? clickIt)(stage);
    return (await stage.clipboardHoldsToken()) && !looksAlike(plain, seen) ? copied : null;
  };
  return { wants, run };
}

const clickIt = (stage: Stage) => stage.clickButton();

function addStyle(host: Element, css: string): void {
  host.parentElement?.classList.add('around');
  host.parentElement?.parentElement?.classList.add('outer');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/**
 * An attack on the moment of the click: the page prepares by `prepare`, with our button's host, and then `act` is what
 * the person does, who knows nothing of the button at `box`. It succeeds when the token is in the clipboard.
 */
export function pounce(
  wants: string,
  prepare: (host: HTMLElement) => unknown,
  act: (stage: Stage, box: Box) => Promise<unknown>,
): Attack {
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage();
    await stage.clickHonestly();
    await tab.mouse.move(2, 2);
    await stage.beSeen();
    const box = await stage.button();
    if (!box) throw new Error('The button has no place.');
    await tab.$eval('token-desk-copy', prepare as (host: Element) => unknown);
    await stage.beSeen();
    await act(stage, box);
    await stage.settle();
    return (await stage.clipboardHoldsToken()) ? copied : null;
  };
  return { wants, run };
}

/** Moves the mouse to the middle of `box` and clicks at once. */
export async function clickMiddle(stage: Stage, { x, y, width, height }: Box): Promise<void> {
  await stage.tab.mouse.click(x + width / 2, y + height / 2);
}
