import type { Attack } from '../../kit/attack.ts';
import { oddThingsIn } from '../../kit/popup-sight.ts';
import { knowing, learnsAgain } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'Accounts written where content scripts may write put markup or odd text into the popup, or make it stick.',
  async run(stage) {
    await knowing(stage);
    await stage.inContentScript(async () => {
      const all = globalThis as never as Record<string, typeof import('webextension-polyfill') | undefined>;
      const label = '\u202e<x-pwned onerror=1>\u0007';
      const account = { key: '__proto__', origin: 'https://www.snapengage.com', orgId: '__proto__', label, asOf: 9e15 };
      const mark = { fingerprint: '00000000', lastFour: '\u202e<b>' };
      const whole = { ...account, mark, since: { at: 1, how: 'seen' }, change: null };
      const byKey = JSON.parse(`{"__proto__": ${JSON.stringify(whole)}, "constructor": ${JSON.stringify(whole)}}`);
      const accounts = { current: 'constructor', byKey };
      const paths = { 'https://www.snapengage.com': '//attacker.snapengage.com/' };
      await (all.browser ?? all.chrome)?.storage?.local?.set({ accounts, paths }).catch(() => undefined);
    });
    const popup = await stage.host.openPopup();
    const odd = await oddThingsIn(popup);
    await popup.close().catch(() => undefined);
    if (odd) return odd;
    return (await learnsAgain(stage)) ? null : 'The true token is not taken any more.';
  },
};
export default attack;
