import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'Forged changes of the address send the content script away or make it act.',
  (stage) => startOf(stage, 'regenerate'),
  async (message) => {
    window.name = JSON.stringify(message);
    for (const hash of ['#start', '#regenerate', '#type=start']) {
      history.replaceState(message, '', hash);
      dispatchEvent(new PopStateEvent('popstate', { state: message }));
      dispatchEvent(new HashChangeEvent('hashchange'));
      dispatchEvent(new CustomEvent('wxt:locationchange', { detail: message }));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What the page does to its own address is no gain.
    history.replaceState(null, '', location.pathname + location.search);
  },
);
