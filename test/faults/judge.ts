/** Holds what the extension says in the end against what the server did. Pure; the server is always right. */
import type { Intent } from '../../lib/state/schemas.ts';

/** The popup's final words. `none`: nothing is said. `hung`: it is there and comes to no end. */
export type Word = 'done' | 'notDone' | 'unknown' | 'changedElsewhere' | 'none' | 'hung';

/** What a popup says, and of what, where it says that something is done. */
export interface Said {
  word: Word;
  verb: 'generated' | 'regenerated' | 'deleted' | null;
  /** The last four characters that it names last. */
  lastFour: string | null;
  /** The state it shows, where that is one of those a trial can end in; else empty. */
  title: string;
  /** The last four characters of the token that it shows, masked or not; null where it shows none. */
  shows: string | null;
}

export interface Evidence {
  /** The intents that this trial made, oldest first. */
  intents: Intent[];
  /** How many confirms and messages got through. */
  confirmed: number;
  /** Operations that the server received and applied, all kinds together, in this trial. */
  received: number;
  applied: number;
  /** Operations that it received after the end of the trial before. */
  late: number;
  /** How many of them a reload of ours sent again: see `resentBy`. */
  resent: number;
  /** How often somebody else changed the token in this trial. */
  elsewhere: number;
  /** The browser or the extension was started anew: what was in memory is gone. */
  forgotten: boolean;
  /** All was settled before the time was over. */
  inTime: boolean;
  /** Nobody looked, and the background has not come to an end by itself. */
  isNeglected: boolean;
  /** In this trial the extension has noticed a change by others. */
  noticesChange: boolean;
  /** How often the server changed a token that no page had shown since the wish, unless it was the confirmed one. */
  unconfirmed: number;
  /** What each popup says of it. */
  said: Said[];
  /** Fingerprint and last four of the server's token now. */
  server: string | null;
  serverLastFour: string | null;
  /** Fingerprints of the token that the extension knew, and had in its memory, as soon as all was settled. */
  settled: { known: string | null; memory: string | null };
  /** The same after a read, where one was needed. */
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
 * nobody can see. What the person presses by themselves, at `pressedAt`, is written down only when it has been heard of.
 */
export function unconfirmedOf(
  intents: readonly Intent[],
  shown: readonly { token: string | null; at: number }[],
  appliedAt: readonly number[],
  pressedAt: readonly number[] = [],
): number {
  return appliedAt.filter((received) => {
    const byPerson = ({ armedAt }: Intent) => pressedAt.some((at) => at >= armedAt && at <= received);
    const isFired = ({ firedAt }: Intent) => firedAt !== null && firedAt <= received;
    const pressed = intents.findLast((intent) => isFired(intent) || byPerson(intent));
    // Pressed before it was written down that it may be.
    if (!pressed) return true;
    const expected = pressed.expected?.fingerprint ?? null;
    return !shown.some(({ token, at }) => at >= pressed.armedAt && at <= received && token === expected);
  }).length;
}

/** What a reload sends again, it sends within this time (ms): a busy browser takes its time. */
const resendLimitMs = 10_000;

/**
 * How many of `requests` are a POST that a reload sent again, at most one for each of the reloads at `reloadedAt` (epoch
 * ms). A browser does that where the POST was answered by a page, as a refusal is, and not by a redirect, or is still
 * under way; a person is asked first, the API that reloads for us asks nobody.
 */
export function resentBy(
  requests: readonly { method: string; path: string; status: number; at: number }[],
  reloadedAt: readonly number[],
): number {
  const posts = requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/app/'));
  const again: typeof posts = [];
  for (const [n, post] of posts.entries()) {
    const before = posts[n - 1];
    // A status of 0 is a connection that died: the browser's own page in its place is reloaded by asking again. What was
    // sent again is so once more, too.
    const isUnanswered = before && (before.status >= 400 || before.status === 0 || again.includes(before));
    if (isUnanswered && before.path === post.path) again.push(post);
  }
  return reloadedAt.filter((reload) => {
    const its = again.findIndex(({ at }) => at >= reload && at <= reload + resendLimitMs);
    if (its >= 0) again.splice(its, 1);
    return its >= 0;
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
  const { intents, received, resent, late } = evidence;
  const fired = intents.filter(({ firedAt }) => firedAt !== null).length;
  const applied = appliedOnce(evidence);
  const found = (sentence: string) => [{ kind: 'duplicate' as const, sentence }];
  if (late > 0) return found(`The server received ${late} operations after the trial before had ended.`);
  if (applied > 1) return found(`The server applied ${applied} operations.`);
  if (received - resent > fired) return found(`The server received ${received} operations for ${fired} fired intents.`);
  return [];
}

function unconfirmed({ unconfirmed: count, intents, elsewhere }: Evidence): Verdicts {
  const found = (sentence: string) => ({ kind: 'unconfirmed' as const, sentence });
  // What is found changed without having been fired is written down as fired when it was armed.
  const unasked = intents.filter(({ armedAt, firedAt }) => firedAt === armedAt && elsewhere === 0);
  return [
    ...(count > 0 ? [found(`${count} changed a token that was not the confirmed one, or without asking.`)] : []),
    ...unasked.map(() => found('An intent was pressed that nobody had been asked for.')),
  ];
}

function stuck({ intents, ownTabs, said, inTime, isNeglected }: Evidence): Verdicts {
  const found = (sentence: string) => ({ kind: 'stuck' as const, sentence });
  return [
    ...(inTime ? [] : [found('It is not settled when the time is over.')]),
    ...(isNeglected ? [found('Nobody looks, and nothing comes to an end.')] : []),
    ...intents
      .filter(({ stage }) => stage !== 'settled')
      .map(({ stage, step, doubt }) => found(`An intent stays ${stage}, ${step}, in doubt: ${doubt}.`)),
    ...(ownTabs > 0 ? [found(`${ownTabs} tabs of ours stay open.`)] : []),
    ...(said.some(({ word }) => word === 'hung') ? [found('A popup comes to no final words.')] : []),
  ];
}

function wrongReports(evidence: Evidence): Verdicts {
  const { intents, elsewhere, said } = evidence;
  const applied = appliedOnce(evidence);
  const wrong = (sentence: string) => ({ kind: 'wrongReport' as const, sentence });
  const ended = intents.filter(({ outcome }) => outcome !== null);
  const done = ended.filter(({ outcome }) => outcome?.kind === 'done');
  const undecided = ended.filter(({ outcome }) => outcome?.kind === 'notDone' && outcome.failure === 'unknownOutcome');
  const found: Verdicts = [];
  // "The token was regenerated" is true also where somebody else did it at the very moment: the words name nobody.
  if (done.length > applied + elsewhere)
    found.push(wrong(`${done.length} are said to be done, ${applied} were applied.`));
  if (applied > done.length + undecided.length)
    found.push(wrong(`${applied} were applied, ${done.length} are said to be done.`));
  if (done.some(({ firedAt }) => firedAt === null)) found.push(wrong('One is said to be done that was never fired.'));
  // Where nobody else changes anything, the page tells in the end.
  if (undecided.length > 0 && elsewhere === 0) found.push(wrong('An outcome is said to be unknown that can be read.'));
  if (evidence.noticesChange && isUndisturbed(evidence))
    found.push(wrong('A change by others is noticed that nobody has made.'));
  return [...found, ...said.flatMap((each) => wrongWords(each, evidence)).map(wrong)];
}

/** Nobody but the extension has changed the token, not even the browser by sending a request again. */
function isUndisturbed({ elsewhere, resent }: Evidence): boolean {
  return elsewhere === 0 && resent === 0;
}

/** What is wrong with what one popup says; that it hangs is said elsewhere. */
function wrongWords(said: Said, evidence: Evidence): string[] {
  return [...wrongToken(said, evidence), ...wrongEnd(said, evidence)];
}

/** The token that it shows is the server's, and it says that there is none where there is none. */
function wrongToken({ title, shows }: Said, evidence: Evidence): string[] {
  const { server, serverLastFour } = evidence;
  if (!isUndisturbed(evidence)) return [];
  if (title === 'No API token' && server !== null) return ['The popup says that there is no token.'];
  return shows === null || shows === serverLastFour ? [] : [`The popup shows …${shows}, and it is …${serverLastFour}.`];
}

function wrongEnd(said: Said, evidence: Evidence): string[] {
  const { intents, serverLastFour } = evidence;
  const { word } = said;
  const last = intents.at(-1);
  if (!last) return quietWords.includes(word) ? [] : [`There is no intent, and the popup says ${word}.`];
  if (!last.outcome || word === 'hung') return [];
  const isAlone = isUndisturbed(evidence);
  if (!wordsFor(last.outcome, !isAlone).includes(word))
    return [`The last intent is ${last.outcome.kind}, and the popup says ${word}.`];
  return word === 'done' ? wrongDone(said, last, isAlone ? serverLastFour : null) : [];
}

/** Of what nobody has asked for there is nothing to say. */
const quietWords: Word[] = ['none', 'changedElsewhere', 'hung'];

/** `lastFour` of the token now; null: nobody knows which one the words are of. */
function wrongDone({ verb, lastFour: said }: Said, { kind, expected }: Intent, lastFour: string | null): string[] {
  if (verb !== pastOf[kind]) return [`It was a ${kind}, and the popup says ${verb}.`];
  const named = kind === 'delete' ? (expected?.lastFour ?? null) : lastFour;
  return named === null || said === named ? [] : [`The popup names …${said}, and it is …${named}.`];
}

const pastOf = { generate: 'generated', regenerate: 'regenerated', delete: 'deleted' } as const;

/** What the popup may say where the last intent ended with `outcome`; news of a later change comes before. */
function wordsFor(outcome: NonNullable<Intent['outcome']>, overtaken: boolean): Word[] {
  const isUnknown = outcome.kind === 'notDone' && outcome.failure === 'unknownOutcome';
  const word = isUnknown ? 'unknown' : outcome.kind;
  return overtaken ? [word, 'changedElsewhere'] : [word];
}

function lost(evidence: Evidence): Verdicts {
  const { server, known, memory, settled, intents, confirmed, forgotten, inTime } = evidence;
  const found = (sentence: string) => [{ kind: 'lost' as const, sentence }];
  if (confirmed > 0 && intents.length === 0) return found('It was confirmed, and no intent was stored.');
  if (server !== known || server !== memory)
    return found(`The server has ${server}, known is ${known}, in memory ${memory}.`);
  // The new token is stored before anything else is done with it: nothing has to be read for it.
  const isDone = intents.at(-1)?.outcome?.kind === 'done';
  const wasStored = settled.known === server && (forgotten || settled.memory === server);
  if (isDone && inTime && isUndisturbed(evidence) && !wasStored)
    return found(`When it was done the server had ${server}, known was ${settled.known}, in memory ${settled.memory}.`);
  return [];
}
