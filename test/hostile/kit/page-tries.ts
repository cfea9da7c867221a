/** What the page's own scripts try without any API of extensions. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from './attack.ts';
import { ourAddressId } from './senders.ts';
import { gains, isKnown, knowing } from './situation.ts';
import type { Stage } from './stage.ts';

/** An attack in which `script` runs in the token page with `make`'s message and our id; an answer is a success, too. */
export function pageTries(
  wants: string,
  make: (stage: Stage) => Promise<object>,
  script: (message: object, id: string) => unknown,
): Attack {
  return {
    wants,
    async run(stage) {
      await knowing(stage);
      const message = await make(stage);
      const run = script as (message: object, id: string) => Promise<unknown>;
      const got = await gains(stage, () => stage.tab.evaluate(run, message, ourAddressId(stage)));
      return got ?? (await stillWorks(stage));
    },
  };
}

/** The content script has not been switched off: it takes note of a change, and the button is there. */
async function stillWorks(stage: Stage): Promise<string | null> {
  if (!(await stage.tab.$('token-desk-copy'))) return 'The button is gone.';
  await stage.tab.evaluate((token) => {
    const field = document.querySelector<HTMLInputElement>('#api-token');
    if (field) field.value = token;
    document.body.append('.');
  }, stage.dashboard.changeElsewhere());
  for (let tries = 0; tries < 60; tries += 1, await sleep(50)) if (await isKnown(stage)) return null;
  return 'The content script is switched off.';
}
