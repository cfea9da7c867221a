/** One event in words, for the history table of a Markdown record. */
import type { TokenMark } from '../state/schemas.ts';
import type { RecordedEvent, Span, Summary } from './entry.ts';
import { type RecordLabels, wordFor } from './labels.ts';
import { durationText, localTime, markText, type OffsetAt } from './written.ts';

type Mark = TokenMark | null;

/** How a record is written: in which words, and in which local time. */
export interface Writing {
  labels: RecordLabels;
  offsetAt: OffsetAt;
}

/** `old → new`, both as fingerprint and last 4. */
export function changeText(from: Mark, to: Mark, { noToken }: RecordLabels): string {
  return `${markText(from) || noToken} → ${markText(to) || noToken}`;
}

/** `1 h 4 min`, or `1 h 4 min – 1 h 9 min` where the start is uncertain. */
export function spanText({ atLeast, atMost }: Span): string {
  const [least, most] = [durationText(atLeast), durationText(atMost)];
  return least === most ? least : `${least} – ${most}`;
}

/** Which token an event is of; `''` where it is of none. */
export function tokenText(event: RecordedEvent, labels: RecordLabels): string {
  if ('mark' in event) return markText(event.mark) || labels.noToken;
  if ('from' in event && 'to' in event) return changeText(event.from, event.to, labels);
  if ('from' in event) return event.kind === 'deleted' ? changeText(event.from, null, labels) : markText(event.from);
  return 'to' in event ? changeText(null, event.to, labels) : '';
}

/** The rest of what is known of an event, in one line; `''` where that is nothing. */
export function detailsText(event: RecordedEvent, writing: Writing): string {
  return detailsOf(event, writing)
    .filter((detail) => detail !== '')
    .join(' · ');
}

function detailsOf(event: RecordedEvent, { labels, offsetAt }: Writing): string[] {
  switch (event.kind) {
    case 'copied':
      return [wordFor(labels.formats, event.format)];
    case 'checked':
      return [wordFor(labels.tokens, event.which), verdictText(event, labels)];
    case 'notDone':
      return [wordFor(labels.operations, event.operation), wordFor(labels.failures, event.failure)];
    case 'unknownOutcome':
      return [wordFor(labels.operations, event.operation)];
    case 'changedElsewhere':
      return [`${labels.lastSeen} ${localTime(event.lastSeenAt, offsetAt)}`];
    case 'rotationStarted':
      return [wordFor(labels.paths, event.path), event.reason];
    case 'rotationStep':
      return [wordFor(labels.steps, event.step)];
    case 'placeDone':
    case 'placeReopened':
      return [event.place];
    case 'placeSkipped':
      return [event.place, event.reason];
    case 'rotationClosed':
      return summaryDetails(event.summary, labels);
    case 'shown':
    case 'generated':
    case 'regenerated':
    case 'deleted':
    case 'clipboardCleared':
      return [];
  }
}

/** `cannot tell (offline)`. */
function verdictText({ verdict, why }: { verdict: string; why: string | null }, labels: RecordLabels): string {
  const word = wordFor(labels.verdicts, verdict);
  return why === null ? word : `${word} (${wordFor(labels.whys, why)})`;
}

function summaryDetails({ endedAs, reason, counts, downtime, proofs }: Summary, labels: RecordLabels): string[] {
  const states = (['done', 'skipped', 'open'] as const).map(
    (state) => `${wordFor(labels.states, state)}: ${counts[state]}`,
  );
  const proven = (['new', 'old'] as const).map((which) => {
    const proof = proofs[which];
    return proof ? `${wordFor(labels.tokens, which)}: ${verdictText(proof, labels)}` : '';
  });
  const down = downtime ? `${labels.downtime}: ${spanText(downtime)}` : '';
  return [wordFor(labels.endings, endedAs), reason, ...states, down, ...proven];
}
