import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { confirm, lastWord, openKnowing, openKnowingInTurn, openOperations, settledWord } from './helpers.ts';
import type { Kind } from './stored.ts';
import { onlyTab } from './tabs.ts';
import { only, tally } from './tally.ts';

const kinds: Kind[] = ['regenerate', 'delete', 'generate'];

const oneAfterAnother = { concurrent: false };
// On a desk; both desks at the same time, as most of it is waiting.
describe.concurrent.each(['forms', 'spa'] as const)('on %s', (skin) => {
  let desk: Desk;
  let popup: Popup;
  beforeAll(async () => {
    [desk, popup] = await openKnowingInTurn({ skin });
  });
  afterAll(() => desk.close());

  it('before the change: says that nothing was changed', oneAfterAnother, async () => {
    const counted = tally(desk);
    desk.dashboard.faults.dropBefore = 1;
    await confirm(popup, 'regenerate');
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('notDone');
    expect(counted()).toEqual(only('regenerate', 1, 0));
  });

  it.each(kinds)('after the change: says that it was done, by %s', oneAfterAnother, async (kind) => {
    const counted = tally(desk);
    desk.dashboard.faults.dropAfter = 1;
    await confirm(popup, kind);
    expect(await lastWord(desk, popup, counted, kind)).toBe('done');
    expect(counted()).toEqual(only(kind));
    await onlyTab(desk);
  });

  it('with the dashboard gone, too: unknown until somebody looks again', oneAfterAnother, async () => {
    const [counted, { faults, counts }] = [tally(desk), desk.dashboard];
    Object.assign(faults, { latencyMs: 1000, dropAfter: 1 });
    const before = counts.received.regenerate;
    await confirm(popup, 'regenerate');
    await until('the press', () => counts.received.regenerate > before, 20_000);
    faults.offline = true;
    expect(await lastWord(desk, popup, counted, 'regenerate')).toBe('unknown');
    faults.offline = false;
    expect(await settledWord(desk, popup, counted, 'regenerate')).toBe('done');
    expect(counted()).toEqual(only('regenerate'));
  });
});

describe.each([
  ['legacy', 'dropAfter', 'done'],
  ['lookalikes', 'dropBefore', 'notDone'],
] as const)('on %s', (skin, fault, word) => {
  it(`by ${fault}: says what is true of a delete`, async () => {
    await using desk = await openOperations({ skin, faults: { [fault]: 1 } });
    const popup = await openKnowing(desk);
    const counted = tally(desk);
    await confirm(popup, 'delete');
    expect(await lastWord(desk, popup, counted, 'delete')).toBe(word);
    expect(counted()).toEqual(only('delete', 1, word === 'done' ? 1 : 0));
  });
});
