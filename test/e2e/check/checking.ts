/** What the tests of Check share: a desk that may ask, and asking once. */
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { forgetChecks, storeWidget } from '../support/account.ts';
import type { Desk, DeskOptions } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';

/** A desk that knows its token and the widget to ask about. */
export async function openChecking(options: DeskOptions = {}): Promise<{ desk: Desk; popup: Popup }> {
  const desk = await openOperations(options);
  await storeWidget(desk);
  return { desk, popup: await openKnowing(desk) };
}

/** Presses Check token as if for the first time, and waits until the popup says what `pattern` matches. */
export async function check(desk: Desk, popup: Popup, pattern: RegExp, limitMs?: number): Promise<string> {
  await forgetChecks(desk);
  await popup.waitForText(saying('check_none'));
  await popup.click('Check token');
  return popup.waitForText(pattern, limitMs);
}
