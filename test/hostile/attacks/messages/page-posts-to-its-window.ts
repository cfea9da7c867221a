import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'A message posted in the window is heard as if it came from the popup.',
  (stage) => startOf(stage, 'regenerate'),
  async (message) => {
    const answer = new Promise((resolve) => {
      addEventListener('message', ({ data }) => data?.heard && resolve(data));
      setTimeout(() => resolve(null), 500);
    });
    for (const each of [message, { ...message, from: 'background' }, JSON.stringify(message)]) postMessage(each, '*');
    return answer;
  },
);
