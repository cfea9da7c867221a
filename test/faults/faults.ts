/**
 * `npm run faults -- --browser chromium|firefox --trials N [--seed S] [--from N] [--hosts H] [--working W] [--only FAULT]
 * [--extension DIR]`: operations under every fault there is, in a real browser. What the server did is the truth; a trial
 * whose final words differ from it prints its seed and its trace, and the run fails. Ends with one line of JSON.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { campaign } from './campaign.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    trials: { type: 'string', default: '100' },
    /** The first trial, to run again what a violation has named. */
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    /** Browsers at the same time. */
    hosts: { type: 'string', default: '12' },
    /** How many of them work at the same time; the others wait. */
    working: { type: 'string', default: '3' },
    /** Only trials whose plan has this fault. */
    only: { type: 'string' },
    /** The folder of the build, instead of the one in .output. */
    extension: { type: 'string' },
    /** Prints every trace. */
    verbose: { type: 'boolean', default: false },
  },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox') throw new Error('--browser is chromium or firefox.');
/** Ctrl+C ends the run after the trials under way; its sum is printed, and the exit status says that it is not all. */
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const { passed, line } = await campaign({
  browser: values.browser,
  trials: Number(values.trials),
  from: Number(values.from),
  seed: Number(values.seed),
  hosts: Number(values.hosts),
  working: Number(values.working),
  ...(values.only !== undefined && { only: values.only }),
  builds: values.extension ?? fileURLToPath(new URL('../../.output', import.meta.url)),
  verbose: values.verbose,
  signal: stop.signal,
  say: (text) => process.stdout.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exitCode = passed ? 0 : 1;
