/** What another version stored and this one cannot read: kept under a key of its own, neither used nor overwritten. */
import { browser } from '../browser.ts';
import type { AnyItem } from './item.ts';
import { durable } from './items.ts';

/** Suffix of the key under which such values are kept. */
export const setAsideSuffix = '.aside';
/** So many are kept of each item, the newest; and as many that were seen. */
const mostAside = 5;

/** Moves what cannot be read to a key of its own. Run once per start, before anything is written. */
export async function setAsideUnreadable(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  for (const item of durable) await setAside(item, stored);
}

/** Kept first, taken away then: a run that ends in between loses nothing. */
async function setAside({ key, split }: AnyItem, stored: Record<string, unknown>): Promise<void> {
  const value = stored[key];
  const parts = value === undefined ? null : split(value);
  if (!parts) return;
  const aside = key + setAsideSuffix;
  await browser.storage.local.set({ [aside]: newest([...asideOf(stored[aside]), ...parts.unreadable]) });
  if (parts.rest === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: parts.rest });
}

const newest = (values: unknown[]) => values.slice(-mostAside);

function asideOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Forgets that something was set aside; the set-aside values stay under a key of their own. */
export async function acknowledgeSetAside(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  for (const key of Object.keys(stored).filter((each) => each.endsWith(setAsideSuffix))) {
    const seen = `${key}.seen`;
    await browser.storage.local.set({ [seen]: newest([...asideOf(stored[seen]), ...asideOf(stored[key])]) });
    await browser.storage.local.remove(key);
  }
}
