/** background → offscreen document (Chromium): the one command it knows, and its reply. Never a token. */
import * as z from 'zod/mini';
import { pendingSchema } from '../clearing/clearing.ts';

/** `pending`: what was copied, known by its hash; null: clear whatever is there. */
export const offscreenCommandSchema = z.object({ type: z.literal('clear'), pending: z.nullable(pendingSchema) });
export type OffscreenCommand = z.infer<typeof offscreenCommandSchema>;

/** `left`: it holds something else by now. `denied`: the browser let nobody look, or write. */
export const clearOutcomeSchema = z.enum(['cleared', 'left', 'denied']);
export type ClearOutcome = z.infer<typeof clearOutcomeSchema>;
