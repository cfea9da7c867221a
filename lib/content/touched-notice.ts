/**
 * After the person has pressed Regenerate or Delete on the page itself: how many of the places listed here use the
 * token, said in a notice beside the page's dialog for as long as that stands.
 */
import { findDialog, type PageDialog } from '../dashboard/dialog.ts';
import { ownerDocumentOf } from '../dashboard/dom.ts';
import type { PageReading } from '../dashboard/page.ts';
import { isShown } from '../dashboard/visible.ts';
import { tn } from '../i18n.ts';
import { Notice } from './notice.ts';

/** How long (ms) the page's dialog is waited for before the notice does without it. */
const dialogWait = 300;
/**
 * Whoever comes later than that after the press (ms) and finds no dialog has missed it: a slow start, or a page that
 * its confirm() has held until the person had answered.
 */
const lateAfter = 1_000;
/** The notice stands no longer than this after the press (ms). */
const longestStand = 60_000;
/** Meanwhile it is looked after this often (ms): dialogs move, and some close without a change in the page. */
const lookEvery = 150;

/** A press of the person's. */
export interface Press {
  /** Epoch ms. */
  at: number;
  kind: 'regenerate' | 'delete';
  control: HTMLElement;
  token: string;
  /** The controls that were there before: those of the dialog come after. */
  before: ReadonlySet<Element>;
}

/** What the notice needs of the agent. */
export interface Around {
  read(): PageReading;
  /** Resolves at the next change of the page to true, or after `limit` ms to false. */
  changed(limit: number): Promise<boolean>;
  /** Whether nothing is to be shown any more: we are at work on the page ourselves, or the extension is gone. */
  isOver(): boolean;
  signal: AbortSignal;
}

/**
 * Shows how many `places` use the token of `press`, beside the page's dialog; resolves when it has gone again: with the
 * dialog, the token or the token page, or after a minute.
 */
export async function standBeside(press: Press, places: number, around: Around): Promise<void> {
  const { signal } = around;
  const notice = new Notice(ownerDocumentOf(press.control));
  // At once, and not at the next look: after an update there may be none.
  signal.addEventListener('abort', () => notice.remove());
  let dialog: PageDialog | null = null;
  for (let isNews = true; !signal.aborted && !around.isOver(); isNews = await around.changed(lookEvery)) {
    const found: PageDialog | 'gone' | null =
      isNews || mayDiffer(press, dialog) ? look(press, around.read(), dialog) : dialog;
    if (found === 'gone' || !keep(notice, tn('pageNotice', places), press, found)) break;
    dialog = found;
  }
  notice.remove();
}

/** Not all that opens or closes a dialog is a change of the page. */
function mayDiffer({ at }: Press, dialog: PageDialog | null): boolean {
  return dialog ? !stands(dialog) : Date.now() - at <= dialogWait + lookEvery;
}

/** Keeps the notice beside `dialog`, or without one when it has been waited for; false where its time is over. */
function keep(notice: Notice, text: string, { at, control }: Press, dialog: PageDialog | null): boolean {
  const waited = Date.now() - at;
  if (!dialog && waited <= dialogWait) return true;
  const limit = dialog || notice.isUp ? longestStand : lateAfter;
  return waited <= limit && notice.keep(text, dialog, control);
}

/** The dialog that stands now, `dialog` where it still is that one; null: none does yet. */
function look(press: Press, reading: PageReading, dialog: PageDialog | null): PageDialog | 'gone' | null {
  const { page } = reading;
  if (page.kind !== 'token' || page.value.text !== press.token) return 'gone';
  const found = findDialog(reading, press.kind, press.before);
  if (found && found.confirm !== dialog?.confirm) return found;
  return dialog && !stands(dialog) ? 'gone' : dialog;
}

const stands = ({ confirm }: PageDialog) => confirm.isConnected && isShown(confirm);
