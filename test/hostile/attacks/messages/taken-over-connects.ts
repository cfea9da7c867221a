import type { Attack } from '../../kit/attack.ts';
import { connectAndSay, firstWords } from '../../kit/ports.ts';
import { gains, knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'A connection of the content script’s is served where a message would not be.',
  async run(stage) {
    await knowing(stage);
    const words = await firstWords(stage);
    return gains(stage, () => stage.inContentScript(connectAndSay, words, ''));
  },
};
export default attack;
