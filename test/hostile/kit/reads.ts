/** Looking for the token wherever something can be stored. */
import type { Attack } from './attack.ts';
import { knowing } from './situation.ts';
import type { Stage } from './stage.ts';

/** An attack in which `look` gives, as text, all that the attacker finds once the token is in memory. */
export function reads(wants: string, look: (stage: Stage) => Promise<string>): Attack {
  return {
    wants,
    async run(stage) {
      await knowing(stage);
      return stage.holdsPart(await look(stage)) ? 'The token is in what was read.' : null;
    },
  };
}
