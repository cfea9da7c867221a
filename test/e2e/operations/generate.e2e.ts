import { describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { confirm, openKnowing, openOperations, serversLastFour, showsServersToken } from './helpers.ts';
import { onlyTab, tabsOpenedIn } from './tabs.ts';
import { only, tally } from './tally.ts';

describe.each(skinNames)('generate on %s', (skin) => {
  it('is done once, in an inactive tab that is closed again', async () => {
    await using desk = await openOperations({ skin, token: null });
    const popup = await openKnowing(desk);
    const [before, counted, opened] = [(await onlyTab(desk)).url(), tally(desk), tabsOpenedIn(desk)];
    await confirm(popup, 'generate');
    await popup.waitForStatus(/^Token generated:/, 30_000);
    expect(await popup.status()).toBe(`Token generated: …${serversLastFour(desk)}.`);
    await showsServersToken(desk, popup);
    expect((await onlyTab(desk)).url()).toBe(before);
    expect(opened()).toBe(1);
    expect(counted()).toEqual(only('generate'));
  });
});
