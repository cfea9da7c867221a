/** Clearing the clipboard from a page that nobody looks at: never focused, so the asynchronous clipboard is closed to it. */
import type { ClearOutcome } from '../messages/offscreen.ts';
import { matches, type Pending } from './clearing.ts';

/** What is put in the token's place: browsers leave the clipboard as it is where nothing is to be written. */
const blank = ' ';

/** Clears the clipboard by `page` if it still holds what `pending` was armed for; null: whatever it holds. */
export async function clearClipboard(page: Document, pending: Pending | null): Promise<ClearOutcome> {
  const field = page.createElement('textarea');
  page.body.append(field);
  try {
    // Both commands go to what has the focus, and not every browser gives it with the selection.
    field.focus();
    if (pending) {
      if (!page.execCommand('paste')) return 'denied';
      if (!(await matches(pending, field.value))) return 'left';
    }
    field.value = blank;
    field.select();
    return page.execCommand('copy') ? 'cleared' : 'denied';
  } finally {
    field.remove();
  }
}
