import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { confirm, openKnowing, openOperations, serversLastFour, showsServersToken } from './helpers.ts';
import { onlyTab, tabsOpenedIn } from './tabs.ts';
import { only, tally } from './tally.ts';

describe.each(skinNames)('regenerate on %s', (skin) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations({ skin });
  });
  afterAll(() => desk.close());

  it('is done once, in an inactive tab that is closed again', async () => {
    const popup = await openKnowing(desk);
    const [before, old, counted] = [(await onlyTab(desk)).url(), serversLastFour(desk), tally(desk)];
    const opened = tabsOpenedIn(desk);
    await confirm(popup, 'regenerate');
    await popup.waitForStatus(new RegExp(`regenerated: …${old} `), 30_000);
    expect(await popup.status()).toBe(`Token regenerated: …${old} is now …${serversLastFour(desk)}.`);
    await showsServersToken(desk, popup);
    expect((await onlyTab(desk)).url()).toBe(before);
    expect(opened()).toBe(1);
    expect(await isInFront(desk.tab)).toBe(true);
    expect(counted()).toEqual(only('regenerate'));
    await popup.close();
  });

  it('is done in the token page that is open, which stays', async () => {
    await desk.tab.goto(new URL(desk.dashboard.tokenPath, desk.dashboard.origin).href);
    const popup = await openKnowing(desk);
    const [before, old, counted] = [(await onlyTab(desk)).url(), serversLastFour(desk), tally(desk)];
    const opened = tabsOpenedIn(desk);
    await confirm(popup, 'regenerate');
    await popup.waitForStatus(new RegExp(`regenerated: …${old} `), 30_000);
    await until('the new token on the page', async () =>
      (await readable(desk.tab)).includes(desk.dashboard.account.token ?? '-'),
    );
    await showsServersToken(desk, popup);
    expect(await popup.status()).toBe(`Token regenerated: …${old} is now …${serversLastFour(desk)}.`);
    expect((await onlyTab(desk)).url()).toBe(before);
    expect(opened()).toBe(0);
    expect(counted()).toEqual(only('regenerate'));
    await popup.close();
  });
});

async function isInFront(page: Page): Promise<boolean> {
  return page.evaluate(() => document.visibilityState === 'visible');
}

/** What stands on the page, in fields too. */
async function readable(page: Page): Promise<string> {
  return page.evaluate(() =>
    [document.body.innerText, ...[...document.querySelectorAll('input')].map((field) => field.value)].join('\n'),
  );
}
