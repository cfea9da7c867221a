/** Accounts are told apart, and no order of looks mixes them or lets the older overwrite the newer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTolerance } from '../../../../lib/clock.ts';
import { type Learned, type Look, learn } from '../../../../lib/coordinator/accounts.ts';
import type { Accounts } from '../../../../lib/state/schemas.ts';
import { label, later, learnAll, lookAt, nobody, one, org, origin, otherOrg, two } from '../support/looks.ts';
import { noon } from '../support/stored.ts';

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

  it.each<[string, Parameters<typeof lookAt>[0]]>([
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

  it('a name that reads like the number of a known account takes its place neither unseen nor by older evidence', async () => {
    const { accounts } = await learnAll(lookAt({ asOf: later }));
    const alike = { orgId: null, label: org, token: two };
    expect((await learn(accounts, lookAt({ ...alike, asOf: later - 1 }))).stale).toBe(true);
    expect((await learn(accounts, lookAt({ ...alike, asOf: later + 1 }))).account.change).not.toBeNull();
  });

  it('an older look at another account, as at a tab left open, does not bring that one to the front', async () => {
    const { accounts } = await learnAll(
      lookAt({ label: 'Olivia' }),
      lookAt({ token: null, asOf: later }),
      lookAt({ asOf: later + 2 }),
    );
    const [named, numbered] = [`${origin}#${label}`, `${origin}#${org}`];
    expect([Object.keys(accounts.byKey).sort(), accounts.current]).toEqual([[numbered, named].sort(), numbered]);
    const older = await learn(accounts, lookAt({ token: null, asOf: later + 1 }));
    expect([older.account.key, older.accounts.current]).toEqual([named, numbered]);
    expect((await learn(accounts, lookAt({ token: null, asOf: later + 2 }))).accounts.current).toBe(named);
    // What a clock that was ahead has said is of no time.
    const ahead = { ...lookAt({ token: null, asOf: noon }), seenAt: later + 2 - clockTolerance - 1 };
    expect((await learn(accounts, ahead)).accounts.current).toBe(named);
  });

  it('of several with its name, a page without a token is of the one that is being worked on', async () => {
    // Known by its name alone once, as the page showed another name for the one with a number then.
    const { accounts } = await learnAll(
      lookAt({ label: 'Olivia' }),
      lookAt({ token: null, asOf: later }),
      lookAt({ asOf: later + 1 }),
    );
    expect(Object.keys(accounts.byKey)).toHaveLength(2);
    const awaited = `${origin}#${org}`;
    const deleted = await learn(accounts, {
      ...lookAt({ token: null, asOf: later + 2 }),
      intent: { account: awaited },
    });
    expect([deleted.account.key, deleted.account.mark]).toEqual([awaited, null]);
    // Nor does a later look at it bring another to the front.
    const after = await learn(deleted.accounts, lookAt({ token: null, asOf: later + 3 }));
    expect([after.account.key, after.accounts.current]).toEqual([awaited, awaited]);
    const other = await learn(accounts, lookAt({ token: null, asOf: later + 2 }));
    expect(other.account.key).toBe(`${origin}#${label}`);
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

function isBehindFront({ current, byKey }: Accounts, known: unknown, { asOf }: Look): boolean {
  const front = byKey[current ?? ''];
  return front !== undefined && front !== known && asOf < front.asOf;
}

/** What must hold whenever `look` was added to `accounts`. */
function expectSound(accounts: Accounts, look: Look, { account, accounts: now, formerKey, stale }: Learned): void {
  const known = accounts.byKey[formerKey ?? account.key];
  expect(account.asOf).toBe(Math.max(look.asOf, known?.asOf ?? 0));
  if (known && look.asOf < known.asOf) expect(account.mark).toEqual(known.mark);
  const isBehind = isBehindFront(accounts, known, look);
  if (stale) expect(now).toEqual(accounts);
  else {
    expect([now.current, now.byKey[account.key]]).toEqual([isBehind ? accounts.current : account.key, account]);
    expect(look.page.orgId ?? account.orgId).toBe(account.orgId);
  }
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
    { numRuns: 500 },
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
