/** Pages that get in the way of reading: clobbered names, patched built-ins. */
import type { SkinName } from '../../dashboard/server.ts';
import { closePopup, confirmIn } from '../../faults/popup.ts';
import type { Attack } from './attack.ts';
import { entered } from './situation.ts';
import type { Stage } from './stage.ts';

const watchedForMs = 2_000;

/**
 * An attack in which `preload` runs in the token page before all scripts. It succeeds where another value is taken for
 * the token, where an operation happens, and where a regenerate confirmed in the popup becomes another or several.
 */
export function clobbers(wants: string, preload: () => void, skin: SkinName = 'forms'): Attack {
  return {
    wants,
    async run(stage) {
      const before = { ...stage.dashboard.counts.received };
      stage.host.wear(skin);
      await stage.open(stage.dashboard.tokenPath, { skin, preload });
      await entered(stage);
      for (let waited = 0; waited < watchedForMs; waited += 250) await stage.settle();
      const { secret, account } = await stage.host.backstage.stored();
      if (secret !== null && secret !== stage.token) return 'Another value was taken for the token.';
      if (stage.received() > sum(before)) return 'An operation was asked for that nobody wished.';
      return account === null ? null : afterAWish(stage, before);
    },
  };
}

async function afterAWish(stage: Stage, before: Counts): Promise<string | null> {
  const popup = await stage.host.openPopup();
  const confirmed = await confirmIn(popup, 'regenerate', 1).catch(() => false);
  for (let waited = 0; waited < watchedForMs * 2 && stage.received() === sum(before); waited += 250)
    await stage.settle();
  await stage.settle();
  await closePopup(popup);
  const { received } = stage.dashboard.counts;
  if (received.delete > before.delete || received.generate > before.generate) return 'Another operation was asked for.';
  const times = received.regenerate - before.regenerate;
  return times > (confirmed ? 1 : 0) ? `Regenerate was asked for ${times} times.` : null;
}

type Counts = Record<'generate' | 'regenerate' | 'delete', number>;
const sum = (counts: Counts) => counts.generate + counts.regenerate + counts.delete;
