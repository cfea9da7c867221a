/** What must never be in the popup, whatever a page or a storage says. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** A popup has drawn what is stored by then (ms). */
const drawnAfterMs = 400;
/** So much may stand out to the right (px): a scroll bar. */
const spareWidth = 20;

/** What is in the popup that must not be there, in a sentence; null: nothing. Attackers' elements are `x-pwned`. */
export async function oddThingsIn(popup: Page): Promise<string | null> {
  await sleep(drawnAfterMs);
  const seen = await popup.evaluate(inspect);
  if (seen.ran) return 'A script of the attacker’s ran in the popup.';
  if (seen.foreign > 0) return `${seen.foreign} elements of the attacker’s are in the popup.`;
  if (seen.odd.length > 0) return `Characters that are not seen are in the popup: ${seen.odd.join(', ')}.`;
  return seen.over > spareWidth ? `The popup is ${seen.over} px too wide.` : null;
}

/** Runs in the popup; gives nothing of its text but the code points of what cannot be seen. */
function inspect(): { ran: boolean; foreign: number; odd: string[]; over: number } {
  const foreign =
    'x-pwned, [onerror], [onload], [onclick], iframe, object, embed, base, body script, body style, marquee';
  const links = [...document.querySelectorAll('a[href], form[action]')].filter(
    (each) => !/^https:|^\/|^#/.test(each.getAttribute('href') ?? each.getAttribute('action') ?? ''),
  );
  const attributes = [...document.querySelectorAll('*')].flatMap((each) =>
    [...each.attributes].map(({ value }) => value),
  );
  const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
  const text = [document.body.textContent, document.title, ...attributes, ...fields].join('');
  const odd = [...text.matchAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu)].map(
    ([each]) => each.codePointAt(0)?.toString(16) ?? '',
  );
  return {
    ran: 'pwned' in globalThis,
    foreign: document.querySelectorAll(foreign).length + links.length,
    odd: [...new Set(odd)].filter((each) => each !== 'a'),
    over: document.documentElement.scrollWidth - innerWidth,
  };
}
