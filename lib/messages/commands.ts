/**
 * background → content script: the only messages a page's script accepts, and the replies it waits for. Here alone
 * the schema is a table of guards of our own: zod would add 18 kB to every dashboard page, and the sender is our own
 * background, whom this script has to trust anyway. The types are inferred from the table as elsewhere.
 */
import { fingerprintShape } from '../token.ts';

type Guard<T> = (value: unknown) => value is T;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 200;
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
const isFingerprint = (value: unknown): value is string => typeof value === 'string' && fingerprintShape.test(value);
const isKind = (value: unknown): value is 'generate' | 'regenerate' | 'delete' =>
  value === 'generate' || value === 'regenerate' || value === 'delete';
const isTime = (value: unknown): value is number => Number.isSafeInteger(value);
const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);

/** The fields of each command. `document` names the one document it is for. No command carries a token. */
const commandFields = {
  /** What does the page show? */
  look: {},
  /** Take the next step of the menu towards the token page. */
  walk: { document: isId },
  /** Perform an operation, asking before it fires. Later than `until` (epoch ms) it is not begun any more. */
  operate: {
    document: isId,
    intent: isId,
    kind: isKind,
    /** Fingerprint of the token the person confirmed; null: no token. */
    expected: orNull(isFingerprint),
    /** The account's orgId and label, where known: the page must not contradict them. */
    orgId: orNull(isText),
    label: orNull(isText),
    until: isTime,
  },
  /** What do you know of this intent? Asking also makes an unknown intent refused from then on. */
  recall: { intent: isId },
} satisfies Record<string, Record<string, Guard<unknown>>>;

type Fields = typeof commandFields;
type Guarded<G> = G extends Guard<infer T> ? T : never;
/** What the background may command. */
export type Command = {
  [Type in keyof Fields]: { type: Type } & { [Field in keyof Fields[Type]]: Guarded<Fields[Type][Field]> };
}[keyof Fields];

/** `message` as a command, or null where it is none: unknown type, or a field missing or malformed. */
export function parseCommand(message: unknown): Command | null {
  if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(commandFields, message.type))
    return null;
  const guards: Record<string, Guard<unknown>> = commandFields[message.type as keyof Fields];
  const complete = Object.entries(guards).every(([field, guard]) => guard(message[field]));
  return complete ? (message as Command) : null;
}

/** Whether `reply`, the background's answer to `mayFire`, is a clear yes. */
export function isYes(reply: unknown): boolean {
  return isRecord(reply) && reply.fire === true;
}

/** How many places use the token, as `reply`, the background's answer to `pressed`, says; null where it does not. */
export function placesIn(reply: unknown): number | null {
  const places = isRecord(reply) ? reply.places : null;
  return Number.isSafeInteger(places) && Number(places) >= 0 ? Number(places) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
