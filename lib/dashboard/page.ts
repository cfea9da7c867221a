/** What a page of the dashboard is: one pure function from the document to a report. */
import type { PageReport } from '../messages/reports.ts';
import { cleanText, findAccountLabel } from './account-label.ts';
import { type Control, findControls } from './controls.ts';
import { findRoute, type Route, type RouteStep } from './menu.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { structureReport } from './structure-report.ts';
import { readTokenPage, type TokenPage } from './token-page.ts';

/** A report with the elements behind it: the report may leave the page, the elements may not. */
export interface PageReading {
  report: PageReport;
  page: TokenPage;
  snapshot: Snapshot;
  controls: readonly Control[];
  step: RouteStep | null;
}

/**
 * Reads `doc`. `status` is the HTTP status it was served with, 0 where the browser does not tell; `taken` are the
 * menu steps already pressed in this document.
 */
export function readPage(doc: Document, status: number, taken: ReadonlySet<Route> = new Set()): PageReading {
  const snapshot = takeSnapshot(doc);
  const controls = snapshot.tooLarge ? [] : findControls(snapshot);
  const page = readTokenPage(snapshot, controls);
  const step = page.kind === 'elsewhere' ? findRoute(snapshot, controls, taken) : null;
  return { report: reportOf({ doc, status, snapshot, controls, page, step }), page, snapshot, controls, step };
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
      if (!isApp(controls)) return { kind: 'other' };
      const label = findAccountLabel(snapshot, controls, snapshot.order(page.generate));
      return { kind: 'none', orgId: page.orgId && cleanText(page.orgId), label };
    }
    case 'unreadable':
      return { kind: 'unreadable', reason: page.reason, report: structureReport(page.reason, snapshot, controls) };
    case 'elsewhere':
      if (status >= 400) return { kind: 'error' };
      if (isSignIn(doc, controls)) return { kind: 'signedOut' };
      return isApp(controls) ? { kind: 'app', route: step?.route ?? null } : { kind: 'other' };
  }
}

/** facts.md, Sign-in DOM: a password field and a Sign In button; other sign-in pages have the same two. */
function isSignIn(doc: Document, controls: readonly Control[]): boolean {
  return (
    doc.querySelector('input[type="password" i]') !== null && controls.some((control) => control.name === 'signIn')
  );
}

/** Only a signed-in page offers to sign out or leads to an account. */
function isApp(controls: readonly Control[]): boolean {
  return controls.some((control) => signedInMarks.has(control.name));
}

const signedInMarks = new Set(['signOut', 'myAccount', 'apiToken', 'userMenu']);
