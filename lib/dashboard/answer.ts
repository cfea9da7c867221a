/** The page's answer to a press, where it says that it failed: an alert that stands with the token. */
import { ancestry } from './ancestry.ts';
import type { PageDialog } from './dialog.ts';
import { queryAll } from './dom.ts';
import { isTokenTitle, wordsOf } from './labels.ts';
import { longestName } from './limits.ts';
import type { PageReading } from './page.ts';
import type { Snapshot } from './snapshot.ts';
import { steadyWatch } from './steady.ts';

/**
 * What the alerts with the token say: those in the section around its controls, and in the page's `dialog`. What is
 * said elsewhere (a new chat, a trial that ends) is no answer, and what says that something is still to come is none yet.
 */
export function alertsIn(doc: Document, { page, snapshot }: PageReading, dialog: PageDialog | null): Set<string> {
  const control = page.kind === 'token' ? page.regenerate : page.kind === 'none' ? page.generate : null;
  const places = [control && sectionAround(snapshot, control), dialog && boxAround(dialog)];
  const isWithToken = (alert: Element) => places.some((place) => place && snapshot.holds(place, alert));
  const said = queryAll(doc, alerts)
    .filter((alert) => isWithToken(alert) && !snapshot.isInFrame(alert))
    .map((alert) => (snapshot.isShown(alert) ? (alert.textContent ?? '').trim().slice(0, 200) : ''));
  return new Set(said.filter((text) => text !== '' && !toCome.test(text)));
}

const alerts = '[role="alert" i], [aria-live="assertive" i], .error, .alert:not(.alert-info, .alert-success)';
/** `Regenerating…` */
const toCome = /(…|\.{3})$/;

/** For how long (ms, at least 1) the page's alerts have said the same that is not in `before`; 0: they do not. */
export function refusalWatch(before: ReadonlySet<string>): (alerts: ReadonlySet<string>) => number {
  const steady = steadyWatch();
  return (alerts) => {
    const what = [...alerts].filter((text) => !before.has(text)).join('\n');
    const since = steady(what);
    return what === '' ? 0 : Math.max(1, since);
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
