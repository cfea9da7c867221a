/** The file in which places go from one browser to another: writing it, and reading one that may hold anything. */
import { type ImportRow, isObject, type Refusal, readRow } from './import-row.ts';
import { mostPlaces, type Place } from './place.ts';

const fileFormat = 'token-desk-places';
const fileVersion = 1;
/** The largest file that is looked into, in bytes of UTF-8. */
export const largestFile = 5 * 1024 * 1024;

/** Whose places they are, for the person who finds the file; nothing is decided by it. */
export interface FileAccount {
  label: string | null;
  orgId: string | null;
}

/** The file that holds `places`; equal places give equal text but for `exportedAt`: `now` (epoch ms) in ISO 8601. */
export function writePlacesFile(places: readonly Place[], account: FileAccount | null, now: number): string {
  const file = {
    format: fileFormat,
    version: fileVersion,
    exportedAt: new Date(now).toISOString(),
    account: account && { label: account.label, orgId: account.orgId },
    places: places.map(inFieldOrder),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function inFieldOrder(place: Place): Place {
  const { id, name, system, link, contact, api, format, note, updatedAt, archived } = place;
  return { id, name, system, link, contact, api, format, note, updatedAt, archived };
}

/** `notPlaces`: JSON, but no file of places. `newerVersion`: written by a newer Token Desk. */
export type FileFailure = 'tooLarge' | 'notJson' | 'notPlaces' | 'newerVersion';

export interface PlacesFile {
  ok: true;
  rows: ImportRow[];
  /** Why rows are not among `rows`: each of their wrong fields. */
  refused: Refusal[];
  /** How many fields of how many rows mean nothing to us; they are left out. */
  ignored: { fields: number; rows: number };
  /** How many rows there are beyond `mostPlaces`; they have not been looked at. */
  beyond: number;
}

/**
 * Reads the text of a file, or a bare JSON array of places. A row that is not right is refused with its reasons, and
 * the others are read; of rows with the same id the first good one counts. Never throws.
 */
export function readPlacesFile(text: string): PlacesFile | { ok: false; failure: FileFailure } {
  // No character takes less than a byte, so what is far too long is not even encoded.
  const isTooLarge = text.length > largestFile || new TextEncoder().encode(text).length > largestFile;
  if (isTooLarge) return { ok: false, failure: 'tooLarge' };
  const value = parseJson(text.replace(/^\ufeff/, ''));
  if (value === undefined) return { ok: false, failure: 'notJson' };
  const places = Array.isArray(value) ? value : placesIn(value);
  return typeof places === 'string' ? { ok: false, failure: places } : readRows(places);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not only syntax: what is nested a million deep may exceed the parser's stack.
    return undefined;
  }
}

function placesIn(file: unknown): unknown[] | FileFailure {
  if (!isObject(file) || file.format !== fileFormat) return 'notPlaces';
  const { version, places } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return 'notPlaces';
  if (version > fileVersion) return 'newerVersion';
  return Array.isArray(places) ? places : 'notPlaces';
}

function readRows(values: readonly unknown[]): PlacesFile {
  const beyond = Math.max(0, values.length - mostPlaces);
  const file: PlacesFile = { ok: true, rows: [], refused: [], ignored: { fields: 0, rows: 0 }, beyond };
  const ids = new Set<string>();
  for (const [index, value] of values.slice(0, mostPlaces).entries()) {
    const read = readRow(value, index);
    file.ignored.fields += read.ignored;
    file.ignored.rows += read.ignored > 0 ? 1 : 0;
    if (!read.ok) file.refused.push(...read.refused);
    else if (ids.has(read.row.id)) file.refused.push({ index, field: 'id', code: 'duplicateId' });
    else {
      ids.add(read.row.id);
      file.rows.push(read.row);
    }
  }
  return file;
}
