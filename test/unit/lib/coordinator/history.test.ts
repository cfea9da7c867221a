// @vitest-environment node
/** The record: whatever happened stands in it once, however often it is told and whoever dies over it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { note, noteHappenings, renameInHistory } from '../../../../lib/coordinator/history.ts';
import { renameAccount } from '../../../../lib/coordinator/rename.ts';
import { withLock } from '../../../../lib/lock.ts';
import { newId } from '../../../../lib/new-id.ts';
import type { Entry } from '../../../../lib/record/entry.ts';
import { mostEntries, pastMarks } from '../../../../lib/record/history.ts';
import { accountsItem, historyItem, ledgerItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { accountOf, knowOther, later, operated, otherKey, otherOrgId, recorded, seen } from '../support/around.ts';
import { key, knowAccount, label, next, origin, startBackground, token } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { armedIntent, firedIntent, markOfToken, noon, settledIntent } from '../support/stored.ts';

beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  return end;
});

/** What a worker does that has just been started: it knows nothing of its former life. */
async function noteAsNewWorker(): Promise<void> {
  vi.resetModules();
  const { noteHappenings: noteAnew } = await import('../../../../lib/coordinator/history.ts');
  await noteAnew();
}
const history = () => historyItem.get();
const events = async () => (await history()).map(({ event }) => event);
const marks = async () => [await markOfToken(token), await markOfToken(next)] as const;
const settled = async (changes: Partial<Intent> = {}) => {
  const [from, to] = await marks();
  return settledIntent({ account: key, expected: from, outcome: { kind: 'done', mark: to }, ...changes });
};
const shown = (at: number): Entry => ({
  ...{ id: newId(), at, account: key },
  event: { kind: 'shown', mark: { fingerprint: at.toString(16).padStart(8, '0').slice(-8), lastFour: null } },
});
/** A record that is full, with entries a second apart, the first at `since`. */
const fill = (since: number) =>
  historyItem.set(Array.from({ length: mostEntries }, (_, index) => shown(since + index * 1_000)));

describe('an operation that ended', () => {
  it.each<[string, Partial<Intent>, object]>([
    ['regenerated', {}, { kind: 'regenerated' }],
    ['generated', { kind: 'generate', expected: null }, { kind: 'generated' }],
    ['deleted', { kind: 'delete', outcome: { kind: 'done', mark: null } }, { kind: 'deleted' }],
    [
      'not done',
      { kind: 'delete', outcome: { kind: 'notDone', failure: 'refused' } },
      { kind: 'notDone', operation: 'delete', failure: 'refused' },
    ],
    [
      'nobody knows how',
      { outcome: { kind: 'notDone', failure: 'unknownOutcome' } },
      { kind: 'unknownOutcome', operation: 'regenerate' },
    ],
  ])('is recorded as what it was: %s', async (_, changes, event) => {
    const intent = await settled(changes);
    await ledgerItem.set([intent]);
    await noteHappenings();
    const [from, to] = await marks();
    const known = { regenerated: { from, to }, generated: { to }, deleted: { from } } as Record<string, object>;
    const kind = 'kind' in event ? `${event.kind}` : '';
    expect(await history()).toEqual([
      { id: intent.id, account: key, at: intent.settledAt, event: { ...event, ...known[kind] } },
    ]);
  });

  it('is recorded once, however often that is told and however many workers tell it', async () => {
    await ledgerItem.set([await settled(), await settled({ outcome: { kind: 'notDone', failure: 'busy' } })]);
    await Promise.all([noteHappenings(), noteHappenings()]);
    await noteHappenings();
    await noteAsNewWorker();
    await noteAsNewWorker();
    expect(await recorded()).toEqual(['regenerated', 'notDone']);
  });

  it('has the record, which is long, read and written once', async () => {
    await ledgerItem.set([await settled()]);
    const [get, set] = [vi.spyOn(historyItem, 'get'), vi.spyOn(historyItem, 'set')];
    await noteHappenings();
    await noteHappenings();
    expect([get.mock.calls.length, set.mock.calls.length]).toEqual([1, 1]);
  });

  it('is recorded when it has ended, not before', async () => {
    await ledgerItem.set([armedIntent({ account: key }), firedIntent({ account: key })]);
    await noteHappenings();
    expect(await history()).toEqual([]);
  });

  it('is recorded by the next look where the record could not be written', async () => {
    await ledgerItem.set([await settled()]);
    vi.spyOn(historyItem, 'set').mockRejectedValueOnce(new Error('quota'));
    await expect(noteHappenings()).rejects.toThrow('quota');
    await noteHappenings();
    expect(await recorded()).toEqual(['regenerated']);
  });
});

