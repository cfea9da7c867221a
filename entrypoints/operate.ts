/** The driver of operations, brought into a dashboard page when there is one to do: see lib/content/operator.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../lib/content/operator.ts';
import { operate } from '../lib/dashboard/operate.ts';

export default defineUnlistedScript(() => offer(operate));
