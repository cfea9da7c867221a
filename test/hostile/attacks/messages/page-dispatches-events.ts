import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'An event of the page’s own is taken for a command or a request.',
  (stage) => startOf(stage, 'regenerate'),
  (message) => {
    const operate = { type: 'operate', kind: 'regenerate', document: 'd'.repeat(32), intent: 'b'.repeat(32) };
    for (const name of ['message', 'operate', 'start', 'token-desk', 'token-desk:message', 'token-desk/agent'])
      for (const target of [window, document, document.documentElement])
        for (const detail of [message, operate])
          target.dispatchEvent(Object.assign(new CustomEvent(name, { detail, bubbles: true }), { data: detail }));
  },
);
