import { until } from '../../../e2e/support/until.ts';
import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'The page gives the yes itself where the background would say no, by messaging of its own making.',
  {
    opening: {
      preload: () => {
        const sendMessage = async () => ({ fire: true, accepted: true, heard: true });
        const runtime = { id: 'x', sendMessage, onMessage: { addListener: () => undefined } };
        for (const name of ['chrome', 'browser'])
          Object.defineProperty(globalThis, name, { configurable: true, value: { runtime } });
        Object.assign(Object.prototype, { fire: true });
        // The dialog waits until there is no intent any more.
        const wait = (event: Event) => {
          if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
          event.stopImmediatePropagation();
          sessionStorage.setItem('sprung', '1');
          setTimeout(() => document.querySelector<HTMLDialogElement>('#regenerate-dialog')?.showModal(), 2_500);
        };
        addEventListener('click', wait, true);
      },
    },
    async meanwhile({ host }) {
      const asking = async () => (await host.backstage.stored()).ledger.at(-1)?.step === 'asking';
      await until('the page to be asked', asking);
      await host.backstage.page.evaluate(() => browser.storage.local.remove('ledger'));
    },
    watchMs: 6_000,
  },
);

declare const browser: typeof import('webextension-polyfill');
