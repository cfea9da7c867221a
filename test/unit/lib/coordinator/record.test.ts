// @vitest-environment node

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clockTolerance } from '../../../../lib/clock.ts';
import { mostAccounts } from '../../../../lib/coordinator/accounts.ts';
import { answeredVerdictAfter, silentVerdictAfter } from '../../../../lib/coordinator/limits.ts';
import { recordSight } from '../../../../lib/coordinator/record.ts';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { withLock } from '../../../../lib/lock.ts';
import { newId } from '../../../../lib/new-id.ts';
import { accountsItem, ledgerItem, problemItem, secretsItem, widgetOffersItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { newOrgId, newToken, newWidgetId } from '../support/pages.ts';
import { armedIntent, firedIntent, markOfToken, noon, observationOf, settledIntent } from '../support/stored.ts';

const origin = 'https://www.snapengage.com';
const orgId = newOrgId();
const label = 'olivia@acme.example';
const key = `${origin}#${orgId}`;
const [token, next] = [newToken(), newToken()];
const later = noon + 60_000;

const shows = (each: string, asOf = noon, who: { orgId?: string | null; label?: string | null } = {}) =>
  observationOf({ kind: 'token', token: each, orgId, label, ...who }, { asOf });
const showsNone = (asOf: number, who: { orgId?: string | null; label?: string | null } = {}) =>
  observationOf({ kind: 'none', orgId: null, label, ...who }, { asOf });
const fired = async (changes: Partial<Intent> = {}): Promise<Intent> =>
  firedIntent({ account: key, expected: await markOfToken(token), ...changes });
const answered = { answered: true };
const refused = { kind: 'notDone', failure: 'refused' };
const others = { kind: 'notDone', failure: 'unknownOutcome' };
type TokenSight = ReturnType<typeof shows> | ReturnType<typeof showsNone>;
const stored = async () => (await ledgerItem.get()).at(-1);

beforeEach(async () => {
  fakeBrowser.reset();
  await recordSight(shows(token), null);
});

describe('a sight', () => {
  it('is kept: the token in memory, its mark on disk', async () => {
    expect(await secretsItem.get()).toEqual({ [key]: { token } });
    expect((await accountsItem.get()).byKey[key]?.mark).toEqual(await markOfToken(token));
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain(token);
  });

  describe('of another token, after a wish that was left unknown', () => {
    const left = async (changes: Partial<Intent> = {}) =>
      ledgerItem.set([
        settledIntent({
          ...(await fired()),
          stage: 'settled',
          settledAt: noon,
          outcome: others as Intent['outcome'],
          ...changes,
        }),
      ]);
    const change = async () => (await accountsItem.get()).byKey[key]?.change ?? null;

    it('may be what came of it, and is nobody else’s', async () => {
      await left();
      await recordSight(shows(next, later), later);
      expect([await change(), (await accountsItem.get()).byKey[key]?.mark]).toEqual([null, await markOfToken(next)]);
      await recordSight(shows(newToken(), later + 1), later);
      expect(await change()).not.toBeNull();
    });

    it('is none where that wish was to delete it', async () => {
      await left({ kind: 'delete' });
      await recordSight(showsNone(later), later);
      expect(await change()).toBeNull();
    });

    it.each<[string, () => Promise<Partial<Intent>>]>([
      ['was to delete it', async () => ({ kind: 'delete' })],
      ['was of another token', async () => ({ expected: await markOfToken(newToken()) })],
      ['was of another account', async () => ({ account: `${origin}#other` })],
      ['is known to be not done', async () => ({ outcome: refused as Intent['outcome'] })],
    ])('is somebody else’s where it %s', async (_, changes) => {
      await left(await changes());
      await recordSight(shows(next, later), later);
      expect(await change()).not.toBeNull();
    });
  });

  it('takes a problem away', async () => {
    await problemItem.set({ failure: 'offline', reason: null, report: null, at: noon });
    await recordSight(shows(token, later), null);
    expect(await problemItem.get()).toBeNull();
  });

  it('of no token leaves none in memory', async () => {
    await recordSight(showsNone(later), later);
    expect(await secretsItem.get()).toEqual({});
    expect((await accountsItem.get()).byKey[key]?.mark).toBeNull();
  });

  it('of no token takes no other account’s away', async () => {
    const other = newOrgId();
    await recordSight(shows(next, later, { orgId: other, label: 'max@other.example' }), null);
    await recordSight(showsNone(later), later);
    expect(await secretsItem.get()).toEqual({ [`${origin}#${other}`]: { token: next } });
  });

  it('of another account takes the widgets away that the former one’s pages have shown, and no other sight does', async () => {
    const widget = newWidgetId();
    await widgetOffersItem.set([widget]);
    await recordSight(shows(next, later), null);
    await recordSight(showsNone(later + 1), later + 1);
    expect(await widgetOffersItem.get()).toEqual([widget]);
    await recordSight(shows(token, later + 2, { orgId: newOrgId(), label: 'max@other.example' }), null);
    expect(await widgetOffersItem.get()).toEqual([]);
  });

  it('leaves the widgets of an account that gets its number, or is the first one', async () => {
    const widget = newWidgetId();
    await accountsItem.set({ current: null, byKey: {} });
    await widgetOffersItem.set([widget]);
    await recordSight(shows(token, later, { orgId: null }), null);
    await recordSight(shows(token, later + 1), null);
    expect((await accountsItem.get()).current).toBe(key);
    expect(await widgetOffersItem.get()).toEqual([widget]);
  });

  it('is kept also where the widgets cannot be taken away', async () => {
    await widgetOffersItem.set([newWidgetId()]);
    vi.spyOn(widgetOffersItem, 'set').mockRejectedValue(new Error('quota'));
    const other = newOrgId();
    await recordSight(shows(next, later, { orgId: other, label: 'max@other.example' }), null);
    expect((await accountsItem.get()).current).toBe(`${origin}#${other}`);
  });

  it('waits for whoever writes accounts just now', async () => {
    let release: () => void = () => undefined;
    const held = withLock('accounts', () => new Promise<void>((resolve) => (release = resolve)));
    const recorded = recordSight(shows(next, later), null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await secretsItem.get()).toEqual({ [key]: { token } });
    release();
    await Promise.all([held, recorded]);
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });

  it('that is old changes nothing', async () => {
    await recordSight(shows(next, later), null);
    await recordSight(shows(token, noon + 1), null);
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });

  it('from a clock that is ahead counts as of now', async () => {
    const before = Date.now();
    await recordSight(shows(next, before + 3_600_000), null);
    const { asOf, mark } = (await accountsItem.get()).byKey[key] ?? {};
    expect(asOf).toBeGreaterThanOrEqual(before);
    expect(asOf).toBeLessThanOrEqual(Date.now());
    expect(mark).toEqual(await markOfToken(next));
  });

  it('of another account keeps both apart', async () => {
    const other = newOrgId();
    await recordSight(shows(next, later, { orgId: other }), null);
    expect(await secretsItem.get()).toEqual({ [key]: { token }, [`${origin}#${other}`]: { token: next } });
  });

  it('that gives the account its organisation takes secret and intents along', async () => {
    fakeBrowser.reset();
    await recordSight(showsNone(noon), null);
    const former = `${origin}#${label}`;
    const generate = await fired({ kind: 'generate', account: former, expected: null });
    const [past, others] = [settledIntent({ account: former }), settledIntent({ account: 'another' })];
    await ledgerItem.set([past, others, generate]);
    const settled = await recordSight(shows(token, later), null);
    expect((await ledgerItem.get()).map(({ account }) => account)).toEqual([key, 'another', key]);
    expect(settled).toMatchObject({ id: generate.id, account: key, outcome: { kind: 'done' } });
    expect([Object.keys((await accountsItem.get()).byKey), Object.keys(await secretsItem.get())]).toEqual([
      [key],
      [key],
    ]);
  });
});

it('a sight of an account that gets its organisation leaves no second copy of the token', async () => {
  fakeBrowser.reset();
  await recordSight(shows(token, noon, { orgId: null }), null);
  expect(Object.keys(await secretsItem.get())).toEqual([`${origin}#${label}`]);
  await recordSight(shows(token, later), null);
  expect(await secretsItem.get()).toEqual({ [key]: { token } });
});

describe('a page that makes up accounts', () => {
  const flood = async (count: number) => {
    for (let index = 0; index < count; index += 1)
      await recordSight(shows(newToken(), later + index, { orgId: `${index}`, label: `${index}` }), null);
  };
  const known = async () => Object.keys((await accountsItem.get()).byKey);
  const secrets = async () => Object.keys(await secretsItem.get());

  it('fills neither disk nor memory: the oldest go, with their tokens', async () => {
    await flood(mostAccounts + 5);
    expect([(await known()).length, await known()]).toEqual([mostAccounts, expect.not.arrayContaining([key])]);
    expect((await secrets()).sort()).toEqual((await known()).sort());
  });

  it('does not push out the one that something is being done to', async () => {
    await ledgerItem.set([await fired()]);
    await flood(mostAccounts + 5);
    expect((await known()).length).toBe(mostAccounts);
    expect([await known(), await secrets()]).toEqual(Array(2).fill(expect.arrayContaining([key])));
    expect(await recordSight(shows(next, later), null)).toMatchObject({ account: key, outcome: { kind: 'done' } });
  });
});

it('a sight of the longest name keeps accounts, ledger and tokens as they are, and joins them', async () => {
  const long = 'x'.repeat(200);
  await ledgerItem.set([settledIntent({ account: `${origin}#${long}` })]);
  await recordSight(shows(next, later, { orgId: null, label: long }), null);
  expect(Object.keys((await accountsItem.get()).byKey)).toEqual([key, `${origin}#${long}`]);
  expect(await secretsItem.get()).toEqual({ [key]: { token }, [`${origin}#${long}`]: { token: next } });
  // The account gets a longer name by its organisation, and the ledger goes along.
  await recordSight(shows(next, later + 1, { orgId: 'y'.repeat(200), label: long }), null);
  expect(await ledgerItem.get()).toMatchObject([{ account: `${origin}#${'y'.repeat(200)}` }]);
  expect(Object.keys((await accountsItem.get()).byKey)).toEqual([key, `${origin}#${'y'.repeat(200)}`]);
});

describe('what a sight proves', () => {
  it.each<[string, () => TokenSight, Partial<Intent>, string | null]>([
    ['a new token: regenerated', () => shows(next, later), {}, 'done'],
    ['none: deleted', () => showsNone(later), { kind: 'delete' }, 'done'],
    ['the same token: nothing', () => shows(token, later), {}, null],
    ['a new token from before the press: nothing', () => shows(next, noon + 500), {}, null],
    ['a new token of another organisation: nothing', () => shows(next, later, { orgId: newOrgId() }), {}, null],
    [
      'a new token of the same organisation, under another name: regenerated',
      () => shows(next, later, { label: 'max@acme.example' }),
      {},
      'done',
    ],
    [
      'a new token on a page that names nobody: regenerated',
      () => shows(next, later, { orgId: null, label: null }),
      {},
      'done',
    ],
    [
      'a new token of somebody else, where no organisation is shown: nothing',
      () => shows(next, later, { orgId: null, label: 'max@other.example' }),
      {},
      null,
    ],
    [
      'none, of somebody else: nothing',
      () => showsNone(later, { label: 'max@other.example' }),
      { kind: 'delete' },
      null,
    ],
  ])('%s', async (_, sight, changes, outcome) => {
    const intent = await fired(changes);
    await ledgerItem.set([intent]);
    const settled = await recordSight(sight(), null);
    expect(settled?.outcome?.kind ?? null).toBe(outcome);
    expect((await stored())?.stage).toBe(outcome ? 'settled' : 'fired');
  });

  const [firedAt, inTime] = [noon + 1_000, noon + 1_000 + silentVerdictAfter];
  it.each<[string, () => TokenSight, Partial<Intent>, number | null, unknown]>([
    ['the same token: nothing was changed', () => shows(token, later), {}, inTime, refused],
    ['the same token, to Delete: nothing was changed', () => shows(token, later), { kind: 'delete' }, inTime, refused],
    [
      'another token, to Delete: changed by others since, so nobody knows',
      () => shows(next, later),
      { kind: 'delete' },
      inTime,
      others,
    ],
    ['none, to Regenerate: changed by others since, so nobody knows', () => showsNone(later), {}, inTime, others],
    ['a new token: regenerated', () => shows(next, later), {}, inTime, { kind: 'done' }],
    [
      'the same token, with an answer: nothing was changed',
      () => shows(token, later),
      answered,
      firedAt + answeredVerdictAfter,
      refused,
    ],
    ['the same token, on a page asked for too early: nothing yet', () => shows(token, later), {}, inTime - 1, null],
    [
      'the same token, on a page asked for before the press: nothing yet',
      () => shows(token, later),
      answered,
      firedAt - 1,
      null,
    ],
    ['none, to Regenerate, on a page that was open: nothing yet', () => showsNone(later), {}, null, null],
    [
      'another token, to Delete, on a page that was open: nothing yet',
      () => shows(next, later),
      { kind: 'delete' },
      null,
      null,
    ],
    ['the same token, from before the press: nothing', () => shows(token, firedAt - 1), {}, inTime, null],
  ])('on a page asked for: %s', async (_, sight, changes, requestedAt, outcome) => {
    await ledgerItem.set([await fired(changes)]);
    const settled = await recordSight(sight(), requestedAt);
    if (outcome === null) expect([settled, (await stored())?.stage]).toEqual([null, 'fired']);
    else expect(settled).toMatchObject({ stage: 'settled', outcome });
  });

  it.each<[string, () => [TokenSight, number | null], Partial<Intent>]>([
    ['another token, as of a time to come', () => [shows(next, Date.now() + 2 * clockTolerance), null], {}],
    ['none, as of a time to come', () => [showsNone(Date.now() + 2 * clockTolerance), null], { kind: 'delete' }],
    ['the same token, asked for at a time to come', () => [shows(token, Date.now()), Date.now() + 2_000], {}],
  ])('nothing, of a clock that was ahead: %s', async (_, said, changes) => {
    await ledgerItem.set([await fired(changes)]);
    expect(await recordSight(...said())).toBeNull();
    expect((await stored())?.stage).toBe('fired');
  });

  it('nothing, where nobody has pressed', async () => {
    await ledgerItem.set([armedIntent({ account: key, expected: await markOfToken(token) })]);
    expect(await recordSight(shows(next, later), later)).toBeNull();
    const { change } = (await accountsItem.get()).byKey[key] ?? {};
    expect(change?.to).toEqual(await markOfToken(next));
  });

  it('is no change by others where it is ours, and we made it', async () => {
    await ledgerItem.set([await fired()]);
    await recordSight(shows(next, later), null);
    expect((await accountsItem.get()).byKey[key]).toMatchObject({ change: null, since: { how: 'created' } });
  });

  it('the new token is stored before it is said to be done', async () => {
    await ledgerItem.set([await fired()]);
    const set = vi.spyOn(ledgerItem, 'set').mockImplementation(async () => {
      expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
    });
    await recordSight(shows(next, later), null);
    expect(set).toHaveBeenCalledOnce();
  });
});

describe('may it fire?', () => {
  const document = newId();
  const ask = (intent: string, tab = 7, from = document) =>
    handleReport(tab, { type: 'mayFire', intent, document: from });

  it('yes, once, and written down before it is said', async () => {
    const intent = armedIntent({ account: key, document });
    await ledgerItem.set([intent]);
    const answers = await Promise.all([ask(intent.id), ask(intent.id), ask(intent.id)]);
    expect(answers.filter((answer) => answer && 'fire' in answer && answer.fire)).toHaveLength(1);
    expect((await stored())?.stage).toBe('fired');
  });

  it.each<[string, (intent: Intent) => ReturnType<typeof ask>]>([
    ['from another tab', ({ id }) => ask(id, 8)],
    ['from another document', ({ id }) => ask(id, 7, newId())],
    ['of an unknown intent', () => ask(newId())],
  ])('no, %s', async (_, asking) => {
    const intent = armedIntent({ account: key, document });
    await ledgerItem.set([intent]);
    expect(await asking(intent)).toEqual({ fire: false });
    expect(await stored()).toEqual(intent);
  });

  it.each(['cannot be written', 'cannot be read'])('no yes where the ledger %s', async (what) => {
    const intent = armedIntent({ account: key, document });
    await ledgerItem.set([intent]);
    vi.spyOn(ledgerItem, what === 'cannot be read' ? 'get' : 'set').mockRejectedValue(new Error('quota'));
    await expect(ask(intent.id)).rejects.toThrow('quota');
  });
});
