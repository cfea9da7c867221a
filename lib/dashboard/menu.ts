/** The way through the menu to the token page, by label: My Account › API › API Token (facts.md). */
import type { PageReport } from '../messages/reports.ts';
import { accessibleName, type Control, isOpened } from './controls.ts';
import { controlNameOf } from './labels.ts';
import type { Snapshot } from './snapshot.ts';

export type Route = NonNullable<Extract<PageReport, { kind: 'app' }>['route']>;

export interface RouteStep {
  route: Route;
  element: HTMLElement;
}

const entries: readonly Route[] = ['apiToken', 'api', 'myAccount'];

/**
 * The nearest step towards the token page that the page offers and `taken` does not hold yet, or null. A menu entry
 * that was pressed once in this document is not pressed again: it would close what it opened.
 */
export function findRoute(
  snapshot: Snapshot,
  controls: readonly Control[],
  taken: ReadonlySet<Route>,
): RouteStep | null {
  const offered = controls.filter(({ inDialog, element }) => !inDialog && staysHere(element));
  const inFrame = offered.filter(({ element }) => snapshot.isInFrame(element));
  const find = (among: readonly Control[], routes: readonly Route[]): RouteStep | null => {
    for (const route of routes.filter((each) => !taken.has(each))) {
      const leads = (element: Element) => snapshot.isShown(element) && !(route === 'apiToken' && isOpened(element));
      const shown = among.find(({ name, element }) => name === route && leads(element))?.element;
      const element = shown ?? (route === 'apiToken' && among === inFrame ? hiddenTokenLink(snapshot) : null);
      if (element) return { route, element };
    }
    return null;
  };
  const isMenu = ({ element }: Control) => !element.matches('a[href]') || !isRealLink(element);
  const isMade = ({ element }: Control) => element.matches(made);
  // What people write may be called like a menu entry: the page's own menu goes before all of its content, and there what
  // is made to be pressed before what only looks so. Such a thing is no way to begin with straight to the token.
  return (
    find(inFrame, entries) ??
    find(inFrame.filter(isMenu), ['userMenu']) ??
    find(offered.filter(isMade), entries) ??
    find(offered, ['userMenu', ...(taken.size > 0 ? entries : entries.slice(1))])
  );
}

const made = 'a, button, summary, input, [role^="menu" i], [role="treeitem" i], [role="tab" i], [role="button" i]';

/** A menu that opens on hover keeps its links in the page, hidden: one that names the token page can be followed. */
function hiddenTokenLink(snapshot: Snapshot): HTMLElement | null {
  const link = snapshot.elements.find(
    (element) =>
      element.matches('a[href]') &&
      snapshot.isInFrame(element) &&
      isRealLink(element) &&
      controlNameOf(accessibleName(element)) === 'apiToken',
  );
  return (link as HTMLElement | undefined) ?? null;
}

function isRealLink(element: Element): boolean {
  const href = element.getAttribute('href') ?? '';
  return !href.startsWith('#') && !/^javascript:/i.test(href) && staysHere(element);
}

/** Whether a press stays on the dashboard, in this tab. */
function staysHere(element: HTMLElement | Element): boolean {
  if (element.tagName !== 'A') return true;
  const link = element as HTMLAnchorElement;
  const target = (link.getAttribute('target') ?? '').toLowerCase();
  if (target !== '' && target !== '_self') return false;
  if (!link.hasAttribute('href') || link.protocol === 'javascript:') return true;
  return link.origin === link.ownerDocument.location?.origin;
}
