// @vitest-environment node
/** Every field of every message: missing, of another kind, too long or malformed, and the message is refused. */
import { describe, expect, it } from 'vitest';
import { isYes, parseCommand, placesIn } from '../../../../lib/messages/commands.ts';
import {
  operateReplySchema,
  recallReplySchema,
  reportSchema,
  walkReplySchema,
} from '../../../../lib/messages/reports.ts';
import { requestSchema } from '../../../../lib/messages/requests.ts';
import { newId } from '../../../../lib/new-id.ts';
import { longestKey } from '../../../../lib/state/schemas.ts';
import { newToken } from '../support/pages.ts';

const id = newId();
const long = 'x'.repeat(201);
/** What no id and no fingerprint is. */
const noIds = [undefined, null, 7, '', id.slice(1), `${id}0`, id.toUpperCase(), `${id.slice(1)}g`, `${id}\n`, [id]];
const noTexts = [undefined, 7, {}, long];
const noFlags = [undefined, null, 0, 1, 'true'];
const noFingerprints = [undefined, 7, '', 'a1b2c3', 'A1B2C3D4', 'a1b2c3d4e', 'a1b2c3d\n', ['a1b2c3d4']];
const mark = { fingerprint: 'a1b2c3d4', lastFour: null };
const page = { kind: 'token', token: newToken(), orgId: null, label: null };
const observation = { document: id, asOf: 1, hidden: false, navigated: true, page };
const uuids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
const inFlight = { kind: 'inFlight', step: 'asking', need: null };

const noAccounts = [undefined, 7, {}, 'x'.repeat(longestKey + 1), null, 'a\u202eb'];
const noMarks = [undefined, null, 'a1b2c3d4', {}, ...noFingerprints.map((fingerprint) => ({ ...mark, fingerprint }))];
const clip = { salt: id, hash: id + id };
const noClips = [
  ...[undefined, null, id, {}],
  ...noIds.map((salt) => ({ ...clip, salt })),
  ...[...noIds, id, `${id}${id}0`].map((hash) => ({ ...clip, hash })),
];
/** What no person does to a rotation, and what the token alone may do to it. */
const noEvents = [
  ...[undefined, null, 'abandon', {}, { type: 'close' }, { type: 'close', as: 'abandoned' }, { type: 'constructor' }],
  ...['operate', 'done', 'notDone', 'unknown'].map((type) => ({ type, wish: id, mark: null, at: 1, lastSeenAt: null })),
  { type: 'changed', to: null, at: 1, lastSeenAt: null },
  { type: 'proved', which: 'old', fingerprint: 'a1b2c3d4', verdict: { kind: 'refused' }, change: 1 },
  { type: 'places', places: [] },
  ...['tick', 'untick', 'unskip'].flatMap((type) => noIds.map((place) => ({ type, place }))),
  ...[undefined, null, 7, 'x'.repeat(201), 'a\nb'].map((reason) => ({ type: 'skip', place: id, reason })),
  ...[undefined, null, 7, 'x'.repeat(501), 'a\u0000b'].map((reason) => ({ type: 'note', reason })),
];

type Row = [name: string, message: Record<string, unknown>, refused: Record<string, unknown[]>];

