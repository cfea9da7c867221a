/** Every stored item, one constant each: area, key, schema, what stands for nothing. No key is named elsewhere. */
import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import { accountsSchema, intentSchema, problemSchema, readingSchema, secretSchema } from './schemas.ts';

type Area = 'local' | 'session';

export interface Item<T> {
  readonly area: Area;
  readonly key: string;
  /** The value, or the fallback where nothing is stored or what is stored cannot be read. */
  get(): Promise<T>;
  /** Stores `value`; rejects what could not be read back. */
  set(value: T): Promise<void>;
  /** The value in `stored`, an object as the storage API gives it. */
  parse(stored: Record<string, unknown>): T;
}

/** Suffix of the key under which a value of another version is kept when this one cannot read it. */
export const setAsideSuffix = '.aside';
/** So many such values are kept of each item, the newest; and as many that were seen. */
const mostAside = 5;

function defineItem<T>(area: Area, key: string, schema: z.ZodMiniType<T>, fallback: T): Item<T> {
  const parse = (stored: Record<string, unknown>): T => {
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    area,
    key,
    parse,
    get: async () => parse(await browser.storage[area].get(key)),
    set: async (value) => {
      // Stored all the same, it would stand for nothing from then on, and the next write would wipe all of it.
      if (!schema.safeParse(value).success) throw new Error(`"${key}" was not stored: its schema cannot read it back.`);
      await browser.storage[area].set({ [key]: value });
    },
  };
}

/** Accounts by key, and which one was seen last. No secret in it. */
export const accountsItem = defineItem('local', 'accounts', accountsSchema, { current: null, byKey: {} });
/** The intents, oldest first; the open one, if any, among them. */
export const ledgerItem = defineItem('local', 'ledger', z.array(intentSchema), []);
/** Path of the token page per origin, once recognised. */
export const pathsItem = defineItem('local', 'paths', z.record(z.string(), z.string()), {});
/** Tokens by account key: in memory only, and readable by no content script. */
export const secretsItem = defineItem('session', 'secrets', z.record(z.string(), secretSchema), {});
export const readingItem = defineItem('session', 'reading', z.nullable(readingSchema), null);
export const problemItem = defineItem('session', 'problem', z.nullable(problemSchema), null);
/** Tabs that we opened and the person has not come to: ours to close. */
export const ownTabsItem = defineItem('session', 'ownTabs', z.array(z.int()), []);
/** The person was sent to sign in; what was wanted goes on by itself afterwards. */
export const awaitingSignInItem = defineItem('session', 'awaitingSignIn', z.boolean(), false);

const durable = [accountsItem, ledgerItem, pathsItem] as const;

/**
 * Moves what another version stored and this one cannot read to a key of its own, so that it is neither used nor
 * overwritten. Run once per start, before anything is written.
 */
export async function setAsideUnreadable(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const keys = durable
    .filter((item) => stored[item.key] !== undefined && !isReadable(item, stored))
    .map(({ key }) => key);
  await move(keys, (key) => [key + setAsideSuffix, [...asideOf(stored[key + setAsideSuffix]), stored[key]]]);
}

/** Stores the newest of what `to` gives for each of `keys`, then removes these: a run that ends in between loses nothing. */
async function move(keys: string[], to: (key: string) => [string, unknown[]]): Promise<void> {
  if (keys.length === 0) return;
  const bounded = keys.map(to).map(([key, values]) => [key, values.slice(-mostAside)]);
  await browser.storage.local.set(Object.fromEntries(bounded));
  await browser.storage.local.remove(keys);
}

function asideOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

const noValue: Record<string, unknown> = {};
function isReadable(item: (typeof durable)[number], stored: Record<string, unknown>): boolean {
  return item.parse(stored) !== item.parse(noValue);
}

/** Forgets that something was set aside; the set-aside values stay under a key of their own. */
export async function acknowledgeSetAside(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const keys = Object.keys(stored).filter((key) => key.endsWith(setAsideSuffix));
  await move(keys, (key) => [`${key}.seen`, [...asideOf(stored[`${key}.seen`]), ...asideOf(stored[key])]]);
}
