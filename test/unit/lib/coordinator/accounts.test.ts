import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Learned, type Look, learn, markOf } from '../../../../lib/coordinator/accounts.ts';
import type { Account, Accounts } from '../../../../lib/state/schemas.ts';
import { newOrgId, newToken } from '../support/pages.ts';
import { noon } from '../support/stored.ts';

const origin = 'https://www.snapengage.com';
const nobody: Accounts = { current: null, byKey: {} };
const [one, two] = [newToken(), newToken()];
const [org, otherOrg] = [newOrgId(), newOrgId()];
const label = 'olivia@acme.example';

interface Seen {
  token?: string | null;
  orgId?: string | null;
  label?: string | null;
  asOf?: number;
  ours?: boolean;
}
/** A look; by default at the first token of the first account, at noon. */
function lookAt({ token = one, asOf = noon, ours = false, ...who }: Seen = {}): Look {
  const account = { orgId: token === null ? null : org, label, ...who };
  const page: Look['page'] = token === null ? { kind: 'none', ...account } : { kind: 'token', token, ...account };
  return { origin, page, asOf, seenAt: asOf + 10, ours };
}
async function learnAll(...looks: Look[]): Promise<Learned> {
  let learned: Learned | null = null;
  for (const look of looks) learned = await learn(learned?.accounts ?? nobody, look);
  return learned ?? expect.fail('at least one look');
}
const later = noon + 60_000;

it('learns an account at first sight', async () => {
  const { account, accounts, stale, formerKey } = await learnAll(lookAt());
  expect(account).toEqual({
    key: `${origin}#${org}`,
    origin,
    orgId: org,
    label,
    mark: await markOf(lookAt().page),
    since: { at: noon + 10, how: 'seen' },
    asOf: noon,
    change: null,
  });
  expect([accounts.current, Object.keys(accounts.byKey), stale, formerKey]).toEqual([
    account.key,
    [account.key],
    false,
    null,
  ]);
});

describe('a second look', () => {
  it.each<[string, Seen, Partial<Account>]>([
    ['at the same', { asOf: later }, { asOf: later, since: { at: noon + 10, how: 'seen' }, change: null }],
    [
      'at the same, from before',
      { asOf: noon - 5 },
      { asOf: noon, since: { at: noon + 10, how: 'seen' }, change: null },
    ],
    [
      'at what we changed',
      { token: two, asOf: later, ours: true },
      { asOf: later, since: { at: later + 10, how: 'created' }, change: null },
    ],
    ['at what we deleted', { token: null, asOf: later, ours: true }, { mark: null, orgId: org, label, change: null }],
    ['without a name', { asOf: later, label: null }, { label, orgId: org }],
    ['with another name', { asOf: later, label: 'new@acme.example' }, { label: 'new@acme.example', orgId: org }],
  ])('%s', async (_, second, expected) => {
    const { account, accounts, stale } = await learnAll(lookAt(), lookAt(second));
    expect(account).toMatchObject(expected);
    expect([Object.keys(accounts.byKey), stale]).toEqual([[`${origin}#${org}`], false]);
  });

  it.each<[string, string | null]>([
    ['a token that others changed', two],
    ['a token that others deleted', null],
  ])('sees %s', async (_, token) => {
    const { account } = await learnAll(lookAt(), lookAt({ asOf: later, token }));
    const [from, to] = [await markOf(lookAt().page), await markOf(lookAt({ token }).page)];
    expect(account.change).toEqual({ from, to, lastSeenAt: noon, noticedAt: later + 10 });
    expect([account.mark, account.since]).toEqual([to, { at: later + 10, how: 'seen' }]);
  });

  it('that is older and says otherwise changes nothing', async () => {
    const before = await learnAll(lookAt({ asOf: later }));
    const { accounts, account, stale } = await learn(before.accounts, lookAt({ token: two }));
    expect([accounts, account, stale]).toEqual([before.accounts, before.account, true]);
  });
});

describe('a change by others', () => {
  const changes = [lookAt(), lookAt({ token: two, asOf: later })];
  it('stays until it is dismissed', async () => {
    const { account } = await learnAll(...changes, lookAt({ token: two, asOf: later + 5 }));
    expect(account.change).toMatchObject({ lastSeenAt: noon, noticedAt: later + 10 });
  });
  it('is told from its beginning when they change it again', async () => {
    const third = newToken();
    const { account } = await learnAll(...changes, lookAt({ token: third, asOf: later + 5 }));
    const [from, to] = [await markOf(lookAt().page), await markOf(lookAt({ token: third }).page)];
    expect(account.change).toEqual({ from, to, lastSeenAt: noon, noticedAt: later + 15 });
  });
  it('is over with a change of ours', async () => {
    const { account } = await learnAll(...changes, lookAt({ token: newToken(), asOf: later + 5, ours: true }));
    expect(account.change).toBeNull();
  });
});

