import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'A broadcast channel of the page’s reaches the extension.',
  (stage) => startOf(stage, 'regenerate'),
  async (message) => {
    const heard: unknown[] = [];
    for (const name of ['token-desk', 'message', 'background', 'popup', 'webext', 'wxt']) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => heard.push(data);
      channel.postMessage(message);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return heard[0];
  },
);
