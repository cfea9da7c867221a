/**
 * Reading the token page (ARCHITECTURE, Reading the page). The token is the value that stands with Regenerate and
 * Delete under the title "API Token"; where that leaves a doubt, the page is unreadable rather than read wrong.
 */
import type { UnreadableReason } from '../failures.ts';
import { composedParent } from './ancestry.ts';
import { isApart, isOfTitles } from './apart.ts';
import { accessibleName, type Control, findControls, isButton, isLikeButton, isOpened } from './controls.ts';
import { isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import { mostNearby, nearby } from './nearby.ts';
import { hasRival } from './rival.ts';
import { changing, namesToken, type Page, sectionAround, sharedWithDelete, titlesIn } from './section.ts';
import type { Snapshot } from './snapshot.ts';
import { valueIn } from './token-value.ts';
import { hasHiddenRow, hasLabelBehind } from './unanswered.ts';
import {
  type Candidate,
  findValues,
  hasUnreadable,
  hasUnreadToken,
  isCutShort,
  isToken,
  knownShape,
  type PageValue,
} from './values.ts';
import { widgetShape } from './widgets.ts';

export type TokenPage =
  | { kind: 'token'; value: PageValue; orgId: string | null; regenerate: HTMLElement; delete: HTMLElement }
  | { kind: 'none'; orgId: string | null; generate: HTMLElement }
  | { kind: 'unreadable'; reason: UnreadableReason }
  /** Nothing here says that this is the token page. */
  | { kind: 'elsewhere' };

type Finding = TokenPage & { kind: 'token' | 'none' | 'unreadable' };

/** Reads the token page out of `snapshot`; `controls` are those of the same snapshot. */
export function readTokenPage(snapshot: Snapshot, controls: readonly Control[] = findControls(snapshot)): TokenPage {
  if (snapshot.tooLarge) return { kind: 'unreadable', reason: 'tooLarge' };
  const titles = findTitles(snapshot);
  if (titles.length === 0) return { kind: 'elsewhere' };
  const inPage = controls.filter((control) => !control.inDialog && !snapshot.isInPageFrame(control.element));
  // Under a heading of its own, what only looks pressable may be a button all the same.
  const isTitled = titles.some((title) => title.matches(headings));
  const mayPress = ({ name, element }: Control) =>
    changing.has(name) && (isButton(element) || (isTitled && isLikeButton(element, inPage)));
  const copies = inPage.filter(({ name }) => name === 'copy');
  const page: Page = { snapshot, titles, controls: inPage.filter(mayPress), copies };
  const findings = page.controls.map((control) => readAround(page, control)).filter((finding) => finding !== null);
  const read = settle(findings) ?? readBare(page);
  return read.kind === 'token' && hasRival(page, read) ? { kind: 'unreadable', reason: 'ambiguous' } : read;
}

const headings = 'h1, h2, h3, h4, legend, caption, th, [role="heading" i]';

const doubts = new Set<UnreadableReason>(['ambiguous', 'contradictory']);

/** One finding is the page; findings that contradict each other are none, and one in doubt leaves all in doubt. */
function settle(findings: readonly Finding[]): TokenPage | null {
  const doubt = findings.find((finding) => finding.kind === 'unreadable' && doubts.has(finding.reason));
  if (doubt) return doubt;
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
  const heading = page.titles.some((title) => title.matches(headings));
  const isBare = heading || page.titles.some((title) => isNamedValue(page.snapshot, title));
  return isBare ? { kind: 'unreadable', reason: bareReason(page) } : { kind: 'elsewhere' };
}

function bareReason({ snapshot, controls }: Page): UnreadableReason {
  const count = (name: string) =>
    controls.filter((control) => control.name === name && snapshot.isShown(control.element)).length;
  if (count('regenerate') > 1) return 'ambiguous';
  if (count('regenerate') === 0) return 'noControls';
  return count('generate') > 0 ? 'contradictory' : 'noToken';
}

function isNamedValue(snapshot: Snapshot, title: Element): boolean {
  const parent = composedParent(title);
  return parent !== null && findValues(snapshot, parent, isToken).length > 0;
}

/** Cheap look before the careful one. */
const mayBeTitle = /api|[^\x20-\x7e]/i;

/** Elements that name the API token in the page's content: headings, captions and labels, not links or buttons. */
function findTitles(snapshot: Snapshot): Element[] {
  return snapshot.elements.filter((element, at) => {
    const text = snapshot.texts[at] ?? '';
    if (text.length < 4 || !mayBeTitle.test(text) || text.length > longestName || !isTokenTitle(wordsOf(text)))
      return false;
    return (
      !isPressedAway(element) &&
      !snapshot.isInPageFrame(element) &&
      snapshot.isShown(element) &&
      !snapshot.isInDialog(element)
    );
  });
}

/** Whether `element` is pressed to get elsewhere. What has opened the part below it is the title of that. */
function isPressedAway(element: Element): boolean {
  const pressed = element.closest('a, button, option, [role="menuitem" i], [role="button" i], li > span[onclick]');
  return pressed !== null && !(isOpened(pressed) && pressed.closest(`${headings}, [role="tab" i]`));
}

function readAround(page: Page, control: Control): Finding | null {
  if (control.name === 'delete' || !page.snapshot.isSeen(control.element)) return null;
  if (control.name === 'regenerate') return readToken(page, control);
  return readNone(page, control);
}

/** The token around one Regenerate: its Delete, the section they share, the title above and the value between. */
function readToken(page: Page, regenerate: Control): Finding | null {
  const shared = sharedWithDelete(page, regenerate);
  if (!shared) return null;
  const section = sectionAround(page, shared.container, [regenerate, shared.remove]);
  if (!section) return null;
  const titles = titlesIn(page, section);
  const works = [regenerate, shared.remove];
  if (!works.every(({ element }) => isOfTitles(page.snapshot, titles, element))) return null;
  const value = valueIn(page, section, lastOf(page, works));
  if (typeof value === 'string') return { kind: 'unreadable', reason: value };
  if (isInOtherRow(value.element, regenerate.element)) return { kind: 'unreadable', reason: 'ambiguous' };
  if (value.masked) return { kind: 'unreadable', reason: 'hidden' };
  const orgId = organisationIn(page, section);
  return { kind: 'token', value, orgId, regenerate: regenerate.element, delete: shared.remove.element };
}

/** Whether `value` and what regenerates it stand in rows of the same table, which has one for each of several. */
function isInOtherRow(value: Element, regenerate: Element): boolean {
  const [row, other] = [value.closest('tr'), regenerate.closest('tr')];
  const head = row?.closest('table')?.querySelector('tr');
  if (!row || !other || row === other || !head || head !== other.closest('table')?.querySelector('tr')) return false;
  const isHead = head !== row && head.childElementCount > 1 && [...head.children].every((cell) => cell.matches('th'));
  // Where the controls stand in the column of the value, the row is for nothing but them.
  const inColumn = other.children[[...row.children].findIndex((cell) => cell.contains(value))];
  return isHead && other.childElementCount === head.childElementCount && !inColumn?.contains(regenerate);
}

/** No token: one Generate under the title, and neither a value nor the controls of a token with it. */
function readNone(page: Page, generate: Control): Finding | null {
  const parent = composedParent(generate.element);
  const section = parent && sectionAround(page, parent, [generate]);
  if (!section || !isOfToken(page, section, generate.element)) return null;
  const titles = titlesIn(page, section);
  const isIts = (each: Element) => titles.some((title) => !isApart(page.snapshot, title, each, true));
  const isBusy = (each: Element) => each.matches(busy) && page.snapshot.isShown(each) && isIts(each);
  if (generate.element.matches(waiting) || page.snapshot.within(section).some(isBusy))
    return { kind: 'unreadable', reason: 'noControls' };
  if (mayHaveToken(page, section, generate)) return { kind: 'unreadable', reason: 'contradictory' };
  return { kind: 'none', orgId: organisationIn(page, section), generate: generate.element };
}

/** What cannot be pressed yet, and what says that something is being loaded. */
const waiting = ':disabled, [aria-disabled="true"], [aria-busy="true"], [aria-busy="true"] *';
const busy =
  '[aria-busy="true"], [role="progressbar" i]:not([aria-valuenow]), [class*="spinner" i], [class*="skeleton" i]';

/** Whether `generate` is the token's: below a title of `section` in its part of the page, beside one, or so called. */
function isOfToken(page: Page, section: Element, generate: Element): boolean {
  const { snapshot } = page;
  const name = accessibleName(generate);
  const [words, isNamed] = [wordsOf(name), namesToken(name)];
  // What is created may be anything; that something is generated is what the vendor says of tokens.
  const isPlain = !isNamed && !words.some((word) => /^g[eé]n[eé]r|^gerar$/.test(word));
  const isIts = (title: Element) =>
    snapshot.order(title) < snapshot.order(generate)
      ? !isApart(snapshot, title, generate, isPlain)
      : isNamed || (!isPlain && composedParent(title) === composedParent(generate));
  return titlesIn(page, section).some(isIts);
}

/** Whether anything speaks for a token all the same: in `section`, where Generate stands, or beside it. */
function mayHaveToken({ snapshot, controls, titles }: Page, section: Element, generate: Control): boolean {
  // Nobody offers to delete what there is not.
  const isOfOne = ({ name, element }: Control) =>
    name !== 'generate' && namesToken(accessibleName(element)) && isOfTitles(snapshot, titles, element);
  const others = controls.filter((other) => other !== generate);
  // Whether one can be seen is asked last: in a list of widgets each has its Delete.
  const hasOther = (isIts: (other: Control) => boolean) =>
    others.some((other) => isIts(other) && snapshot.isSeen(other.element));
  if (hasOther(isOfOne) || snapshot.leavesOut || hasUnreadToken(snapshot, section)) return true;
  const isHere = ({ text, field, by, element }: Candidate) =>
    ((knownShape.test(text) || isLong(field, text, element)) &&
      field !== 'foreign' &&
      snapshot.holds(section, element)) ||
    (field === 'token' &&
      (by === 'tied' || (!isCutShort(text) && (by === 'caption' || snapshot.holds(section, element)))));
  // Nobody knows what tokens look like tomorrow.
  const isLong = (field: Candidate['field'], text: string, element: Element) =>
    field === null && /^[\w-]{24,}$/.test(text) && !widgetShape.test(text) && isBefore(snapshot, element, generate);
  // Other controls are those of something else only where nothing beside them speaks of this token.
  const mayBeIts = ({ name, element }: Control) => name === 'regenerate' || isOfTitles(snapshot, titles, element);
  const place = nearby(snapshot, section);
  const has = (isWanted: (value: Candidate) => boolean) =>
    findValues(snapshot, place, (value) => isWanted(value) && !snapshot.isInFrame(value.element)).length > 0;
  if (has(isHere) || hasHiddenRow(snapshot, place)) return true;
  if (others.length === 0) return false;
  const isOpen =
    has((value) => isToken(value) || isNameless(value)) ||
    hasHiddenRow(snapshot, place, true) ||
    hasLabelBehind(snapshot, place, section) ||
    hasUnreadable(snapshot, place);
  return isOpen && hasOther(mayBeIts);
}

const isBefore = ({ order }: Snapshot, element: Element, { element: control }: Control) =>
  order(element) < order(control);

/** Named by nothing, and no widget's public id. */
const isNameless = ({ field, text }: Candidate) => field === null && !widgetShape.test(text);

const isOrganisation = ({ field, text }: Candidate) => field === 'organisation' && /^[\w-]{1,40}$/.test(text);

/** The Organization ID in `section` or the element around it; null where none or more than one is named. */
function organisationIn(page: Page, section: Element): string | null {
  for (const place of [section, composedParent(section)]) {
    if (!place || page.snapshot.within(place).length > mostNearby) return null;
    const ids = findValues(page.snapshot, place, isOrganisation);
    const distinct = [...new Set(ids.map((value) => value.text))];
    if (distinct.length > 0) return distinct.length === 1 ? (distinct[0] ?? null) : null;
  }
  return null;
}

function lastOf(page: Page, controls: readonly Control[]): number {
  return Math.max(...controls.map((control) => page.snapshot.order(control.element)));
}
