/** Pressing what the page offers. */
import { isShown } from './visible.ts';

/** Presses `control`, and says how long (ms) that took: a dialog of the browser's holds it until it is answered. */
export function press(control: HTMLElement): number {
  const pressed = Date.now();
  control.click();
  return Date.now() - pressed;
}

/** Whether `element` still stands on the page, is shown and takes a press. */
export function isPressable(element: HTMLElement): boolean {
  return element.isConnected && isShown(element) && !element.matches(':disabled, [aria-disabled="true"]');
}
