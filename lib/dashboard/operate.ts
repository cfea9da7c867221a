/**
 * One operation on the token page, pressed at most once (ARCHITECTURE, Operations): compare, open the page's dialog,
 * ask, press, watch. Knows the page and nothing of the browser; whoever calls it says whether it may fire.
 */
import type { Progress } from '../messages/reports.ts';
import type { Need, OperationKind, OperationStep } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { findDialog, type PageDialog } from './dialog.ts';
import { changeLimit, dialogLimit, needLimit, refusalLimit } from './limits.ts';
import { outline } from './outline.ts';
import type { PageReading } from './page.ts';
import { isShown } from './visible.ts';

export interface Task {
  kind: OperationKind;
  /** Fingerprint of the token the person confirmed; null: no token. */
  expected: string | null;
  orgId: string | null;
  label: string | null;
}

/** What the operation needs of the world around it. */
export interface Surroundings {
  doc: Document;
  read(): PageReading;
  /** Resolves at the next change of the page, or after `limit` ms. */
  changed(limit: number): Promise<void>;
  /** Whether the ledger lets this intent fire; anything but a clear yes is a no. */
  mayFire(): Promise<boolean>;
  report(step: OperationStep, need: Need | null): void;
}

export type Ended = Exclude<Progress, { kind: 'unknown' | 'inFlight' }>;

/** Performs `task` on the page, pressing its confirm at most once, and says how it ended. Never rejects. */
export async function operate(task: Task, around: Surroundings): Promise<Ended> {
  around.report('reading', null);
  const before = around.read();
  const refusal = await refusalOf(task, before);
  if (refusal) return refusal;
  const control = controlFor(task.kind, before);
  if (!control) return { kind: 'notPressed', failure: 'unreadable' };
  return task.kind === 'generate' ? generate(task, around, control) : replace(task, around, control);
}

/** Generate may have no dialog: its own button already fires, so the question comes before it. */
async function generate(task: Task, around: Surroundings, control: HTMLElement): Promise<Ended> {
  const before = shownControls(around.read());
  around.report('confirming', null);
  if (!(await around.mayFire())) return { kind: 'notPressed', failure: 'interrupted' };
  if (!isPressable(control)) return { kind: 'notPressed', failure: 'interrupted' };
  control.click();
  around.report('watching', null);
  return watch(task, around, before);
}

/** Regenerate and Delete open the page's dialog first; only its confirm fires. */
async function replace(task: Task, around: Surroundings, control: HTMLElement): Promise<Ended> {
  const before = shownControls(around.read());
  around.report('asking', null);
  control.click();
  const found = await awaitDialog(task, around, control, before);
  if ('kind' in found) return found;
  const refusal = await refusalOf(task, around.read());
  if (refusal) {
    found.cancel.click();
    return refusal;
  }
  around.report('confirming', null);
  if (!(await around.mayFire())) {
    found.cancel.click();
    return { kind: 'notPressed', failure: 'interrupted' };
  }
  if (!isPressable(found.confirm)) return { kind: 'notPressed', failure: 'interrupted' };
  found.confirm.click();
  around.report('watching', null);
  return watch(task, around, null);
}

/** Waits for the page's dialog; after a while it says that the person is needed, and waits on. */
async function awaitDialog(
  task: Task,
  around: Surroundings,
  control: HTMLElement,
  before: ReadonlySet<Element>,
): Promise<PageDialog | Ended> {
  const started = Date.now();
  let unmark: (() => void) | null = null;
  try {
    while (Date.now() - started < needLimit) {
      const reading = around.read();
      // A page that asks by confirm(), or not at all, has done it by now; a person may have done it by hand.
      if (await hasChanged(task, reading)) return { kind: 'pressed', changed: true, answered: true };
      const dialog = findDialog(reading.snapshot, reading.controls, task.kind, before);
      if (dialog) return dialog;
      if (Date.now() - started > dialogLimit) {
        around.report('asking', around.doc.hidden ? 'hiddenTab' : 'unknownDialog');
        unmark ??= outline(control);
      }
      await around.changed(500);
    }
    return { kind: 'notPressed', failure: 'timedOut' };
  } finally {
    unmark?.();
  }
}

/** Watches for the change. `before` is set where the page may still open a dialog for what was pressed. */
async function watch(task: Task, around: Surroundings, before: ReadonlySet<Element> | null): Promise<Ended> {
  const started = Date.now();
  const alertsBefore = alertText(around.doc);
  let dialogBefore = before;
  let refusedAt: number | null = null;
  while (Date.now() - started < changeLimit) {
    const reading = around.read();
    if (await hasChanged(task, reading)) return { kind: 'pressed', changed: true, answered: true };
    const dialog = dialogBefore && findDialog(reading.snapshot, reading.controls, task.kind, dialogBefore);
    if (dialog) {
      dialogBefore = null;
      dialog.confirm.click();
    }
    const alerts = alertText(around.doc);
    if (alerts !== '' && alerts !== alertsBefore) refusedAt ??= Date.now();
    if (refusedAt !== null && Date.now() - refusedAt > refusalLimit) break;
    await around.changed(500);
  }
  return { kind: 'pressed', changed: false, answered: refusedAt !== null };
}

/** Why `task` must not go on with what the page shows now, or null. */
async function refusalOf(task: Task, { report }: PageReading): Promise<Ended | null> {
  if (report.kind !== 'token' && report.kind !== 'none') return { kind: 'notPressed', failure: 'unreadable' };
  const differs = (known: string | null, shown: string | null) => known !== null && shown !== null && known !== shown;
  if (differs(task.orgId, report.orgId) || differs(task.label, report.label))
    return { kind: 'notPressed', failure: 'otherAccount' };
  const shown = report.kind === 'token' ? await fingerprintOf(report.token) : null;
  return shown === task.expected ? null : { kind: 'notPressed', failure: 'changedElsewhere' };
}

/** Whether the page shows what `task` was to bring about. */
async function hasChanged(task: Task, { report }: PageReading): Promise<boolean> {
  if (report.kind === 'none') return task.kind === 'delete';
  if (report.kind !== 'token' || task.kind === 'delete') return false;
  return (await fingerprintOf(report.token)) !== task.expected;
}

function controlFor(kind: OperationKind, { page }: PageReading): HTMLElement | null {
  if (page.kind === 'none') return kind === 'generate' ? page.generate : null;
  if (page.kind !== 'token' || kind === 'generate') return null;
  return page[kind];
}

function shownControls({ controls }: PageReading): Set<Element> {
  return new Set(controls.map((control) => control.element));
}

function isPressable(element: HTMLElement): boolean {
  return element.isConnected && isShown(element) && !element.matches(':disabled, [aria-disabled="true"]');
}

/** The text of the page's alerts: a new one after the press says that the page has its answer. */
function alertText(doc: Document): string {
  const alerts = doc.querySelectorAll('[role="alert" i], [aria-live="assertive" i], .error, .alert');
  return [...alerts].map((alert) => (isShown(alert) ? (alert.textContent ?? '').trim().slice(0, 200) : '')).join('');
}
