/** What of a person's doing has come to our button, as the page sees it. */
import type { Page } from 'puppeteer-core';
import { until } from '../../e2e/support/until.ts';

/** What a browser does with a click on a busy machine it has done by then (ms). */
const lateMs = 2_000;

export type Reaching = 'click' | 'mouseup' | 'keydown' | 'dragenter';

interface World {
  reached: Set<string>;
}

/** In the page, before all scripts: notes from then on which kinds of events, of a person and not of a script, have our button for target. */
export function noteReached(): void {
  const reached = new Set<string>();
  Object.assign(globalThis, { reached });
  const note = ({ type, target, isTrusted }: Event) => {
    if (isTrusted && (target as Element | null)?.localName === 'token-desk-copy') reached.add(type);
  };
  for (const kind of ['click', 'mouseup', 'keydown', 'dragenter']) addEventListener(kind, note, true);
}

export async function forgetReached(tab: Page): Promise<void> {
  await tab.evaluate(() => (globalThis as never as World).reached.clear());
}

/** Throws where nothing of the kind `by` has come to the button since: then nothing was tried on it. */
export async function seeReached(tab: Page, by: Reaching): Promise<void> {
  const has = () => tab.evaluate((kind) => (globalThis as never as World).reached.has(kind), by);
  await until(`a ${by} to come to the button`, has, lateMs);
}
