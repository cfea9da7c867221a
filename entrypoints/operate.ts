/** The driver of operations, brought into a dashboard page when there is one to do: see lib/content/parts.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../lib/content/parts.ts';
import { operate } from '../lib/dashboard/operate.ts';

export default defineUnlistedScript(() => offerPart('operate', operate));
