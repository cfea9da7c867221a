import { pageTries } from '../../kit/page-tries.ts';
import { startOf } from '../../kit/start.ts';

export default pageTries(
  'Forged events of the page’s life make the script report, act or end.',
  (stage) => startOf(stage, 'regenerate'),
  async () => {
    for (const [name, Kind] of [
      ['pageshow', PageTransitionEvent],
      ['pagehide', PageTransitionEvent],
    ] as const)
      dispatchEvent(new Kind(name, { persisted: true }));
    for (const name of [
      'prerenderingchange',
      'visibilitychange',
      'freeze',
      'resume',
      'abort',
      'beforeunload',
      'unload',
    ])
      for (const target of [window, document]) target.dispatchEvent(new Event(name));
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
);
