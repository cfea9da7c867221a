/** Which value in the token's part of the page is the token, or why none can be. */
import type { UnreadableReason } from '../failures.ts';
import { isOfTitles, isUnder } from './apart.ts';
import { nearby } from './nearby.ts';
import { type Page, titlesIn } from './section.ts';
import type { Snapshot } from './snapshot.ts';
import { hasEmptyRow, hasHiddenRow, hasUnansweredLabel, saysNone } from './unanswered.ts';
import { type Candidate, digitsOnly, findValues, hasUnreadable, isLikely, isToken, type PageValue } from './values.ts';

/** What may be the token: what the page calls so, and what nothing names and stands in the token's place. */
interface Claims {
  all: PageValue[];
  named: PageValue[];
  unnamed: PageValue[];
  /** Those of the named ones that a label tied to them names, or that stand in the token's place. */
  placed: PageValue[];
}

/** The one value in `section` that can be the token; `last` is where the last control stands. Else why there is none. */
export function valueIn(page: Page, section: Element, last: number): PageValue | UnreadableReason {
  const claims = claimsIn(page, section, last);
  if (typeof claims === 'string') return claims;
  const { named, unnamed, placed } = claims;
  if (placed.length + unnamed.length === 0) return 'noToken';
  const isTied = placed.some((value) => value.by === 'tied');
  return isTied ? unsealed(page.snapshot, single([...named, ...unnamed])) : valueByPlace(page, section, claims);
}

/** `value`, unless the cell that its name is tied to holds something that cannot be read: that may be what is named. */
function unsealed(snapshot: Snapshot, value: PageValue | UnreadableReason): PageValue | UnreadableReason {
  const cell = typeof value === 'string' ? null : value.element.closest('td, dd');
  return cell && hasUnreadable(snapshot, cell) ? 'ambiguous' : value;
}

/** The value that no label is tied to: it is its place that says so, and what speaks against it counts for more. */
function valueByPlace({ snapshot, titles }: Page, section: Element, claims: Claims): PageValue | UnreadableReason {
  const { all, named, unnamed, placed } = claims;
  const [first] = [...placed, ...unnamed];
  const isIts = (element: Element) => isOfTitles(snapshot, titles, element);
  if (hasHiddenRow(snapshot, nearby(snapshot, section)) || saysNone(snapshot, section, isIts)) return 'noToken';
  if (hasUnreadable(snapshot, section)) return 'ambiguous';
  // Not beside a part of a value, nor beside one whose name fits it no better.
  if (all.some(({ torn, text }) => torn && !digitsOnly.test(text))) return 'ambiguous';
  const isCaptioned = placed.some((value) => value.by === 'caption');
  const isOther = isCaptioned ? isNoOrganisation : isMisnamed;
  const others = findValues(snapshot, section, (value) => isOther(value) && value.text !== first?.text);
  if (others.some(({ element }) => isIts(element))) return 'ambiguous';
  // What stands in a row of its own is read there; a row with nothing in it has lost it.
  if (isCaptioned) return hasEmptyRow(snapshot, section) ? 'noToken' : single([...named, ...unnamed]);
  // A heading names what stands under it only as long as no label below it names another.
  if (!first || hasUnansweredLabel(snapshot, section, first.element, isIts)) return 'noToken';
  return single([...named, ...findValues(snapshot, section, (value) => isUnnamed(snapshot, value))]);
}

/** The claims in `section`, or why there can be none. */
function claimsIn(page: Page, section: Element, last: number): Claims | UnreadableReason {
  const { snapshot } = page;
  const its = titlesIn(page, section);
  // Without a label tied to it, a value must stand where people look for it: between the title and the controls.
  const stands = ({ element }: Candidate) =>
    snapshot.order(element) < last && its.some((title) => isUnder(snapshot, title, element));
  const found = findValues(
    snapshot,
    section,
    (value) => (isToken(value) && !snapshot.isInFrame(value.element)) || (value.field === null && stands(value)),
  );
  const all = found.filter(({ element }) => isOfTitles(snapshot, its, element));
  const claims = (value: Candidate) => isToken(value) || isUnnamed(snapshot, value);
  const isElsewhere = (value: Candidate) => claims(value) && !all.some(({ text }) => text === value.text);
  // A value of another part of the page, and these controls are below both: they may be that one's.
  if (found.some(isElsewhere)) return all.some(claims) ? 'ambiguous' : 'noToken';
  const named = all.filter(isToken);
  const placed = named.filter((value) => value.by === 'tied' || stands(value));
  return { all, named, unnamed: all.filter((value) => isUnnamed(snapshot, value)), placed };
}

/**
 * What an alert shows, an error's number for one, is the token only by name, and so is what is short and stands behind words
 * that we do not know: `Account: acme-2024`.
 */
function isUnnamed({ isInFrame }: Snapshot, value: Candidate): boolean {
  const { field, by, masked, text, element } = value;
  const isLong = by !== 'caption' || masked || text.length >= shortestBehindWords;
  return field === null && isLikely(value) && isLong && !isInFrame(element) && !element.closest('[role="alert" i]');
}

/** In characters. */
const shortestBehindWords = 24;

/** A value long enough for a secret, under a name that is something else's, or says nothing. */
const isMisnamed = (value: Candidate) => isLikely(value) && value.field !== null && value.field !== 'token';
/** A value under the organisation's name that is none of its numbers: those are not likely. */
const isNoOrganisation = (value: Candidate) => value.field === 'organisation' && isLikely(value);

/** The values as one: all the same text, whole; or why not. */
function single(values: readonly PageValue[]): PageValue | UnreadableReason {
  const [first] = values;
  if (!first || values.some((value) => value.text !== first.text)) return 'ambiguous';
  return values.some((value) => value.torn) ? 'ambiguous' : first;
}
