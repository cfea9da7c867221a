import type { Attack } from '../../kit/attack.ts';
import { connectAndSay, firstWords } from '../../kit/ports.ts';
import { gains, knowing } from '../../kit/situation.ts';
import { openStranger } from '../../kit/stranger.ts';

const attack: Attack = {
  wants: 'A connection of another extension is served where its messages are not.',
  async run(stage) {
    await knowing(stage);
    const words = await firstWords(stage);
    return gains(stage, async () => (await openStranger(stage)).evaluate(connectAndSay, words, stage.host.vendor.id));
  },
};
export default attack;
