/** Pages for the driver's tests, drawn in windows of their own. Every secret is made here, at run time. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Window } from 'happy-dom';
import { afterEach } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import type { PageReport } from '../../../../lib/messages/reports.ts';

const open: Window[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((window) => window.happyDOM.close()));
});

/** 32 lower-case hex digits: the shape the vendor's tokens were seen in. */
export const newToken = (): string => randomBytes(16).toString('hex');
/** 16 digits. */
export const newOrgId = (): string => `7${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
export const newWidgetId = (): string => randomUUID();
/** `length` letters and digits, as another format of tokens might look; without x, as a run of them is a mask. */
export function newOtherToken(length: number): string {
  return Array.from({ length }, (_, at) => 'aZ9bY8cV7dW6-_'[at % 2 === 0 ? randomInt(14) : randomInt(12)]).join('');
}

/** `html` as a page of the dashboard, with styles but without layout and without scripts. */
export function pageOf(html: string, url = 'https://www.snapengage.com/app/'): Document {
  const window = new Window({ url, settings: { disableCSSFileLoading: true } });
  open.push(window);
  window.document.write(html.includes('<body') ? html : `<!doctype html><body>${html}</body>`);
  return window.document as unknown as Document;
}

/** What the driver says of `html`. */
export function reportOf(html: string, status = 200): PageReport {
  return readPage(pageOf(html), status).report;
}

/** A report in one word, or the reason it is unreadable for; of a token, which of `named` values it is. */
export function summaryOf(report: PageReport, named: Record<string, string>): string {
  if (report.kind === 'unreadable') return report.reason;
  if (report.kind !== 'token') return report.kind;
  return Object.keys(named).find((name) => named[name] === report.token) ?? 'something else';
}
