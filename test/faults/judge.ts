/** Holds what the extension says in the end against what the server did. Pure; the server is always right. */
import type { Intent } from '../../lib/state/schemas.ts';
import type { Word } from './popup.ts';

export interface Evidence {
  /** The intents that this trial made, oldest first. */
  intents: Intent[];
  /** Operations that the server received and applied, all kinds together, in this trial. */
  received: number;
  applied: number;
  /** How many of them a reload of ours sent again: see `resentBy`. */
  resent: number;
  /** How often somebody else changed the token in this trial. */
  elsewhere: number;
  /** How often the server changed a token that no page had shown since the wish, unless it was the confirmed one. */
  unconfirmed: number;
  /** What the popup says of it. */
  word: Word;
  /** Fingerprints of the server's token now, of the one the extension knows, and of the one in its memory. */
  server: string | null;
  known: string | null;
  memory: string | null;
  /** Tabs of ours that were left open. */
  ownTabs: number;
}

export type Violation = 'duplicate' | 'unconfirmed' | 'lost' | 'wrongReport' | 'stuck';

/** What is wrong with it, each with a sentence; nothing where all is as promised. */
export function judge(evidence: Evidence): { kind: Violation; sentence: string }[] {
  return [
    ...duplicates(evidence),
    ...unconfirmed(evidence),
    ...stuck(evidence),
    ...wrongReports(evidence),
    ...lost(evidence),
  ];
}

type Verdicts = ReturnType<typeof judge>;

/**
 * How many of the operations received at `appliedAt` came from no page that showed the token which the newest intent
 * fired by then was confirmed for: each is pressed on a page asked for after the wish. Times are epoch ms; `shown` and
 * the intents name tokens by their fingerprints, null for none. What somebody else changes after that page was shown,
 * nobody can see.
 */
export function unconfirmedOf(
  intents: readonly Intent[],
  shown: readonly { token: string | null; at: number }[],
  appliedAt: readonly number[],
): number {
  return appliedAt.filter((received) => {
    const pressed = intents.findLast(({ firedAt }) => firedAt !== null && firedAt <= received);
    if (!pressed) return false;
    const expected = pressed.expected?.fingerprint ?? null;
    return !shown.some(({ token, at }) => at >= pressed.armedAt && at <= received && token === expected);
  }).length;
}

/**
 * How many of `requests` are a POST that a reload sent again. A browser does that where the POST was answered by a page,
 * as a refusal is, and not by a redirect; a person is asked first, the API that reloads for us asks nobody.
 */
export function resentBy(requests: readonly { method: string; path: string; status: number }[]): number {
  const posts = requests.filter(({ method }) => method === 'POST');
  return posts.filter(({ path }, at) => {
    const before = posts[at - 1];
    // A status of 0 is a connection that died: the browser's own page in its place is reloaded by asking again.
    return before?.path === path && (before.status >= 400 || before.status === 0);
  }).length;
}

/**
 * How many operations were applied, a POST and its repetition by a reload counted as one: what the reload cut off may
 * have been applied, and so may the repetition.
 */
function appliedOnce({ applied, resent }: Evidence): number {
  return Math.max(Math.min(applied, 1), applied - resent);
}

function duplicates(evidence: Evidence): Verdicts {
  const { intents, received, resent } = evidence;
  const fired = intents.filter(({ firedAt }) => firedAt !== null).length;
  const applied = appliedOnce(evidence);
  if (applied > 1) return [{ kind: 'duplicate', sentence: `The server applied ${applied} operations.` }];
  if (received - resent > fired)
    return [{ kind: 'duplicate', sentence: `The server received ${received} operations for ${fired} fired intents.` }];
  return [];
}

function unconfirmed({ unconfirmed: count }: Evidence): Verdicts {
  if (count === 0) return [];
  return [{ kind: 'unconfirmed', sentence: `${count} changed a token that was not the confirmed one.` }];
}

function stuck({ intents, ownTabs }: Evidence): Verdicts {
  const open = intents.filter(({ stage }) => stage !== 'settled');
  return [
    ...open.map(({ stage, step, doubt }) => ({
      kind: 'stuck' as const,
      sentence: `An intent stays ${stage}, ${step}, in doubt: ${doubt}.`,
    })),
    ...(ownTabs > 0 ? [{ kind: 'stuck' as const, sentence: `${ownTabs} tabs of ours stay open.` }] : []),
  ];
}

function wrongReports(evidence: Evidence): Verdicts {
  const { intents, elsewhere, word } = evidence;
  const applied = appliedOnce(evidence);
  const wrong = (sentence: string) => ({ kind: 'wrongReport' as const, sentence });
  const outcomes = intents.flatMap(({ outcome }) => outcome ?? []);
  const done = outcomes.filter(({ kind }) => kind === 'done').length;
  const undecided = outcomes.filter((each) => each.kind === 'notDone' && each.failure === 'unknownOutcome').length;
  const found: Verdicts = [];
  // "The token was regenerated" is true also where somebody else did it at the very moment: the words name nobody.
  if (done > applied + elsewhere) found.push(wrong(`${done} are said to be done, ${applied} were applied.`));
  if (applied > done + undecided) found.push(wrong(`${applied} were applied, ${done} are said to be done.`));
  const last = outcomes.at(-1);
  if (last && !wordsFor(last, elsewhere > 0).includes(word))
    found.push(wrong(`The last intent is ${last.kind}, and the popup says ${word}.`));
  return found;
}

/** What the popup may say where the last intent ended with `outcome`; news of a later change comes before. */
function wordsFor(outcome: NonNullable<Intent['outcome']>, overtaken: boolean): Word[] {
  const isUnknown = outcome.kind === 'notDone' && outcome.failure === 'unknownOutcome';
  const word = isUnknown ? 'unknown' : outcome.kind;
  return overtaken ? [word, 'changedElsewhere'] : [word];
}

function lost({ server, known, memory }: Evidence): Verdicts {
  if (server === known && server === memory) return [];
  const sentence = `The server has ${server}, known is ${known}, in memory ${memory}.`;
  return [{ kind: 'lost', sentence }];
}
