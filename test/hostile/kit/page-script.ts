/** A script of the page's own that tries to press our button without a person, or to learn from it. */
import type { BrowserName } from '../../run/browsers.ts';
import type { Attack } from './attack.ts';
import type { Opening, Stage } from './stage.ts';

/**
 * An attack in which `script` runs in the page with our button's host. It succeeds when the token is in the clipboard,
 * or the script gives a sentence: what of our button's inside it got hold of.
 */
export function presses(
  wants: string,
  script: (host: HTMLElement) => unknown,
  options: Opening & { browsers?: readonly BrowserName[]; act?: (stage: Stage) => Promise<unknown> } = {},
): Attack {
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage(options);
    await stage.clickHonestly();
    const got = await tab.$eval('token-desk-copy', script as (host: Element) => unknown);
    await options.act?.(stage);
    await stage.settle();
    if (await stage.clipboardHoldsToken()) return 'The token is in the clipboard.';
    return typeof got === 'string' ? got : null;
  };
  return { wants, ...(options.browsers && { browsers: options.browsers }), run };
}

/**
 * An attack in which `script` listens in the page, somebody copies by our button, and `ask` is what the page tries then;
 * either notes what it learns by `learnt.push`. It succeeds when a part of the token is in that, our address, or the
 * word "inside": the page has got hold of a node of our closed root.
 */
export function learns(
  wants: string,
  script: (host: HTMLElement, learnt: unknown[]) => unknown,
  ask: (host: HTMLElement, learnt: unknown[]) => unknown = () => undefined,
  options: Opening = {},
): Attack {
  const run = async (stage: Stage) => {
    const tab = await stage.openTokenPage(options);
    const learnt = await tab.evaluateHandle(() => []);
    await tab.$eval('token-desk-copy', script as (host: Element, learnt: unknown[]) => unknown, learnt);
    await stage.clickHonestly();
    await stage.clickButton();
    await tab.$eval('token-desk-copy', ask as (host: Element, learnt: unknown[]) => unknown, learnt);
    const text = await learnt.evaluate((all) => JSON.stringify(all));
    if (stage.holdsPart(text)) return 'A part of the token was learnt.';
    if (text.includes(stage.host.vendor.url('').split('/')[2] ?? '')) return 'Our address was learnt.';
    return text.includes('inside') ? 'A node of the closed root was reached.' : null;
  };
  return { wants, run };
}
