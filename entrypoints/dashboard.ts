/** The content script of the dashboard's pages. An unlisted script: see wxt.config.ts for why. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive } from '../lib/content/outbox.ts';
import { startAgent } from '../lib/content/start-agent.ts';

export default defineUnlistedScript(() => {
  if (isAlive()) startAgent(document);
});
