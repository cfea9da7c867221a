import type { Attack } from '../../kit/attack.ts';
import { gains, knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'Our popup, put into a frame of the page, is worked there by clicks on what it covers.',
  async run(stage) {
    await knowing(stage);
    return gains(stage, async () => {
      await stage.tab.evaluate((src) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src, width: 360, height: 600 }));
      }, stage.host.vendor.url('popup.html'));
      await stage.beSeen();
      for (const each of stage.tab.frames()) {
        const words = each.evaluate(() => document.querySelector('[role=status]')?.textContent ?? null);
        const shown = await Promise.race([words.catch(() => null), stage.settle()]);
        if (shown) return shown;
      }
      return null;
    });
  },
};
export default attack;
