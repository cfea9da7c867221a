/** Hears the person press Regenerate or Delete on the page itself, and has a notice shown of what that touches. */
import { listenTo, ownerDocumentOf } from '../dashboard/dom.ts';
import type { PageReading } from '../dashboard/page.ts';
import { placesTouched } from './outbox.ts';
import { partOf } from './parts.ts';
import type { Around, Press } from './touched-notice.ts';

export class Presses {
  private readonly around: Around;
  private readonly heard = new WeakSet<Document>();
  private reading: PageReading | null = null;
  /** Ends the notice of the last press. */
  private last = new AbortController();

  constructor(around: Around) {
    this.around = around;
  }

  /** Learns from `reading` what to listen for. */
  show(reading: PageReading): void {
    const { page } = reading;
    this.reading = page.kind === 'token' ? reading : null;
    if (page.kind === 'token') this.hear(ownerDocumentOf(page.regenerate));
  }

  private hear(doc: Document): void {
    if (this.heard.has(doc)) return;
    this.heard.add(doc);
    const { signal } = this.around;
    listenTo(doc, 'click', (event) => void this.clicked(event), { capture: true, signal });
  }

  private async clicked(event: Event): Promise<void> {
    const press = event.isTrusted && !this.around.isOver() ? this.pressOf(event.composedPath()) : null;
    if (!press) return;
    this.last.abort();
    this.last = new AbortController();
    const signal = AbortSignal.any([this.last.signal, this.around.signal]);
    const places = await placesTouched(press.kind);
    if (places && !signal.aborted) void partOf('notice')?.(press, places, { ...this.around, signal });
  }

  private pressOf(path: readonly EventTarget[]): Press | null {
    const { page, controls } = this.reading ?? {};
    if (page?.kind !== 'token') return null;
    const kind = (['regenerate', 'delete'] as const).find((each) => path.includes(page[each]));
    if (!kind) return null;
    const before = new Set(controls?.map(({ element }) => element));
    return { at: Date.now(), kind, control: page[kind], token: page.value.text, before };
  }
}
