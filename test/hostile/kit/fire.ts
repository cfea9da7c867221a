/** Asking to fire what one may not fire. */
import type { Attack } from './attack.ts';
import { newest } from './planted.ts';
import { contentScript } from './senders.ts';
import { knowing } from './situation.ts';
import type { Stage } from './stage.ts';

/** An attack in which the content script, taken over, sends what `make` gives: a yes is its success. */
export function asksToFire(wants: string, make: (stage: Stage) => Promise<object>): Attack {
  return {
    wants,
    async run(stage) {
      await knowing(stage);
      const message = await make(stage);
      const before = (await newest(stage))?.firedAt ?? null;
      const answer = (await contentScript(stage, message)) as { fire?: boolean } | null;
      if (answer?.fire === true) return 'The background said yes.';
      return ((await newest(stage))?.firedAt ?? null) === before ? null : 'The intent counts as fired.';
    },
  };
}
