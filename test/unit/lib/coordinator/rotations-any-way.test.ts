// @vitest-environment node
/**
 * Whatever happens to the token in whatever order, whoever dies over it and whatever cannot be written: in the end what
 * is stored of rotations says the same as the accounts' marks, and the record has each thing that happened once.
 */
import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { armStored, storedOpenIntent } from '../../../../lib/coordinator/ledger.ts';
import { rotate } from '../../../../lib/coordinator/rotations.ts';
import { changesOf, currentMark } from '../../../../lib/rotation/rotation.ts';
import { activePlaces } from '../../../../lib/state/around.ts';
import * as items from '../../../../lib/state/items.ts';
import { sameMark } from '../../../../lib/token.ts';
import { idOf, place } from '../places/support.ts';
import {
  ended,
  knowOther,
  later,
  listPlaces,
  otherKey,
  otherOrgId,
  remember,
  seen,
  sent,
  wishFor,
} from '../support/around.ts';
import { key, knowAccount, next, orgId, startBackground, token } from '../support/background.ts';
import { FakeTabs } from '../support/fake-tabs.ts';
import { fakeLocks } from '../support/locks.ts';
import { newToken } from '../support/pages.ts';
import { fakeTexts } from '../support/texts.ts';

beforeEach(() => startBackground().end);

const { accountsItem, historyItem, ledgerItem, oldSecretsItem, placesItem, rotationsItem } = items;
const tokens = [token, next, newToken(), null];
const accounts = [
  { of: key, org: orgId },
  { of: otherKey, org: otherOrgId },
] as const;
type Who = (typeof accounts)[number];
let reconcile: () => Promise<void>;

/** A worker that starts: it knows nothing of its former life, and whatever that one held is free. */
async function restart(): Promise<void> {
  fakeLocks();
  vi.resetModules();
  ({ reconcile } = await import('../../../../lib/coordinator/reconcile.ts'));
}

/** What may happen; each gives itself up quietly where it does not fit. */
type Move = (who: Who, shown: string | null) => Promise<unknown>;
const moves: Record<string, Move> = {
  arm: async ({ of }, shown) =>
    armStored(await wishFor({ account: of, kind: shown === null ? 'delete' : 'regenerate' })),
  fire: () => sent(),
  look: ({ org }, shown) => seen(shown, org),
  fail: async () => {
    const open = await storedOpenIntent();
    if (open) await ended(open);
  },
  reconcile: () => reconcile(),
  restart,
  begin: async ({ of }) => {
    const { beginRotation } = await import('../../../../lib/coordinator/rotations.ts');
    await beginRotation(of, 'planned');
  },
  tick: ({ of }) => moveOn(of, { type: 'tick', place: idOf(1) }),
  goOn: ({ of }) => moveOn(of, { type: 'goOn' }),
  abandon: ({ of }) => moveOn(of, { type: 'abandon' }),
  list: ({ of }, shown) => listPlaces(shown === null ? [] : [place(1), place(2)], of),
  // What is being written when a worker dies is lost, or was the last that it did.
  loseRotation: async () => void vi.spyOn(rotationsItem, 'set').mockRejectedValueOnce(new Error('the worker is gone')),
  loseLedger: async () => void vi.spyOn(ledgerItem, 'set').mockRejectedValueOnce(new Error('the worker is gone')),
  loseRecord: async () => void vi.spyOn(historyItem, 'set').mockRejectedValueOnce(new Error('the worker is gone')),
};
const moveOn = async (of: string, event: Parameters<typeof rotate>[1]) => {
  const open = (await rotationsItem.get()).find(({ account, stage }) => account === of && stage !== 'closed');
  if (open) await rotate(open.id, event, open.stage);
};

/** In the end: nothing fails any more, and everything is brought in step. */
async function settleAll(): Promise<void> {
  vi.restoreAllMocks();
  fakeTexts();
  fakeLocks();
  await restart();
  await reconcile();
}

