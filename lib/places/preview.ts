/** What an import would change, before it does; and doing it. No import ever removes a place. */
import { type ContentField, changedFields, type Edited, timeOfChange } from './edit.ts';
import type { PlacesFile } from './exchange.ts';
import type { ImportRow, Refusal } from './import-row.ts';
import { mostPlaces, type Place } from './place.ts';

export interface PlaceChange {
  before: Place;
  /** With the file's `updatedAt`, if it has one: an earlier one than `before`'s says that the file is older. */
  after: Place;
  /** Where they differ; never empty. */
  fields: ContentField[];
}

/** A row without a place of its id here, but one of the same name and system: is it meant? */
export interface Conflict extends PlaceChange {
  code: 'sameName';
  /** The place it would be, were it added. */
  added: Place;
  /** The person's choice; it is `leave` at first. */
  choice: 'leave' | 'change' | 'add';
}

export interface ImportPreview extends Pick<PlacesFile, 'refused' | 'ignored' | 'beyond'> {
  added: Place[];
  changed: PlaceChange[];
  unchanged: Place[];
  conflicts: Conflict[];
}

/**
 * What `file` would change in `current`. What a row does not say stays as it is, archived or not; for a new place it is
 * what an empty form holds. Rows that would exceed `mostPlaces` are refused with `tooMany`. `now` (epoch ms) is the
 * time of a new place where the file has none, or has one that is still to come.
 */
export function previewImport(current: readonly Place[], file: PlacesFile, now: number): ImportPreview {
  const { ignored, beyond } = file;
  const preview: ImportPreview = { added: [], changed: [], unchanged: [], conflicts: [], refused: [], ignored, beyond };
  const tooMany: Refusal[] = [];
  const byId = new Map(current.map((place) => [place.id, place]));
  // Of several with the same name the first counts.
  const byName = new Map(current.toReversed().map((place) => [nameKey(place), place]));
  for (const row of file.rows) {
    const added = filled(emptyPlace, row, now);
    const known = byId.get(row.id);
    const before = known ?? byName.get(nameKey(added));
    if (before) enter(preview, { before, row, added, isKnown: known !== undefined, now });
    else if (current.length + preview.added.length < mostPlaces) preview.added.push(added);
    else tooMany.push({ index: row.index, field: null, code: 'tooMany' });
  }
  return { ...preview, refused: [...file.refused, ...tooMany].sort((one, other) => one.index - other.index) };
}

const emptyPlace: Omit<Place, 'id' | 'name' | 'updatedAt'> = {
  ...{ system: '', link: null, contact: '', api: 'other', format: 'token', note: '', archived: false },
};

function filled(base: Omit<Place, 'id' | 'name' | 'updatedAt'>, row: ImportRow, now: number): Place {
  return { ...base, ...row.said, id: row.id, updatedAt: Math.min(row.said.updatedAt ?? now, now) };
}

function nameKey({ name, system }: Place): string {
  return `${name}\n${system}`.normalize('NFKC').toLowerCase();
}

interface Match {
  before: Place;
  row: ImportRow;
  added: Place;
  isKnown: boolean;
  now: number;
}

function enter(preview: ImportPreview, { before, row, added, isKnown, now }: Match): void {
  const after = { ...filled(before, row, now), id: before.id };
  const change = { before, after, fields: changedFields(before, after) };
  if (change.fields.length === 0) preview.unchanged.push(before);
  else if (isKnown) preview.changed.push(change);
  else preview.conflicts.push({ code: 'sameName', ...change, added, choice: 'leave' });
}

/**
 * `current` with what `preview` says, and the person has chosen: new places at the end, changes where the places stand,
 * made at `now` (epoch ms). `current` may have changed since the preview: only the fields it names are set, what is
 * there already is not added again, and what is gone is not changed. Fails with `tooMany`, and then nothing is imported.
 */
export function applyImport(current: readonly Place[], preview: ImportPreview, now: number): Edited {
  const known = new Set(current.map(({ id }) => id));
  const asNew = preview.conflicts.filter(({ choice }) => choice === 'add').map(({ added }) => added);
  const added = [...preview.added, ...asNew].filter(({ id }) => !known.has(id));
  if (added.length > 0 && current.length + added.length > mostPlaces) return { ok: false, failure: 'tooMany' };
  const places = new Map(current.map((place) => [place.id, place]));
  const chosen = preview.conflicts.filter(({ choice }) => choice === 'change');
  for (const change of [...preview.changed, ...chosen]) {
    const place = places.get(change.before.id);
    if (place) places.set(place.id, changedBy(change, place, now));
  }
  return { ok: true, places: [...places.values(), ...added] };
}

function changedBy(change: PlaceChange, place: Place, now: number): Place {
  const content = Object.fromEntries(change.fields.map((field) => [field, change.after[field]]));
  const after: Place = { ...place, ...content };
  if (changedFields(place, after).length === 0) return place;
  return { ...after, updatedAt: timeOfChange(place.updatedAt, now) };
}
