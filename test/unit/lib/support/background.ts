/** What the background's tests stand on: a stopped clock at noon, tabs, locks, and one account with its pages. */
import { vi } from 'vitest';
import type { PageReport } from '../../../../lib/messages/reports.ts';
import { accountsItem, ledgerItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import { stopClock } from './clock.ts';
import { FakePage } from './fake-page.ts';
import { FakeTabs } from './fake-tabs.ts';
import { fakeLocks } from './locks.ts';
import { newOrgId, newToken } from './pages.ts';
import { armedIntent, markOfToken, noon } from './stored.ts';

export const origin = 'https://www.snapengage.com';
export const orgId = newOrgId();
export const label = 'olivia@acme.example';
export const key = `${origin}#${orgId}`;
/** The account's token, and one that it gets. */
export const [token, next] = [newToken(), newToken()];

export function startBackground(): { tabs: FakeTabs; end: () => void } {
  const restartClock = stopClock();
  vi.setSystemTime(noon);
  // As it is built for Chromium: the test runner knows build-time flags as texts, and `false` would be true.
  vi.stubEnv('FIREFOX', undefined);
  fakeLocks();
  const tabs = new FakeTabs();
  const restoreTabs = tabs.install();
  const end = () => {
    restoreTabs();
    restartClock();
    vi.unstubAllEnvs();
  };
  return { tabs, end };
}

type Who = { orgId?: string | null; label?: string | null };
export const tokenPage = (shown: string, who: Who = {}): PageReport => ({
  kind: 'token',
  token: shown,
  orgId,
  label,
  ...who,
});
const emptyPage = (who: Who = {}): PageReport => ({ kind: 'none', orgId: null, label, ...who });
export const showing = (shown: string | null, who: Who = {}): FakePage =>
  new FakePage(shown === null ? emptyPage(who) : tokenPage(shown, who));

/** Stores the account as known since before noon, with the token `shown`. */
export async function knowAccount(shown: string | null = token): Promise<void> {
  const since = { at: noon - 1_000, how: 'seen' } as const;
  const mark = shown === null ? null : await markOfToken(shown);
  const account = { key, origin, orgId, label, mark, since, asOf: noon - 1_000, change: null };
  await accountsItem.set({ current: key, byKey: { [key]: account } });
}

/** Stores one open intent of the account, for its token, and gives it. */
export async function openIntent(changes: Partial<Intent> = {}): Promise<Intent> {
  const intent = armedIntent({ account: key, expected: await markOfToken(token), ...changes });
  await ledgerItem.set([intent]);
  return intent;
}

/** The newest intent as stored now. */
export const lastIntent = async (): Promise<Intent | undefined> => (await ledgerItem.get()).at(-1);