describe('whose token it is', () => {
  it('an account known by its name gets its organisation once that appears', async () => {
    const { account, accounts, formerKey } = await learnAll(
      lookAt({ token: null }),
      lookAt({ asOf: later, ours: true }),
    );
    expect([account.key, formerKey]).toEqual([`${origin}#${org}`, `${origin}#${label}`]);
    expect([accounts.current, Object.keys(accounts.byKey)]).toEqual([account.key, [account.key]]);
  });

  it('an account without a token is known by its name', async () => {
    const { account, formerKey } = await learnAll(lookAt(), lookAt({ token: null, asOf: later }));
    expect([account.key, account.mark, formerKey]).toEqual([`${origin}#${org}`, null, null]);
  });

  it.each<[string, Seen]>([
    ['another organisation of the same name', { orgId: otherOrg }],
    ['another organisation without a name', { orgId: otherOrg, label: null }],
    ['another name without a token', { token: null, label: 'max@other.example' }],
  ])('%s is another account', async (_, who) => {
    const first = await learnAll(lookAt());
    const { accounts, account } = await learn(first.accounts, lookAt({ token: two, asOf: later, ...who }));
    expect(Object.keys(accounts.byKey)).toHaveLength(2);
    expect(accounts.byKey[first.account.key]).toEqual(first.account);
    expect([account.change, accounts.current]).toEqual([null, account.key]);
  });

  it('nobody is guessed where two accounts have the same name', async () => {
    const both = await learnAll(lookAt(), lookAt({ token: two, orgId: otherOrg, asOf: later }));
    const { account, accounts } = await learn(both.accounts, lookAt({ token: null, asOf: later + 5 }));
    expect(account.orgId).toBeNull();
    expect(accounts.byKey).toMatchObject(both.accounts.byKey);
  });

  it('whom nobody is guessed for is still known at the next look', async () => {
    const nameless = lookAt({ token: null, asOf: later + 5 });
    const before = await learnAll(lookAt(), lookAt({ token: two, orgId: otherOrg, asOf: later }), nameless);
    const { account } = await learn(before.accounts, { ...nameless, asOf: later + 9, seenAt: later + 99 });
    expect(account).toEqual({ ...before.account, asOf: later + 9 });
  });

  it('another origin is another dashboard', async () => {
    const eu = { ...lookAt(), origin: 'https://eu.snapengage.com' };
    const { accounts } = await learnAll(lookAt(), eu);
    expect(Object.keys(accounts.byKey)).toEqual([`${origin}#${org}`, `https://eu.snapengage.com#${org}`]);
  });
});

const seen = fc.record({
  token: fc.constantFrom(one, two, null),
  orgId: fc.constantFrom(org, otherOrg, null),
  label: fc.constantFrom(label, 'max@other.example', null),
  asOf: fc.integer({ min: noon, max: noon + 8 }),
  ours: fc.boolean(),
});

/** What must hold whenever `look` was added to `accounts`. */
function expectSound(accounts: Accounts, look: Look, { account, accounts: now, formerKey, stale }: Learned): void {
  const known = accounts.byKey[formerKey ?? account.key];
  expect(account.asOf).toBe(Math.max(look.asOf, known?.asOf ?? 0));
  if (known && look.asOf < known.asOf) expect(account.mark).toEqual(known.mark);
  if (stale) expect(now).toEqual(accounts);
  else expect([now.byKey[now.current ?? ''], look.page.orgId ?? account.orgId]).toEqual([account, account.orgId]);
  for (const [key, each] of Object.entries(now.byKey)) expect(each.key).toBe(key);
}

it('older evidence never overwrites newer, in whatever order it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { maxLength: 12 }), async (looks) => {
      let accounts = nobody;
      for (const look of looks.map(lookAt)) {
        const learned = await learn(accounts, look);
        expectSound(accounts, look, learned);
        accounts = learned.accounts;
      }
    }),
  );
});

it('whoever looks at the same token twice never sees it change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(seen, { maxLength: 12 }), async (looks) => {
      const same = looks.map((look) => lookAt({ ...look, token: one, orgId: org, ours: false }));
      const learned = same.length > 0 ? await learnAll(...same) : null;
      expect(learned?.account.change ?? null).toBeNull();
      expect(Object.keys(learned?.accounts.byKey ?? {}).length).toBeLessThanOrEqual(1);
    }),
  );
});
