import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownTabs } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { confirm, dismiss, openAgain, openKnowing, openOperations, settledWord } from './helpers.ts';
import { wishes } from './stored.ts';
import { type Tally, tally } from './tally.ts';

/** The popup gives a wish up that nobody takes in five times. */
const mostBeforeStored = 4;
/** When the worker dies, in ms after the confirm and after each other: spread over the work, since any moment must do. */
const deaths = [[0], [50], [150], [300], [600], [100, 200, 300], [0, 100, 100, 100, 100, 100, 100]];

describe.each(['forms', 'spa'] as const)('on %s', (skin) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations({ skin, faults: { latencyMs: 800 } });
  });
  afterAll(() => desk.close());

  it.each(deaths.map((pauses) => ({ pauses })))('that dies after $pauses ms: the truth is told', async ({ pauses }) => {
    const popup = await openKnowing(desk);
    const [counted, known] = [tally(desk), await wishes(desk)];
    await confirm(popup, 'regenerate');
    const stored = () => until('the wish to be stored', async () => (await wishes(desk)) > known);
    for (const [died, ms] of pauses.entries()) {
      await sleep(ms);
      if (died === mostBeforeStored) await stored();
      await desk.killWorker();
    }
    await stored();
    await endsTruly(desk, popup, counted);
  });
});

describe.each(['legacy', 'lookalikes'] as const)('on %s', (skin) => {
  it('that dies while the press is under way: done once, and the truth is told', async () => {
    await using desk = await openOperations({ skin, faults: { latencyMs: 1500 } });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    await confirm(popup, 'regenerate');
    await until('the press', () => counted().received.regenerate === 1, 20_000);
    await desk.killWorker();
    await endsTruly(desk, popup, counted);
    expect(counted().applied.regenerate).toBe(1);
  });
});

async function endsTruly(desk: Desk, popup: Popup, counted: Tally): Promise<void> {
  await popup.close();
  const again = await openAgain(desk);
  const word = await settledWord(desk, again, counted, 'regenerate');
  const { received, applied, posts } = counted();
  expect(applied.regenerate).toBe(word === 'done' ? 1 : 0);
  expect([received.regenerate, posts]).toEqual([applied.regenerate, applied.regenerate]);
  await until('our tabs to be closed', async () => (await ownTabs(desk)) === 0);
  await dismiss(again);
  await again.close();
}
