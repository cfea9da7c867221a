/**
 * `npm run fuzz -- --pages N [--seed S] [--browser chromium] [--tabs N]`: changed token pages through the driver, in
 * the real browser's DOM. A value that is not the token, a token said not to be there, a crash, a slow page, or too few
 * benign pages read is a failure. Ends with one line of JSON. `--page N` shows page N of a run instead.
 */
import { parseArgs } from 'node:util';
import { figuresOf, fuzz, hasPassed, showPage } from './campaign.ts';
import type { Outcome } from './page/outcome.ts';

const mostShown = 60;
/** Characters of a page's markup that are shown; `--page` shows all of it. */
const mostMarkup = 20_000;
const progressEvery = 50_000;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string', default: 'chromium' },
    page: { type: 'string' },
    tabs: { type: 'string', default: '2' },
  },
});
if (values.browser !== 'chromium') throw new Error('The pages are made in Chromium only.');

process.exitCode = values.page ? await showOne(Number(values.page)) : await run(Number(values.pages));

async function showOne(page: number): Promise<number> {
  process.stdout.write(`${await showPage(Number(values.seed), page)}\n`);
  return 0;
}

/** Runs the campaign and gives the exit status. */
async function run(pages: number): Promise<number> {
  const seed = Number(values.seed);
  const started = Date.now();
  const total = await fuzz({ pages, seed, tabs: Number(values.tabs), onProgress: teller(seed, started) });
  const passed = hasPassed(total);
  if (!passed) process.stdout.write(`Benign pages missed: ${JSON.stringify(total.missed.slice(0, 40))}\n`);
  const seconds = Math.round((Date.now() - started) / 1_000);
  process.stdout.write(`${JSON.stringify({ ...figuresOf(total, seed), seconds })}\n`);
  return passed ? 0 : 1;
}

/** Says what is wrong as soon as it is found, and on the standard error, now and then, how far the run is. */
function teller(seed: number, started: number): (outcome: Outcome) => void {
  let told = 0;
  let shown = 0;
  return ({ pages, read, benign, benignRead, violations }) => {
    for (const { page, seed: skin, what, html } of violations.slice(shown, mostShown))
      process.stdout.write(`--- page ${page} of seed ${seed} (${skin}): ${what}\n${html.slice(0, mostMarkup)}\n`);
    shown = violations.length;
    if (pages < told + progressEvery) return;
    told = pages - (pages % progressEvery);
    const seconds = Math.round((Date.now() - started) / 1_000);
    const share = ((100 * benignRead) / Math.max(1, benign)).toFixed(2);
    process.stderr.write(
      `${pages} pages in ${seconds} s: ${read} read, ${share} % of benign, ${violations.length} wrong\n`,
    );
  };
}