describe('a change by others', () => {
  const change = async () => (await accountOf())?.change;

  it('is recorded once, with what went and what came', async () => {
    await seen(next);
    await noteAsNewWorker();
    await noteHappenings();
    await noteHappenings();
    await noteAsNewWorker();
    const [from, to] = await marks();
    const { lastSeenAt, noticedAt } = (await change()) ?? {};
    expect(await events()).toEqual([{ kind: 'changedElsewhere', from, to, lastSeenAt, noticedAt }]);
    expect((await history())[0]).toMatchObject({ account: key, at: noticedAt });
  });

  it('is recorded anew where it happens again, from the token that was there in between', async () => {
    const last = newToken();
    await seen(next);
    await noteAsNewWorker();
    later(60_000);
    await seen(last);
    await noteHappenings();
    await noteAsNewWorker();
    const [from, to] = await marks();
    const end = await markOfToken(last);
    expect(await events()).toMatchObject([
      { from, to, lastSeenAt: noon - 1_000, noticedAt: noon },
      { from: to, to: end, lastSeenAt: noon, noticedAt: noon + 60_000 },
    ]);
    // All that went are known as such, the newest first.
    expect(pastMarks(await history(), key).map(({ mark }) => mark)).toEqual([to, from]);
  });

  it('is recorded as from what was there where the former one was dismissed', async () => {
    const last = newToken();
    await seen(next);
    await noteAsNewWorker();
    const { current, byKey } = await accountsItem.get();
    const account = await accountOf();
    if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, change: null } } });
    later(60_000);
    await seen(last);
    await noteHappenings();
    expect((await events()).at(-1)).toMatchObject({ from: await markOfToken(next), to: await markOfToken(last) });
  });

  it('is recorded as from what was there where another account’s came before', async () => {
    await knowOther(newToken());
    later(1_000);
    await seen(newToken(), otherOrgId);
    await noteAsNewWorker();
    later(1_000);
    await seen(next);
    await noteHappenings();
    expect((await events()).at(-1)).toMatchObject({ from: await markOfToken(token), lastSeenAt: noon - 1_000 });
    expect([await recorded(), await recorded(otherKey)]).toEqual([['changedElsewhere'], ['changedElsewhere']]);
  });

  it('stays one also where the account gets another name meanwhile', async () => {
    const former = `${origin}#${label}`;
    const account = await accountOf();
    const whatChanged = { from: (await marks())[1], to: (await marks())[0], lastSeenAt: noon - 9, noticedAt: noon };
    if (!account) throw new Error('No account.');
    const called = { ...account, change: whatChanged };
    await accountsItem.set({ current: former, byKey: { [former]: { ...called, key: former, orgId: null } } });
    await noteHappenings();
    await renameAccount(former, key);
    await accountsItem.set({ current: key, byKey: { [key]: called } });
    await noteHappenings();
    await noteAsNewWorker();
    expect([await recorded(), await recorded(former)]).toEqual([['changedElsewhere'], []]);
  });
});

describe('a full record', () => {
  it('does not get back what has gone from it', async () => {
    await ledgerItem.set([await settled({ settledAt: noon - 1 })]);
    await fill(noon);
    const before = await history();
    await noteHappenings();
    await noteAsNewWorker();
    expect(await history()).toEqual(before);
  });

  it('takes what is new, and the oldest goes', async () => {
    await fill(noon);
    const before = await history();
    const intent = await settled({ settledAt: noon + 3_000_000 });
    await ledgerItem.set([intent]);
    await noteHappenings();
    expect((await history()).slice(0, -1)).toEqual(before.slice(1));
    expect((await history()).at(-1)).toMatchObject({ id: intent.id });
  });

  it('takes what is new also where a clock that was ahead has dated its oldest entries', async () => {
    await fill(noon);
    const [, ...rest] = await history();
    await historyItem.set([shown(noon + 86_400_000 * 365), ...rest]);
    later(4_000_000);
    await ledgerItem.set([await settled({ settledAt: Date.now() })]);
    await noteHappenings();
    await note(key, { kind: 'clipboardCleared' });
    expect((await events()).slice(-2)).toMatchObject([{ kind: 'regenerated' }, { kind: 'clipboardCleared' }]);
  });

  it('takes what is noted also where all of it was dated by such a clock', async () => {
    await fill(noon + 86_400_000 * 365);
    await note(key, { kind: 'clipboardCleared' });
    expect((await events()).at(-1)).toEqual({ kind: 'clipboardCleared' });
  });
});

describe('what is noted', () => {
  it('stands there as of now, each with an id of its own', async () => {
    await note(key, { kind: 'clipboardCleared' });
    later(5);
    await note('another', { kind: 'clipboardCleared' });
    const entries = await history();
    expect(entries).toEqual([
      { id: entries[0]?.id, at: noon, account: key, event: { kind: 'clipboardCleared' } },
      { id: entries[1]?.id, at: noon + 5, account: 'another', event: { kind: 'clipboardCleared' } },
    ]);
    expect(entries[0]?.id).not.toBe(entries[1]?.id);
  });

  it('loses nothing to who notes at the same time', async () => {
    await ledgerItem.set([await settled()]);
    await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => note(`${index}`, { kind: 'clipboardCleared' })),
      noteHappenings(),
    ]);
    expect(await history()).toHaveLength(6);
  });

  it('goes along with an account that is renamed, and nothing else does', async () => {
    await note('former', { kind: 'clipboardCleared' });
    await note('another', { kind: 'clipboardCleared' });
    await renameInHistory('former', key);
    expect((await history()).map(({ account }) => account)).toEqual([key, 'another']);
  });
});

it('what is read before an account is renamed is not written after, under its former key', async () => {
  const intent = await settled({ account: 'former' });
  await ledgerItem.set([intent]);
  await seen(next);
  // To tell of the change takes a hash, and that takes its time.
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce(async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return digest(...args);
  });
  const noted = noteAsNewWorker();
  await vi.advanceTimersByTimeAsync(500);
  const renamed = withLock('accounts', () => renameAccount('former', key));
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all([noted, renamed]);
  expect((await history()).map(({ account }) => account)).toEqual([key, key]);
});

it('says what happened and never with which token', async () => {
  await operated(next);
  await noteHappenings();
  await seen(token);
  await noteHappenings();
  const written = JSON.stringify(await history());
  expect(await recorded()).toEqual(['regenerated', 'changedElsewhere']);
  expect([written.includes(token), written.includes(next)]).toEqual([false, false]);
});
