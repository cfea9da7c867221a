/** Runs in the browser: makes changed pages and gives each to the driver. */
import { readPage } from '../../../lib/dashboard/page.ts';
import { benignChanges } from './benign.ts';
import { clobbered, hostileChanges } from './hostile.ts';
import { Random } from './random.ts';
import { Scene, type Seed } from './scene.ts';

/** A page that was read wrong, or that the driver did not survive: `page` is its number, to make it again. */
export interface Violation {
  page: number;
  seed: string;
  what: string;
  html: string;
}

export interface Outcome {
  pages: number;
  read: number;
  unreadable: number;
  benign: number;
  benignRead: number;
  slowestMs: number;
  violations: Violation[];
  /** Benign pages that were not read, some of them. */
  missed: { page: number; seed: string; kind: string }[];
}

/** What the driver made of one changed page. */
interface Trial {
  seed: string;
  isBenign: boolean;
  scene: Scene;
  /** The value it read, or null; `said` is the kind or reason it gave instead, or the error it died of. */
  value: string | null;
  said: string;
  crashed: boolean;
  ms: number;
}

/** Page number `page` of the run `seed`, changed. */
function changedPage(seeds: readonly Seed[], seed: number, page: number): Pick<Trial, 'seed' | 'isBenign' | 'scene'> {
  const random = new Random(seed ^ Math.imul(page + 1, 0x9e3779b1));
  const chosen = random.pick(seeds);
  const scene = new Scene(chosen, random);
  const isBenign = random.chance(0.5);
  for (let count = 1 + random.below(6); count > 0; count -= 1) random.pick(benignChanges)(scene);
  if (isBenign) return { seed: chosen.name, isBenign, scene };
  for (let count = 1 + random.below(4); count > 0; count -= 1) random.pick(hostileChanges)(scene);
  if (random.chance(0.05)) clobbered(scene);
  return { seed: chosen.name, isBenign, scene };
}

function trial(seeds: readonly Seed[], seed: number, page: number): Trial {
  const changed = changedPage(seeds, seed, page);
  const started = performance.now();
  const ended = read(changed.scene.doc);
  return { ...changed, ...ended, ms: performance.now() - started };
}

function read(doc: Document): Pick<Trial, 'value' | 'said' | 'crashed'> {
  try {
    const { report } = readPage(doc, 200);
    if (report.kind === 'token') return { value: report.token, said: 'token', crashed: false };
    return { value: null, said: report.kind === 'unreadable' ? report.reason : report.kind, crashed: false };
  } catch (error) {
    return { value: null, said: String(error), crashed: true };
  }
}

/** Pages `from` to `from + count - 1` of the run `seed`. */
export function batch(seeds: readonly Seed[], seed: number, from: number, count: number): Outcome {
  const outcome = emptyOutcome();
  for (let page = from; page < from + count; page += 1) note(outcome, page, trial(seeds, seed, page));
  return outcome;
}

/** An outcome of no pages. */
export function emptyOutcome(): Outcome {
  const counts = { pages: 0, read: 0, unreadable: 0, benign: 0, benignRead: 0, slowestMs: 0 };
  return { ...counts, violations: [], missed: [] };
}

function note(outcome: Outcome, page: number, { seed, isBenign, scene, value, said, crashed, ms }: Trial): void {
  outcome.pages += 1;
  outcome.slowestMs = Math.max(outcome.slowestMs, ms);
  outcome[value === null ? 'unreadable' : 'read'] += 1;
  if (isBenign) outcome.benign += 1;
  if (isBenign && value === scene.token) outcome.benignRead += 1;
  if (isBenign && value === null) outcome.missed.push({ page, seed, kind: said });
  const isFalse = value !== null && value !== scene.token;
  if (!isFalse && !crashed) return;
  const html = scene.doc.body.outerHTML.slice(0, 20_000);
  outcome.violations.push({
    page,
    seed,
    what: isFalse ? `false read of ${whichValue(scene, value)}` : `crashed: ${said}`,
    html,
  });
}

/** What was read instead of the token, without saying it. */
function whichValue({ token, orgId }: Scene, value: string | null): string {
  if (value === null || value === orgId) return 'the organisation ID';
  return token.includes(value) || value.includes(token) ? 'a part of the token, or more than it' : 'another value';
}

Object.assign(globalThis, { fuzzBatch: batch });
