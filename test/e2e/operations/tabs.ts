/** Which tabs there are, and which have been opened. */
import type { Page, Target } from 'puppeteer-core';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';

/** The person's one tab, once the extension has closed its own; waits for that. */
export async function onlyTab(desk: Desk): Promise<Page> {
  return until('our tab to be closed', async () => {
    const [tab, ...others] = await desk.tabs();
    return others.length === 0 ? tab : undefined;
  });
}

/** How many tabs were opened since now, in front or behind. */
export function tabsOpenedIn({ browser }: Desk): () => number {
  let opened = 0;
  browser.on('targetcreated', (target: Target) => {
    if (target.type() === 'page') opened += 1;
  });
  return () => opened;
}

/** The tab that the extension has opened for itself; waits for it. */
export async function ownTab(desk: Desk): Promise<Page> {
  return until('a tab of the extension’s', async () => (await desk.tabs()).find((page) => page !== desk.page));
}
