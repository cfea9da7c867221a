import { learns } from '../../kit/page-script.ts';

export default learns(
  'What the browser measures tells the page of our script, or of what it did.',
  (_, learnt) => {
    for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) =>
        learnt.push(...list.getEntries().map((entry) => JSON.stringify(entry))),
      ).observe({ type, buffered: true });
  },
  (_, learnt) => {
    learnt.push(...performance.getEntries().map((entry) => JSON.stringify(entry)));
  },
);
