/** Ctrl+C (⌘C) anywhere in the popup copies the token, unless there is a selection to copy. */
import { useEffect, useRef } from 'preact/hooks';

/** Calls the latest `onCopy` on the copy keys while nothing is selected; null switches that off. */
export function useCopyKeys(onCopy: (() => void) | null): void {
  const latest = useRef(onCopy);
  latest.current = onCopy;
  const isOn = onCopy !== null;
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || !isCopyKeys(event) || isTyping(event.target) || hasSelection()) return;
      event.preventDefault();
      latest.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

function isCopyKeys({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return false;
  // On layouts without Latin letters the key is known by its place.
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'c' : code === 'KeyC';
}

/** In a field that is written in, the keys are for what stands there: nobody wants the token for it. */
function isTyping(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && !target.readOnly;
}

function hasSelection(): boolean {
  const focused = document.activeElement;
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  if (isField && focused.selectionStart !== focused.selectionEnd) return true;
  return Boolean(window.getSelection()?.toString());
}
