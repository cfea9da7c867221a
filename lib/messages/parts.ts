/** What several directions of messages share. */
import * as z from 'zod/mini';
import { plainText } from '../plain-text.ts';
import { longestText } from '../state/schemas.ts';

/** A random 128-bit id as 32 lower-case hex digits. */
export const idSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));
/** A name or label from a page; a report that holds another was not written by our script. */
export const textSchema = z.string().check(z.maxLength(longestText), z.regex(plainText));
