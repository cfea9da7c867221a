/**
 * One operation on the token page, pressed at most once (ARCHITECTURE, Operations): compare, open the page's dialog,
 * ask, press, watch. Knows the page and nothing of the browser; whoever calls it says whether it may fire.
 */
import type { Progress } from '../messages/reports.ts';
import type { Need, OperationKind, OperationStep } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { findDialog, type PageDialog } from './dialog.ts';
import { queryAll } from './dom.ts';
import { changeLimit, dialogLimit, heldAfter, needLimit, refusalLimit, steadyFor } from './limits.ts';
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

/** Performs `task` on the page, pressing its confirm at most once, and says how it ended. */
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
  const checked = around.read();
  const before = shownControls(checked);
  around.report('confirming', null);
  if (!(await around.mayFire())) return { kind: 'notPressed', failure: 'interrupted' };
  const now = around.read();
  const meant = controlFor('generate', now) === control && isPressable(control);
  if (!meant || JSON.stringify(now.report) !== JSON.stringify(checked.report))
    return { kind: 'notPressed', failure: 'interrupted' };
  const alerts = alertText(around.doc);
  control.click();
  around.report('watching', null);
  return watch(task, around, alerts, before);
}

/** Regenerate and Delete open the page's dialog first; only its confirm fires. */
async function replace(task: Task, around: Surroundings, control: HTMLElement): Promise<Ended> {
  const before = shownControls(around.read());
  around.report('asking', null);
  const found = pressHeld(control)
    ? await awaitHeld(task, around, before)
    : await awaitDialog(task, around, control, before);
  if ('kind' in found) return found;
  const checked = around.read();
  const refusal = await refusalOf(task, checked);
  if (refusal) {
    found.cancel.click();
    return refusal;
  }
  around.report('confirming', null);
  if (!(await around.mayFire())) {
    found.cancel.click();
    return { kind: 'notPressed', failure: 'interrupted' };
  }
  // The answer took its time, and the page may have gone on: the same token, and the same dialog, or nothing.
  const now = around.read();
  const dialog = findDialog(now.snapshot, now.controls, task.kind, before);
  if (dialog?.confirm !== found.confirm || !stillMeant(found, checked, now)) {
    if (dialog?.confirm === found.confirm && dialog.cancel === found.cancel) found.cancel.click();
    return { kind: 'notPressed', failure: 'interrupted' };
  }
  const alerts = alertText(around.doc);
  found.confirm.click();
  around.report('watching', null);
  return watch(task, around, alerts, null);
}

function stillMeant(found: PageDialog, checked: PageReading, now: PageReading): boolean {
  return JSON.stringify(now.report) === JSON.stringify(checked.report) && isPressable(found.confirm);
}

/** Presses `control`. True where that took so long that a dialog of the browser's must have held the page. */
function pressHeld(control: HTMLElement): boolean {
  const pressed = Date.now();
  control.click();
  return Date.now() - pressed > heldAfter;
}

/** Waits for the page's dialog; after a while says that the person is needed, and waits on. */
async function awaitDialog(
  task: Task,
  around: Surroundings,
  control: HTMLElement,
  before: ReadonlySet<Element>,
): Promise<PageDialog | Ended> {
  const started = Date.now();
  let unmark: (() => void) | null = null;
  const askForHelp = () => {
    if (Date.now() - started <= dialogLimit) return;
    around.report('asking', around.doc.hidden ? 'hiddenTab' : 'unknownDialog');
    unmark ??= outline(control);
  };
  try {
    const found = await awaitQuestion(task, around, before, needLimit, askForHelp);
    return found ?? { kind: 'notPressed', failure: 'timedOut' };
  } finally {
    // The closure has set it meanwhile, which the compiler does not see.
    (unmark as (() => void) | null)?.();
  }
}

/** The person was asked by the browser's own dialog: what they answered nobody can tell, unless the change comes. */
async function awaitHeld(task: Task, around: Surroundings, before: ReadonlySet<Element>): Promise<PageDialog | Ended> {
  const found = await awaitQuestion(task, around, before, changeLimit, () => undefined);
  return found ?? { kind: 'pressed', changed: false, answered: false };
}

/** Waits until the page shows its dialog, or the change; null where it shows neither within `limit` ms. */
async function awaitQuestion(
  task: Task,
  around: Surroundings,
  before: ReadonlySet<Element>,
  limit: number,
  onWait: () => void,
): Promise<PageDialog | Ended | null> {
  const isChanged = changeWatch(task);
  for (const started = Date.now(); Date.now() - started < limit; await around.changed(500)) {
    const reading = around.read();
    // A page that asks by confirm(), or not at all, has done it by now; a person may have done it by hand.
    if (await isChanged(reading)) return { kind: 'pressed', changed: true, answered: true };
    const dialog = findDialog(reading.snapshot, reading.controls, task.kind, before);
    if (dialog) return dialog;
    onWait();
  }
  return null;
}

/**
 * Watches for the change. `alertsBefore`: what the page's alerts said before the press. `before` is set where the page
 * may still open a dialog for what was pressed.
 */
async function watch(
  task: Task,
  around: Surroundings,
  alertsBefore: string,
  before: ReadonlySet<Element> | null,
): Promise<Ended> {
  const started = Date.now();
  const isChanged = changeWatch(task);
  const refusedFor = refusalWatch(around.doc, alertsBefore);
  let dialogBefore = before;
  while (Date.now() - started < changeLimit && refusedFor() < refusalLimit) {
    const reading = around.read();
    if (await isChanged(reading)) return { kind: 'pressed', changed: true, answered: true };
    const mayAsk = refusedFor() === 0 && Date.now() - started < dialogLimit;
    if (dialogBefore && mayAsk && confirmDialog(task, reading, dialogBefore)) dialogBefore = null;
    await around.changed(500);
  }
  return { kind: 'pressed', changed: false, answered: refusedFor() > 0 };
}

/** Presses the dialog that Generate opened, if there is one; the permission to fire is for this press, too. */
function confirmDialog(task: Task, reading: PageReading, before: ReadonlySet<Element>): boolean {
  if (reading.report.kind !== 'none') return false;
  const dialog = findDialog(reading.snapshot, reading.controls, task.kind, before);
  if (!dialog || !isPressable(dialog.confirm)) return false;
  dialog.confirm.click();
  return true;
}

/** For how long (ms, at least 1) the page's alerts have said something new; 0: they have not. */
function refusalWatch(doc: Document, alertsBefore: string): () => number {
  let since: number | null = null;
  return () => {
    const alerts = alertText(doc);
    if (alerts !== '' && alerts !== alertsBefore) since ??= Date.now();
    return since === null ? 0 : Math.max(1, Date.now() - since);
  };
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

/** A change is believed once the page has said the same for `steadyFor`: what it shows in between is no token. */
function changeWatch(task: Task): (reading: PageReading) => Promise<boolean> {
  let said = { what: '', since: 0 };
  return async (reading) => {
    if (!(await hasChanged(task, reading))) {
      said = { what: '', since: 0 };
      return false;
    }
    const what = reading.report.kind === 'token' ? reading.report.token : '';
    if (said.since === 0 || said.what !== what) said = { what, since: Date.now() };
    return Date.now() - said.since >= steadyFor;
  };
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
  const alerts = queryAll(doc, '[role="alert" i], [aria-live="assertive" i], .error, .alert');
  return alerts.map((alert) => (isShown(alert) ? (alert.textContent ?? '').trim().slice(0, 200) : '')).join('');
}
