/** Intents put into the ledger as if a person had confirmed them, for attackers to misuse. */
import type { Intent } from '../../../lib/state/schemas.ts';
import type { Stage } from './stage.ts';

export const someId = (digit: string): string => digit.repeat(32);

/** Stores an intent for the account that is known, `parts` of it as wished; by default one that is armed and sent nowhere. */
export async function plant({ host }: Stage, parts: Partial<Intent>): Promise<Intent> {
  // A worker that starts settles what it finds: it has to be awake before.
  await host.backstage.request({ type: 'cancelReading' });
  const { account } = await host.backstage.stored();
  return host.backstage.page.evaluate(
    async (key, wished) => {
      const { accounts } = (await browser.storage.local.get('accounts')) as never as {
        accounts?: { byKey: Record<string, { mark: Intent['expected'] }> };
      };
      const intent: Intent = {
        id: 'b'.repeat(32),
        wish: 'c'.repeat(32),
        kind: 'regenerate',
        account: key ?? '',
        expected: accounts?.byKey[key ?? '']?.mark ?? null,
        stage: 'armed',
        step: 'reading',
        tab: null,
        document: null,
        need: null,
        answered: false,
        doubt: null,
        armedAt: Date.now(),
        firedAt: null,
        settledAt: null,
        outcome: null,
        seen: false,
        ...wished,
      };
      await browser.storage.local.set({ ledger: [intent] });
      return intent;
    },
    account,
    parts,
  );
}

/** The dashboard's tab, by its id. */
export async function tabId({ host }: Stage): Promise<number> {
  const [tab] = (await host.backstage.tabs()).dashboard;
  if (tab === undefined) throw new Error('There is no dashboard tab.');
  return tab;
}

/** The newest intent as stored. */
export async function newest({ host }: Stage): Promise<Intent | null> {
  return (await host.backstage.stored()).ledger.at(-1) ?? null;
}

declare const browser: typeof import('webextension-polyfill');
