/** How the token is copied, as it is stored: the person's own formats, the last choice, and what commands are written for. */
import * as z from 'zod/mini';
import { plainLines, plainText } from '../plain-text.ts';
import type { FormatId } from './formats.ts';
import type { ClipboardSystem } from './stores.ts';

/** Lengths of a template's name and text, in UTF-16 units. */
export const longestTemplateName = 40;
export const longestTemplateText = 2000;

/** One of the person's own formats. */
export const templateSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(longestTemplateName), z.regex(plainText)),
  text: z.string().check(z.minLength(1), z.maxLength(longestTemplateText), z.regex(plainLines)),
});
export type Template = z.infer<typeof templateSchema>;

const longestFormat = 60;
/** The longest name in a command, in UTF-16 units. */
const longestName = 200;
/** Named here once more: the background stores them, and has no use for the commands themselves. */
const systems = ['macos', 'linuxWayland', 'linuxX11', 'windows'] as const satisfies readonly ClipboardSystem[];
const name = z.optional(z.string().check(z.maxLength(longestName), z.regex(plainText)));

export const copyingSchema = z.object({
  /** The format chosen last in Copy as (lib/copy/formats.ts). */
  format: z.string().check(z.maxLength(longestFormat), z.regex(plainText)),
  /** Whose clipboard the commands read; null: not chosen, this computer's is guessed. */
  system: z.nullable(z.enum(systems)),
  /** What stores call the token, where it is not as usual. */
  names: z.object({ variable: name, secret: name, field: name, mount: name }),
});
export type Copying = z.infer<typeof copyingSchema>;

/** Plain token: what the Copy button copies unless another was chosen, and what a format that is gone falls back to. */
export const defaultFormat = 'token' satisfies FormatId;

export const defaultCopying: Copying = { format: defaultFormat, system: null, names: {} };
