import type { Attack } from '../../kit/attack.ts';
import { tabId } from '../../kit/planted.ts';
import { knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'An intent written into the ledger, where content scripts may write, is carried out by the background.',
  async run(stage) {
    await knowing(stage);
    const before = stage.received();
    const { account, known } = await stage.host.backstage.stored();
    const tab = await tabId(stage);
    await stage.inContentScript(
      async (key, fingerprint, id) => {
        const all = globalThis as never as Record<string, typeof import('webextension-polyfill') | undefined>;
        const made = { id: 'b'.repeat(32), wish: 'c'.repeat(32), kind: 'regenerate', account: key, tab: id };
        const state = { stage: 'armed', step: 'asking', document: 'd'.repeat(32), need: null, answered: false };
        const times = { armedAt: Date.now(), firedAt: null, settledAt: null, doubt: null, outcome: null, seen: false };
        const ledger = [{ ...made, ...state, ...times, expected: { fingerprint, lastFour: null } }];
        await (all.browser ?? all.chrome)?.storage?.local?.set({ ledger }).catch(() => undefined);
      },
      account,
      known,
      tab,
    );
    await stage.host.killWorker();
    await stage.host.backstage.request({ type: 'opened' });
    await stage.host.backstage.request({ type: 'lookAgain' });
    for (let n = 0; n < 12; n += 1) await stage.settle();
    return stage.received() > before ? 'The server was asked for an operation.' : null;
  },
};
export default attack;
