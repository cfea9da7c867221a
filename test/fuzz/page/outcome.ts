/** What came of many pages: counts, and the pages that went wrong. */
import type { Scene } from './scene.ts';

/** A page that was read wrong or too slowly, or that the driver did not survive; `page` makes it again. */
export interface Violation {
  page: number;
  seed: string;
  kind: 'falseRead' | 'crash' | 'slow';
  what: string;
  html: string;
}

export interface Outcome {
  pages: number;
  read: number;
  unreadable: number;
  benign: number;
  benignRead: number;
  /** Pages of 20,000 and of 50,000 elements among them. */
  large: number;
  huge: number;
  slowestMs: number;
  slowestHugeMs: number;
  violations: Violation[];
  /** Benign pages that were not read, some of them. */
  missed: { page: number; seed: string; kind: string }[];
}

/** What the driver made of one changed page. */
export interface Trial {
  seed: string;
  isBenign: boolean;
  /** Elements that were added to make it large. */
  size: number;
  scene: Scene;
  /** The value it read, or null; `said` is the kind or reason it gave instead, or the error it died of. */
  value: string | null;
  said: string;
  crashed: boolean;
  ms: number;
  isSlow: boolean;
}

const mostKept = 20;
const longestHtml = 4_000;

/** An outcome of no pages. */
export function emptyOutcome(): Outcome {
  const counts = { pages: 0, read: 0, unreadable: 0, benign: 0, benignRead: 0, large: 0, huge: 0 };
  return { ...counts, slowestMs: 0, slowestHugeMs: 0, violations: [], missed: [] };
}

/** Adds `part` to `total`. */
export function addTo(total: Outcome, part: Outcome): void {
  for (const key of ['pages', 'read', 'unreadable', 'benign', 'benignRead', 'large', 'huge'] as const)
    total[key] += part[key];
  for (const key of ['slowestMs', 'slowestHugeMs'] as const) total[key] = Math.max(total[key], part[key]);
  total.violations.push(...part.violations);
  if (total.missed.length < mostKept * 5) total.missed.push(...part.missed);
}

/** Writes one trial down. `still` says whether the page, made smaller, is still read as it was. */
export function note(outcome: Outcome, page: number, trial: Trial, still: () => boolean): void {
  const { seed, isBenign, size, scene, value, ms } = trial;
  const isHuge = size >= 50_000;
  outcome.pages += 1;
  if (isHuge) outcome.huge += 1;
  else if (size > 0) outcome.large += 1;
  const slowest = isHuge ? 'slowestHugeMs' : 'slowestMs';
  outcome[slowest] = Math.max(outcome[slowest], ms);
  outcome[value === null ? 'unreadable' : 'read'] += 1;
  if (isBenign) outcome.benign += 1;
  if (isBenign && value === scene.token) outcome.benignRead += 1;
  if (isBenign && value === null && outcome.missed.length < mostKept)
    outcome.missed.push({ page, seed, kind: trial.said });
  const wrong = whatWentWrong(trial);
  if (wrong) outcome.violations.push({ page, seed, ...wrong, html: htmlOf(scene, wrong.kind, still) });
}

function whatWentWrong({ scene, value, said, crashed, ms, isSlow }: Trial): Pick<Violation, 'kind' | 'what'> | null {
  if (value !== null && value !== scene.token)
    return { kind: 'falseRead', what: `false read of ${whichValue(scene, value)}` };
  if (crashed) return { kind: 'crash', what: `crashed: ${said}` };
  return isSlow ? { kind: 'slow', what: `took ${Math.round(ms)} ms` } : null;
}

/** What was read instead of the token, without saying it. */
function whichValue({ token, orgId }: Scene, value: string): string {
  if (value === orgId) return 'the organisation ID';
  return token.includes(value) || value.includes(token) ? 'a part of the token, or more than it' : 'another value';
}

/** The page, without the parts beside the panel that make no difference to what is read. */
function htmlOf(scene: Scene, kind: Violation['kind'], still: () => boolean): string {
  const { panel } = scene;
  const around = scene.all().filter((element) => !element.contains(panel) && !panel.contains(element));
  for (const element of kind === 'falseRead' && panel.isConnected ? around.slice(0, 600).reverse() : []) {
    const [parent, next] = [element.parentNode, element.nextSibling];
    element.remove();
    if (!still()) parent?.insertBefore(element, next);
  }
  return scene.html().slice(0, longestHtml);
}
