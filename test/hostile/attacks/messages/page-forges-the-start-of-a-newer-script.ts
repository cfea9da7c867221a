import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'An event of the framework’s, forged, switches the content script off.',
  (stage) => startOf(stage, 'regenerate'),
  async (_message, id) => {
    const names = [
      'wxt:content-script-started',
      `${id}:wxt:content-script-started`,
      `${id}:dashboard:wxt:content-script-started`,
    ];
    const detail = { type: 'wxt:content-script-started', contentScriptName: 'dashboard', messageId: 'newer' };
    for (const name of [...names, `${id}:dashboard`, `wxt-${id}`]) {
      for (const target of [window, document]) target.dispatchEvent(new CustomEvent(name, { detail }));
      postMessage({ ...detail, type: name }, '*');
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
);
