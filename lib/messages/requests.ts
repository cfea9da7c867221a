/** popup → background. Accepted from our own pages only (ARCHITECTURE, Trust). */
import * as z from 'zod/mini';
import { accountKeySchema, operationKindSchema, tokenMarkSchema } from '../state/schemas.ts';
import { idSchema as id } from './parts.ts';

/** What the popup may ask. The answer to each comes back as state, not as a reply. */
export const requestSchema = z.discriminatedUnion('type', [
  /** The popup opened: recover what is open, refresh from pages that are open, read if nothing is known. */
  z.object({ type: z.literal('opened') }),
  /** Read the token afresh, from a page loaded for it. */
  z.object({ type: z.literal('read') }),
  z.object({ type: z.literal('cancelReading') }),
  z.object({
    type: z.literal('start'),
    /** Made once per confirm: however often the message arrives, it is one wish. */
    wish: id,
    kind: operationKindSchema,
    account: accountKeySchema,
    expected: z.nullable(tokenMarkSchema),
  }),
  z.object({ type: z.literal('lookAgain') }),
  z.object({ type: z.literal('showPage') }),
  z.object({ type: z.literal('signIn') }),
  z.object({ type: z.literal('openDashboard') }),
  z.object({ type: z.literal('refreshPage') }),
  z.object({ type: z.literal('dismiss') }),
]);
export type Request = z.infer<typeof requestSchema>;
