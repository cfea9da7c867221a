/** Entries for tests: made one by one, and drawn at random from all that the schema takes. */
import fc from 'fast-check';
import { newId } from '../../../../lib/new-id.ts';
import {
  checkedTokens,
  type Entry,
  latestTime,
  type RecordedEvent,
  recordedOperations,
  recordedVerdicts,
} from '../../../../lib/record/entry.ts';
import type { TokenMark } from '../../../../lib/state/schemas.ts';

/** A mark told from others by `number`. */
export function mark(number: number): TokenMark {
  return { fingerprint: number.toString(16).padStart(8, '0'), lastFour: number.toString().padStart(4, '0').slice(-4) };
}

export function entry(event: RecordedEvent, at = 1, account = 'one'): Entry {
  return { id: newId(), at, account, event };
}

/** What people type: markup, formulas, separators, other scripts. */
const odd = [
  '|',
  '`',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '\\',
  '=',
  '+',
  '-',
  '@',
  '"',
  ',',
  ';',
  "'",
  '＝',
  '＠',
];
const unit = fc.oneof(fc.constantFrom(...odd, 'a', 'Z', '0', ' ', 'é', '日', '😀'));
const text = (minLength: number, maxLength: number) =>
  fc.string({ unit, minLength, maxLength: Math.min(maxLength, 20) });
const lines = fc.array(text(0, 20), { maxLength: 3 }).map((each) => each.join('\n'));
const code = fc.constantFrom('planned', 'replace', 'rateLimited', 'offline', 'constructor', 'toString');
const time = fc.integer({ min: 0, max: latestTime });
const count = fc.nat();
const id = fc.nat().map((number) => number.toString(16).padStart(32, '0'));
const someMark = fc.option(
  fc.record({ fingerprint: fc.nat().map((number) => mark(number).fingerprint), lastFour: fc.option(text(4, 4)) }),
);
const why = fc.option(code);
const verdict = fc.constantFrom(...recordedVerdicts);
const operation = fc.constantFrom(...recordedOperations);
const place = text(1, 20);
const proof = fc.option(fc.record({ verdict, why, at: time }));
const summary = fc.record({
  endedAs: code,
  reason: lines,
  counts: fc.record({ done: count, skipped: count, open: count }),
  downtime: fc.option(fc.record({ atLeast: count, atMost: count })),
  proofs: fc.record({ new: proof, old: proof }),
});
const is = <Kind extends string>(kind: Kind) => fc.constant(kind);

const kinds = {
  copied: fc.record({ kind: is('copied'), format: text(1, 20), mark: someMark }),
  shown: fc.record({ kind: is('shown'), mark: someMark }),
  checked: fc.record({ kind: is('checked'), which: fc.constantFrom(...checkedTokens), mark: someMark, verdict, why }),
  generated: fc.record({ kind: is('generated'), to: someMark }),
  regenerated: fc.record({ kind: is('regenerated'), from: someMark, to: someMark }),
  deleted: fc.record({ kind: is('deleted'), from: someMark }),
  notDone: fc.record({ kind: is('notDone'), operation, failure: code }),
  unknownOutcome: fc.record({ kind: is('unknownOutcome'), operation }),
  changedElsewhere: fc.record({
    ...{ kind: is('changedElsewhere'), from: someMark, to: someMark },
    ...{ lastSeenAt: time, noticedAt: time },
  }),
  rotationStarted: fc.record({ kind: is('rotationStarted'), rotation: id, path: code, reason: lines, from: someMark }),
  rotationStep: fc.record({ kind: is('rotationStep'), rotation: id, step: code }),
  placeDone: fc.record({ kind: is('placeDone'), rotation: id, place }),
  placeSkipped: fc.record({ kind: is('placeSkipped'), rotation: id, place, reason: lines }),
  placeReopened: fc.record({ kind: is('placeReopened'), rotation: id, place }),
  rotationClosed: fc.record({ kind: is('rotationClosed'), rotation: id, from: someMark, to: someMark, summary }),
  clipboardCleared: fc.record({ kind: is('clipboardCleared') }),
} satisfies { [Kind in RecordedEvent['kind']]: fc.Arbitrary<Extract<RecordedEvent, { kind: Kind }>> };

const anyEvent: fc.Arbitrary<RecordedEvent> = fc.oneof(...Object.values(kinds));
const anyAccount = fc.constantFrom('one', 'two', '__proto__');
export const anyEntry: fc.Arbitrary<Entry> = fc.record({ id, at: time, account: anyAccount, event: anyEvent });
/** An account that a page could show. */
export const anyRecordAccount = fc.record({
  label: fc.option(text(0, 20)),
  orgId: fc.option(fc.constant('12'.repeat(8))),
  origin: fc.constant('https://www.snapengage.com'),
});
export const anyText = text(0, 20);
/** One event of each kind. */
export const oneOfEach: RecordedEvent[] = Object.values(kinds).flatMap((kind) =>
  fc.sample<RecordedEvent>(kind, { numRuns: 1, seed: 1 }),
);
