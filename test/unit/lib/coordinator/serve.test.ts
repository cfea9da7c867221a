// @vitest-environment node
/** What pages of ours may ask for around the token, each by its request. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { pageCopied } from '../../../../lib/coordinator/page-copied.ts';
import { placesTouched } from '../../../../lib/coordinator/places-touched.ts';
import { handleRequest } from '../../../../lib/coordinator/requests.ts';
import { followRotations } from '../../../../lib/coordinator/rotations.ts';
import type { Request } from '../../../../lib/messages/requests.ts';
import {
  accountsItem,
  checksItem,
  clearingItem,
  clearingNoteItem,
  historyItem,
  pendingClearItem,
  secretsItem,
  syncItem,
  widgetIdsItem,
} from '../../../../lib/state/items.ts';
import { idOf, place } from '../places/support.ts';
import {
  begun,
  knowOther,
  later,
  listPlaces,
  operated,
  otherKey,
  otherOrgId,
  recorded,
  remember,
  rotationOf,
  seen,
} from '../support/around.ts';
import { key, knowAccount, next, showing, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { FakeClipboard, FakeOffscreen } from '../support/fake-clipboard.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { newToken, newWidgetId } from '../support/pages.ts';
import { markOfToken } from '../support/stored.ts';

let tabs: FakeTabs;
let clipboard: FakeClipboard;
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  clipboard = new FakeClipboard();
  new FakeOffscreen(clipboard);
  await knowAccount();
  await remember();
  return async () => {
    // No timer of one test goes off in the next.
    await vi.advanceTimersByTimeAsync(400_000);
    background.end();
  };
});

const ask = (request: Request) => through(handleRequest(request));
const events = async () => (await historyItem.get()).map(({ event }) => event);
const copied = async (format = 'token') =>
  ({ type: 'copied', account: key, mark: await markOfToken(token), format, clip: await clipOf(token) }) as const;
const switchOn = () => clearingItem.set({ seconds: 60, offered: true });

describe('copied', () => {
  it('is recorded, with the format, and the clear is armed', async () => {
    await switchOn();
    const request = await copied('env');
    await ask(request);
    expect(await events()).toEqual([{ kind: 'copied', format: 'env', mark: request.mark }]);
    expect(await pendingClearItem.get()).toMatchObject(request.clip);
  });

  it('twice in a moment is recorded once, and arms anew', async () => {
    await switchOn();
    await ask(await copied());
    later(1_000);
    const again = await copied();
    await ask(again);
    expect([await recorded(), (await pendingClearItem.get())?.salt]).toEqual([['copied'], again.clip.salt]);
  });
});

it('shown is recorded', async () => {
  const mark = await markOfToken(token);
  await ask({ type: 'shown', account: key, mark });
  expect(await events()).toEqual([{ kind: 'shown', mark }]);
});

describe('the clipboard', () => {
  beforeEach(async () => {
    await switchOn();
    clipboard.holds = token;
    await ask(await copied());
  });

  it('clearNow clears it', async () => {
    await ask({ type: 'clearNow', salt: (await pendingClearItem.get())?.salt ?? '' });
    expect([clipboard.holds, await pendingClearItem.get()]).toEqual([' ', null]);
  });

  it('keepClipboard keeps it', async () => {
    await ask({ type: 'keepClipboard', salt: (await pendingClearItem.get())?.salt ?? '' });
    expect([clipboard.holds, await pendingClearItem.get()]).toEqual([token, null]);
  });

  it.each([
    [59_999, token, null],
    [60_000, ' ', 'cleared'],
  ] as const)('clearDue after %i ms clears what is due', async (passed, holds, what) => {
    later(passed);
    await handleRequest({ type: 'clearDue' });
    expect([clipboard.holds, (await clearingNoteItem.get())?.what ?? null]).toEqual([holds, what]);
  });
});

describe('checks', () => {
  beforeEach(async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 401 }));
    await widgetIdsItem.set({ [key]: newWidgetId() });
  });

  it('check asks about the account’s token', async () => {
    await ask({ type: 'check', account: key });
    expect((await checksItem.get())[key]?.result).toMatchObject({ which: 'current', verdict: { kind: 'refused' } });
  });

  it('prove asks about both of a rotation', async () => {
    await listPlaces();
    const { id } = await begun();
    await operated(next);
    await followRotations();
    await ask({ type: 'prove', rotation: id });
    expect((await rotationOf())?.proofs.map(({ which }) => which)).toEqual(['old', 'new']);
  });
});

describe('rotations', () => {
  it('beginRotation begins one on its path', async () => {
    await ask({ type: 'beginRotation', account: key, path: 'emergency' });
    expect(await rotationOf()).toMatchObject({ path: 'emergency' });
  });

  it('rotate moves it', async () => {
    await listPlaces();
    const { id } = await begun();
    const event = { type: 'skip', place: idOf(1), reason: 'Retired' } as const;
    await ask({ type: 'rotate', rotation: id, seen: 'prepare', event });
    expect((await rotationOf())?.items[0]).toMatchObject({ state: 'skipped', skipReason: 'Retired' });
  });
});

it('sync brings places in step', async () => {
  await syncItem.set(true);
  await listPlaces([place(1)]);
  await ask({ type: 'sync' });
  expect(JSON.stringify(await fakeBrowser.storage.sync.get())).toContain('Place 1');
});

it('eraseAll first clears what was to be cleared later, and nothing else', async () => {
  for (const [holds, left] of [
    [token, ' '],
    ['another text', 'another text'],
  ] as const) {
    await switchOn();
    clipboard.holds = holds;
    await ask(await copied());
    await ask({ type: 'eraseAll' });
    expect([clipboard.holds, await pendingClearItem.get()]).toEqual([left, null]);
  }
});

it('eraseAll forgets', async () => {
  await ask({ type: 'eraseAll' });
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});

describe('what the page’s button has copied', () => {
  it('is recorded for the account whose token it is, and the clear is armed', async () => {
    await switchOn();
    const third = newToken();
    await knowOther(third);
    await seen(third, otherOrgId);
    const clip = await clipOf(third);
    await pageCopied(clip);
    expect([await recorded(), await recorded(otherKey), await pendingClearItem.get()]).toMatchObject([
      [],
      ['copied'],
      clip,
    ]);
    expect(await events()).toEqual([{ kind: 'copied', format: 'token', mark: await markOfToken(third) }]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['whose it is nobody knows', async () => undefined],
    ['it is in memory no more', () => secretsItem.set({})],
    ['its account is gone', () => accountsItem.set({ current: null, byKey: {} })],
  ])('is recorded nowhere where %s, and the clear is armed all the same', async (what, happens) => {
    await switchOn();
    await happens();
    const clip = await clipOf(what.startsWith('whose') ? newToken() : token);
    await pageCopied(clip);
    expect([await events(), await pendingClearItem.get()]).toMatchObject([[], clip]);
  });
});

it('a clip that nobody knows takes the place of no clear that is to come', async () => {
  await switchOn();
  const request = await copied();
  await ask(request);
  await pageCopied(await clipOf(newToken()));
  expect(await pendingClearItem.get()).toMatchObject(request.clip);
});

describe('how many places a change would touch', () => {
  it.each<[string, () => Promise<unknown>, number | null, string[]]>([
    ['none', async () => undefined, 0, []],
    ['those in use', () => listPlaces([place(1), place(2, { archived: true }), place(3)]), 2, ['enter 7 notice.js']],
    ['none of those archived', () => listPlaces([place(2, { archived: true })]), 0, []],
    ['none of another account', () => listPlaces([place(1)], otherKey), 0, []],
    [
      'nobody knows whose',
      async () => [await listPlaces(), await accountsItem.set({ current: null, byKey: {} })],
      null,
      [],
    ],
  ])('%s', async (_, happens, places, log) => {
    const { id } = tabs.open(showing(token));
    await happens();
    expect([await placesTouched(id), tabs.log]).toEqual([{ places }, log]);
  });
});
