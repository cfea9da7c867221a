import { expect, it } from 'vitest';
import { skinNames } from '../../dashboard/server.ts';
import { until } from '../support/until.ts';
import { confirm, lastWord, openAgain, openKnowing, openOperations } from './helpers.ts';
import { type Kind, openIntents } from './stored.ts';
import { onlyTab } from './tabs.ts';
import { only, tally } from './tally.ts';

const kinds: Kind[] = ['regenerate', 'delete', 'generate', 'regenerate'];
const cases = skinNames.map((skin, index) => ({ skin, kind: kinds[index] ?? 'regenerate' }));

it.each(cases)('a $kind on $skin goes on without it, and its outcome is kept', async ({ skin, kind }) => {
  const token = kind === 'generate' ? { token: null } : {};
  await using desk = await openOperations({ skin, ...token, faults: { latencyMs: 500 } });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  await confirm(popup, kind);
  await popup.close();
  await until('the change', () => counted().applied[kind] === 1, 30_000);
  await until('the ledger to close', async () => (await openIntents(desk)).length === 0, 30_000);
  await onlyTab(desk);
  const again = await openAgain(desk);
  expect(await lastWord(desk, again, counted, kind)).toBe('done');
  expect(counted()).toEqual(only(kind));
});

it('a popup opened in the middle shows the work going on', async () => {
  await using desk = await openOperations({ skin: 'spa', faults: { latencyMs: 10_000 } });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  await confirm(popup, 'regenerate');
  await popup.close();
  await until('the press', () => counted().received.regenerate === 1, 20_000);
  const again = await openAgain(desk);
  await again.waitForText(/Regenerating the token/);
  expect(await lastWord(desk, again, counted, 'regenerate')).toBe('done');
  expect(counted()).toEqual(only('regenerate'));
});
