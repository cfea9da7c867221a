/** Payloads in what the dashboard says of itself, on their way into the popup. */

import type { AccountState } from '../../dashboard/account.ts';
import type { SkinName } from '../../dashboard/server.ts';
import { until } from '../../e2e/support/until.ts';
import type { Attack } from './attack.ts';
import { oddThingsIn } from './popup-sight.ts';
import { learnsAgain } from './situation.ts';
import type { Stage } from './stage.ts';

export interface Payload {
  skin?: SkinName;
  /** Puts the payload into the account. */
  dress?: (account: AccountState) => void;
  /** Puts it into the page, before its scripts. */
  preload?: () => void;
  /** Faults of the dashboard that bring out what is looked at. */
  masked?: boolean;
}

/**
 * An attack in which the popup shows what a page with the payload says. It succeeds where the popup shows what it must
 * not, and where the true token cannot be read once the page is honest again.
 */
export function payload(wants: string, { skin = 'forms', dress, preload, masked = false }: Payload): Attack {
  return {
    wants,
    async run(stage) {
      const { account, faults } = stage.dashboard;
      const honest = structuredClone(account);
      try {
        dress?.(account);
        faults.masked = masked;
        const found = await shown(stage, skin, preload);
        if (found) return found;
      } finally {
        Object.assign(account, honest);
        faults.masked = false;
      }
      return (await learnsAgain(stage)) ? null : 'The true token cannot be read any more.';
    },
  };
}

async function shown(stage: Stage, skin: SkinName, preload: (() => void) | undefined): Promise<string | null> {
  stage.host.wear(skin);
  await stage.open(stage.dashboard.tokenPath, { skin, ...(preload && { preload }) });
  const { backstage } = stage.host;
  // A page that cannot be read is told of by a read of our own; the other is heard of at once.
  await until('the page to be known', () => hasSomethingToSay(stage), 1500).catch(() =>
    backstage.request({ type: 'read' }),
  );
  await until('the popup to have something to show', () => hasSomethingToSay(stage), 20_000);
  const popup = await stage.host.openPopup();
  if (stage.name === 'firefox') await popup.setViewport({ width: 360, height: 600 });
  const found = await oddThingsIn(popup);
  await popup.close().catch(() => undefined);
  return found;
}

function hasSomethingToSay({ host }: Stage): Promise<boolean> {
  return host.backstage.page.evaluate(async () => {
    const { accounts } = await browser.storage.local.get('accounts');
    const { problem } = await browser.storage.session.get('problem');
    return Boolean((accounts as { current?: string } | undefined)?.current) || Boolean(problem);
  });
}

declare const browser: typeof import('webextension-polyfill');
