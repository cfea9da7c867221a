/** The notice beside the page's own dialog, brought in when there is one to show: see lib/content/parts.ts. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPart } from '../lib/content/parts.ts';
import { standBeside } from '../lib/content/touched-notice.ts';

export default defineUnlistedScript(() => offerPart('notice', standBeside));
