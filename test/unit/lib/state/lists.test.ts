// @vitest-environment node
/** A stored list is read entry by entry: one that cannot be read costs no other, and is kept aside. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '../../../../lib/new-id.ts';
import type { Entry } from '../../../../lib/record/entry.ts';
import { historyItem, rotationsItem } from '../../../../lib/state/items.ts';
import { setAsideUnreadable } from '../../../../lib/state/set-aside.ts';
import { begun } from '../rotation/rotations.ts';

const { local } = fakeBrowser.storage;
beforeEach(() => fakeBrowser.reset());

const entry = (at: number): Entry => ({ id: newId(), at, account: 'a', event: { kind: 'clipboardCleared' } });
const strange = { ...entry(2), event: { kind: 'of another version' } };
const withToken = { ...entry(3), event: { kind: 'clipboardCleared', more: 'x' } };

describe('a list', () => {
  it('is empty at first, and what was stored', async () => {
    expect([await historyItem.get(), await rotationsItem.get()]).toEqual([[], []]);
    const [entries, rotations] = [
      [entry(1), entry(2)],
      [begun('planned'), begun('delete')],
    ];
    await historyItem.set(entries);
    await rotationsItem.set(rotations);
    expect([await historyItem.get(), await rotationsItem.get()]).toEqual([entries, rotations]);
  });

  it('has all that can be read, in its order', async () => {
    const [one, other] = [entry(1), entry(4)];
    await local.set({ history: [one, strange, 7, null, withToken, other] });
    expect(await historyItem.get()).toEqual([one, other]);
    expect(historyItem.parse({ history: [strange, one] })).toEqual([one]);
  });

  it.each([null, 'x', 7, {}, [], [strange]])('is empty where it is %j', async (value) => {
    await local.set({ history: value });
    expect(await historyItem.get()).toEqual([]);
  });

  it('is not stored where one of it could not be read back, and says whose it was but not what', async () => {
    await historyItem.set([entry(1)]);
    const before = await local.get();
    const error: unknown = await historyItem.set([entry(1), strange as never]).catch((each: unknown) => each);
    expect(`${error}`).toMatch(/^Error: "history" was not stored[^"]*$/);
    expect(await local.get()).toEqual(before);
  });
});

describe('what of it another version wrote', () => {
  it('is kept aside, and all else stays', async () => {
    const [one, other, rotation] = [entry(1), entry(4), begun('planned')];
    await local.set({ history: [one, strange, other, withToken], rotations: [rotation] });
    await setAsideUnreadable();
    expect(await local.get()).toEqual({
      history: [one, other],
      rotations: [rotation],
      'history.aside': [strange, withToken],
    });
  });

  it('is kept aside as a whole where it is no list', async () => {
    await local.set({ history: { version: 9 } });
    await setAsideUnreadable();
    expect([await historyItem.get(), await local.get('history.aside')]).toEqual([
      [],
      { 'history.aside': [{ version: 9 }] },
    ]);
  });

  it('is none where all can be read', async () => {
    await local.set({ history: [entry(1)], rotations: [] });
    const before = await local.get();
    await setAsideUnreadable();
    expect(await local.get()).toEqual(before);
  });

  it('is not lost to a run that ends in between', async () => {
    const one = entry(1);
    await local.set({ history: [one, strange] });
    const set = local.set.bind(local);
    let writes = 0;
    local.set = (async (items: object) => {
      writes += 1;
      if (writes > 1) throw new Error('the worker is gone');
      await set(items as never);
    }) as never;
    await expect(setAsideUnreadable()).rejects.toThrow();
    local.set = set as never;
    expect(await local.get()).toEqual({ history: [one, strange], 'history.aside': [strange] });
    await setAsideUnreadable();
    expect(await historyItem.get()).toEqual([one]);
  });
});
