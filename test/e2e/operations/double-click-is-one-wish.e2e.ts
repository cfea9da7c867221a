import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { ask, confirm, lastWord, openKnowing, openOperations, showsServersToken, verbs } from './helpers.ts';
import { type Kind, openIntents } from './stored.ts';
import { onlyTab } from './tabs.ts';
import { only, tally } from './tally.ts';

const kinds: Kind[] = ['generate', 'regenerate', 'delete'];

describe.each(['forms', 'spa'] as const)('on %s', (skin) => {
  it('a double click on each verb is one wish', async () => {
    await using desk = await openOperations({ skin, token: null });
    const popup = await openKnowing(desk);
    for (const kind of kinds) {
      const counted = tally(desk);
      await confirm(popup, kind, { count: 2 });
      await popup.waitForStatus(new RegExp(`^Token ${kind}d:`), 30_000);
      expect(await lastWord(desk, popup, counted, kind)).toBe('done');
      expect(counted()).toEqual(only(kind));
      await onlyTab(desk);
    }
  });

  it('a double click on what opens a dialog confirms nothing', async () => {
    await using desk = await openOperations({ skin });
    const popup = await openKnowing(desk);
    for (const opener of ['Regenerate…', 'Delete…']) {
      await popup.click(opener, { count: 2 });
      expect(await popup.page.$('[role=alertdialog][open]')).not.toBe(null);
      await popup.click('Cancel');
    }
    expect(await openIntents(desk)).toEqual([]);
    expect(tally(desk)().posts).toBe(0);
  });

  it('two windows that confirm at the same time are one wish', async () => {
    await using desk = await openOperations({ skin, faults: { latencyMs: 500 } });
    const first = await openKnowing(desk);
    const second = await openView(desk);
    const counted = tally(desk);
    await ask(first, 'regenerate');
    await askIn(second.page);
    await Promise.all([first, second].map(({ page }) => pressIn(page, verbs.regenerate)));
    for (const popup of [first, second]) expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('done');
    expect(counted()).toEqual(only('regenerate'));
  });
});

it('of two windows that want different things at the same time, one gets its wish', async () => {
  await using desk = await openOperations({ faults: { latencyMs: 500 } });
  const first = await openKnowing(desk);
  const second = await openView(desk);
  const counted = tally(desk);
  await ask(first, 'delete');
  await askIn(second.page);
  await Promise.all([pressIn(first.page, verbs.delete), pressIn(second.page, verbs.regenerate)]);
  const text = await first.waitForText(/Token (regenerated|deleted):/, 30_000);
  const kind = text.includes('Token deleted:') ? 'delete' : 'regenerate';
  for (const popup of [first, second]) await popup.waitForStatus(new RegExp(`^Token ${kind}d:`));
  await showsServersToken(desk, second);
  expect(counted()).toEqual(only(kind));
});

/** The popup once more, in a tab behind: a second view of the same state. */
async function openView(desk: Desk): Promise<Popup> {
  const page = await desk.browser.newPage({ background: true });
  await page.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  const popup = new Popup(desk.browser, page);
  await showsServersToken(desk, popup);
  return popup;
}

/** Opens the dialog for Regenerate in a tab behind. */
async function askIn(page: Page): Promise<void> {
  await until('Regenerate…', () => pressIn(page, 'Regenerate…'));
  await until('the dialog', () => page.$('[role=alertdialog][open]'));
}

/** Presses a button by script: a tab behind draws no frames, so there is nothing to aim a mouse at. */
async function pressIn(page: Page, text: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
    button?.click();
    return button !== undefined;
  }, text);
}
