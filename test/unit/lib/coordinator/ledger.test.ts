// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  arm,
  armStored,
  fire,
  rewriteLedger,
  settle,
  storedOpenIntent,
  updateIntent,
  type Wish,
} from '../../../../lib/coordinator/ledger.ts';
import { newId } from '../../../../lib/new-id.ts';
import { ledgerItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { armedIntent, firedIntent, noon, settledIntent } from '../support/stored.ts';

const wish = (changes: Partial<Wish> = {}): Wish => ({
  wish: newId(),
  after: null,
  kind: 'delete',
  account: 'https://www.snapengage.com#1',
  expected: null,
  ...changes,
});

describe('arming', () => {
  it.each<[string, Intent[], boolean]>([
    ['nothing', [], true],
    ['settled intents', [settledIntent(), settledIntent()], true],
    ['an armed intent', [armedIntent()], false],
    ['a fired intent', [firedIntent()], false],
    ['a fired intent in doubt', [firedIntent({ doubt: 'offline' })], false],
    ['an open intent among settled ones', [settledIntent(), armedIntent(), settledIntent()], false],
  ])('after %s', (_, ledger, may) => {
    const { after, ...asked } = wish({ after: ledger.at(-1)?.id ?? null });
    const armed = arm(ledger, { after, ...asked }, noon);
    expect(armed !== null).toBe(may);
    if (!armed) return;
    expect(armed.ledger).toEqual([...ledger, armed.intent]);
    expect(armed.intent).toEqual({
      ...asked,
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      ...{ stage: 'armed', step: 'reaching', armedAt: noon },
      ...{ tab: null, document: null, need: null, doubt: null, firedAt: null, settledAt: null, outcome: null },
      ...{ answered: false, seen: false },
    });
  });

  it('takes each wish once, however late it comes again', () => {
    const known = settledIntent();
    const asked = wish({ after: known.id });
    const { ledger, intent } = arm([known], asked, noon) ?? { ledger: [], intent: armedIntent() };
    expect(intent).toMatchObject({ wish: asked.wish });
    const outcome = { kind: 'notDone', failure: 'interrupted' } as const;
    expect(arm([...ledger.slice(0, -1), settle(intent, outcome, noon)], asked, noon)).toBeNull();
  });

  const known = newId();
  it.each<[string, Intent[], string | null]>([
    ['another was armed and has ended since', [settledIntent({ id: known }), settledIntent()], known],
    ['the first of all has ended since', [settledIntent()], null],
    ['everything was erased since', [], known],
  ])('starts nothing where %s', (_, ledger, after) => {
    expect(arm(ledger, wish({ after }), noon)).toBeNull();
  });

  it('keeps fifty, the oldest go first', () => {
    const ledger = Array.from({ length: 50 }, () => settledIntent());
    const armed = arm(ledger, wish({ after: ledger.at(-1)?.id ?? null }), noon);
    expect(armed?.ledger).toEqual([...ledger.slice(1), armed?.intent]);
  });

  it('changes nothing of what it was given', () => {
    const known = settledIntent();
    const ledger = Object.freeze([Object.freeze(known)]);
    expect(arm(ledger, wish({ after: known.id }), noon)?.ledger).toHaveLength(2);
  });
});

describe('firing', () => {
  const document = newId();
  it.each<[string, Intent, number, string, boolean]>([
    ['armed, right tab and document', armedIntent({ tab: 7, document }), 7, document, true],
    ['armed, another tab', armedIntent({ tab: 7, document }), 8, document, false],
    ['armed, another document', armedIntent({ tab: 7, document }), 7, newId(), false],
    ['armed, sent to no tab', armedIntent({ tab: null, document }), 7, document, false],
    ['armed, sent to no document', armedIntent({ tab: 7, document: null }), 7, document, false],
    ['fired', firedIntent({ tab: 7, document }), 7, document, false],
    ['settled', settledIntent({ tab: 7, document }), 7, document, false],
  ])('%s', (_, intent, tab, from, may) => {
    const fired = fire(intent, tab, from, noon + 5);
    expect(fired).toEqual(
      may ? { ...intent, stage: 'fired', step: 'confirming', need: null, firedAt: noon + 5 } : null,
    );
  });
});

it('settles with outcome and time, and leaves no need and no doubt', () => {
  const outcome = { kind: 'notDone', failure: 'refused' } as const;
  const intent = firedIntent({ need: 'hiddenTab', doubt: 'offline' });
  const settled = settle(intent, outcome, noon + 9);
  expect(settled).toEqual({ ...intent, stage: 'settled', need: null, doubt: null, settledAt: noon + 9, outcome });
});

describe('the stored ledger', () => {
  beforeEach(() => fakeBrowser.reset());

  it('has one open intent, however many ask at once', async () => {
    const { after, ...asked } = wish();
    const same = () => armStored({ after, ...asked });
    const armed = await Promise.all([same(), same(), armStored(wish()), armStored(wish())]);
    expect(armed.filter((each) => each !== null)).toHaveLength(1);
    expect(await ledgerItem.get()).toHaveLength(1);
    expect(await storedOpenIntent()).toMatchObject(asked);
  });

  it('fires an intent once, however often it is asked', async () => {
    const intent = armedIntent();
    await ledgerItem.set([intent]);
    const asked = () => updateIntent(intent.id, (each) => fire(each, 7, intent.document ?? '', Date.now()));
    const fired = await Promise.all([asked(), asked(), asked()]);
    expect(fired.filter((each) => each !== null)).toHaveLength(1);
  });

  it('has one writer at a time: nothing that is written at once gets lost', async () => {
    const [settled, open] = [settledIntent(), armedIntent()];
    const see = () => rewriteLedger((each) => ({ ...each, seen: true }));
    const need = (id: string) => updateIntent(id, (each) => ({ ...each, need: 'hiddenTab' }));
    await ledgerItem.set([settled, open]);
    await Promise.all([see(), need(open.id)]);
    expect(await ledgerItem.get()).toEqual([
      { ...settled, seen: true },
      { ...open, seen: true, need: 'hiddenTab' },
    ]);
    await ledgerItem.set([settled]);
    const [armed] = await Promise.all([armStored(wish({ after: settled.id })), see()]);
    expect(await ledgerItem.get()).toEqual([
      { ...settled, seen: true },
      { ...armed, seen: true },
    ]);
  });

  it.each<[string, Intent, boolean]>([
    ['armed', armedIntent(), true],
    ['fired', firedIntent(), true],
    ['settled', settledIntent(), false],
  ])('changes an intent that is %s: %#', async (_, intent, may) => {
    const others = [settledIntent(), settledIntent()];
    await ledgerItem.set([...others, intent]);
    const changed = await updateIntent(intent.id, (each) => ({ ...each, step: 'watching', seen: true }));
    expect(changed).toEqual(may ? { ...intent, step: 'watching', seen: true } : null);
    expect(await ledgerItem.get()).toEqual([...others, changed ?? intent]);
  });

  it('writes nothing where the change is none, or the intent is unknown', async () => {
    const intent = armedIntent();
    await ledgerItem.set([intent]);
    expect(await updateIntent(intent.id, () => null)).toBeNull();
    expect(await updateIntent(newId(), (each) => ({ ...each, seen: true }))).toBeNull();
    expect(await ledgerItem.get()).toEqual([intent]);
  });

  it('is written down before anybody is told', async () => {
    const armed = await armStored(wish());
    expect((await ledgerItem.get()).at(-1)).toEqual(armed);
  });

  it('is rewritten as a whole', async () => {
    await ledgerItem.set([settledIntent(), settledIntent()]);
    await rewriteLedger((each) => ({ ...each, seen: true }));
    expect((await ledgerItem.get()).map((each) => each.seen)).toEqual([true, true]);
    expect(await storedOpenIntent()).toBeNull();
  });
});
