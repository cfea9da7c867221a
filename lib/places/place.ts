/** A place where the token is used: its shape, its limits, and the check of what a person typed. It holds no secret. */
import * as z from 'zod/mini';
import { plainLines, plainText } from '../plain-text.ts';
import { isLink, type LinkCode, longestLink, readLink } from './link.ts';
import { looksLikeASecret } from './looks-like-a-secret.ts';

/** So many places an account may have, archived ones among them. */
export const mostPlaces = 500;
/** The longest text of each field, in UTF-16 units. */
export const longest = { name: 80, system: 80, link: longestLink, contact: 120, format: 60, note: 500 } as const;
/** The last time a Date can show: a later one would win every merge, and could not be drawn. */
export const latestTime = 8_640_000_000_000_000;

export const apis = ['logs', 'agentStatus', 'visitorChat', 'other'] as const;
export type Api = (typeof apis)[number];

/** Ids of copy formats (lib/copy/formats.ts). A template's is 32 hex digits, so only here may that many stand. */
const formatId = /^(?:[a-z][A-Za-z0-9]{0,19}|template:[0-9a-f]{32}|store:[A-Za-z0-9-]{1,30})$/;

const noSecret = z.refine<string>((text) => !looksLikeASecret(text));
const textOf = (length: number, shape = plainText) => z.string().check(z.maxLength(length), z.regex(shape), noSecret);

export const placeSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: textOf(longest.name).check(z.minLength(1)),
  system: textOf(longest.system),
  link: z.nullable(z.string().check(z.maxLength(longest.link), z.refine(isLink), noSecret)),
  /** Who to ask. */
  contact: textOf(longest.contact),
  api: z.enum(apis),
  /** The copy format it wants the token in. */
  format: z.string().check(z.maxLength(longest.format), z.regex(formatId)),
  note: textOf(longest.note, plainLines),
  /** When its content last changed; its position among the others is not of it. */
  updatedAt: z.int().check(z.nonnegative(), z.maximum(latestTime)),
  archived: z.boolean(),
});
/** One place. The order of an account's places is their order in the list. */
export type Place = z.infer<typeof placeSchema>;

/** What a form holds: everything as typed. */
export interface PlaceDraft {
  name: string;
  system: string;
  link: string;
  contact: string;
  api: string;
  format: string;
  note: string;
}
export type DraftField = keyof PlaceDraft;
/** What a person says of a place. */
export type PlaceFields = Pick<Place, DraftField>;

/** `notPlain`: it holds a control, direction or other invisible character. `unknown`: no such API or format. */
export type DraftCode = 'missing' | 'notPlain' | 'looksLikeASecret' | 'unknown' | LinkCode;
export interface DraftError {
  field: DraftField;
  code: DraftCode;
}

export const emptyDraft: PlaceDraft = {
  ...{ name: '', system: '', link: '', contact: '' },
  ...{ api: 'other', format: 'token', note: '' },
};

/**
 * Checks what a person typed or a file says, and gives it as it is kept: without white space around it, the link as in
 * `readLink` or null, line ends as `\n`. Otherwise every wrong field with its first failure. Only the name is needed.
 * A copy format is held against the shape of its id alone: its template may be gone, or not there yet.
 */
export function checkDraft(draft: PlaceDraft): { ok: true; fields: PlaceFields } | { ok: false; errors: DraftError[] } {
  const trimmed = {
    name: draft.name.trim(),
    system: draft.system.trim(),
    link: draft.link.trim(),
    contact: draft.contact.trim(),
    note: draft.note.replace(/\r\n?/g, '\n').trim(),
  };
  const api = apis.find((each) => each === draft.api);
  const link = trimmed.link === '' ? null : readLink(trimmed.link);
  const codes: [DraftField, DraftCode | null][] = [
    ['name', trimmed.name === '' ? 'missing' : textCode(trimmed.name, longest.name)],
    ['system', textCode(trimmed.system, longest.system)],
    ['link', linkCode(trimmed.link, link)],
    ['contact', textCode(trimmed.contact, longest.contact)],
    ['api', api ? null : 'unknown'],
    ['format', formatCode(draft.format)],
    ['note', textCode(trimmed.note, longest.note, plainLines)],
  ];
  const errors = codes.flatMap(([field, code]) => (code === null ? [] : [{ field, code }]));
  if (errors.length > 0 || !api) return { ok: false, errors };
  return { ok: true, fields: { ...trimmed, link: link?.ok ? link.link : null, api, format: draft.format } };
}

function textCode(text: string, length: number, shape = plainText): DraftCode | null {
  if (text.length > length) return 'tooLong';
  if (!shape.test(text)) return 'notPlain';
  return looksLikeASecret(text) ? 'looksLikeASecret' : null;
}

function linkCode(typed: string, link: ReturnType<typeof readLink> | null): DraftCode | null {
  // The URL parser would swallow some of the invisible characters, and the address would not be the one that was seen.
  const ofText = textCode(typed, longest.link);
  if (ofText !== null || link === null) return ofText;
  if (!link.ok) return link.code;
  return looksLikeASecret(link.link) ? 'looksLikeASecret' : null;
}

function formatCode(format: string): DraftCode | null {
  if (format === '') return 'missing';
  if (format.length > longest.format) return 'tooLong';
  return formatId.test(format) ? null : 'unknown';
}
