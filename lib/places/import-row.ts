/** One row of an imported file: what it says of a place, or what is wrong with it. */
import { newId } from '../new-id.ts';
import { checkDraft, type DraftCode, type DraftField, emptyDraft, type Place, placeSchema } from './place.ts';

/** What a file says of one place. What it does not say is not in `said`, and stays as it is. */
export interface ImportRow {
  /** Where it stands in the file, from 0. */
  index: number;
  /** A new one where the file has none. */
  id: string;
  said: Partial<Omit<Place, 'id'>> & { name: string };
}

export type RefusalCode =
  | DraftCode
  /** Neither text nor, for a link, null; not `true` or `false`; not epoch ms; not 32 hex digits. */
  | 'wrongType'
  | 'notAnObject'
  | 'duplicateId'
  /** No more places can be added. */
  | 'tooMany';

export interface Refusal {
  index: number;
  /** Null: the row as a whole. */
  field: keyof Place | null;
  code: RefusalCode;
}

/** A JSON object from outside: its keys may be anything, `__proto__` too, so only own ones are looked at, by name. */
type Given = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const draftFields = ['name', 'system', 'link', 'contact', 'api', 'format', 'note'] as const satisfies DraftField[];
const otherFields = ['id', 'archived', 'updatedAt'] as const;
const knownFields = new Set<string>([...draftFields, ...otherFields]);

/** A row, or every wrong field of it; and in either case how many of its fields mean nothing to us. */
export type ReadRow = { ignored: number } & ({ ok: true; row: ImportRow } | { ok: false; refused: Refusal[] });

/** Reads row `index` of a file, by the same rules as what a person types. Never throws. */
export function readRow(value: unknown, index: number): ReadRow {
  if (!isObject(value)) return { ok: false, ignored: 0, refused: [{ index, field: null, code: 'notAnObject' }] };
  const ignored = Object.keys(value).filter((key) => !knownFields.has(key)).length;
  const texts = draftFields.filter((field) => Object.hasOwn(value, field));
  const wrong = [...texts.filter((field) => textIn(value, field) === null), ...wrongIn(value)];
  const draft = { ...emptyDraft, ...Object.fromEntries(texts.map((field) => [field, textIn(value, field) ?? ''])) };
  const checked = checkDraft(draft);
  const errors = checked.ok ? [] : checked.errors.filter(({ field }) => !wrong.includes(field));
  const refused = [...wrong.map((field) => ({ index, field, code: 'wrongType' as const })), ...errors.map(at(index))];
  if (!checked.ok || refused.length > 0) return { ok: false, ignored, refused };
  const said = Object.fromEntries(texts.map((field) => [field, checked.fields[field]]));
  const { id, ...others } = othersIn(value);
  return {
    ok: true,
    ignored,
    row: { index, id: id ?? newId(), said: { ...said, ...others, name: checked.fields.name } },
  };
}

const at = (index: number) => (error: { field: DraftField; code: DraftCode }) => ({ index, ...error });

/** The text of an own field; null is no text but for the link, which is none then. */
function textIn(given: Given, field: DraftField): string | null {
  const value = given[field];
  if (typeof value === 'string') return value;
  return field === 'link' && value === null ? '' : null;
}

function wrongIn(given: Given): (typeof otherFields)[number][] {
  return otherFields.filter(
    (field) => isGiven(given, field) && !placeSchema.shape[field].safeParse(given[field]).success,
  );
}

function othersIn(given: Given): Partial<Pick<Place, 'id' | 'archived' | 'updatedAt'>> {
  return Object.fromEntries(otherFields.filter((field) => isGiven(given, field)).map((field) => [field, given[field]]));
}

function isGiven(given: Given, field: string): boolean {
  return Object.hasOwn(given, field) && given[field] !== null;
}
