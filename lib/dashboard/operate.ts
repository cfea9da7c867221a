/**
 * One operation on the token page, pressed at most once (ARCHITECTURE, Operations): compare, open the page's dialog,
 * ask, press, watch. Knows the page and nothing of the browser; whoever calls it says whether it may fire.
 */
import type { Progress } from '../messages/reports.ts';
import type { Need, OperationKind, OperationStep } from '../state/schemas.ts';
import { fingerprintOf } from '../token.ts';
import { alertsIn, refusalWatch } from './answer.ts';
import { changeWatch } from './change.ts';
import { findDialog, type PageDialog } from './dialog.ts';
import { isHiddenPage } from './dom.ts';
import { watchHand } from './hand.ts';
import { isAwaited, leaving, questions } from './leaving.ts';
import { atOnceLimit, changeLimit, dialogLimit, heldAfter, mostTurns, needLimit, refusalLimit } from './limits.ts';
import { outlining } from './outline.ts';
import type { PageReading } from './page.ts';
import { isPressable, press } from './press.ts';
import { isShown } from './visible.ts';

export interface Task {
  kind: OperationKind;
  /** Fingerprint of the token the person confirmed; null: no token. */
  expected: string | null;
  orgId: string | null;
  label: string | null;
  /** Epoch ms: a page that was held until then, by a dialog of the browser's own, opens no dialog of its own any more. */
  until: number;
}

/** What the operation needs of the world around it. */
export interface Surroundings {
  doc: Document;
  read(): PageReading;
  /** Resolves at the next change of the page, or after `limit` ms. */
  changed(limit: number): Promise<unknown>;
  /** Whether the ledger lets this intent fire; anything but a clear yes is a no. */
  mayFire(): Promise<boolean>;
  report(step: OperationStep, need: Need | null): void;
}

export type Ended = Exclude<Progress, { kind: 'unknown' | 'inFlight' }>;
/** It may have been pressed, by us or by the person, and nothing came of it yet. */
const nobodyKnows = { kind: 'pressed', changed: false, answered: false } as const;

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
  const hand = watchHand(around.doc, control, (path) => path.includes(control));
  around.report('confirming', null);
  const may = await around.mayFire().finally(hand.end);
  const now = around.read();
  const alerts = alertsIn(around.doc, now, null);
  let answered: HTMLElement | null = null;
  if (!hand.hasPressed()) {
    const meant = controlFor('generate', now) === control && isPressable(control);
    if (!may || !meant || !isSame(checked, now)) return { kind: 'notPressed', failure: 'interrupted' };
    const took = press(control);
    // What the page draws by promises alone is drawn now, and no answer can have come yet: that takes a task.
    for (let turn = 0; turn < mostTurns; turn += 1) await Promise.resolve();
    if (took <= atOnceLimit) answered = confirmAtOnce(around, before, alerts);
  }
  around.report('watching', null);
  return watch(task, around, before, alerts, answered);
}

/**
 * Presses the dialog that Generate has opened at once, if there is one: the permission to fire is for this press. Gives
 * what was pressed.
 */
function confirmAtOnce(
  { doc, read }: Surroundings,
  before: ReadonlySet<Element>,
  alerts: ReadonlySet<string>,
): HTMLElement | null {
  const reading = read();
  const dialog = findDialog(reading, 'generate', before);
  if (reading.report.kind !== 'none' || !dialog || !isPressable(dialog.confirm)) return null;
  if (refusalWatch(alerts)(alertsIn(doc, reading, dialog)) > 0) return null;
  dialog.confirm.click();
  return dialog.confirm;
}

/** Regenerate and Delete open the page's dialog first; only its confirm fires. */
async function replace(task: Task, around: Surroundings, control: HTMLElement): Promise<Ended> {
  const before = shownControls(around.read());
  // Once the person is at work on the page, a dialog there may be for something else, or answered by them.
  const hand = watchHand(around.doc, control, (path) => !path.includes(control));
  try {
    if (Date.now() >= task.until) return { kind: 'notPressed', failure: 'interrupted' };
    around.report('asking', null);
    const waiting = { task, around, before, hasHand: hand.hasPressed };
    const held = press(control) > heldAfter;
    // Held: the person was asked by the browser's own dialog. What they answered nobody can tell, unless the change comes.
    const question = held ? awaitQuestion(waiting, changeLimit, () => undefined) : awaitDialog(waiting, control);
    // A page that asked nobody, or was answered before we saw its question, may have gone ahead.
    const found = (await question) ?? nobodyKnows;
    return 'kind' in found ? found : await confirm(waiting, found);
  } finally {
    hand.end();
  }
}

