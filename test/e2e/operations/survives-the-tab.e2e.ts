import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { confirm, openKnowing, openOperations, settledWord } from './helpers.ts';
import { onlyTab, ownTab } from './tabs.ts';
import { type Tally, tally } from './tally.ts';

const accidents: Record<string, (page: Page) => Promise<unknown>> = {
  closed: (page) => page.close(),
  'loaded anew': (page) => page.reload(),
  'led away': (page) => page.goto('https://www.snapengage.com/app/settings'),
};
type Moment = (desk: Desk, counted: Tally) => Promise<unknown>;
const moments: Record<string, Moment> = {
  'as soon as it is there': (desk) => ownTab(desk),
  'with the token page in it': async (desk) => {
    const page = await ownTab(desk);
    return until('the token page', () => page.url().endsWith(desk.dashboard.tokenPath));
  },
  'with the press under way': (_, counted) => until('the press', () => counted().received.regenerate === 1, 20_000),
};
const cases = Object.keys(accidents).flatMap((accident) =>
  Object.keys(moments).map((moment) => ({ accident, moment })),
);
/** Every accident at every moment, one half on each skin. */
const half = (skin: string) => cases.filter((_, index) => index % 2 === (skin === 'spa' ? 0 : 1));

describe.each(['forms', 'spa'] as const)('the tab of a regenerate on %s', (skin) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations({ skin, faults: { latencyMs: 800 } });
  });
  afterAll(() => desk.close());

  it.each(half(skin))(
    'is $accident $moment: once or not at all, and the truth is told',
    async ({ accident, moment }) => {
      const popup = await openKnowing(desk);
      const counted = tally(desk);
      await confirm(popup, 'regenerate');
      await moments[moment]?.(desk, counted);
      // The accident may come when there is nothing left to happen to.
      const victim = (await desk.tabs()).find((page) => page !== desk.page);
      if (victim) await accidents[accident]?.(victim).catch(() => undefined);
      const word = await settledWord(desk, popup, counted, 'regenerate');
      const { applied, received } = counted();
      expect(applied.regenerate).toBe(word === 'done' ? 1 : 0);
      expect(received.regenerate).toBe(applied.regenerate);
      await popup.click('OK');
      await popup.close();
      // The extension may be closing its own at the same time.
      for (const page of await desk.tabs()) if (page !== desk.page) await page.close().catch(() => undefined);
      await onlyTab(desk);
    },
  );
});
