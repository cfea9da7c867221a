/** Labels of the token whose value is not to be seen. */
import { ancestry, composedParent } from './ancestry.ts';
import { accessibleName, plainText } from './controls.ts';
import { lastChildOf, ownTextOf, previousSiblingOf, tagNameOf } from './dom.ts';
import { fieldNameOf } from './field-names.ts';
import { controlNameOf, isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import { captionOf, isBlank, isHeading, isSentence, labelOf } from './named.ts';
import { type Snapshot, someIn } from './snapshot.ts';
import { isSeen, valueText } from './values.ts';

/**
 * Whether `section` has a label for the token whose value is not shown: a field's label without its field, a row
 * without its value, a caption right before a value that is hidden, one before another label, or one after `value`. What
 * stands beside is then not the token. `isIts`: whether a label is of the token's part of the page.
 */
export function hasUnansweredLabel(
  snapshot: Snapshot,
  section: Element,
  value: Element,
  isIts: (label: Element) => boolean,
): boolean {
  return (
    isPassedOver(snapshot, section, value) ||
    someIn(
      snapshot,
      snapshot.span(section),
      (element, text) =>
        (isLabel(element, text, value) && snapshot.isShown(element) && isIts(element)) ||
        (valueText(element, text) !== null && isClaimed(snapshot, section, element)),
    )
  );
}

/** Whether a caption for the token, no title, has another label after it, before `value` comes. */
function isPassedOver(snapshot: Snapshot, section: Element, value: Element): boolean {
  let isOpen = false;
  return someIn(snapshot, [snapshot.order(section), snapshot.order(value)], (element, text) => {
    const field = fieldOf(text);
    if (field === null || isSentence(text) || !isLine(snapshot, element) || !snapshot.isShown(element)) return false;
    if (field === 'token') isOpen = !isTokenTitle(wordsOf(text));
    return field !== 'token' && isOpen;
  });
}

/** Whether `element` is a caption that has its line for itself: words within a sentence name nothing, nor do tabs. */
function isLine(snapshot: Snapshot, element: Element): boolean {
  const around = composedParent(element);
  return isCaption(element) && !element.closest('li') && around !== null && !snapshot.texts[snapshot.order(around)];
}

/**
 * Whether a row of `section`, or a label tied to a value in it, is the token's, and the value is not to be seen; a
 * caption before it counts as well with `andCaptions`.
 */
export function hasHiddenRow(snapshot: Snapshot, section: Element, andCaptions = false): boolean {
  return someIn(snapshot, snapshot.span(section), (element, text) => {
    if (valueText(element, text) === null) return false;
    const { field, by } = labelOf(snapshot, element);
    if (field === 'token' && by === 'tied' && !isSeen(snapshot, element)) return true;
    return andCaptions && isClaimed(snapshot, section, element);
  });
}

/** Whether a row of `section` is called the token's, and nothing stands in it, or beside a name of its own only Copy. */
export function hasEmptyRow(snapshot: Snapshot, section: Element): boolean {
  return someIn(snapshot, snapshot.span(section), (element, text) => {
    const cell = namesToken(text) ? element.closest('td, th, dt')?.nextElementSibling : null;
    if (!cell?.matches('td, dd') || !snapshot.isShown(element)) return false;
    // A title may have Copy beside it, and the value below.
    return isBlank(cell) || (!isTokenTitle(wordsOf(text)) && holdsOnlyCopy(cell));
  });
}

function holdsOnlyCopy(cell: Element): boolean {
  const pressed = [...cell.querySelectorAll('a, button')];
  const isCopy = (each: Element) => controlNameOf(accessibleName(each)) === 'copy';
  return pressed.some(isCopy) && plainText(cell, (part) => !pressed.includes(part)) === '';
}

/**
 * Whether `section` says that there is no token: `No token yet.`, in words as few as that. `isIts`: whether what says so is
 * of the token's part of the page.
 */
export function saysNone(snapshot: Snapshot, section: Element, isIts: (element: Element) => boolean): boolean {
  return someIn(snapshot, snapshot.span(section), (element, text) => {
    if (!/token|jeton/i.test(text) || element.closest(entries)) return false;
    const block = element.closest('p, div, section') ?? element;
    const said = isLine(snapshot, element) ? [element, block] : [block];
    return (
      said.some((each) => none.test(wordsOf(plainText(each)).join(' '))) && isSeen(snapshot, element) && isIts(element)
    );
  });
}

/** What is one of several says nothing of all. */
const entries = 'td, th, dt, dd, li, option';

/** All that is said there: `No comparta ningún token` is said where there is one. */
const none = (() => {
  const before =
    'there is|you|your account|has|have|still|currently|es gibt|sie haben|noch|derzeit|il n y a|vous n avez|aún|todavía|ainda|você';
  const no =
    'no|(don t|do not|doesn t) have an?|keine?n?|ning[uú]n|no (hay|tienes?)( ning[uú]n)?|sin|aucun|pas (encore )?de|sans|nenhum|não (há|tem)( nenhum)?|sem';
  const after =
    'yet|found|available|here|generated|created|set|exists|vorhanden|verfügbar|erstellt|aún|todavía|disponible|ainda|disponível|pour le moment|pour l instant';
  const token = '((active|valid|gültige[ns]?|aktive[ns]?) )?(api )?(token|jeton)s?( (de|da|d) api)?';
  return new RegExp(`^((${before}) )*(${no}) ${token}( (${after}))*$`, 'u');
})();

/** Whether a label in `place`, behind `section`, says that a token is there. What leads to a page stands before it. */
export function hasLabelBehind(snapshot: Snapshot, place: Element, section: Element): boolean {
  const [, from] = snapshot.span(section);
  const [, to] = snapshot.span(place);
  return someIn(snapshot, [from, to], (element, text) => {
    if (!namesToken(text) || !isCaption(element)) return false;
    return snapshot.isShown(element) && !snapshot.isInFrame(element) && !snapshot.isInDialog(element);
  });
}

function isLabel(element: Element, text: string, value: Element): boolean {
  // What says its value itself waits for none.
  return (
    element !== value && namesToken(text) && (isTiedLabel(element) || (isAfter(element, value) && isCaption(element)))
  );
}

/** What `text` names, as a caption. */
const fieldOf = (text: string) => (text === '' || text.length > longestName ? null : fieldNameOf(text, false));
const namesToken = (text: string) => fieldOf(text) === 'token';

const isCaption = (element: Element) => !isHeading(element) && !element.closest('a, button, option, summary');

/** Whether the text of `element` itself ends after `value`, which may stand in its midst. */
export function isAfter(element: Element, value: Element): boolean {
  const text = ownTextOf(element, lastChildOf, previousSiblingOf) ?? element;
  return (value.compareDocumentPosition(text) & following) !== 0;
}

/** https://dom.spec.whatwg.org/#dom-node-document_position_following */
const following = 4;

function isTiedLabel(element: Element): boolean {
  const tag = tagNameOf(element);
  if (tag === 'LABEL') return element.hasAttribute('for') || (element as HTMLLabelElement).control !== null;
  return tiedTags.has(tag) && (element.nextElementSibling?.matches('td, dd') ?? false);
}

const tiedTags = new Set(['DT', 'TH', 'TD']);

/** Whether the hidden `element` stands where a caption, and no heading, says that the token is. */
function isClaimed(snapshot: Snapshot, section: Element, element: Element): boolean {
  if (isSeen(snapshot, element)) return false;
  let outermost = element;
  for (const around of ancestry(element)) {
    if (around === section) break;
    if (!isSeen(snapshot, around)) outermost = around;
  }
  const caption = captionOf(snapshot, outermost);
  return caption.field === 'token' && caption.by === 'caption';
}
