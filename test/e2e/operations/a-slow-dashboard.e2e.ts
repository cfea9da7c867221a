import { describe, expect, it } from 'vitest';
import { confirm, lastWord, openKnowing, openOperations } from './helpers.ts';
import { type Kind, openIntents } from './stored.ts';
import { only, tally } from './tally.ts';

const cases: [Kind, 'forms' | 'spa' | 'legacy' | 'lookalikes'][] = [
  ['delete', 'spa'],
  ['generate', 'legacy'],
];

describe('an operation that takes the dashboard seconds', () => {
  it.each(cases)('shows its progress, and is done once: %s on %s', async (kind, skin) => {
    const token = kind === 'generate' ? { token: null } : {};
    await using desk = await openOperations({ skin, ...token });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    desk.dashboard.faults.latencyMs = 10_000;
    await confirm(popup, kind);
    await popup.waitForText(/Waiting for the page to show the change/, 20_000);
    expect(await openIntents(desk)).toEqual([{ kind, doubted: false }]);
    expect(await popup.hasButton('Regenerate…')).toBe(false);
    expect(await popup.hasButton('Generate token')).toBe(false);
    expect(await lastWord(desk, popup, counted, kind)).toBe('done');
    expect(counted()).toEqual(only(kind));
  });
});

it('pages that take seconds to come do not keep a regenerate from being done once', async () => {
  await using desk = await openOperations({ skin: 'lookalikes' });
  const popup = await openKnowing(desk);
  const counted = tally(desk);
  desk.dashboard.faults.pageLatencyMs = 2000;
  await confirm(popup, 'regenerate');
  expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('done');
  expect(counted()).toEqual(only('regenerate'));
});
