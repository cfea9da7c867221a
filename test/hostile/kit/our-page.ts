/** Whether a page of ours has come to life where somebody has put it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';
import type { Attack } from './attack.ts';

const lifeLimitMs = 1500;

/** An attack in which `embed` gets our popup's address in a page; a popup that works in there is its success. */
export function brings(wants: string, embed: (src: string) => unknown, path = '/app/settings'): Attack {
  return {
    wants,
    async run(stage) {
      const tab = await stage.open(path);
      const before = new Set(await stage.host.browser.pages());
      const run = embed as (src: string) => Promise<void>;
      await tab.evaluate(run, stage.host.vendor.url('popup.html')).catch(() => undefined);
      await sleep(lifeLimitMs);
      const others = (await stage.host.browser.pages()).filter((page) => !before.has(page));
      const alive = await isAliveIn([...tab.frames(), ...others]);
      for (const page of others) await page.close().catch(() => undefined);
      return alive ? 'The popup works there.' : null;
    },
  };
}

async function isAliveIn(places: (Frame | Page)[]): Promise<boolean> {
  const words = places.map(async (place) => {
    const seen = place.evaluate(
      () => document.querySelector('[role=status]') !== null && location.protocol !== 'https:',
    );
    return Promise.race([seen.catch(() => false), sleep(lifeLimitMs).then(() => false)]);
  });
  return (await Promise.all(words)).includes(true);
}
