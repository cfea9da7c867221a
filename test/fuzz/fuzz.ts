/**
 * `npm run fuzz -- --pages N [--seed S]`: changed token pages through the driver, in the real browser's
 * DOM. A value that is not the token, a crash, or too few benign pages read is a failure. Ends with one line of JSON.
 */
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { launchPlainChromium } from './browser.ts';
import { emptyOutcome, type Outcome } from './page/batch.ts';
import { drawSeeds } from './seeds.ts';

const perBatch = 2_000;
const leastBenignRead = 0.99;
/** The pages are made in the browser: nothing has to answer there. */
const noDashboard = 9;
const sidesByDefault = 2;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});

async function bundle(): Promise<string> {
  const input = new URL('page/batch.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rollupOptions: { input, output: { format: 'iife' } } },
  });
  const [first] = [built].flat();
  const code = first && 'output' in first ? first.output[0].code : null;
  if (!code) throw new Error('The driver could not be bundled.');
  return code;
}

async function run(pages: number, seed: number): Promise<boolean> {
  const [code, seeds] = [await bundle(), await drawSeeds()];
  const browser = await launchPlainChromium(noDashboard);
  const total = emptyOutcome();
  let next = 0;
  const side = async () => {
    const page = await browser.newPage();
    await page.evaluate(code);
    while (next < pages) {
      const from = next;
      next += perBatch;
      const count = Math.min(perBatch, pages - from);
      add(
        total,
        await page.evaluate((...args) => (globalThis as never as Fuzzing).fuzzBatch(...args), seeds, seed, from, count),
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: sidesByDefault }, side));
  } finally {
    await browser.close();
  }
  return conclude(total, seed);
}

type Fuzzing = { fuzzBatch: (...args: Parameters<typeof import('./page/batch.ts').batch>) => Outcome };

function add(total: Outcome, part: Outcome): void {
  for (const key of ['pages', 'read', 'unreadable', 'benign', 'benignRead'] as const) total[key] += part[key];
  total.slowestMs = Math.max(total.slowestMs, part.slowestMs);
  total.violations.push(...part.violations);
  total.missed.push(...part.missed);
}

function conclude(total: Outcome, seed: number): boolean {
  for (const { page, seed: skin, what, html } of total.violations.slice(0, 5)) {
    process.stdout.write(`--- page ${page} of seed ${seed} (${skin}): ${what}\n${html}\n`);
  }
  const share = total.benignRead / Math.max(1, total.benign);
  if (share < leastBenignRead)
    process.stdout.write(`Benign pages missed: ${JSON.stringify(total.missed.slice(0, 40))}\n`);
  const falseReads = total.violations.filter(({ what }) => what.startsWith('false read')).length;
  const crashes = total.violations.length - falseReads;
  const { pages, read, unreadable, benign, benignRead } = total;
  const slowestMs = Math.round(total.slowestMs);
  process.stdout.write(
    `${JSON.stringify({ seed, pages, read, unreadable, falseReads, crashes, benign, benignRead, slowestMs })}\n`,
  );
  return total.violations.length === 0 && share >= leastBenignRead;
}

process.exitCode = (await run(Number(values.pages), Number(values.seed))) ? 0 : 1;
