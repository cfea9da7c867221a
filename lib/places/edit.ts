/** Changes to an account's list of places, as the person makes them. A list is never changed in place. */
import { newId } from '../new-id.ts';
import { latestTime, mostPlaces, type Place, type PlaceFields } from './place.ts';

/** The list after a change, or why there is none: `tooMany` places, no such place, or the token itself stands in it. */
export type Edited =
  | { ok: true; places: readonly Place[] }
  | { ok: false; failure: 'tooMany' | 'unknownPlace' | 'holdsToken' };

const contentFields = ['name', 'system', 'link', 'contact', 'api', 'format', 'note', 'archived'] as const;
/** What makes up a place's content: all but its id, and when it was changed. */
export type ContentField = (typeof contentFields)[number];

/** The fields in which the content of two places differs, in the order of a form. */
export function changedFields(before: Place, after: Place): ContentField[] {
  return contentFields.filter((field) => before[field] !== after[field]);
}

/**
 * The time of a change made at `now` (epoch ms) to what was changed last at `before`: always later, since a clock that
 * was set back would otherwise let the older version win the next merge.
 */
export function timeOfChange(before: number, now: number): number {
  return Math.min(latestTime, Math.max(now, before + 1));
}

/**
 * `places` with a new one at the end, with `fields` as `checkDraft` gives them. Fails with `tooMany` at `mostPlaces`,
 * archived ones counted: they are kept, exported and synced like any other.
 */
export function addPlace(places: readonly Place[], fields: PlaceFields, now: number): Edited {
  if (places.length >= mostPlaces) return { ok: false, failure: 'tooMany' };
  return { ok: true, places: [...places, { ...fields, id: newId(), updatedAt: now, archived: false }] };
}

/** `places` with `fields` in place `id`; the same list where nothing is different. Fails with `unknownPlace`. */
export function updatePlace(places: readonly Place[], id: string, fields: Partial<PlaceFields>, now: number): Edited {
  return change(places, id, fields, now);
}

/** `places` with place `id` archived or back among the others, where it stood. Fails with `unknownPlace`. */
export function setArchived(places: readonly Place[], id: string, archived: boolean, now: number): Edited {
  return change(places, id, { archived }, now);
}

/**
 * `places` with place `id` at `index` of the new list; an index beyond an end means that end. The place counts as
 * unchanged: order is of the list (`withPlaces` of merge.ts notes when it changed). Fails with `unknownPlace`.
 */
export function movePlace(places: readonly Place[], id: string, index: number): Edited {
  const place = places.find((each) => each.id === id);
  if (!place) return { ok: false, failure: 'unknownPlace' };
  const others = places.filter((each) => each !== place);
  return { ok: true, places: others.toSpliced(Math.max(0, index), 0, place) };
}

function change(places: readonly Place[], id: string, content: Partial<Place>, now: number): Edited {
  const at = places.findIndex((each) => each.id === id);
  const before = places[at];
  if (!before) return { ok: false, failure: 'unknownPlace' };
  const after = { ...before, ...content, id, updatedAt: before.updatedAt };
  if (changedFields(before, after).length === 0) return { ok: true, places };
  return { ok: true, places: places.with(at, { ...after, updatedAt: timeOfChange(before.updatedAt, now) }) };
}