const requests: Row[] = [
  [
    'start',
    { type: 'start', wish: id, after: null, kind: 'delete', account: 'a', expected: mark },
    {
      wish: noIds,
      after: noIds.filter((each) => each !== null),
      kind: [undefined, 'Delete', 'remove', '__proto__', null],
      account: [undefined, 7, {}, 'x'.repeat(longestKey + 1), null],
      expected: [
        undefined,
        'a1b2c3d4',
        {},
        ...noFingerprints.map((fingerprint) => ({ ...mark, fingerprint })),
        { ...mark, lastFour: 1 },
      ],
    },
  ],
  [
    'copied',
    { type: 'copied', account: 'a', mark, format: 'template:x', clip },
    { account: noAccounts, mark: noMarks, format: [undefined, '', 7, 'x'.repeat(61), 'a\u0000'], clip: noClips },
  ],
  ['shown', { type: 'shown', account: 'a', mark }, { account: noAccounts, mark: noMarks }],
  ['check', { type: 'check', account: 'a' }, { account: noAccounts }],
  [
    'beginRotation',
    { type: 'beginRotation', account: 'a', path: 'byHand' },
    { account: noAccounts, path: [undefined, null, 'byhand', '__proto__', ''] },
  ],
  [
    'rotate',
    { type: 'rotate', rotation: id, seen: 'prove', event: { type: 'abandon' } },
    { rotation: noIds, seen: [undefined, null, 'Prove', '__proto__', ''], event: noEvents },
  ],
  ...['clearNow', 'keepClipboard'].map((type): Row => [type, { type, salt: id }, { salt: noIds }]),
  ['prove', { type: 'prove', rotation: id }, { rotation: noIds }],
];
const pages = [
  ...[undefined, null, 'token', {}, { kind: 'constructor' }, { kind: 'token' }, { ...page, token: '' }],
  ...[
    { ...page, token: 'x'.repeat(513) },
    { ...page, token: null },
    { ...page, orgId: long },
    { ...page, label: long },
  ],
  ...[
    { kind: 'none' },
    { kind: 'app', route: 'delete' },
    { kind: 'app' },
    { kind: 'unreadable', reason: 'x', report: '' },
  ],
  ...[
    { kind: 'unreadable', reason: 'hidden', report: 'x'.repeat(4001) },
    { kind: 'unreadable', reason: 'hidden' },
  ],
];
const observations = [
  ...[undefined, null, {}, ...noIds.map((document) => ({ ...observation, document }))],
  ...[undefined, null, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1'].map((asOf) => ({ ...observation, asOf })),
  ...noFlags.flatMap((each) => [
    { ...observation, hidden: each },
    { ...observation, navigated: each },
  ]),
  ...pages.map((each) => ({ ...observation, page: each })),
  ...[null, 'a', [null], ['a'], [crypto.randomUUID().toUpperCase()], uuids(6)].map((widgets) => ({
    ...observation,
    widgets,
  })),
];
const progresses = [
  ...[undefined, null, {}, { kind: 'done' }, { kind: 'toString' }, { kind: 'pressed' }, { kind: 'inFlight' }],
  ...[
    { ...inFlight, step: 'fired' },
    { ...inFlight, need: 'you' },
    { kind: 'notPressed', failure: 'offline' },
  ],
  ...noFlags.flatMap((each) => [
    { kind: 'pressed', changed: each, answered: true },
    { kind: 'pressed', changed: true, answered: each },
  ]),
];
const reports: Row[] = [
  ['observed', { type: 'observed', observation }, { observation: observations }],
  ['mayFire', { type: 'mayFire', intent: id, document: id }, { intent: noIds, document: noIds }],
  ['copied', { type: 'copied', salt: id, hash: id + id }, { salt: noIds, hash: [...noIds, id, `${id}${id}0`] }],
  ['pressed', { type: 'pressed', kind: 'delete' }, { kind: [undefined, null, 'generate', 'Delete', '__proto__'] }],
  [
    'progress',
    { type: 'progress', intent: id, observation, progress: inFlight },
    { intent: noIds, observation: observations, progress: progresses },
  ],
];
const commands: Row[] = [
  ['look', { type: 'look' }, {}],
  ['walk', { type: 'walk', document: id }, { document: noIds }],
  ['recall', { type: 'recall', intent: id }, { intent: noIds }],
  [
    'operate',
    { type: 'operate', document: id, intent: id, kind: 'delete', expected: null, orgId: null, label: 'a', until: 0 },
    {
      document: noIds,
      intent: noIds,
      kind: [undefined, null, 'remove', '__proto__'],
      expected: noFingerprints,
      orgId: noTexts,
      label: noTexts,
      until: [undefined, null, '0', 0.5, Number.NaN, Number.POSITIVE_INFINITY],
    },
  ],
];

describe.each<[string, Row[], (message: unknown) => boolean]>([
  ['request', requests, (message) => requestSchema.safeParse(message).success],
  ['report', reports, (message) => reportSchema.safeParse(message).success],
  ['command', commands, (message) => parseCommand(message) !== null],
])('a %s', (_, rows, isRead) => {
  it.each(rows)('%s', (_name, message, refused) => {
    expect(isRead(message)).toBe(true);
    const { type: __, ...fields } = message;
    expect(Object.keys(refused).sort()).toEqual(Object.keys(fields).sort());
    for (const [field, values] of Object.entries(refused)) {
      const { [field]: ___, ...without } = message;
      expect([field, 'missing', isRead(without)]).toEqual([field, 'missing', false]);
      for (const value of values)
        expect([field, value, isRead({ ...message, [field]: value })]).toEqual([field, value, false]);
    }
  });
});

describe('every value that a report may name is one', () => {
  const says = (changes: object) => ({ type: 'progress', intent: id, observation, progress: inFlight, ...changes });
  const ends = ['changedElsewhere', 'otherAccount', 'busy', 'unreadable', 'interrupted', 'timedOut'];
  it.each<[string, object[]]>([
    ['end', ends.map((failure) => says({ progress: { kind: 'notPressed', failure } }))],
    ['step', ['reading', 'asking', 'confirming', 'watching'].map((step) => says({ progress: { ...inFlight, step } }))],
    ['need', ['hiddenTab', 'unknownDialog', null].map((need) => says({ progress: { ...inFlight, need } }))],
    [
      'route',
      ['apiToken', 'api', 'myAccount', 'userMenu', null].map((route) =>
        says({ observation: { ...observation, page: { kind: 'app', route } } }),
      ),
    ],
    ['number of widgets', [0, 5].map((count) => says({ observation: { ...observation, widgets: uuids(count) } }))],
    ['page', ['signedOut', 'error', 'other'].map((kind) => says({ observation: { ...observation, page: { kind } } }))],
  ])('%s', (_, messages) => {
    expect(messages.map((message) => reportSchema.safeParse(message).success)).toEqual(messages.map(() => true));
  });
});

const fullText = 'x'.repeat(200);
it.each<[string, (text: string) => unknown]>([
  ['account of a request', (account) => requestSchema.parse({ ...requests[0]?.[1], account })],
  [
    'label of a page',
    (label) => reportSchema.parse({ ...reports[0]?.[1], observation: { ...observation, page: { ...page, label } } }),
  ],
  ['label of a command', (label) => parseCommand({ ...commands[3]?.[1], label })],
])('a name may have 200 characters: %s', (_, read) => {
  expect(JSON.stringify(read(fullText))).toContain(fullText);
});

it.each([
  ...[{ type: 'tick' }, { type: 'untick' }, { type: 'unskip' }].map((event) => ({ ...event, place: id })),
  { type: 'skip', place: id, reason: 'x'.repeat(200) },
  { type: 'note', reason: `${'x'.repeat(490)}\n\nline` },
  ...['completed', 'unproven'].map((as) => ({ type: 'close', as })),
  ...['goOn', 'goBack', 'abandon'].map((type) => ({ type })),
])('what a person does to a rotation: %j', (event) => {
  const request = { type: 'rotate', rotation: id, seen: 'prove', event };
  expect(requestSchema.parse(request)).toEqual(request);
});

it.each([
  [walkReplySchema, { walked: true }, { walked: 1 }],
  [operateReplySchema, { accepted: false }, { accepted: null }],
  [recallReplySchema, { progress: inFlight, observation }, { progress: inFlight }],
])('a reply is read like a message: case %#', (schema, reply, malformed) => {
  expect(schema.safeParse(reply).success).toBe(true);
  for (const none of [malformed, undefined, null, {}, true, 'yes']) expect(schema.safeParse(none).success).toBe(false);
});

it('only a clear yes is one', () => {
  expect(isYes({ fire: true })).toBe(true);
  for (const reply of [
    undefined,
    null,
    true,
    1,
    'yes',
    [],
    {},
    { fire: false },
    { fire: 1 },
    { fire: 'true' },
    { heard: true },
  ]) {
    expect(isYes(reply)).toBe(false);
  }
});

it('only a count is one', () => {
  expect([0, 1, 500].map((places) => placesIn({ places }))).toEqual([0, 1, 500]);
  for (const places of [undefined, null, '3', -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, [3], true])
    expect(placesIn({ places })).toBeNull();
  for (const reply of [undefined, null, 3, 'places', { heard: true }]) expect(placesIn(reply)).toBeNull();
});
