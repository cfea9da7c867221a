/** `npm run dev`: a browser on the embedded dashboard whose extension follows every change of the sources. */
import { createServer } from 'wxt';
import { demonstrate, hasDisplay } from './demo.ts';
import { projectRoot } from './execute.ts';

const server = await createServer({ root: projectRoot, browser: 'chrome' });
await server.start();
try {
  await demonstrate({ headless: !hasDisplay(), extension: `${projectRoot}/.output/chrome-mv3-dev` }, () => {
    console.log('Change a source file and the extension reloads; close the browser or press Ctrl+C to end.');
  });
} finally {
  await server.stop();
}
