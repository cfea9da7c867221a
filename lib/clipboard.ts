/** Copying, with the result as a value: "copied" is only ever said after the write has happened. */

/**
 * `copied`: the browser confirmed the write. `notCopied`: every way was refused. `noText`: the promised text never
 * came, so there was nothing to write.
 */
export type CopyResult = 'copied' | 'notCopied' | 'noText';

/**
 * Writes `text` to the clipboard; never rejects. Call it straight in the click or key event. A promise may take its
 * time: it is handed to the browser at once, so that the person's gesture still counts when the text arrives.
 */
export async function copy(text: string | Promise<string>): Promise<CopyResult> {
  if (await written(text)) return 'copied';
  const value = await Promise.resolve(text).catch(() => null);
  if (value === null) return 'noText';
  return copiedBySelection(value) ? 'copied' : 'notCopied';
}

async function written(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(await text);
    else await navigator.clipboard.write([promisedItem(text)]);
    return true;
  } catch {
    // Refused, no focus, no API, or no text: the caller tells them apart.
    return false;
  }
}

/** https://developer.mozilla.org/docs/Web/API/ClipboardItem/ClipboardItem: values may be promises of blobs. */
function promisedItem(text: Promise<string>): ClipboardItem {
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  // A browser that refuses the write leaves this promise to nobody.
  blob.catch(() => undefined);
  return new ClipboardItem({ 'text/plain': blob });
}

/** The old way, which needs no permission where the gesture is recent: a selected field and the copy command. */
function copiedBySelection(value: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = value;
  field.className = 'offstage';
  field.setAttribute('aria-hidden', 'true');
  document.body.append(field);
  try {
    field.focus();
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
