import type { Attack } from '../../kit/attack.ts';
import { tabId } from '../../kit/planted.ts';
import { gains, knowing } from '../../kit/situation.ts';
import { openStranger } from '../../kit/stranger.ts';

const attack: Attack = {
  wants: 'Another extension asks the content script in a tab what the page shows.',
  async run(stage) {
    await knowing(stage);
    const tab = await tabId(stage);
    const stranger = await openStranger(stage);
    return gains(stage, () => stranger.evaluate(askTab, tab));
  },
};
export default attack;

async function askTab(tab: number): Promise<unknown> {
  const all = globalThis as never as { browser?: typeof browser; chrome: typeof browser };
  return (all.browser ?? all.chrome).tabs.sendMessage(tab, { type: 'look' }).catch(() => null);
}

declare const browser: typeof import('webextension-polyfill');
