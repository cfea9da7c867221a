import { describe, expect, it } from 'vitest';
import { learn, markOf, mostAccounts, withinBounds } from '../../../../lib/coordinator/accounts.ts';
import { type Account, type Accounts, accountsSchema, longestText } from '../../../../lib/state/schemas.ts';
import { label, later, learnAll, lookAt, org, origin, two } from '../support/looks.ts';
import { newToken } from '../support/pages.ts';
import { noon } from '../support/stored.ts';

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
  it.each<[string, Parameters<typeof lookAt>[0], Partial<Account>]>([
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
    const { accounts, account, stale } = await learn(before.accounts, {
      ...lookAt({ token: two }),
      seenAt: later + 20,
    });
    expect([accounts, account, stale]).toEqual([before.accounts, before.account, true]);
  });
});

describe('a clock that was ahead', () => {
  const ahead = lookAt({ asOf: later * 2 });
  it.each([
    ['at once', 0],
    ['a moment after the page said so', 10],
    ['an hour after the page said so', 3_600_000],
  ])('makes no later look old: one %s', async (_, delay) => {
    const before = await learnAll(ahead);
    const look = { ...lookAt({ token: two, asOf: later }), seenAt: later + delay };
    const { account, stale } = await learn(before.accounts, look);
    expect([stale, account.mark]).toEqual([false, await markOf(look.page)]);
  });

  it('is forgotten with the next look: older evidence is old again', async () => {
    const learned = await learnAll(ahead, lookAt({ token: two, asOf: later }), {
      ...lookAt(),
      seenAt: later + 20,
    });
    expect([learned.stale, learned.account.mark, learned.account.asOf]).toEqual([
      true,
      await markOf(lookAt({ token: two }).page),
      later,
    ]);
  });
});

it('takes no older evidence for news where the clock was set back a little', async () => {
  const before = await learnAll(lookAt({ asOf: later }));
  const { stale } = await learn(before.accounts, { ...lookAt({ token: two }), seenAt: later - 1000 });
  expect(stale).toBe(true);
});

it('takes a page that names nobody for that of the one account there is', async () => {
  const nameless = { ...lookAt({ token: null, asOf: noon - 1 }), seenAt: later };
  const before = await learnAll(lookAt());
  const page = { ...nameless.page, orgId: null, label: null };
  const { accounts, stale } = await learn(before.accounts, { ...nameless, page });
  expect([accounts, stale]).toEqual([before.accounts, true]);
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

it.each<[string, { orgId: string | null; label: string | null }]>([
  ['label', { orgId: null, label: 'x'.repeat(longestText) }],
  ['organisation', { orgId: 'x'.repeat(longestText), label: null }],
])('can be stored with the longest %s', async (_, who) => {
  const { accounts, account } = await learnAll(lookAt({ ...who, token: null }));
  expect(accountsSchema.parse(accounts)).toEqual(accounts);
  const other = { ...who, [who.label ? 'label' : 'orgId']: `${'x'.repeat(longestText - 1)}y` };
  expect((await learn(accounts, lookAt({ ...other, asOf: later }))).account.key).not.toBe(account.key);
});

describe('too many accounts', () => {
  /** As many, named by number, the first the oldest. */
  async function many(count: number, asOf = (index: number) => noon + index): Promise<Accounts> {
    const looks = Array.from({ length: count }, (_, index) => lookAt({ orgId: `${index}`, asOf: asOf(index) }));
    return (await learnAll(...looks)).accounts;
  }
  const kept = (accounts: Accounts) => Object.values(accounts.byKey).map(({ orgId }) => Number(orgId));
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  const keyOf = (index: number) => `${origin}#${index}`;

  it('are none up to the bound', async () => {
    const accounts = await many(mostAccounts);
    expect(withinBounds(accounts, null)).toEqual(accounts);
    expect(mostAccounts).toBe(20);
  });

  it('leave the newest', async () => {
    const accounts = await many(mostAccounts + 3);
    const { current, byKey } = withinBounds(accounts, null);
    expect([current, kept({ current, byKey }).sort((a, b) => a - b)]).toEqual([
      accounts.current,
      numbers(3, mostAccounts + 3),
    ]);
  });

  it('leave those learned last, of some as new as each other', async () => {
    const accounts = await many(mostAccounts + 3, () => noon);
    expect(kept(withinBounds(accounts, null))).toEqual(numbers(3, mostAccounts + 3));
  });

  it('leave the current one and the one that is needed, however old', async () => {
    const accounts = { ...(await many(mostAccounts + 3)), current: keyOf(1) };
    const left = kept(withinBounds(accounts, keyOf(0))).sort((a, b) => a - b);
    expect(left).toEqual([0, 1, ...numbers(5, mostAccounts + 3)]);
  });
});
