import { expect, it } from 'vitest';
import { confirm, lastWord, openKnowing, openOperations, settledWord } from './helpers.ts';
import { openIntents } from './stored.ts';
import { only, tally } from './tally.ts';

it.each(['forms', 'spa'] as const)(
  'on the press, on %s: unknown until signed in again, then the truth',
  async (skin) => {
    await using desk = await openOperations({ skin });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    desk.dashboard.faults.expireOnOperation = 1;
    await confirm(popup, 'regenerate');
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('unknown');
    await desk.signIn('owner');
    expect(await settledWord(desk, popup, counted, 'regenerate')).toBe('notDone');
    expect(counted()).toEqual(only('regenerate', 1, 0));
  },
);

it('before the press: nothing is pressed, and Sign in is offered; a wish after that is done', async () => {
  await using desk = await openOperations({ skin: 'legacy' });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  desk.dashboard.expireSessions();
  await confirm(popup, 'delete');
  await popup.waitForAlert(/^The token was not deleted\. You are not signed in to SnapEngage\.$/, 30_000);
  await popup.button('Sign in');
  expect(await openIntents(desk)).toEqual([]);
  expect(counted().posts).toBe(0);
  await popup.close();

  await desk.signIn('owner');
  await desk.tab.reload();
  const again = await openKnowing(desk);
  await confirm(again, 'delete');
  expect(await lastWord(desk, again, counted, 'delete')).toBe('done');
  expect(counted()).toEqual(only('delete'));
});
