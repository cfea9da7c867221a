/** What the tests of the reminder share: a token as old as they like, and what is said of it. */
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { accountKey } from '../support/account.ts';
import type { Desk, DeskOptions } from '../support/desk.ts';

/** A desk that knows its token, with no popup open and no page that would be looked at again. */
export async function openAgeing(options: DeskOptions = {}): Promise<Desk> {
  const desk = await openOperations({ at: '/app/', ...options });
  await (await openKnowing(desk)).close();
  return desk;
}

/** Makes the account's token have been created at `at` (epoch ms). */
export async function createdAt(desk: Desk, at: number): Promise<void> {
  // Under the extension's own lock: it may just be writing once more what it has read.
  await desk.worker.backstage.evaluate(`navigator.locks.request('token-desk/accounts', async () => {
    const { accounts } = await chrome.storage.local.get('accounts');
    accounts.byKey['${accountKey(desk)}'].since = { at: ${at}, how: 'created' };
    await chrome.storage.local.set({ accounts });
  })`);
}

/** Noon of the local day that is so many days before today, epoch ms. */
export function noonDaysAgo(days: number): number {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - days, 12).getTime();
}

/** The day that is so many days after today, as the extension writes it. */
export function dayIn(days: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(noonDaysAgo(-days));
}

/** The names of the alarms that are set, and when each goes off (epoch ms). */
export async function alarms(desk: Desk): Promise<Map<string, number>> {
  const all = await desk.worker.backstage.evaluate('chrome.alarms.getAll()');
  return new Map((all as { name: string; scheduledTime: number }[]).map((each) => [each.name, each.scheduledTime]));
}
