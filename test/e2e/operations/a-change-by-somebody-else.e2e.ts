import { describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import {
  confirm,
  dismiss,
  lastWord,
  openKnowing,
  openOperations,
  serversLastFour,
  showsServersToken,
} from './helpers.ts';
import { onlyTab } from './tabs.ts';
import { only, tally } from './tally.ts';

const failure = 'It is no longer the token you confirmed, so nothing was pressed.';

describe('between reading and confirming', () => {
  it.each(skinNames)('stops on %s: nothing is pressed, and the new token is shown', async (skin) => {
    const kind = skin === 'legacy' ? 'delete' : 'regenerate';
    await using desk = await openOperations({ skin });
    const popup = await openKnowing(desk);
    const [old, counted] = [serversLastFour(desk), tally(desk)];
    desk.dashboard.changeElsewhere();
    await confirm(popup, kind);
    expect(await lastWord(desk, popup, counted, kind)).toBe('notDone');
    expect(await popup.alert()).toBe(`The token was not ${kind}d. ${failure}`);
    expect(counted().posts).toBe(0);
    await onlyTab(desk);

    // What happened instead is said next.
    await popup.click('OK');
    const said = new RegExp(`^Changed outside this browser on .*, from …${old} to …${serversLastFour(desk)}\\.$`);
    await popup.waitForAlert(said);
    await dismiss(popup);
  });

  it('stops where somebody else deleted the token: no token is shown', async () => {
    await using desk = await openOperations({ skin: 'spa' });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    desk.dashboard.account.token = null;
    await confirm(popup, 'regenerate');
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('notDone');
    expect(await popup.alert()).toBe(`The token was not regenerated. ${failure}`);
    expect(counted().posts).toBe(0);
  });

  it('stops where somebody else generated the token that was asked for', async () => {
    await using desk = await openOperations({ token: null });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    desk.dashboard.changeElsewhere();
    await confirm(popup, 'generate');
    expect(await lastWord(desk, popup, counted, 'generate')).toBe('notDone');
    expect(await popup.alert()).toBe(`No token was generated. ${failure}`);
    expect(counted().posts).toBe(0);
  });
});

describe('while the press is under way', () => {
  it.each(['forms', 'spa'] as const)('is not pressed again on %s, and the current token is shown', async (skin) => {
    await using desk = await openOperations({ skin, faults: { changeBeforeOperation: 1 } });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    await confirm(popup, 'regenerate');
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('done');
    await showsServersToken(desk, popup);
    expect(counted()).toEqual(only('regenerate'));
  });
});
