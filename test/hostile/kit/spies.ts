/** Pages that watch for any sign of the extension where it must give none. */
import type { Attack } from './attack.ts';
import { entered } from './situation.ts';

export interface Spying {
  /** Where the page is; default: the start page, which has no script of its own. */
  path?: string;
  /** Runs before all scripts, and collects in `globalThis.spied`, there once it watches, what it sees. */
  watch: () => void;
  /** Runs in the page at the end, for what is not told by itself; gives what it found. */
  ask?: () => string[] | Promise<string[]>;
}

/** An attack in which the page has seen something once our script has looked at it several times. */
export function spies(wants: string, { path = '/', watch, ask = () => [] }: Spying): Attack {
  return {
    wants,
    async run(stage) {
      const tab = await stage.open(path, { preload: watch });
      await entered(stage);
      // It looks again at each change, and is asked whenever the popup opens.
      await stage.inContentScript(async () => dispatchEvent(new Event('visibilitychange')));
      await stage.host.backstage.request({ type: 'opened' });
      await stage.beSeen();
      await stage.beSeen();
      const spied = await tab.evaluate(() => (globalThis as never as { spied?: unknown[] }).spied?.map(String));
      if (!spied) throw new Error('The page does not watch.');
      const asked = await tab.evaluate(ask as () => Promise<string[]>);
      const found = [...new Set([...spied, ...asked])];
      return found.length === 0 ? null : `The page has seen: ${found.slice(0, 5).join(', ').slice(0, 300)}`;
    },
  };
}
