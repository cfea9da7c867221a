/** The places of a rotation: they follow the list until the token changes, and are ticked or skipped one by one. */
import { looksLikeASecret } from '../places/looks-like-a-secret.ts';
import { plainText } from '../plain-text.ts';
import { type ItemEvent, type PlaceGlance, type RefusalCode, refuse, type Step } from './events.ts';
import { type Item, longestSkipReason, type Rotation } from './rotation.ts';

/** The places still in use, as open items; one that is listed twice is taken once. */
export function openItems(places: readonly PlaceGlance[]): Item[] {
  return activeOf(places).map(itemOf);
}

function activeOf(places: readonly PlaceGlance[]): PlaceGlance[] {
  const active = places.filter(({ archived }) => !archived);
  return [...new Map(active.map((place) => [place.id, place])).values()];
}

function itemOf({ id, name, api }: PlaceGlance): Item {
  return { place: id, name, api, archived: false, state: 'open', at: null, skipReason: '', earlier: [] };
}

/**
 * `rotation` with its items brought in step with the account's `places`. Before the change they follow the list, and
 * only what was skipped is remembered. From then on none goes: a new place is added as open, which leads back to
 * `replace`; one that is archived, or gone, is marked.
 */
export function followPlaces(rotation: Rotation, places: readonly PlaceGlance[]): Rotation {
  const active = activeOf(places);
  const known = new Map(rotation.items.map((item) => [item.place, item]));
  if (rotation.downSince === null) {
    return { ...rotation, items: active.map((place) => ({ ...itemOf(place), ...decided(known.get(place.id)) })) };
  }
  const listed = new Set(active.map(({ id }) => id));
  const added = active.filter(({ id }) => !known.has(id)).map(itemOf);
  const items = [...rotation.items.map((item) => ({ ...item, archived: !listed.has(item.place) })), ...added];
  return { ...rotation, items, stage: added.length > 0 ? 'replace' : rotation.stage };
}

function decided(item: Item | undefined): Partial<Item> {
  return item ? { state: item.state, at: item.at, skipReason: item.skipReason } : {};
}

/**
 * Ticks or skips a place, or takes that back. Ticking is for `replace`; skipping is allowed before, too. Refused:
 * `wrongStage`, `unknownPlace`, `notOpen`, `notTicked`, `notSkipped`, and what `reasonFault` finds, or `reasonMissing`.
 */
export function changeItem(rotation: Rotation, event: ItemEvent, now: number): Step {
  const isTick = event.type === 'tick' || event.type === 'untick';
  const stages = isTick ? ['replace'] : ['prepare', 'regenerate', 'replace'];
  if (!stages.includes(rotation.stage)) return refuse('wrongStage');
  const item = rotation.items.find(({ place }) => place === event.place);
  if (!item) return refuse('unknownPlace');
  const after = itemAfter(item, event, now);
  if (typeof after === 'string') return refuse(after);
  return { ...rotation, items: rotation.items.map((each) => (each === item ? after : each)) };
}

function itemAfter(item: Item, event: ItemEvent, now: number): Item | RefusalCode {
  const open: Item = { ...item, state: 'open', at: null, skipReason: '' };
  switch (event.type) {
    case 'tick':
      return item.state === 'open' ? { ...open, state: 'done', at: now } : 'notOpen';
    case 'untick':
      return item.state === 'done' ? open : 'notTicked';
    case 'unskip':
      return item.state === 'skipped' ? open : 'notSkipped';
    case 'skip': {
      if (item.state !== 'open') return 'notOpen';
      const skipReason = event.reason.trim();
      if (skipReason === '') return 'reasonMissing';
      return (
        reasonFault(skipReason, longestSkipReason, plainText) ?? { ...open, state: 'skipped', at: now, skipReason }
      );
    }
  }
}

/** What is wrong with a reason of at most `longest` UTF-16 units in characters that are `plain`, or null. */
export function reasonFault(reason: string, longest: number, plain: RegExp): RefusalCode | null {
  if (reason.length > longest) return 'reasonTooLong';
  if (!plain.test(reason)) return 'reasonNotPlain';
  return looksLikeASecret(reason) ? 'reasonLooksLikeASecret' : null;
}
