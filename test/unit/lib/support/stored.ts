/** Builders for what is stored and sent, each valid by itself; tests change what they are about. */

import type { Observation, PageReport } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import type { Intent, TokenMark } from '../../../../lib/state/schemas.ts';
import { fingerprintOf, lastFourOf } from '../../../../lib/token.ts';

/** A time to count from, epoch ms. */
export const noon = 1_760_000_000_000;

export async function markOfToken(token: string): Promise<TokenMark> {
  return { fingerprint: await fingerprintOf(token), lastFour: lastFourOf(token) };
}

export function armedIntent(changes: Partial<Intent> = {}): Intent {
  return {
    id: newId(),
    wish: newId(),
    kind: 'regenerate',
    account: 'https://www.snapengage.com#1',
    expected: { fingerprint: 'a1b2c3d4', lastFour: null },
    stage: 'armed',
    step: 'reaching',
    tab: 7,
    document: newId(),
    need: null,
    answered: false,
    doubt: null,
    armedAt: noon,
    firedAt: null,
    settledAt: null,
    outcome: null,
    seen: false,
    ...changes,
  };
}

export const firedIntent = (changes: Partial<Intent> = {}): Intent =>
  armedIntent({ stage: 'fired', step: 'confirming', firedAt: noon + 1_000, ...changes });

export const settledIntent = (changes: Partial<Intent> = {}): Intent =>
  firedIntent({ stage: 'settled', settledAt: noon + 2_000, outcome: { kind: 'done', mark: null }, ...changes });

export function observationOf<P extends PageReport>(page: P, changes: Partial<Omit<Observation, 'page'>> = {}) {
  return { document: newId(), asOf: noon, hidden: true, navigated: true, ...changes, page };
}
