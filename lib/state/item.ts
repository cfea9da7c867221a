/** What a stored item is: area, key, schema, and what stands for nothing. Each is one constant in items.ts. */
import * as z from 'zod/mini';
import { browser } from '../browser.ts';

type Area = 'local' | 'session';

/** What can be said of an item whatever it holds. */
export interface AnyItem {
  readonly area: Area;
  readonly key: string;
  /**
   * What of `value` (never undefined), as stored, this version cannot read, and what is then to stay under the key:
   * undefined for nothing. Null where all of it can be read.
   */
  split(value: unknown): { unreadable: unknown[]; rest: unknown } | null;
}

export interface Item<T> extends AnyItem {
  /** The value, or the fallback where nothing is stored or what is stored cannot be read. */
  get(): Promise<T>;
  /** Stores `value`; rejects what could not be read back. */
  set(value: T): Promise<void>;
  /** The value in `stored`, an object as the storage API gives it. */
  parse(stored: Record<string, unknown>): T;
}

/** An item that is read as a whole: of another version's value nothing is used. */
export function defineItem<T>(area: Area, key: string, schema: z.ZodMiniType<T>, fallback: T): Item<T> {
  const parse = (stored: Record<string, unknown>): T => {
    const parsed = schema.safeParse(stored[key]);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    ...{ area, key, parse },
    get: async () => parse(await browser.storage[area].get(key)),
    set: (value) => store({ area, key, schema }, value),
    split: (value) => (schema.safeParse(value).success ? null : { unreadable: [value], rest: undefined }),
  };
}

/** An item that is a list, each of whose values is read for itself: one that cannot be read costs no other. */
export function defineList<T>(area: Area, key: string, schema: z.ZodMiniType<T>): Item<T[]> {
  const parse = (stored: Record<string, unknown>) => readable(schema, stored[key]).values;
  return {
    ...{ area, key, parse },
    get: async () => parse(await browser.storage[area].get(key)),
    set: (values) => store({ area, key, schema: z.array(schema) }, values),
    split: (value) => {
      const { values, unreadable } = readable(schema, value);
      return unreadable.length === 0 ? null : { unreadable, rest: values };
    },
  };
}

function readable<T>(schema: z.ZodMiniType<T>, stored: unknown): { values: T[]; unreadable: unknown[] } {
  const found = { values: [] as T[], unreadable: [] as unknown[] };
  if (stored === undefined) return found;
  for (const value of Array.isArray(stored) ? stored : [stored]) {
    const parsed = schema.safeParse(value);
    if (parsed.success) found.values.push(parsed.data);
    else found.unreadable.push(value);
  }
  return found;
}

async function store<T>(item: { area: Area; key: string; schema: z.ZodMiniType<T> }, value: T): Promise<void> {
  const { area, key, schema } = item;
  // Stored all the same, it would stand for nothing from then on, and the next write would wipe all of it.
  if (!schema.safeParse(value).success) throw new Error(`"${key}" was not stored: its schema cannot read it back.`);
  await browser.storage[area].set({ [key]: value });
}
