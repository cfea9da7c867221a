/**
 * `npm run hostile -- --browser chromium|firefox [--only PART] [--extension DIR]`: every attack below `attacks` on the
 * built extension, in a real browser. One that succeeds, or cannot be carried out, fails the run. Ends with one line of
 * JSON. `--only` takes those whose name holds PART.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { campaign } from './campaign.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    only: { type: 'string', default: '' },
    /** The folder of the build, instead of the one in .output. */
    extension: { type: 'string' },
  },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox') throw new Error('--browser is chromium or firefox.');
const { passed, line } = await campaign({
  browser: values.browser,
  builds: values.extension ?? fileURLToPath(new URL('../../.output', import.meta.url)),
  isWanted: (name) => name.includes(values.only),
  say: (text) => process.stdout.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exitCode = passed ? 0 : 1;
