import { describe, expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { confirm, openKnowing, openOperations, serversLastFour, showsServersToken } from './helpers.ts';
import { onlyTab, tabsOpenedIn } from './tabs.ts';
import { only, tally } from './tally.ts';

describe.each(skinNames)('delete on %s', (skin) => {
  it('is done once, in an inactive tab that is closed again', async () => {
    await using desk = await openOperations({ skin });
    const popup = await openKnowing(desk);
    const [before, old] = [(await onlyTab(desk)).url(), serversLastFour(desk)];
    const [counted, opened] = [tally(desk), tabsOpenedIn(desk)];
    await confirm(popup, 'delete');
    await popup.waitForStatus(/^Token deleted:/, 30_000);
    expect(await popup.status()).toBe(`Token deleted: …${old}.`);
    await showsServersToken(desk, popup);
    expect(await popup.hasButton('Generate token')).toBe(true);
    expect((await onlyTab(desk)).url()).toBe(before);
    expect(opened()).toBe(1);
    expect(counted()).toEqual(only('delete'));
  });
});
