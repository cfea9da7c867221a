/**
 * The ledger of intents: every step of an operation is a pure function here, and is stored before it counts
 * (ARCHITECTURE, Operations). armed → fired → settled, never back, and a settled intent never changes again.
 */

import { withLock } from '../lock.ts';
import { newId } from '../new-id.ts';
import { newestIn, openIntent } from '../state/desk.ts';
import { ledgerItem } from '../state/items.ts';
import type { Intent, OperationKind, Outcome, TokenMark } from '../state/schemas.ts';
import { tieToRotation } from './rotations.ts';

/** How many intents are kept; the oldest go first. */
const mostKept = 50;

/** A confirmed wish; `wish` is its id, made when the person confirmed, `after` the newest intent that they knew of. */
export interface Wish {
  wish: string;
  after: string | null;
  kind: OperationKind;
  account: string;
  expected: TokenMark | null;
}

/**
 * `ledger` with a new armed intent for `wish`; null where another intent is open, or was armed since the person confirmed:
 * it may be that of this very wish, or of one that was confirmed at the same moment elsewhere.
 */
export function arm(
  ledger: readonly Intent[],
  { after, ...wish }: Wish,
  now: number,
): { ledger: Intent[]; intent: Intent } | null {
  if (openIntent(ledger) || newestIn(ledger) !== after) return null;
  const intent: Intent = {
    id: newId(),
    ...wish,
    stage: 'armed',
    step: 'reaching',
    tab: null,
    document: null,
    need: null,
    answered: false,
    doubt: null,
    armedAt: now,
    firedAt: null,
    settledAt: null,
    outcome: null,
    seen: false,
  };
  return { ledger: [...ledger.slice(1 - mostKept), intent], intent };
}

/** `intent` as fired, or null unless it is armed and was sent to just this document in this tab. */
export function fire(intent: Intent, tab: number, document: string, now: number): Intent | null {
  if (intent.stage !== 'armed' || intent.tab !== tab || intent.document !== document) return null;
  return { ...intent, stage: 'fired', step: 'confirming', need: null, firedAt: now };
}

/** `intent` as settled with `outcome`. */
export function settle(intent: Intent, outcome: Outcome, now: number): Intent {
  return { ...intent, stage: 'settled', need: null, doubt: null, settledAt: now, outcome };
}

/** Arms `wish` in the stored ledger; null where another intent is open. Resolves once it is stored. */
export async function armStored(wish: Wish): Promise<Intent | null> {
  return withLock('ledger', async () => {
    const armed = arm(await ledgerItem.get(), wish, Date.now());
    if (!armed) return null;
    // A rotation that cannot be stored holds no operation up: it finds the change by itself later.
    await tieToRotation(wish).catch(() => undefined);
    await ledgerItem.set(armed.ledger);
    return armed.intent;
  });
}

/**
 * Applies `change` to the stored intent `id` if it is still open; null from `change` changes nothing. Gives the
 * intent as stored now, or null where nothing was changed.
 */
export async function updateIntent(id: string, change: (intent: Intent) => Intent | null): Promise<Intent | null> {
  return withLock('ledger', async () => {
    const ledger = await ledgerItem.get();
    const intent = ledger.find((each) => each.id === id && each.stage !== 'settled');
    const changed = intent ? change(intent) : null;
    if (!changed) return null;
    await ledgerItem.set(ledger.map((each) => (each.id === id ? changed : each)));
    return changed;
  });
}

/** The open intent of the stored ledger, or null. */
export async function storedOpenIntent(): Promise<Intent | null> {
  return openIntent(await ledgerItem.get());
}

/** Applies `change` to every stored intent. */
export async function rewriteLedger(change: (intent: Intent) => Intent): Promise<void> {
  await withLock('ledger', async () => ledgerItem.set((await ledgerItem.get()).map(change)));
}
