/** A run of changed token pages through the driver, in Chromium's DOM, over several tabs. */
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { launchPlainChromium } from './browser.ts';
import { addTo, emptyOutcome, longestRead, measuredAgain, type Outcome } from './page/outcome.ts';
import type { Seed } from './page/scene.ts';
import { drawSeeds } from './seeds.ts';

export interface Run {
  pages: number;
  seed: number;
  /** Default: 2. */
  tabs?: number;
  /** Told after each batch. */
  onProgress?: (outcome: Outcome) => void;
}

/** The share of benign pages that has to be read. */
const leastBenignRead = 0.99;
const perBatch = 1_000;
/** What a plain walk through a page of 20,000 elements takes (ms) where a reading may take `longestRead`. */
const usualWalk = 60;
/** The pages are made in the browser: nothing has to answer there. */
const noDashboard = 9;

type Module = typeof import('./page/batch.ts');
type Fuzzing = {
  fuzzBatch: Module['batch'];
  fuzzShow: Module['show'];
  fuzzMake: Module['make'];
  fuzzReadMade: Module['readMade'];
  fuzzWalk: Module['walk'];
};

/** Makes `pages` pages from `seed` and gives each to the driver. */
export async function fuzz({ pages, seed, tabs = 2, onProgress }: Run): Promise<Outcome> {
  const [code, seeds] = [await bundle(), await drawSeeds()];
  const browser = await launchPlainChromium(noDashboard);
  const total = emptyOutcome();
  let next = 0;
  const side = async () => {
    const page = await openDriver(browser, code);
    while (next < pages) {
      const from = next;
      next += perBatch;
      addTo(total, await runBatch(page, seeds, seed, from, Math.min(perBatch, pages - from)));
      onProgress?.(total);
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, side));
    await measureAgain(total, browser, code, seeds, seed);
  } finally {
    await browser.close();
  }
  return total;
}

/**
 * What was slow is read again, in a tab of its own: slow is what takes the processor's time, not the machine's, on a
 * processor as fast as the one that the limit was set on.
 */
async function measureAgain(total: Outcome, browser: Browser, code: string, seeds: readonly Seed[], seed: number) {
  for (const violation of total.violations.filter(({ kind }) => kind === 'slow')) {
    const page = await openDriver(browser, code);
    const { read, walk } = await processorTimes(page, seeds, seed, violation.page);
    await page.close();
    const ms = read / Math.max(1, walk / usualWalk);
    violation.what = `took ${Math.round(ms)} ms (${Math.round(read)} ms, and a plain walk ${Math.round(walk)} ms)`;
    total.slowestMs = Math.max(total.slowestMs, ms);
    if (ms <= longestRead) total.violations.splice(total.violations.indexOf(violation), 1);
  }
}

/**
 * The shortest of several readings of page `number`, and of as many plain walks through 20,000 elements, in ms that the
 * processor gave to the tab's main thread: a machine that does other things takes it away for longer than a reading
 * lasts, and what shares its core or its memory makes both slower.
 */
async function processorTimes(page: Page, seeds: readonly Seed[], seed: number, number: number) {
  const make = (...args: [readonly Seed[], number, number]) => (globalThis as never as Fuzzing).fuzzMake(...args);
  await page.evaluate(make, seeds, seed, number);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
    if (seconds === undefined) throw new Error('The browser does not tell what its main thread has used.');
    return seconds * 1_000;
  };
  const shortest = { read: Number.POSITIVE_INFINITY, walk: Number.POSITIVE_INFINITY };
  for (let again = 0; again <= measuredAgain; again += 1) {
    const start = await spent();
    await page.evaluate(() => (globalThis as never as Fuzzing).fuzzReadMade());
    const between = await spent();
    await page.evaluate(() => (globalThis as never as Fuzzing).fuzzWalk());
    shortest.read = Math.min(shortest.read, between - start);
    shortest.walk = Math.min(shortest.walk, (await spent()) - between);
  }
  return shortest;
}

function runBatch(page: Page, seeds: readonly Seed[], seed: number, from: number, count: number): Promise<Outcome> {
  return page.evaluate((...args) => (globalThis as never as Fuzzing).fuzzBatch(...args), seeds, seed, from, count);
}

/** Makes one page of a run again, and says what the driver makes of it. */
export async function showPage(seed: number, number: number): Promise<string> {
  const [code, seeds] = [await bundle(), await drawSeeds()];
  const browser = await launchPlainChromium(noDashboard);
  try {
    const page = await openDriver(browser, code);
    return await page.evaluate((...args) => (globalThis as never as Fuzzing).fuzzShow(...args), seeds, seed, number);
  } finally {
    await browser.close();
  }
}

/** A tab with `code`, the bundled driver and what makes pages for it. */
async function openDriver(browser: Browser, code: string): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluate(code);
  return page;
}

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

/** Whether nothing was read wrong, or too slowly, and enough of what a careful person would read. */
export function hasPassed({ violations, benign, benignRead }: Outcome): boolean {
  return violations.length === 0 && benignRead / Math.max(1, benign) >= leastBenignRead;
}

/** The outcome as one line of figures. */
export function figuresOf(total: Outcome, seed: number) {
  const count = (kind: string) => total.violations.filter((violation) => violation.kind === kind).length;
  const { pages, read, none, unreadable, benign, benignRead, large, huge } = total;
  return {
    seed,
    pages,
    read,
    none,
    unreadable,
    falseReads: count('falseRead'),
    falseNones: count('falseNone'),
    crashes: count('crash'),
    slow: count('slow'),
    benign,
    benignRead,
    large,
    huge,
    slowestMs: Math.round(total.slowestMs),
    slowestHugeMs: Math.round(total.slowestHugeMs),
    slowestColdMs: Math.round(total.slowestColdMs),
  };
}
