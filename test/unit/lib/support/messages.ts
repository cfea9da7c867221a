/** Valid messages of every type and direction, as fast-check makes them. */
import fc from 'fast-check';
import { unreadableReasons } from '../../../../lib/failures.ts';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const id = hex(32);
const text = fc.string({ maxLength: 200 });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const kind = fc.constantFrom('generate', 'regenerate', 'delete');
const need = orNull(fc.constantFrom('hiddenTab', 'unknownDialog'));
const mark = fc.record({ fingerprint: hex(8), lastFour: orNull(hex(4)) });
const who = { orgId: orNull(text), label: orNull(text) };

const page = fc.oneof(
  fc.record({ kind: fc.constant('token'), token: fc.string({ minLength: 1, maxLength: 512 }), ...who }),
  fc.record({ kind: fc.constant('none'), ...who }),
  fc.record({
    kind: fc.constant('unreadable'),
    reason: fc.constantFrom(...unreadableReasons),
    report: fc.string({ maxLength: 4000 }),
  }),
  fc.record({ kind: fc.constantFrom('signedOut', 'error', 'other') }),
  fc.record({ kind: fc.constant('app'), route: orNull(fc.constantFrom('apiToken', 'api', 'myAccount', 'userMenu')) }),
);

const observation = fc.record(
  {
    ...{ document: id, asOf: fc.nat(), hidden: fc.boolean(), navigated: fc.boolean(), page },
    ...{ failed: fc.constant(true), widgets: fc.array(fc.uuid(), { maxLength: 5 }) },
  },
  { requiredKeys: ['document', 'asOf', 'hidden', 'navigated', 'page'] },
);

const progress = fc.oneof(
  fc.record({ kind: fc.constant('unknown') }),
  fc.record({
    kind: fc.constant('inFlight'),
    step: fc.constantFrom('reading', 'asking', 'confirming', 'watching'),
    need,
  }),
  fc.record({
    kind: fc.constant('notPressed'),
    failure: fc.constantFrom('changedElsewhere', 'otherAccount', 'busy', 'unreadable', 'interrupted', 'timedOut'),
  }),
  fc.record({ kind: fc.constant('pressed'), changed: fc.boolean(), answered: fc.boolean() }),
);

/** The requests that say nothing but what they are. */
export const plainRequests = [
  ...['opened', 'stayAwake', 'read', 'cancelReading', 'lookAgain', 'leaveUnknown', 'showPage'],
  ...['signIn', 'openDashboard', 'refreshPage'],
  ...['clearDue', 'sync', 'eraseAll'],
] as const;

const start = fc.record({
  type: fc.constant('start'),
  wish: id,
  after: orNull(id),
  kind,
  account: text,
  expected: orNull(mark),
});
const clip = fc.record({ salt: id, hash: hex(64) });
const reason = (maxLength: number) => fc.string({ maxLength });
/** What a person does to a rotation. */
const personsEvent = fc.oneof(
  fc.record({ type: fc.constantFrom('tick', 'untick', 'unskip'), place: id }),
  fc.record({ type: fc.constant('skip'), place: id, reason: reason(200) }),
  fc.record({ type: fc.constant('note'), reason: reason(500) }),
  fc.record({ type: fc.constant('close'), as: fc.constantFrom('completed', 'unproven') }),
  fc.record({ type: fc.constantFrom('goOn', 'goBack', 'abandon') }),
);
const stage = fc.constantFrom('prepare', 'regenerate', 'replace', 'prove', 'record', 'closed');
const path = fc.constantFrom('planned', 'emergency', 'delete', 'byHand');
export const request = fc.oneof(
  start,
  fc.record({ type: fc.constantFrom(...plainRequests) }),
  fc.record({
    ...{ type: fc.constant('copied'), account: text, mark, clip },
    format: fc.string({ minLength: 1, maxLength: 60 }),
  }),
  fc.record({ type: fc.constant('shown'), account: text, mark }),
  fc.record({ type: fc.constant('dismiss'), notice: fc.string({ maxLength: 60 }) }),
  fc.record({ type: fc.constant('check'), account: text }),
  fc.record({ type: fc.constant('beginRotation'), account: text, path }),
  fc.record({ type: fc.constantFrom('clearNow', 'keepClipboard'), salt: id }),
  fc.record({ type: fc.constant('rotate'), rotation: id, seen: stage, event: personsEvent }),
  fc.record({ type: fc.constant('prove'), rotation: id }),
);

export const report = fc.oneof(
  fc.record({ type: fc.constant('observed'), observation }),
  fc.record({ type: fc.constant('progress'), intent: id, observation, progress }),
  fc.record({ type: fc.constant('mayFire'), intent: id, document: id }),
  fc.record({ type: fc.constant('copied'), salt: id, hash: hex(64) }),
  fc.record({ type: fc.constant('pressed'), kind: fc.constantFrom('regenerate', 'delete') }),
);

export const command = fc.oneof(
  fc.record({ type: fc.constant('look') }),
  fc.record({ type: fc.constant('walk'), document: id }),
  fc.record({
    ...{ type: fc.constant('operate'), document: id, intent: id, kind },
    ...{ expected: orNull(hex(8)), ...who, until: fc.maxSafeInteger() },
  }),
  fc.record({ type: fc.constant('recall'), intent: id }),
);
