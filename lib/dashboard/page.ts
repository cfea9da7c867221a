/** What a page of the dashboard is: one pure function from the document to a report. */
import type { PageReport } from '../messages/reports.ts';
import { cleanText, findAccountLabel } from './account-label.ts';
import { type Control, findControls } from './controls.ts';
import { queryAll } from './dom.ts';
import { findRoute, type Route, type RouteStep } from './menu.ts';
import { emptySnapshot, type Snapshot, takeSnapshot } from './snapshot.ts';
import { structureReport } from './structure-report.ts';
import { readTokenPage, type TokenPage } from './token-page.ts';

/** A report with the elements behind it: the report may leave the page, the elements may not. */
export interface PageReading {
  report: PageReport;
  page: TokenPage;
  snapshot: Snapshot;
  /** Those that are shown. Found out when asked for: a page may hold thousands, and few looks need them. */
  readonly controls: readonly Control[];
  step: RouteStep | null;
}

/**
 * Reads `doc`. `status` is the HTTP status it was served with, 0 where the browser does not tell; `taken` are the
 * menu steps already pressed in this document.
 */
export function readPage(doc: Document, status: number, taken: ReadonlySet<Route> = new Set()): PageReading {
  try {
    return readWhole(doc, status, taken);
  } catch {
    // A page that answers the reader in ways no page should contradicts itself: nothing of it is believed.
    return brokenReading();
  }
}

function readWhole(doc: Document, status: number, taken: ReadonlySet<Route>): PageReading {
  const snapshot = takeSnapshot(doc);
  const controls = snapshot.tooLarge ? [] : findControls(snapshot);
  const page = pageOf(snapshot, controls);
  const step = page.kind === 'elsewhere' ? findRoute(snapshot, controls, taken) : null;
  const report = reportOf({ doc, status, snapshot, controls, page, step });
  let shown: readonly Control[] | null = null;
  return {
    ...{ report, page, snapshot, step },
    get controls() {
      shown ??= controls.filter((control) => snapshot.isShown(control.element));
      return shown;
    },
  };
}

/** What people write may look like a token page wherever it is shown: where one is asked to sign in, it is none. */
function pageOf(snapshot: Snapshot, controls: readonly Control[]): TokenPage {
  const page = readTokenPage(snapshot, controls);
  if (page.kind !== 'token' || isApp(snapshot, controls) || !offersSignIn(snapshot, controls)) return page;
  return { kind: 'unreadable', reason: 'contradictory' };
}

function brokenReading(): PageReading {
  const reason = 'contradictory';
  const snapshot = emptySnapshot();
  const report: PageReport = { kind: 'unreadable', reason, report: structureReport(reason, snapshot, []) };
  return { report, page: { kind: 'unreadable', reason }, snapshot, controls: [], step: null };
}

interface Facts {
  doc: Document;
  status: number;
  snapshot: Snapshot;
  controls: readonly Control[];
  page: TokenPage;
  step: RouteStep | null;
}

function reportOf({ doc, status, snapshot, controls, page, step }: Facts): PageReport {
  switch (page.kind) {
    case 'token': {
      const label = findAccountLabel(snapshot, controls, snapshot.order(page.value.element));
      return { kind: 'token', token: page.value.text, orgId: page.orgId && cleanText(page.orgId), label };
    }
    case 'none': {
      // The rest of the site may speak of API tokens, too.
      if (!isApp(snapshot, controls)) return { kind: 'other' };
      const label = findAccountLabel(snapshot, controls, snapshot.order(page.generate));
      return { kind: 'none', orgId: page.orgId && cleanText(page.orgId), label };
    }
    case 'unreadable':
      return { kind: 'unreadable', reason: page.reason, report: structureReport(page.reason, snapshot, controls) };
    case 'elsewhere':
      if (status >= 400) return { kind: 'error' };
      if (isSignIn(doc, snapshot, controls)) return { kind: 'signedOut' };
      return isApp(snapshot, controls) ? { kind: 'app', route: step?.route ?? null } : { kind: 'other' };
  }
}

/** facts.md, Sign-in DOM: a password field and a Sign In button; other sign-in pages have the same two. */
function isSignIn(doc: Document, snapshot: Snapshot, controls: readonly Control[]): boolean {
  if (queryAll(doc, 'input[type="password" i]').length === 0) return false;
  return offersSignIn(snapshot, controls);
}

function offersSignIn(snapshot: Snapshot, controls: readonly Control[]): boolean {
  return controls.some(({ name, element }) => name === 'signIn' && snapshot.isShown(element));
}

/** Only a signed-in page offers to sign out or leads to an account. */
function isApp(snapshot: Snapshot, controls: readonly Control[]): boolean {
  return controls.some(({ name, element }) => signedInMarks.has(name) && snapshot.isShown(element));
}

const signedInMarks = new Set(['signOut', 'myAccount', 'apiToken', 'userMenu']);
