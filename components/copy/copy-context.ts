/** What is known for Copy as: of the account, and of how it is copied. */
import type { PreviewContext } from '../../lib/copy/context.ts';
import type { StoreNames } from '../../lib/copy/store-ways.ts';
import type { ClipboardSystem } from '../../lib/copy/stores.ts';
import type { Around } from '../../lib/state/around.ts';
import type { Account } from '../../lib/state/schemas.ts';

/** What a format of `account` can be written with, the token aside; the clipboard's system is guessed if none is chosen. */
export function contextOf(account: Account, { widgetId, templates, copying }: Around): PreviewContext {
  return {
    origin: account.origin,
    orgId: account.orgId,
    account: account.label,
    ...{ widgetId, templates },
    // Read from the store, a name that is not chosen is not there; the type cannot say so.
    names: copying.names as Partial<StoreNames>,
    system: copying.system ?? guessedSystem(navigator.platform),
  };
}

/** Whose clipboard it is by `platform`, as `navigator.platform` has it. X11 and Wayland call themselves the same. */
export function guessedSystem(platform: string): ClipboardSystem {
  if (/^(?:Mac|iP)/.test(platform)) return 'macos';
  return platform.startsWith('Win') ? 'windows' : 'linuxWayland';
}
