/** The page's answer to a press, where it says that it failed: an alert that stands with the token. */
import { ancestry } from './ancestry.ts';
import type { PageDialog } from './dialog.ts';
import { queryAll } from './dom.ts';
import { isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import type { PageReading } from './page.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What the alerts with the token say: those in the section around its controls, and in the page's `dialog`. What is
 * said elsewhere (a new chat, a trial that ends) is no answer.
 */
export function alertsIn(doc: Document, { page, snapshot }: PageReading, dialog: PageDialog | null): Set<string> {
  const control = page.kind === 'token' ? page.regenerate : page.kind === 'none' ? page.generate : null;
  const places = [control && sectionAround(snapshot, control), dialog && boxAround(dialog)];
  const isWithToken = (alert: Element) => places.some((place) => place && snapshot.holds(place, alert));
  const said = queryAll(doc, '[role="alert" i], [aria-live="assertive" i], .error, .alert')
    .filter((alert) => isWithToken(alert) && !snapshot.isInFrame(alert))
    .map((alert) => (snapshot.isShown(alert) ? (alert.textContent ?? '').trim().slice(0, 200) : ''));
  return new Set(said.filter((text) => text !== ''));
}

/** For how long (ms, at least 1) the page's alerts have said something that is not in `before`; 0: they have not. */
export function refusalWatch(before: ReadonlySet<string>): (alerts: ReadonlySet<string>) => number {
  let since: number | null = null;
  return (alerts) => {
    if ([...alerts].some((text) => !before.has(text))) since ??= Date.now();
    return since === null ? 0 : Math.max(1, Date.now() - since);
  };
}

/** The smallest element around `control` that holds a title of the token; the whole page is none. */
function sectionAround(snapshot: Snapshot, control: Element): Element | null {
  const titles = snapshot.elements.filter((element, at) => isTitle(snapshot, element, snapshot.texts[at] ?? ''));
  const section = [...ancestry(control)].find((around) => titles.some((title) => snapshot.holds(around, title)));
  return section?.matches('html, body') ? null : (section ?? null);
}

function isTitle(snapshot: Snapshot, element: Element, text: string): boolean {
  if (text === '' || text.length > longestName || !isTokenTitle(wordsOf(text))) return false;
  return !element.closest('a, button') && snapshot.isShown(element) && !snapshot.isInDialog(element);
}

/** The dialog as its markup says, or else the smallest element around its two buttons. */
function boxAround({ confirm, cancel }: PageDialog): Element | null {
  const marked = confirm.closest('dialog, [role="dialog" i], [role="alertdialog" i], [aria-modal="true" i]');
  return marked ?? [...ancestry(confirm)].find((around) => around.contains(cancel)) ?? null;
}
