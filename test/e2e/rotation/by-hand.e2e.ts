import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { openAgain, openKnowing } from '../operations/helpers.ts';
import { only, tally } from '../operations/tally.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { stored } from '../support/account.ts';
import { everythingOn, noticeOn, pressForNotice, pressInDialog } from '../support/by-hand.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import {
  fiveNames,
  fivePlaces,
  openWithPlaces,
  rotation,
  rotations,
  waitForBadge,
  waitForProof,
  waitForStage,
  waitForStep,
} from './rotating.ts';

/** What of the places must not be found in the page. */
const words = fivePlaces.flatMap((place) => Object.values({ ...place, api: '', format: '' })).filter(Boolean);

describe.each(skinNames)('on the own page of %s', (skin) => {
  let desk: Desk;
  beforeAll(async () => {
    const opened = await openWithPlaces(fivePlaces, { skin });
    desk = opened.desk;
    await opened.popup.close();
    await desk.tab.goto(new URL(desk.dashboard.tokenPath, desk.dashboard.origin).href);
    await desk.pageButton().waitForCount(1);
  });
  afterAll(() => desk.close());

  it('a Regenerate that is cancelled begins nothing, and the page learns a number and no name', async () => {
    const counted = tally(desk);
    const { text } = await pressForNotice(desk.tab, 'Regenerate');
    expect(text).toMatch(saying('pageNotice_other', 5));
    const page = await everythingOn(desk.tab);
    expect(page).toContain(text);
    expect(words.length).toBe(12);
    for (const word of words) expect(page).not.toContain(word);
    // It finds even what stands in a closed root.
    for (const word of words) expect(await finds(desk.tab, word)).toBe(false);
    await pressInDialog(desk.tab, 'Cancel');
    await until('no notice', async () => (await noticeOn(desk.tab)) === null);
    expect(await rotations(desk)).toEqual([]);
    expect(counted().posts).toBe(0);
  });

  it('a Regenerate begins the list', async () => {
    const [counted, old] = [tally(desk), tokenOf(desk)];
    await pressForNotice(desk.tab, 'Regenerate');
    await pressInDialog(desk.tab, 'Regenerate');
    await until('another token', () => tokenOf(desk) !== old);
    const begun = await waitForStage(desk, 'replace');
    expect(begun).toMatchObject({ path: 'byHand', from: { lastFour: old.slice(-4) } });
    expect(begun.to?.lastFour).toBe(tokenOf(desk).slice(-4));
    expect(begun.items.map(({ name }) => name)).toEqual(fiveNames);
    expect(counted()).toEqual(only('regenerate'));
    await waitForBadge(desk, '5');
    expect(await waitForProof(desk, 'old')).toBe('refused');
    const page = await everythingOn(desk.tab);
    for (const word of words) expect(page).not.toContain(word);

    const popup = await openAgain(desk);
    await popup.waitForAlert(/^Changed outside this browser/);
    await popup.waitForText(saying('rotationRow_replacing', 5, 5));
    await popup.click('Go on');
    await waitForStep(popup, 'Replace');
    expect(await popup.hasButton('Copy old token')).toBe(true);
    expect(holdsPartOf(old, JSON.stringify(await stored(desk, 'local'))), 'it is on disk').toBe(false);
    await popup.close();
  });

  it('a Delete afterwards turns the same list into what is to be removed', async () => {
    const counted = tally(desk);
    await desk.tab.bringToFront();
    await pressForNotice(desk.tab, 'Delete');
    await pressInDialog(desk.tab, 'Delete');
    await until('no token', async () => (await rotation(desk)).to === null);
    expect(counted()).toEqual(only('delete'));
    expect((await rotations(desk)).length).toBe(1);
    await waitForBadge(desk, '5');
  });
});

it('a change by somebody else begins the list once it is seen, with both bounds of its clock', async () => {
  const opened = await openWithPlaces(fivePlaces);
  await using desk = opened.desk;
  const old = tokenOf(desk);
  await opened.popup.close();
  desk.dashboard.changeElsewhere();
  expect(await rotations(desk)).toEqual([]);
  await desk.tab.goto(new URL(desk.dashboard.tokenPath, desk.dashboard.origin).href);
  const begun = await waitForStage(desk, 'replace');
  expect(begun).toMatchObject({ path: 'byHand', from: { lastFour: old.slice(-4) } });
  expect(begun.lastSeenAt ?? 0).toBeLessThan(begun.downSince ?? 0);
  await waitForBadge(desk, '5');
  expect(await waitForProof(desk, 'old')).toBe('refused');
  // Seen again and again, it is one change.
  await desk.tab.reload();
  await desk.pageButton().waitForCount(1);
  const popup = await openKnowing(desk);
  expect((await rotations(desk)).length).toBe(1);
  await popup.click('Go on');
  await popup.waitForText(/^Connections down for (at least (\d+ min )?\d+ s, at most )?(\d+ min )?\d+ s$/m);
  expect(tally(desk)().posts).toBe(0);
});

it('with no places listed it is offered, and begins where it is wanted', async () => {
  const opened = await openWithPlaces([]);
  await using desk = opened.desk;
  await opened.popup.close();
  desk.dashboard.changeElsewhere();
  await desk.tab.goto(new URL(desk.dashboard.tokenPath, desk.dashboard.origin).href);
  const popup = await openKnowing(desk);
  await popup.waitForAlert(/^Changed outside this browser/);
  expect(await rotations(desk)).toEqual([]);
  await popup.click('Start rotation');
  await waitForStep(popup, 'Replace');
  expect(await rotation(desk)).toMatchObject({ path: 'byHand', stage: 'replace' });
});

/** Whether the page's own script finds `text` in what it shows. */
async function finds(tab: Page, text: string): Promise<boolean> {
  return tab.evaluate((what) => (window as unknown as { find(text: string): boolean }).find(what), text);
}
