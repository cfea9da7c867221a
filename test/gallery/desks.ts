/** Builders for stored state, used by the gallery and the tests. The tokens are made here and are plainly fake. */
import { clearingOff } from '../../lib/clearing/clearing.ts';
import { defaultCopying } from '../../lib/copy/copying.ts';
import type { Belongings } from '../../lib/state/around.ts';
import type { Desk } from '../../lib/state/desk.ts';
import type { Account, Intent, Outcome, Problem, TokenMark } from '../../lib/state/schemas.ts';
import { lastFourOf } from '../../lib/token.ts';

/** When the gallery's clock stands, local time, so that pictures are the same everywhere. */
export const galleryNow = new Date(2026, 4, 5, 14, 2, 11).getTime();
const dayMs = 86_400_000;

/** `days` before the gallery's now, epoch ms. */
export const daysAgo = (days: number): number => galleryNow - days * dayMs;

/** A token of `length` characters: counted up, so that nobody takes it for a real one. */
export function fakeToken(length = 32, start = 0): string {
  return Array.from({ length }, (_, index) => ((start + index) % 16).toString(16)).join('');
}

/** The mark of a fake token; its fingerprint is made up of `digit`. */
export function markOf(token: string, digit: string): TokenMark {
  return { fingerprint: digit.repeat(8), lastFour: lastFourOf(token) };
}

export const token = fakeToken();
export const mark = markOf(token, 'a');
export const oldMark = markOf(fakeToken(32, 5), 'b');

const accountKey = 'https://www.snapengage.com 5012';

/** An account with the gallery's token, seen today. */
export function account(changes: Partial<Account> = {}): Account {
  return {
    key: accountKey,
    origin: 'https://www.snapengage.com',
    orgId: '5012'.repeat(4),
    label: 'owner@example.com',
    mark,
    since: { at: daysAgo(62), how: 'created' },
    asOf: galleryNow - 3 * 60_000,
    change: null,
    ...changes,
  };
}

/** Nothing around the token: no places, no rotation, all settings as they are at first. */
export const noBelongings: Belongings = {
  ...{ places: {}, rotations: [], oldSecrets: {}, checks: {}, reminders: {}, widgetIds: {}, widgetOffers: [] },
  ...{ templates: [], copying: defaultCopying, clearing: clearingOff, pendingClear: null, popupPage: 'token' },
};

/** A desk that knows nothing but what is given. */
export function desk(changes: Partial<Desk> = {}): Desk {
  return {
    accounts: { current: null, byKey: {} },
    ledger: [],
    secrets: {},
    reading: null,
    problem: null,
    clearingNote: null,
    setAside: [],
    granted: true,
    ...noBelongings,
    ...changes,
  };
}

/** A desk that remembers `known` but holds no token. */
export function deskOf(known: Account, changes: Partial<Desk> = {}): Desk {
  return desk({ accounts: { current: known.key, byKey: { [known.key]: known } }, ...changes });
}

/** A desk that holds the token of `known`. */
export function deskWith(known: Account, secret = token, changes: Partial<Desk> = {}): Desk {
  return deskOf(known, { secrets: { [known.key]: { token: secret } }, ...changes });
}

/** An operation on the gallery's account, fired five seconds ago. */
export function intent(changes: Partial<Intent> = {}): Intent {
  return {
    id: '0'.repeat(32),
    wish: '1'.repeat(32),
    answered: false,
    kind: 'regenerate',
    account: accountKey,
    expected: oldMark,
    stage: 'fired',
    step: 'watching',
    tab: 1,
    document: null,
    need: null,
    doubt: null,
    armedAt: galleryNow - 8000,
    firedAt: galleryNow - 5000,
    settledAt: null,
    outcome: null,
    seen: false,
    ...changes,
  };
}

/** An operation that ended with `outcome`. */
export function settled(outcome: Outcome, changes: Partial<Intent> = {}): Intent {
  return intent({ stage: 'settled', settledAt: galleryNow - 1000, outcome, ...changes });
}

/** The last read ended with `failure`. */
export function problem(failure: Problem['failure'], changes: Partial<Problem> = {}): Problem {
  return { failure, reason: null, report: null, at: galleryNow, ...changes };
}