/** Asks, and presses the confirm of the dialog `found`, if all is as it was by then. */
async function confirm({ task, around, before, hasHand }: Waiting, found: PageDialog): Promise<Ended> {
  const checked = around.read();
  const refusal = await refusalOf(task, checked);
  if (refusal) {
    found.cancel.click();
    return refusal;
  }
  around.report('confirming', null);
  const may = await around.mayFire();
  // The answer took its time, and the page may have gone on: the same token, and the same dialog, or nothing.
  const now = around.read();
  const dialog = findDialog(now, task.kind, before);
  const alerts = alertsIn(around.doc, now, dialog);
  const isTheirs = hasHand();
  // A dialog that has gone may have been answered by the person: whether it was, only the page can tell.
  if (!isTheirs && found.confirm.isConnected && isShown(found.confirm)) {
    const stands = dialog?.confirm === found.confirm;
    if (!may || !stands || !isSame(checked, now) || !isPressable(found.confirm)) {
      if (!may || (stands && dialog.cancel === found.cancel)) found.cancel.click();
      return { kind: 'notPressed', failure: 'interrupted' };
    }
    found.confirm.click();
  }
  around.report('watching', null);
  return watch(task, around, before, alerts, isTheirs ? null : found.confirm, hasHand);
}

/** A press whose dialog is waited for. */
interface Waiting {
  task: Task;
  around: Surroundings;
  /** The controls that were there before the press. */
  before: ReadonlySet<Element>;
  /** Whether the person has pressed anything else than what was pressed for them. */
  hasHand(): boolean;
}

/** Waits for the page's dialog; after a while says that the person is needed, and waits on. */
async function awaitDialog(waiting: Waiting, control: HTMLElement): Promise<PageDialog | Ended | null> {
  const { around } = waiting;
  const started = Date.now();
  const mark = outlining();
  const askForHelp = (dialog: PageDialog | null) => {
    if (!dialog && Date.now() - started <= dialogLimit) return;
    around.report('asking', !dialog && isHiddenPage(around.doc) ? 'hiddenTab' : 'unknownDialog');
    mark(dialog?.confirm ?? control);
  };
  try {
    return await awaitQuestion(waiting, needLimit, askForHelp);
  } finally {
    mark(null);
  }
}

/**
 * Waits until the page shows its dialog, or the change; null where it shows neither within `limit` ms. A dialog that
 * comes once the person is at work on the page is theirs to answer: `onWait` gets it, or null where there is none.
 */
async function awaitQuestion(
  { task, around, before, hasHand }: Waiting,
  limit: number,
  onWait: (dialog: PageDialog | null) => void,
): Promise<PageDialog | Ended | null> {
  const isChanged = changeWatch(task);
  for (const started = Date.now(); Date.now() - started < limit; await around.changed(500)) {
    const reading = around.read();
    // A page that asks by confirm(), or not at all, has done it by now; a person may have done it by hand.
    if (await isChanged(reading)) return { kind: 'pressed', changed: true, answered: true };
    const dialog = findDialog(reading, task.kind, before);
    if (dialog && !hasHand()) return dialog;
    onWait(dialog);
  }
  return null;
}

/**
 * Watches for the change, and presses nothing. `before`: the controls from before the press; `alertsBefore`: what the
 * page's alerts said then. A dialog that comes late after Generate may be the answer to it, or may ask once more:
 * that is left to the person, and watched for as long as it stands. `answered`: what was pressed in one already; that it
 * stands until the page has its answer asks nothing of anybody, but a page that ignored our press may still get theirs.
 * `hasHand`: the person has pressed something on the page, before us and instead of us, or after.
 */
async function watch(
  task: Task,
  around: Surroundings,
  before: ReadonlySet<Element>,
  alertsBefore: ReadonlySet<string>,
  answered: HTMLElement | null,
  hasHand = () => false,
): Promise<Ended> {
  const isChanged = changeWatch(task);
  const refusedFor = refusalWatch(alertsBefore);
  const leave = leaving(around.report, hasHand);
  const question = questions(task.kind, answered, hasHand());
  const started = Date.now();
  let refused = 0;
  try {
    for (let idle = started; Date.now() - idle < changeLimit && Date.now() - started < needLimit; ) {
      const reading = around.read();
      if (await isChanged(reading)) return { kind: 'pressed', changed: true, answered: true };
      const dialog = findDialog(reading, task.kind, before);
      refused = refusedFor(alertsIn(around.doc, reading, dialog));
      if (refused >= refusalLimit) break;
      if (leave(question(reading, dialog, refused)) || isAwaited(dialog, answered, started)) idle = Date.now();
      await around.changed(500);
    }
    return { ...nobodyKnows, answered: refused >= refusalLimit && !hasHand() };
  } finally {
    leave(null);
  }
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

function controlFor(kind: OperationKind, { page }: PageReading): HTMLElement | null {
  if (page.kind === 'none') return kind === 'generate' ? page.generate : null;
  if (page.kind !== 'token' || kind === 'generate') return null;
  return page[kind];
}

function shownControls({ controls }: PageReading): Set<Element> {
  return new Set(controls.map((control) => control.element));
}

function isSame(checked: PageReading, now: PageReading): boolean {
  return JSON.stringify(now.report) === JSON.stringify(checked.report);
}
