import type { Attack } from '../../kit/attack.ts';
import { observation } from '../../kit/observed.ts';
import { newest, plant, someId, tabId } from '../../kit/planted.ts';
import { contentScript } from '../../kit/senders.ts';
import { knowing } from '../../kit/situation.ts';

const progress = { kind: 'pressed', changed: true, answered: true };

const attack: Attack = {
  wants: 'An operation in another document is reported as done, with a made-up token.',
  async run(stage) {
    await knowing(stage);
    const at = Date.now() - 5_000;
    const fired = { stage: 'fired', step: 'watching', firedAt: at, armedAt: at } as const;
    const { id: intent } = await plant(stage, { ...fired, tab: await tabId(stage), document: someId('e') });
    await contentScript(stage, { type: 'progress', intent, observation: observation({}), progress });
    await stage.settle();
    return (await newest(stage))?.outcome?.kind === 'done' ? 'The intent counts as done.' : null;
  },
};
export default attack;
