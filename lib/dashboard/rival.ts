/** What speaks against a value that has been found to be the token: another one, or a longer word that it is a part of. */
import { ancestry } from './ancestry.ts';
import { accessibleName, type Control, plainText } from './controls.ts';
import { controlNameOf } from './labels.ts';
import { isBlank } from './named.ts';
import { nearby } from './nearby.ts';
import { changing, type Page } from './section.ts';
import { dialogs, type Snapshot, someIn } from './snapshot.ts';
import { isBesideSealed } from './torn.ts';
import { isAfter } from './unanswered.ts';
import {
  type Candidate,
  candidatesIn,
  findValues,
  isLikely,
  isSeen,
  isToken,
  type PageValue,
  shownText,
  valueText,
} from './values.ts';

interface Found {
  value: PageValue;
  regenerate: HTMLElement;
}

/** Whether something else on the page has as good a claim to be the token as what was `found`. */
export function hasRival(page: Page, found: Found): boolean {
  const place = nearby(page.snapshot, found.value.element);
  const others = otherControls(page, found);
  return (
    hasOtherPanel(page.snapshot, others, found) ||
    hasOtherRow(page, place, found, others.length > 0) ||
    isInNews(page.snapshot, found.value) ||
    (found.value.by === 'tied' ? hasOtherMask(page.snapshot, found.value) : isCopyOfUnseen(page, place, found.value)) ||
    isPartOfWord(page, place, found)
  );
}

/** What else regenerates something. */
function otherControls({ snapshot, controls }: Page, { regenerate }: Found): Element[] {
  const isOther = ({ name, element }: Control) => name === 'regenerate' && element !== regenerate;
  return controls
    .filter(isOther)
    .map(({ element }) => element)
    .filter(snapshot.isSeen);
}

/** Whether another Regenerate has a token of its own that is not the one found: one panel in the midst of another. */
function hasOtherPanel(snapshot: Snapshot, others: readonly Element[], { value, regenerate }: Found): boolean {
  return others.some((other) => valuesBeside(snapshot, other, regenerate).some(({ text }) => text !== value.text));
}

/** Of the smallest element around `control` that holds values, or else holds `other`: those named as the token. */
function valuesBeside(snapshot: Snapshot, control: Element, other: Element): PageValue[] {
  for (const around of ancestry(control)) {
    const values = findValues(snapshot, around, (value) => isToken(value) || isLikely(value));
    if (values.length > 0 || snapshot.holds(around, other)) return values.filter(isToken);
  }
  return [];
}

/**
 * Whether another value has a label of the token's tied to it: with another Regenerate, any, or a part of one; else
 * the whole value of a row that is called "API Token", too.
 */
function hasOtherRow({ snapshot, titles }: Page, place: Element, { value }: Found, isWorked: boolean): boolean {
  const rows = new Set(titles.map((title) => title.closest('tr')));
  const others = findValues(snapshot, place, (other) => {
    const row = other.element.closest('tr');
    const isNamed = isToken(other) && other.by === 'tied' && other.text !== value.text;
    return isNamed && (isWorked || (row !== null && rows.has(row)));
  });
  return others.some(({ torn, element }) => isWorked || !torn || isBesideSealed(element));
}

/**
 * Whether a dialog with nothing in it to change a token shows a value just like `found` that is another: the page behind it
 * may show the token of before.
 */
function isInNews(snapshot: Snapshot, found: PageValue): boolean {
  const isWorked = (dialog: Element) => [...dialog.querySelectorAll('button, a')].some(changes);
  return someIn(snapshot, [0, snapshot.elements.length], (element, text) => {
    const isLike = text.length === found.text.length && text !== found.text && snapshot.isInDialog(element);
    const isValue = isLike && valueText(element, text) === text && isSeen(snapshot, element);
    const dialog = isValue && element.closest(dialogs);
    return dialog !== false && dialog !== null && !isWorked(dialog);
  });
}

const changes = (button: Element) => changing.has(controlNameOf(accessibleName(button)) ?? '');

/** Whether the cell of `found` holds a mask that nobody sees, and that ends otherwise: it is of another token. */
function hasOtherMask(snapshot: Snapshot, found: PageValue): boolean {
  const cell = found.element.closest('td, dd');
  const isOther = ({ masked, text }: Candidate) => masked && !found.text.endsWith(/[\w-]*$/.exec(text)?.[0] ?? '');
  return cell !== null && candidatesIn(snapshot, cell).some((each) => isOther(each) && !isSeen(snapshot, each.element));
}

/**
 * Whether a Copy in `place` stands with a value that nobody sees: one of the kind of `found`, under no other name; or in a
 * row of its own that has lost it.
 */
function isCopyOfUnseen(page: Page, place: Element, found: PageValue): boolean {
  const { holds, isSeen } = page.snapshot;
  const isHere = ({ element }: Control) => holds(place, element) && isSeen(element);
  return page.copies
    .filter(isHere)
    .some(({ element }) => isRowWithout(page, element, found) || isWithUnseen(page.snapshot, place, element, found));
}

/** Whether the values next to `copy` are all unseen, and none of them is `found`. */
function isWithUnseen(snapshot: Snapshot, place: Element, copy: Element, found: PageValue): boolean {
  const isLike = (each: Candidate) => isLikely(each) && (each.field ?? 'token') === 'token';
  for (const around of ancestry(copy)) {
    const like = candidatesIn(snapshot, around).filter(isLike);
    if (like[0]) return like.every((each) => each.text !== found.text && !isSeen(snapshot, each.element));
    if (around === place) break;
  }
  return false;
}

/** Whether the row of `copy` holds no value, nothing that changes one, and is not next to the row of `found` either. */
function isRowWithout({ snapshot, controls }: Page, copy: Element, found: PageValue): boolean {
  const row = copy.closest('tr');
  const rows = [row?.previousElementSibling, row?.nextElementSibling];
  if (!row || rows.some((each) => each?.contains(found.element))) return isAfterBlank(copy, found);
  const [name] = row.children;
  const isElse = (part: Element) => part !== name && !part.matches('button, a');
  if (plainText(row, isElse) !== '' || row.querySelector('input, textarea')) return false;
  return candidatesIn(snapshot, row).length === 0 && !controls.some(({ element }) => snapshot.holds(row, element));
}

/** Whether a box with nothing in it stands right before `copy`, and `found` only after that: the box has lost its value. */
function isAfterBlank(copy: Element, found: PageValue): boolean {
  const box = copy.previousElementSibling;
  const isBox = box?.matches('div, span, code, pre, p, output, samp, kbd, tt, b, strong') && isBlank(box);
  // Elsewhere it may be there for the room that it takes.
  return isBox === true && copy.parentElement?.contains(found.element) === true && isAfter(found.element, copy);
}

/** Whether the value stands in a longer word, shown or not: what people see of it is then a part of that. */
function isPartOfWord({ snapshot }: Page, place: Element, { value: { text } }: Found): boolean {
  return someIn(snapshot, snapshot.span(place), (element, own) => {
    const word = shownText(element, own);
    return word.length > text.length && oneWord.test(word) && isPart(text, word);
  });
}

const oneWord = /^[\w.~+/=-]+$/;

/** Whether `text` stands in `word` with a letter or a digit right beside it. */
function isPart(text: string, word: string): boolean {
  const rest = word.split(text);
  return rest.slice(1).some((after, at) => /^[a-z\d]/i.test(after) || /[a-z\d]$/i.test(rest[at] ?? ''));
}
