// @vitest-environment node
/** Three directions, each with its own messages: what is valid in one is nothing in the others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../../lib/messages/commands.ts';
import { reportSchema } from '../../../../lib/messages/reports.ts';
import { requestSchema } from '../../../../lib/messages/requests.ts';
import { command, plainRequests, report, request } from '../support/messages.ts';

const readers: Record<string, (message: unknown) => boolean> = {
  request: (message) => requestSchema.safeParse(message).success,
  report: (message) => reportSchema.safeParse(message).success,
  command: (message) => parseCommand(message) !== null,
};
const readBy = (message: unknown) => Object.keys(readers).filter((name) => readers[name]?.(message));

it.each<[string, fc.Arbitrary<unknown>]>([
  ['request', request],
  ['report', report],
  ['command', command],
])('a %s is that and nothing else', (name, messages) => {
  fc.assert(
    fc.property(messages, (message) => {
      expect(readBy(message)).toEqual([name]);
      // What crosses a message border is copied.
      expect(readBy(structuredClone(message))).toEqual([name]);
    }),
    { numRuns: 300 },
  );
});

it('every message goes on as it came, and nothing that was put in besides', () => {
  fc.assert(
    fc.property(fc.oneof(request, report), fc.string(), (message, more) => {
      const schema = readers.request?.(message) ? requestSchema : reportSchema;
      expect(schema.parse({ ...(message as object), more })).toEqual(message);
    }),
  );
});

const names = [
  ...plainRequests,
  'start',
  'shown',
  'check',
  'beginRotation',
  'rotate',
  'prove',
  'observed',
  'progress',
  'mayFire',
  'copied',
  'pressed',
  'look',
  'walk',
  'operate',
  'recall',
];

describe('what is none', () => {
  it.each(
    [undefined, null, true, 7, '', 'opened', [], {}, ['opened'], () => 'opened', Symbol('opened')].map((each) => [
      each,
    ]),
  )('%s', (message) => {
    expect(readBy(message)).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', ' opened', 'OPENED', 'delete'])(
    'type %j',
    (type) => {
      expect(readBy({ type })).toEqual([]);
      expect(readBy(JSON.parse(`{"type":${JSON.stringify(type)},"__proto__":{"type":"opened"}}`))).toEqual([]);
    },
  );

  it.each(
    [null, 1, true, {}, ...['opened', 'look', 'mayFire'].flatMap((name) => [[name], { toString: () => name }])].map(
      (type) => [type],
    ),
  )('type %o', (type) => {
    expect(readBy({ type })).toEqual([]);
  });

  it('anything with a type nobody knows', () => {
    fc.assert(
      fc.property(fc.string(), fc.object(), (type, rest) => {
        if (!names.includes(type)) expect(readBy({ ...rest, type })).toEqual([]);
      }),
    );
  });

  it('anything at all, without anybody failing over it', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withDate: true }), (message) => {
        expect(readBy(message)).toEqual([]);
      }),
    );
  });
});
