/** What came of many pages: counts, and the pages that went wrong. */
import type { Scene } from './scene.ts';

/**
 * A page that was read wrong or too slowly, that was said to have no token and has one, or that the driver did not
 * survive; `page` makes it again.
 */
export interface Violation {
  page: number;
  seed: string;
  kind: 'falseRead' | 'falseNone' | 'crash' | 'slow';
  what: string;
  html: string;
}

export interface Outcome {
  pages: number;
  read: number;
  /** Said to be of an account without a token. */
  none: number;
  unreadable: number;
  benign: number;
  benignRead: number;
  /** Pages of 20,000 and of 50,000 elements among them. */
  large: number;
  huge: number;
  slowestMs: number;
  slowestHugeMs: number;
  /** Of the large pages: the first reading, before the browser has made the driver fast. Nothing is judged by it. */
  slowestColdMs: number;
  violations: Violation[];
  /** Benign pages that were not read, and have a token, or were not said to have none; some of them. */
  missed: { page: number; seed: string; kind: string }[];
}

/** What the driver made of one changed page. */
export interface Trial {
  seed: string;
  isBenign: boolean;
  /** The page shows the token, or says where it is. */
  saysToken: boolean;
  /** Elements that were added to make it large. */
  size: number;
  scene: Scene;
  /** The value it read, or null; `said` is the kind or reason it gave instead, or the error it died of. */
  value: string | null;
  said: string;
  crashed: boolean;
  ms: number;
  /** The first reading took so long (ms), others may have been faster. */
  coldMs: number;
  isSlow: boolean;
}

/** What the driver may take for a page of up to 20,000 elements (ms). */
export const longestRead = 50;
/**
 * A longer time is measured again, and the shortest one counts: what the machine does beside lengthens a reading, and
 * nothing shortens one.
 */
export const measuredAgain = 20;

const mostKept = 20;
const longestHtml = 4_000;

/** An outcome of no pages. */
export function emptyOutcome(): Outcome {
  const counts = { pages: 0, read: 0, none: 0, unreadable: 0, benign: 0, benignRead: 0, large: 0, huge: 0 };
  return { ...counts, slowestMs: 0, slowestHugeMs: 0, slowestColdMs: 0, violations: [], missed: [] };
}

/** Adds `part` to `total`. */
export function addTo(total: Outcome, part: Outcome): void {
  for (const key of ['pages', 'read', 'none', 'unreadable', 'benign', 'benignRead', 'large', 'huge'] as const)
    total[key] += part[key];
  for (const key of ['slowestMs', 'slowestHugeMs', 'slowestColdMs'] as const)
    total[key] = Math.max(total[key], part[key]);
  total.violations.push(...part.violations);
  if (total.missed.length < mostKept * 5) total.missed.push(...part.missed);
}

/** Writes one trial down. `still` says whether the page, made smaller, is still read as it was. */
export function note(outcome: Outcome, page: number, trial: Trial, still: () => boolean): void {
  const { seed, isBenign, scene, value, said } = trial;
  outcome.pages += 1;
  outcome[value !== null ? 'read' : said === 'none' ? 'none' : 'unreadable'] += 1;
  noteTime(outcome, trial);
  if (isBenign) outcome.benign += 1;
  if (isBenign && isRight(trial)) outcome.benignRead += 1;
  else if (isBenign && outcome.missed.length < mostKept) outcome.missed.push({ page, seed, kind: said });
  const wrong = whatWentWrong(trial);
  if (wrong) outcome.violations.push({ page, seed, ...wrong, html: htmlOf(scene, wrong.kind, still) });
}

function noteTime(outcome: Outcome, { size, ms, coldMs, isSlow }: Trial): void {
  const isHuge = size >= 50_000;
  const isLarge = size > 0 && !isHuge;
  if (isHuge) outcome.huge += 1;
  if (isLarge) outcome.large += 1;
  if (isLarge) outcome.slowestColdMs = Math.max(outcome.slowestColdMs, coldMs);
  const slowest = isHuge ? 'slowestHugeMs' : 'slowestMs';
  // One that was too slow is measured once more at the end.
  if (!isSlow) outcome[slowest] = Math.max(outcome[slowest], ms);
}

/** Whether the driver said what the account has. */
const isRight = ({ scene, value, said }: Trial) => (scene.hasToken ? value === scene.token : said === 'none');

function whatWentWrong({
  scene,
  saysToken,
  value,
  said,
  crashed,
  ms,
  isSlow,
}: Trial): Pick<Violation, 'kind' | 'what'> | null {
  if (value !== null && !(scene.hasToken && value === scene.token))
    return { kind: 'falseRead', what: `false read of ${whichValue(scene, value)}` };
  if (said === 'none' && saysToken) return { kind: 'falseNone', what: 'said to have no token, and shows one' };
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
  const holds = (outer: Node, inner: Node) => Node.prototype.contains.call(outer, inner);
  const around = scene.all().filter((element) => !holds(element, panel) && !holds(panel, element));
  for (const element of kind.startsWith('false') && panel.isConnected ? around.slice(0, 600).reverse() : []) {
    const [parent, next] = [element.parentNode, element.nextSibling];
    Element.prototype.remove.call(element);
    if (parent && !still()) Node.prototype.insertBefore.call(parent, element, next);
  }
  return scene.html().slice(0, longestHtml);
}
