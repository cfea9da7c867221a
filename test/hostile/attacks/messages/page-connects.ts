import type { Attack } from '../../kit/attack.ts';
import { connectAndSay, firstWords } from '../../kit/ports.ts';
import { gains, knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'The page connects to the extension, as to one that lists it.',
  async run(stage) {
    await knowing(stage);
    const words = await firstWords(stage);
    return gains(stage, () => stage.tab.evaluate(connectAndSay, words, stage.host.vendor.id));
  },
};
export default attack;
