/** Runs in the browser: draws changed pages in a frame and gives each to the driver. */

import { readPage } from '../../../lib/dashboard/page.ts';
import { benignChanges } from './benign.ts';
import { clobbered } from './clobber.ts';
import { hostileChanges } from './hostile.ts';
import { enlarge } from './large.ts';
import { emptyOutcome, longestRead, measuredAgain, note, type Outcome, type Trial } from './outcome.ts';
import { Random } from './random.ts';
import { Scene, type Seed } from './scene.ts';
import { saysToken, settle } from './truth.ts';

/** One page in so many is large. */
const largeEvery = 2_000;
const hugeEvery = 10_000;
/** The browser sweeps its memory between tasks only; until then, all that is left of earlier pages slows the next. */
const perTask = 5;
const large = 20_000;
const huge = 50_000;

const frame = document.createElement('iframe');
frame.setAttribute('style', 'width:1000px;height:800px;border:0');
document.body.append(frame);

/** The frame's root, by the prototype: the page may have named an image `documentElement`. */
function rootOf(doc: Document): HTMLElement {
  const get = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get;
  return get?.call(doc) as HTMLElement;
}

/** Page number `page` of the run `seed`, changed. */
function changedPage(
  seeds: readonly Seed[],
  seed: number,
  page: number,
): Pick<Trial, 'seed' | 'isBenign' | 'saysToken' | 'size' | 'scene'> {
  const random = new Random(seed ^ Math.imul(page + 1, 0x9e3779b1));
  const doc = frame.contentDocument;
  if (!doc) throw new Error('The frame has no document.');
  rootOf(doc).replaceChildren();
  const chosen = random.pick(seeds);
  const scene = new Scene(doc, chosen, random);
  const isBenign = random.chance(0.5);
  for (let count = 1 + random.below(6); count > 0; count -= 1) random.pick(benignChanges)(scene);
  if (!isBenign) {
    for (let count = 1 + random.below(4); count > 0; count -= 1) random.pick(hostileChanges)(scene);
    settle(scene);
  }
  const size = page % hugeEvery === 0 ? huge : page % largeEvery === 0 ? large : 0;
  if (size > 0) enlarge(scene, size);
  const says = saysToken(scene);
  if (!isBenign && random.chance(0.05)) clobbered(scene);
  return { seed: chosen.name, isBenign, saysToken: says, size, scene };
}

/** Makes page number `page` and reads it. A large page's layout is its own work, so it is done before the clock runs. */
async function trial(seeds: readonly Seed[], seed: number, page: number): Promise<Trial> {
  const changed = changedPage(seeds, seed, page);
  const { doc } = changed.scene;
  if (changed.size > 0) rootOf(doc).getBoundingClientRect();
  const [first, ended] = timed(() => read(doc));
  let ms = first;
  for (let again = 0; ms > longestRead && again < measuredAgain; again += 1) {
    await nextTask();
    ms = Math.min(ms, timed(() => read(doc))[0]);
  }
  return { ...changed, ...ended, ms, coldMs: first, isSlow: ms > longestRead && changed.size < huge };
}

function timed<Value>(run: () => Value): [number, Value] {
  const started = performance.now();
  const value = run();
  return [performance.now() - started, value];
}

/** What the driver says of `doc`. A reader that broke down within gives a reading of nothing. */
function read(doc: Document): Pick<Trial, 'value' | 'said' | 'crashed'> {
  try {
    const { report, snapshot } = readPage(doc, 200);
    if (report.kind === 'token') return { value: report.token, said: 'token', crashed: false };
    const said = report.kind === 'unreadable' ? report.reason : report.kind;
    return { value: null, said, crashed: snapshot.elements.length === 0 };
  } catch (error) {
    return { value: null, said: String(error), crashed: true };
  }
}

/** Pages `from` to `from + count - 1` of the run `seed`. */
export async function batch(seeds: readonly Seed[], seed: number, from: number, count: number): Promise<Outcome> {
  const outcome = emptyOutcome();
  for (let page = from; page < from + count; page += 1) {
    if (page % perTask === 0) await nextTask();
    const tried = await trial(seeds, seed, page);
    const still = () => {
      const { value, said } = read(tried.scene.doc);
      return value === tried.value && said === tried.said;
    };
    note(outcome, page, tried, still);
  }
  return outcome;
}

const channel = new MessageChannel();

/** Resolves in a task of its own, at once: a timer would wait. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

/** Page number `page` of the run `seed` once more: what the driver says of it, and the page. */
export async function show(seeds: readonly Seed[], seed: number, page: number): Promise<string> {
  const { scene, value, said, isBenign, ms } = await trial(seeds, seed, page);
  const verdict = value === null ? said : value === scene.token ? 'the token' : 'another value';
  return `${isBenign ? 'benign' : 'hostile'}, ${Math.round(ms)} ms, read: ${verdict}\n${scene.html()}`;
}

/** Makes page number `page` of the run `seed`, laid out, for `readMade`, and a page beside it for `walk`. */
export function make(seeds: readonly Seed[], seed: number, page: number): void {
  const { scene } = changedPage(seeds, seed, page);
  rootOf(scene.doc).getBoundingClientRect();
  beside.innerHTML = '<p><b>Row</b></p>'.repeat(large / 2);
  document.body.append(beside);
  beside.getBoundingClientRect();
}

/** Reads the page that `make` made. */
export function readMade(): void {
  if (frame.contentDocument) read(frame.contentDocument);
}

const beside = document.createElement('div');

/** Asks 20,000 elements for style, box and text: work that is always the same. */
export function walk(): number {
  let asked = 0;
  for (const element of beside.querySelectorAll('*')) {
    const { display } = getComputedStyle(element);
    asked += display.length + element.getClientRects().length + (element.textContent?.length ?? 0);
  }
  return asked;
}

const made = { fuzzMake: make, fuzzReadMade: readMade, fuzzWalk: walk };
Object.assign(globalThis, { fuzzBatch: batch, fuzzShow: show, ...made });