async function expectInStep(): Promise<void> {
  const [{ byKey }, ledger, rotations] = await Promise.all([accountsItem.get(), ledgerItem.get(), rotationsItem.get()]);
  for (const { of } of accounts) {
    const open = rotations.filter(({ account, stage }) => account === of && stage !== 'closed');
    expect(open.length).toBeLessThanOrEqual(1);
    const [rotation] = open;
    if (!rotation) continue;
    // Waited for is what is still open, and what is not waited for is known.
    if (rotation.wish !== null)
      expect(ledger.find(({ wish }) => wish === rotation.wish)).toMatchObject({ account: of, outcome: null });
    else expect(sameMark(currentMark(rotation), byKey[of]?.mark ?? null)).toBe(true);
    expect(rotation.stage === 'prepare' || rotation.stage === 'regenerate').toBe(rotation.downSince === null);
    const listed = new Set(activePlaces((await placesItem.get())[of]?.places ?? []).map(({ id }) => id));
    const current = rotation.items.filter(({ archived }) => !archived).map((item) => item.place);
    expect(new Set(current)).toEqual(listed);
  }
}

async function expectRecordedOnce(): Promise<void> {
  const [history, ledger, rotations] = await Promise.all([historyItem.get(), ledgerItem.get(), rotationsItem.get()]);
  expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
  for (const { id, account, outcome } of ledger) {
    const entries = history.filter((entry) => entry.id === id);
    expect(entries.map((entry) => entry.account)).toEqual(outcome ? [account] : []);
  }
  // No rotation is begun twice for one change.
  const changes = rotations
    .filter(({ path }) => path === 'byHand')
    .map(({ account, downSince }) => `${account} ${downSince}`);
  expect(new Set(changes).size).toBe(changes.length);
  // Nothing of one account is told of another.
  const of = new Map(rotations.map(({ id, account }) => [id, account]));
  for (const { account, event } of history)
    if ('rotation' in event) expect(account).toBe(of.get(event.rotation) ?? account);
  expect(JSON.stringify([history, rotations])).not.toMatch(
    new RegExp(tokens.filter((each) => each !== null).join('|')),
  );
}

async function expectForgotten(): Promise<void> {
  const rotations = await rotationsItem.get();
  const { byKey } = await accountsItem.get();
  for (const of of Object.keys(await oldSecretsItem.get())) {
    const isOpen = rotations.some(({ account, stage }) => account === of && stage !== 'closed');
    const at = byKey[of]?.change?.noticedAt;
    const isAnswered = rotations.some((each) => each.account === of && changesOf(each).some((one) => one.at === at));
    expect(isOpen || (at !== undefined && !isAnswered)).toBe(true);
  }
}

const step = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('arm', 'fire', 'look') },
    { weight: 3, arbitrary: fc.constantFrom('reconcile', 'fail') },
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(moves)) },
  ),
  fc.constantFrom(...accounts),
  fc.constantFrom(...tokens),
  /** Whether it is waited for, before the next begins. */
  fc.boolean(),
);

/** Takes `steps`, each when the one before is over, or at the same time. */
async function go(steps: [name: string, who: Who, shown: string | null, isAwaited: boolean][]): Promise<void> {
  const under: Promise<unknown>[] = [];
  for (const [name, who, shown, isAwaited] of steps) {
    later(1_000);
    // A dead worker does nothing more; what it was at is lost by the moves that lose it.
    if (name === 'restart') await Promise.all(under.splice(0));
    under.push(moves[name]?.(who, shown).catch(() => undefined) ?? Promise.resolve());
    if (isAwaited || name === 'restart') await Promise.all(under.splice(0));
  }
  await Promise.all(under);
}

it('in the end all that is stored agrees', { timeout: 120_000 }, async () => {
  const reached = new Set<string>();
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
    const restore = new FakeTabs().install();
    fakeLocks();
    fakeTexts();
    vi.setSystemTime(1_760_000_000_000);
    await knowAccount();
    await knowOther(next);
    await remember();
    await listPlaces();
    await restart();
    await go(steps);
    await settleAll();
    await expectInStep();
    await expectRecordedOnce();
    await expectForgotten();
    for (const { path, stage } of await rotationsItem.get()) reached.add(`${path} ${stage}`);
    restore();
  });
  await fc.assert(property, { numRuns: 60, seed: 11 });
  // The ways are long enough to get everywhere that matters.
  for (const path of ['planned', 'emergency', 'byHand', 'delete']) expect(reached).toContain(`${path} replace`);
  expect([...reached].some((each) => each.endsWith(' closed'))).toBe(true);
});
