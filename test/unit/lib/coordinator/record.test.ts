// @vitest-environment node

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { recordSight } from '../../../../lib/coordinator/record.ts';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { accountsItem, ledgerItem, problemItem, secretsItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { newOrgId, newToken } from '../support/pages.ts';
import { armedIntent, firedIntent, markOfToken, noon, observationOf } from '../support/stored.ts';

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
const stored = async () => (await ledgerItem.get()).at(-1);

beforeEach(async () => {
  fakeBrowser.reset();
  await recordSight(shows(token), false);
});

describe('a sight', () => {
  it('is kept: the token in memory, its mark on disk', async () => {
    expect(await secretsItem.get()).toEqual({ [key]: { token } });
    expect((await accountsItem.get()).byKey[key]?.mark).toEqual(await markOfToken(token));
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain(token);
  });

  it('takes a problem away', async () => {
    await problemItem.set({ failure: 'offline', reason: null, report: null, at: noon });
    await recordSight(shows(token, later), false);
    expect(await problemItem.get()).toBeNull();
  });

  it('of no token leaves none in memory', async () => {
    await recordSight(showsNone(later), true);
    expect(await secretsItem.get()).toEqual({});
    expect((await accountsItem.get()).byKey[key]?.mark).toBeNull();
  });

  it('that is old changes nothing', async () => {
    await recordSight(shows(next, later), false);
    await recordSight(shows(token, noon + 1), false);
    expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
  });

  it('of another account keeps both apart', async () => {
    const other = newOrgId();
    await recordSight(shows(next, later, { orgId: other }), false);
    expect(await secretsItem.get()).toEqual({ [key]: { token }, [`${origin}#${other}`]: { token: next } });
  });

  it('that gives the account its organisation takes secret and intents along', async () => {
    fakeBrowser.reset();
    await recordSight(showsNone(noon), false);
    const former = `${origin}#${label}`;
    const generate = await fired({ kind: 'generate', account: former, expected: null });
    await ledgerItem.set([generate]);
    const settled = await recordSight(shows(token, later), false);
    expect(settled).toMatchObject({ id: generate.id, account: key, outcome: { kind: 'done' } });
    expect([Object.keys((await accountsItem.get()).byKey), Object.keys(await secretsItem.get())]).toEqual([
      [key],
      [key],
    ]);
  });
});

it('a sight of an account that gets its organisation leaves no second copy of the token', async () => {
  fakeBrowser.reset();
  await recordSight(shows(token, noon, { orgId: null }), false);
  expect(Object.keys(await secretsItem.get())).toEqual([`${origin}#${label}`]);
  await recordSight(shows(token, later), false);
  expect(await secretsItem.get()).toEqual({ [key]: { token } });
});

describe('what a sight proves', () => {
  it.each<[string, () => ReturnType<typeof shows> | ReturnType<typeof showsNone>, Partial<Intent>, string | null]>([
    ['a new token: regenerated', () => shows(next, later), {}, 'done'],
    ['none: deleted', () => showsNone(later), { kind: 'delete' }, 'done'],
    ['the same token: nothing', () => shows(token, later), {}, null],
    ['a new token from before the press: nothing', () => shows(next, noon + 500), {}, null],
    ['a new token of another organisation: nothing', () => shows(next, later, { orgId: newOrgId() }), {}, null],
    ['a new token of somebody else: nothing', () => shows(next, later, { label: 'max@other.example' }), {}, null],
    [
      'none, of somebody else: nothing',
      () => showsNone(later, { label: 'max@other.example' }),
      { kind: 'delete' },
      null,
    ],
  ])('%s', async (_, sight, changes, outcome) => {
    const intent = await fired(changes);
    await ledgerItem.set([intent]);
    const settled = await recordSight(sight(), false);
    expect(settled?.outcome?.kind ?? null).toBe(outcome);
    expect((await stored())?.stage).toBe(outcome ? 'settled' : 'fired');
  });

  it('nothing, where nobody has pressed', async () => {
    await ledgerItem.set([armedIntent({ account: key, expected: await markOfToken(token) })]);
    expect(await recordSight(shows(next, later), true)).toBeNull();
    const { change } = (await accountsItem.get()).byKey[key] ?? {};
    expect(change?.to).toEqual(await markOfToken(next));
  });

  it('is no change by others where it is ours, and we made it', async () => {
    await ledgerItem.set([await fired()]);
    await recordSight(shows(next, later), false);
    expect((await accountsItem.get()).byKey[key]).toMatchObject({ change: null, since: { how: 'created' } });
  });

  it('the new token is stored before it is said to be done', async () => {
    await ledgerItem.set([await fired()]);
    const set = vi.spyOn(ledgerItem, 'set').mockImplementation(async () => {
      expect(await secretsItem.get()).toEqual({ [key]: { token: next } });
    });
    await recordSight(shows(next, later), false);
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
    expect(answers.filter((answer) => answer?.fire)).toHaveLength(1);
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
