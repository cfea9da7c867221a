import { spies } from '../../kit/spies.ts';

export default spies('The page’s own record of loads, marks and measures holds something of ours.', {
  path: '/app/settings',
  watch: () => {
    const spied: string[] = [];
    const kinds = ['resource', 'mark', 'measure', 'element'].filter((each) =>
      PerformanceObserver.supportedEntryTypes.includes(each),
    );
    const isOurs = ({ name, entryType }: PerformanceEntry) =>
      entryType !== 'resource' || !name.startsWith(location.origin);
    const note = (list: PerformanceObserverEntryList) =>
      spied.push(
        ...list
          .getEntries()
          .filter(isOurs)
          .map(({ name, entryType }) => `${entryType} ${name}`),
      );
    for (const type of kinds) new PerformanceObserver(note).observe({ type, buffered: true });
    Object.assign(globalThis, { spied });
  },
});
