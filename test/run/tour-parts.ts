/** What several steps of the tour need: the account's token, and the dialog that asks. */
import type { Desk } from '../e2e/support/desk.ts';
import type { Popup } from '../e2e/support/popup.ts';
import { until } from '../e2e/support/until.ts';

/** Opens the dialog that asks before anything is changed. */
export async function ask(popup: Popup, verb: 'Regenerate' | 'Delete'): Promise<string> {
  await popup.click(`${verb}…`);
  await popup.button(`${verb} token`);
  const title = await popup.page.$eval('[role=alertdialog][open] h2', (heading) => heading.textContent);
  return `asked first: "${title}" with ${await popup.focused()} focused`;
}

/** The account's token; it must have one. */
export function tokenOf({ dashboard }: Desk): string {
  const { token } = dashboard.account;
  if (!token) throw new Error('The account has no token.');
  return token;
}

/** The token that the account has instead of `old`, once it has one. */
export async function newTokenOf({ dashboard }: Desk, old: string | null): Promise<string> {
  return until('the account to have a new token', () => {
    const { token } = dashboard.account;
    return token === old ? null : token;
  });
}
