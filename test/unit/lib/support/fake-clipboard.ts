/** A clipboard, a page that reaches it by the old commands, and Chromium's offscreen document that holds such a page. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearClipboard } from '../../../../lib/clearing/clear-clipboard.ts';
import { offscreenCommandSchema } from '../../../../lib/messages/offscreen.ts';
import { pageOf } from './pages.ts';

export class FakeClipboard {
  holds = '';
  /** What the browser lets a page do that nobody looks at. */
  mayPaste = true;
  mayCopy = true;
  /** What was done, in order. */
  readonly log: string[] = [];

  /** A page whose commands reach this clipboard by way of what is focused, or selected. */
  page(): Document {
    const page = pageOf('');
    page.execCommand = (command) => (command === 'paste' ? this.paste(page) : this.copy(page));
    return page;
  }

  private paste(page: Document): boolean {
    this.log.push('paste');
    const field = page.activeElement as HTMLTextAreaElement;
    if (this.mayPaste) field.value = this.holds;
    return this.mayPaste;
  }

  private copy(page: Document): boolean {
    this.log.push('copy');
    const { selectionStart: start, selectionEnd: end, value } = page.activeElement as HTMLTextAreaElement;
    if (this.mayCopy) this.holds = value.slice(start, end);
    return this.mayCopy;
  }
}

export class FakeOffscreen {
  readonly log: string[] = [];
  isOpen = false;
  /** The document hears what it is told, and answers. */
  hears = true;
  /** What is done while the document works. */
  meanwhile = async (): Promise<void> => undefined;

  private readonly clipboard: FakeClipboard;

  constructor(clipboard: FakeClipboard) {
    this.clipboard = clipboard;
    const { offscreen, runtime } = fakeBrowser;
    vi.spyOn(offscreen, 'createDocument').mockImplementation((async ({ url, reasons }: Options) => {
      if (this.isOpen) throw new Error('Only a single offscreen document may be created.');
      this.log.push(`open ${url} ${reasons}`);
      this.isOpen = true;
    }) as never);
    vi.spyOn(offscreen, 'closeDocument').mockImplementation((async () => {
      if (!this.isOpen) throw new Error('No current offscreen document.');
      this.log.push('close');
      this.isOpen = false;
    }) as never);
    vi.spyOn(runtime, 'sendMessage').mockImplementation(((message: unknown) => this.hear(message)) as never);
  }

  private async hear(message: unknown): Promise<unknown> {
    const command = offscreenCommandSchema.parse(message);
    this.log.push(`clear ${command.pending === null ? 'whatever' : 'what was copied'}`);
    if (!this.isOpen) throw new Error('Receiving end does not exist');
    await this.meanwhile();
    return this.hears ? clearClipboard(this.clipboard.page(), command.pending) : new Promise(() => undefined);
  }
}
interface Options {
  url: string;
  reasons: string[];
}
