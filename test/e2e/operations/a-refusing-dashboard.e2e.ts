import { expect, it } from 'vitest';
import { confirm, lastWord, openKnowing, openOperations } from './helpers.ts';
import { only, tally } from './tally.ts';

const cases = [
  { skin: 'forms', kind: 'regenerate', refuseStatus: 403 },
  { skin: 'spa', kind: 'delete', refuseStatus: 500 },
  { skin: 'legacy', kind: 'regenerate', refuseStatus: 500 },
  { skin: 'lookalikes', kind: 'generate', refuseStatus: 403 },
] as const;

it.each(cases)('says that nothing was changed: $kind answered with $refuseStatus on $skin', async (refusal) => {
  const { skin, kind, refuseStatus } = refusal;
  const token = kind === 'generate' ? { token: null } : {};
  await using desk = await openOperations({ skin, ...token, faults: { refuse: 1, refuseStatus } });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  await confirm(popup, kind);
  expect(await lastWord(desk, popup, counted, kind)).toBe('notDone');
  expect(await popup.alert()).toContain('The dashboard was asked, and still shows what it showed before.');
  expect(counted()).toEqual(only(kind, 1, 0));

  // The way is free again: a new wish is done.
  const again = tally(desk);
  await confirm(popup, kind);
  expect(await lastWord(desk, popup, again, kind)).toBe('done');
  expect(again()).toEqual(only(kind));
});
