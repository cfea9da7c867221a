/**
 * Reading the token page (ARCHITECTURE, Reading the page). The token is the value that stands with Regenerate and
 * Delete under the title "API Token"; where that leaves a doubt, the page is unreadable rather than read wrong.
 */
import type { UnreadableReason } from '../failures.ts';
import { composedParent } from './ancestry.ts';
import { type Control, findControls } from './controls.ts';
import { isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import { ownText, type Snapshot } from './snapshot.ts';
import { digitsOnly, findValues, knownShape, type PageValue } from './values.ts';

export type TokenPage =
  | { kind: 'token'; value: PageValue; orgId: string | null; regenerate: HTMLElement; delete: HTMLElement }
  | { kind: 'none'; orgId: string | null; generate: HTMLElement }
  | { kind: 'unreadable'; reason: UnreadableReason }
  /** Nothing here says that this is the token page. */
  | { kind: 'elsewhere' };

type Finding = TokenPage & { kind: 'token' | 'none' | 'unreadable' };

/** Reads the token page out of `snapshot`; `controls` are those of the same snapshot. */
export function readTokenPage(snapshot: Snapshot, controls = findControls(snapshot)): TokenPage {
  if (snapshot.tooLarge) return { kind: 'unreadable', reason: 'tooLarge' };
  const titles = findTitles(snapshot);
  if (titles.length === 0) return { kind: 'elsewhere' };
  const inPage = controls.filter((control) => !control.inDialog && !snapshot.isInFrame(control.element));
  const page: Page = { snapshot, titles, controls: inPage.filter((control) => changing.has(control.name)) };
  const findings = page.controls.map((control) => readAround(page, control)).filter((finding) => finding !== null);
  return settle(findings) ?? readBare(page);
}

interface Page {
  snapshot: Snapshot;
  titles: readonly Element[];
  controls: readonly Control[];
}

const changing = new Set(['regenerate', 'generate', 'delete']);

/** One finding is the page; findings that contradict each other are none. */
function settle(findings: readonly Finding[]): TokenPage | null {
  const tokens = findings.filter((finding) => finding.kind === 'token');
  const none = findings.filter((finding) => finding.kind === 'none');
  const [first] = findings;
  if (!first) return null;
  if (tokens.length + none.length > 1) {
    return { kind: 'unreadable', reason: tokens.length > 0 && none.length > 0 ? 'contradictory' : 'ambiguous' };
  }
  return tokens[0] ?? none[0] ?? first;
}

/** A title and a value, yet nothing to work them with: a token page that is not whole, or another page. */
function readBare(page: Page): TokenPage {
  const heading = page.titles.find((title) => title.matches('h1, h2, h3, h4, legend, caption, th, [role="heading" i]'));
  const named = page.titles.some((title) => isNamedValue(page.snapshot, title));
  return heading || named ? { kind: 'unreadable', reason: bareReason(page.controls) } : { kind: 'elsewhere' };
}

function bareReason(controls: readonly Control[]): UnreadableReason {
  const count = (name: string) => controls.filter((control) => control.name === name).length;
  if (count('regenerate') > 1) return 'ambiguous';
  if (count('regenerate') === 0) return 'noControls';
  return count('generate') > 0 ? 'contradictory' : 'noToken';
}

function isNamedValue(snapshot: Snapshot, title: Element): boolean {
  const parent = composedParent(title);
  return parent !== null && findValues(snapshot, parent).some((value) => value.field === 'token');
}

/** Cheap look before the careful one. */
const mayBeTitle = /api|[^\x20-\x7e]/i;

/** Elements that name the API token in the page's content: headings, captions and labels, not links or buttons. */
function findTitles(snapshot: Snapshot): Element[] {
  return snapshot.elements.filter((element) => {
    const text = ownText(element);
    if (!mayBeTitle.test(text) || text.length > longestName || !isTokenTitle(wordsOf(text))) return false;
    return (
      !element.closest('a, button, option, [role="menuitem" i], [role="button" i], li > span[onclick]') &&
      !snapshot.isInFrame(element) &&
      snapshot.isShown(element) &&
      !snapshot.isInDialog(element)
    );
  });
}

function readAround(page: Page, control: Control): Finding | null {
  if (control.name === 'regenerate') return readToken(page, control);
  return control.name === 'generate' ? readNone(page, control) : null;
}

/** The token around one Regenerate: its Delete, the section they share, the title above and the value between. */
function readToken(page: Page, regenerate: Control): Finding | null {
  const shared = sharedWithDelete(page, regenerate);
  if (!shared) return null;
  const section = sectionAround(page, shared.container, [regenerate, shared.remove]);
  if (!section) return null;
  const value = valueIn(page, shared.container, section, lastOf(page, [regenerate, shared.remove]));
  if (typeof value === 'string') return { kind: 'unreadable', reason: value };
  if (value.masked) return { kind: 'unreadable', reason: 'hidden' };
  const orgId = organisationIn(page, section);
  return { kind: 'token', value, orgId, regenerate: regenerate.element, delete: shared.remove.element };
}

function sharedWithDelete(page: Page, regenerate: Control): { container: Element; remove: Control } | null {
  const removes = page.controls.filter((control) => control.name === 'delete');
  for (let container = composedParent(regenerate.element); container; container = composedParent(container)) {
    const around = container;
    const here = removes.filter((control) => page.snapshot.holds(around, control.element));
    if (here.length > 1) return null;
    if (here[0]) return { container, remove: here[0] };
  }
  return null;
}

/** The smallest element around `container` that holds a title, and no changing control but `own`; else null. */
function sectionAround(page: Page, container: Element, own: readonly Control[]): Element | null {
  for (let section: Element | null = container; section; section = composedParent(section)) {
    const around = section;
    const { holds } = page.snapshot;
    if (page.controls.some((control) => holds(around, control.element) && !own.includes(control))) return null;
    if (page.titles.some((title) => holds(around, title))) return section;
  }
  return null;
}

/** The one value that can be the token, from the controls outwards to `section`; else why there is none. */
function valueIn(page: Page, container: Element, section: Element, last: number): PageValue | UnreadableReason {
  const { order, holds, isInFrame } = page.snapshot;
  const title = Math.min(...page.titles.filter((each) => holds(section, each)).map(order));
  const all = findValues(page.snapshot, section).filter((value) => !isInFrame(value.element));
  const named = all.filter((value) => value.field === 'token');
  // Without a name of its own, a value must stand where people look for it: between the title and the controls.
  const stands = ({ element }: PageValue) => order(element) >= title && order(element) < last;
  const unnamed = all.filter((value) => value.field === null && stands(value) && !digitsOnly.test(value.text));
  const near = nearest(page.snapshot, container, section, [...named, ...unnamed]);
  if (near.length === 0) return 'noToken';
  return single(named.length > 0 ? [...named, ...near] : near);
}

function nearest(snapshot: Snapshot, container: Element, section: Element, values: readonly PageValue[]): PageValue[] {
  for (let level: Element | null = container; level; level = composedParent(level)) {
    const around = level;
    const here = values.filter((value) => snapshot.holds(around, value.element));
    if (here.length > 0 || level === section) return here;
  }
  return [];
}

/** The values as one: all the same text, whole; or why not. */
function single(values: readonly PageValue[]): PageValue | UnreadableReason {
  const [first] = values;
  if (!first || values.some((value) => value.text !== first.text)) return 'ambiguous';
  return first.torn ? 'ambiguous' : first;
}

/** No token: one Generate under the title, and neither a value nor the controls of a token with it. */
function readNone(page: Page, generate: Control): Finding | null {
  const parent = composedParent(generate.element);
  const section = parent && sectionAround(page, parent, [generate]);
  if (!section) return null;
  const token = findValues(page.snapshot, section).some(
    (value) => value.field === 'token' || knownShape.test(value.text),
  );
  if (token) return { kind: 'unreadable', reason: 'contradictory' };
  return { kind: 'none', orgId: organisationIn(page, section), generate: generate.element };
}

const isOrganisation = ({ field, text }: PageValue) => field === 'organisation' && /^[\w-]{1,40}$/.test(text);
/** What has more elements than this is no section beside the token, but half the page. */
const mostNearby = 2_000;

/** The Organization ID in `section` or the element around it; null where none or more than one is named. */
function organisationIn(page: Page, section: Element): string | null {
  for (const place of [section, composedParent(section)]) {
    if (!place || page.snapshot.within(place).length > mostNearby) return null;
    const ids = findValues(page.snapshot, place).filter(isOrganisation);
    const distinct = [...new Set(ids.map((value) => value.text))];
    if (distinct.length > 0) return distinct.length === 1 ? (distinct[0] ?? null) : null;
  }
  return null;
}

function lastOf(page: Page, controls: readonly Control[]): number {
  return Math.max(...controls.map((control) => page.snapshot.order(control.element)));
}
