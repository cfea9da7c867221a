import { describe, expect, it } from 'vitest';
import type { Faults } from '../../dashboard/server.ts';
import { only, tally } from '../operations/tally.ts';
import { tokenOf } from '../popup/this-build.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import {
  fivePlaces,
  openRotation,
  openWithPlaces,
  rotation,
  waitForBadge,
  waitForStage,
  waitForStep,
} from './rotating.ts';

/** The longest way to a final word: a page that says nothing is waited out. */
const wordLimitMs = 75_000;

describe.each<[string, Partial<Faults>]>([
  ['refused', { refuse: 1 }],
  ['lost on the way', { dropBefore: 1 }],
])('an operation that is %s', (_, faults) => {
  it('leads back to where it was asked for, with the list as it was, and may be asked for again', async () => {
    const opened = await openWithPlaces(fivePlaces.slice(0, 2));
    await using desk = opened.desk;
    const { popup } = opened;
    const counted = tally(desk);
    const before = tokenOf(desk);
    await prepare(popup);
    await popup.click('Skip Billing export…');
    await popup.fill('Why is it skipped?', 'Not now');
    await popup.click('Skip Billing export');
    Object.assign(desk.dashboard.faults, faults);
    await popup.click('Regenerate…');
    await popup.click('Regenerate token');
    await popup.waitForAlert(/^The token was not regenerated\./, wordLimitMs);
    await waitForStep(popup, 'Prepare');
    expect(tokenOf(desk) === before, 'the token is the same').toBe(true);
    expect(counted()).toEqual(only('regenerate', 1, 0));
    expect(await rotation(desk)).toMatchObject({ stage: 'prepare', wish: null, downSince: null });
    await popup.waitForText(/Not now/);
    await waitForBadge(desk, '');

    await popup.click('Regenerate…');
    await popup.click('Regenerate token');
    await waitForStep(popup, 'Replace', wordLimitMs);
    expect(counted()).toEqual(only('regenerate', 2, 1));
    await waitForBadge(desk, '1');
  });
});

it('a lost reply with the dashboard gone is said to be unknown, until somebody looks again', async () => {
  const opened = await openWithPlaces(fivePlaces.slice(0, 2), { skin: 'spa', faults: { latencyMs: 1000 } });
  await using desk = opened.desk;
  const { popup } = opened;
  const { faults, counts } = desk.dashboard;
  const counted = tally(desk);
  await prepare(popup);
  faults.dropAfter = 1;
  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  await until('the press', () => counts.received.regenerate === 1, 20_000);
  faults.offline = true;
  await popup.waitForText(saying('unknownOutcome_title'), wordLimitMs);
  expect(await rotation(desk)).toMatchObject({ stage: 'regenerate', downSince: null });
  await waitForBadge(desk, '');
  await popup.close();
  faults.offline = false;
  const again = await desk.openPopup();
  await until(
    'the outcome',
    async () => {
      if (await again.hasButton('Look again')) await again.click('Look again');
      return !(await again.text()).includes('Outcome unknown');
    },
    wordLimitMs,
  );
  const replaced = await waitForStage(desk, 'replace');
  expect(replaced.to?.lastFour).toBe(tokenOf(desk).slice(-4));
  expect(counted()).toEqual(only('regenerate'));
  await waitForBadge(desk, '2');
});

it.each(['killWorker', 'restart'] as const)(
  'a press that is cut off by %s leads on to the list all the same',
  async (cut) => {
    const opened = await openWithPlaces(fivePlaces.slice(0, 2), { faults: { latencyMs: 500 } });
    await using desk = opened.desk;
    const { popup } = opened;
    const counted = tally(desk);
    await prepare(popup);
    await popup.click('Regenerate…');
    await popup.click('Regenerate token');
    await until('the press', () => counted().received.regenerate === 1, 20_000);
    await desk[cut]();
    await until('it to be applied', () => counted().applied.regenerate === 1);
    const again = cut === 'restart' ? await openRotation(desk) : popup;
    await waitForStep(again, 'Replace', wordLimitMs);
    expect(counted()).toEqual(only('regenerate'));
    await waitForBadge(desk, '2');
  },
);

async function prepare(popup: Popup): Promise<void> {
  await popup.click('Rotation…');
  await popup.click('Start rotation');
  await waitForStep(popup, 'Prepare');
}
