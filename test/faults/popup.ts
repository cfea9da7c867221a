/** Working the popup fast: one script in it does what a person would do in a row. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { OperationKind } from '../../lib/state/schemas.ts';

import type { Said } from './judge.ts';

/** What the popup does not offer by then it does not offer. */
const offerLimitMs = 4000;
const verbs = { generate: 'Generate token', regenerate: 'Regenerate token', delete: 'Delete token' };

/**
 * Goes as far as the verb that confirms `kind` in the popup, through its dialog where there is one; dismisses an older
 * outcome first. False where the popup does not offer it, or no more.
 */
export async function askIn(popup: Page, kind: OperationKind): Promise<boolean> {
  while (await press(popup, 'OK', 1, 0)) await sleep(60);
  if (kind !== 'generate') {
    if (!(await press(popup, kind === 'delete' ? 'Delete…' : 'Regenerate…', 1, offerLimitMs))) return false;
    await popup.waitForSelector('[role=alertdialog][open]', { timeout: offerLimitMs });
  }
  if (kind === 'delete') await popup.evaluate(typeLastFour);
  return true;
}

/** Confirms what was asked for by `clicks` clicks on the verb. False where the popup does not offer it any more. */
export async function pressVerb(popup: Page, kind: OperationKind, clicks: number): Promise<boolean> {
  return press(popup, verbs[kind], clicks, offerLimitMs);
}

/** Asks for `kind` and confirms it. False where the popup does not offer it. */
export async function confirmIn(popup: Page, kind: OperationKind, clicks: number): Promise<boolean> {
  return (await askIn(popup, kind)) && pressVerb(popup, kind, clicks);
}

/** In the popup: clicks the button called `name` so often, once it can be pressed; false: it never can. */
async function press(popup: Page, name: string, clicks: number, limitMs: number): Promise<boolean> {
  return popup.evaluate(
    async (label, times, limit, working) => {
      const find = () =>
        [...document.querySelectorAll('button')].find(
          (each) => each.textContent?.trim() === label && !each.disabled && each.checkVisibility(),
        );
      const isOver = new RegExp(working, 'm');
      for (let waited = 0; !find() && waited < limit && !isOver.test(document.body.innerText); waited += 10)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const found = find() !== undefined;
      for (let n = 0; n < times; n += 1) find()?.click();
      return found;
    },
    name,
    clicks,
    limitMs,
    isWorking.source,
  );
}

/** In the popup: types what the dialog of Delete asks for. */
function typeLastFour(): void {
  const field = document.querySelector<HTMLInputElement>('[role=alertdialog] input');
  const shown = document.querySelector<HTMLInputElement>('[aria-label="API token"]');
  if (!field || !shown) return;
  field.value = (shown.value || shown.innerText).trim().slice(-4);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** What the popup says in words. */
export async function wordsOf(popup: Page): Promise<Said> {
  const [text, shows] = await popup.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="API token"]');
    return [document.body.innerText, field && (field.value || field.innerText).trim().slice(-4)] as const;
  });
  const word = (Object.keys(patterns) as (keyof typeof patterns)[]).find((each) => patterns[each].test(text)) ?? 'none';
  const [, verb = null, marks = ''] = word === 'done' ? (patterns.done.exec(text) ?? []) : [];
  const lastFour = [...marks.matchAll(/…(\w{4})/g)].at(-1)?.[1] ?? null;
  const title = /^(No API token|Outcome unknown|The page needs you|Sign in to SnapEngage|Timed out|No connection)$/m;
  return {
    ...{ word, verb: verb as Said['verb'], lastFour, shows },
    title: isWorking.test(text) ? 'working' : (title.exec(text)?.[1] ?? ''),
  };
}

const isWorking = /^(Generating a|Regenerating the|Deleting the) token$/m;
const patterns = {
  unknown: /Outcome unknown|It cannot be told whether the change happened/,
  done: /Token (generated|regenerated|deleted): (.*)/,
  notDone: /No token was generated\.|The token was not (regenerated|deleted)\./,
  changedElsewhere: /Changed outside this browser|Changed after all/,
};

/** Closes the popup, if it is still open; one whose browser is gone is closed already. */
export async function closePopup(popup: Page): Promise<void> {
  if (popup.isClosed()) return;
  await popup.close().catch(() => undefined);
}
