/**
 * When the person presses Regenerate or Delete on the page itself: how many of the places listed here use the token,
 * said in a notice beside the page's dialog for as long as that stands.
 */
import { findDialog, type PageDialog } from '../dashboard/dialog.ts';
import { listenTo, ownerDocumentOf } from '../dashboard/dom.ts';
import { heldAfter } from '../dashboard/limits.ts';
import type { PageReading } from '../dashboard/page.ts';
import { isShown } from '../dashboard/visible.ts';
import { tn } from '../i18n.ts';
import { Notice } from './notice.ts';
import { isAlive, placesTouched } from './outbox.ts';

/** How long (ms) the page's dialog is waited for before the notice does without it. */
const dialogWait = 300;
/** The notice stands no longer than this (ms). */
const longestStand = 60_000;
/** Meanwhile it is looked after this often (ms): dialogs move, and some close without a change in the page. */
const lookEvery = 150;

/** A press of the person's, from then until its notice has gone. */
interface Press {
  at: number;
  kind: 'regenerate' | 'delete';
  control: HTMLElement;
  token: string;
  /** The controls that were there before: those of the dialog come after. */
  before: ReadonlySet<Element>;
  dialog: PageDialog | null;
  /** How many places use the token; 0 as long as nobody has said. */
  places: number;
}

export class TouchedNotice {
  private readonly read: () => PageReading;
  private readonly isBusy: () => boolean;
  private readonly signal: AbortSignal;
  private readonly notice: Notice;
  private readonly heard = new WeakSet<Document>();
  private reading: PageReading | null = null;
  private press: Press | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `read` gives what the page shows at the moment, `isBusy` whether we are at work there; `signal` ends it for good. */
  constructor(page: Document, read: () => PageReading, isBusy: () => boolean, signal: AbortSignal) {
    this.read = read;
    this.isBusy = isBusy;
    this.signal = signal;
    this.notice = new Notice(page);
    signal.addEventListener('abort', () => this.end());
  }

  /** Learns from `reading` what to listen for, and whether what the notice is about still stands. */
  show(reading: PageReading): void {
    const { page } = reading;
    this.reading = page.kind === 'token' ? reading : null;
    if (page.kind === 'token') this.hear(ownerDocumentOf(page.regenerate));
    this.follow(reading);
  }

  private hear(doc: Document): void {
    if (this.heard.has(doc)) return;
    this.heard.add(doc);
    listenTo(doc, 'click', (event) => void this.clicked(event), { capture: true, signal: this.signal });
  }

  private async clicked(event: Event): Promise<void> {
    const press = event.isTrusted && !this.isBusy() ? this.pressOf(event.composedPath()) : null;
    if (!press) return;
    this.end();
    this.press = press;
    // Where confirm() holds the page, the person has answered by the time that anything could be shown.
    this.timer = setTimeout(() => (Date.now() - press.at > heldAfter ? this.end() : this.tick()), lookEvery);
    press.places = (await placesTouched(press.kind)) ?? 0;
    if (press.places === 0 && this.press === press) this.end();
  }

  private pressOf(path: readonly EventTarget[]): Press | null {
    const { page, controls } = this.reading ?? {};
    if (page?.kind !== 'token') return null;
    const kind = (['regenerate', 'delete'] as const).find((each) => path.includes(page[each]));
    if (!kind) return null;
    const before = new Set(controls?.map(({ element }) => element));
    return { at: Date.now(), kind, control: page[kind], token: page.value.text, before, dialog: null, places: 0 };
  }

  /** The notice goes with the dialog, the token and the token page. */
  private follow({ page, snapshot, controls }: PageReading): void {
    const { press } = this;
    if (!press) return;
    const found = findDialog(snapshot, controls, press.kind, press.before);
    // The same dialog, found once more, is no other: the notice would be put on top of it anew each time.
    if (found && found.confirm !== press.dialog?.confirm) press.dialog = found;
    const isSame = page.kind === 'token' && page.value.text === press.token;
    if (!isSame || (press.dialog && !stands(press.dialog))) this.end();
  }

  private tick(): void {
    if (this.press && isAlive() && !this.isBusy() && this.keep(this.press)) {
      this.timer = setTimeout(() => this.tick(), lookEvery);
    } else this.end();
  }

  /** Keeps the notice at its place, once it is to be seen; false: it is over. */
  private keep(press: Press): boolean {
    const waited = Date.now() - press.at;
    if (waited > longestStand) return false;
    // Not all that opens or closes a dialog is a change of the page.
    if (press.dialog ? !stands(press.dialog) : waited <= dialogWait + lookEvery) this.follow(this.read());
    if (this.press !== press) return false;
    const isDue = press.places > 0 && (press.dialog !== null || waited > dialogWait);
    return !isDue || this.notice.keep(tn('pageNotice', press.places), press.dialog, press.control);
  }

  private end(): void {
    clearTimeout(this.timer);
    this.press = null;
    this.notice.remove();
  }
}

const stands = ({ confirm }: PageDialog) => confirm.isConnected && isShown(confirm);
