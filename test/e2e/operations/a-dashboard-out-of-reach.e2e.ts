import { describe, expect, it } from 'vitest';
import type { Faults } from '../../dashboard/server.ts';
import { until } from '../support/until.ts';
import { confirm, lastWord, openKnowing, openOperations, settledWord, showsServersToken } from './helpers.ts';
import { onlyTab } from './tabs.ts';
import { only, tally } from './tally.ts';

const faults = [
  { fault: { offline: true }, title: 'No connection', words: 'The dashboard could not be reached.' },
  { fault: { pageError: true }, title: 'Page error', words: 'The dashboard answered with an error' },
] satisfies { fault: Partial<Faults>; title: string; words: string }[];
const cured: Partial<Faults> = { offline: false, pageError: false };

describe.each(faults)('$title', ({ fault, title, words }) => {
  it('is said when reading, and Try again works once it is over', async () => {
    await using desk = await openOperations({ skin: 'spa' });
    Object.assign(desk.dashboard.faults, fault);
    const popup = await desk.openPopup();
    expect(await popup.waitForText(new RegExp(title), 40_000)).toContain(words);
    Object.assign(desk.dashboard.faults, cured);
    await popup.click('Try again');
    await showsServersToken(desk, popup);
    expect(tally(desk)().posts).toBe(0);
  });

  it('before the press: nothing is pressed, and the next wish is done once it is over', async () => {
    await using desk = await openOperations({ skin: 'forms' });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    Object.assign(desk.dashboard.faults, fault);
    await confirm(popup, 'regenerate');
    await popup.waitForAlert(/The token was not regenerated\./, 40_000);
    expect(await popup.alert()).toContain(words);
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('notDone');
    expect(counted().posts).toBe(0);
    await onlyTab(desk);

    Object.assign(desk.dashboard.faults, cured);
    await confirm(popup, 'regenerate');
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('done');
    expect(counted()).toEqual(only('regenerate'));
  });
});

it('an error page after the press: unknown until somebody looks again, then done', async () => {
  await using desk = await openOperations({ skin: 'lookalikes' });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  desk.dashboard.faults.latencyMs = 1000;
  await confirm(popup, 'regenerate');
  await until('the press', () => counted().received.regenerate === 1, 20_000);
  desk.dashboard.faults.pageError = true;
  expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('unknown');
  desk.dashboard.faults.pageError = false;
  expect(await settledWord(desk, popup, counted, 'regenerate')).toBe('done');
  expect(counted()).toEqual(only('regenerate'));
});
