/** How the token is copied: the choice that is remembered, and what the commands for secret stores are written for. */
import * as z from 'zod/mini';
import { plainText } from '../plain-text.ts';
import type { FormatId } from './formats.ts';
import type { ClipboardSystem } from './stores.ts';

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

export const defaultCopying: Copying = { format: 'token' satisfies FormatId, system: null, names: {} };
