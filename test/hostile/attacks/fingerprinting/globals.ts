import { spies } from '../../kit/spies.ts';

export default spies('A global, a symbol or an API of extensions is in the page that was not there before.', {
  watch: () => {
    const names = () => [...Reflect.ownKeys(window), ...Reflect.ownKeys(document), ...Reflect.ownKeys(navigator)];
    Object.assign(globalThis, { spied: [], before: new Set([...names(), 'before', 'spied']), names });
  },
  ask: () => {
    const { before, names } = globalThis as never as { before: Set<unknown>; names(): (string | symbol)[] };
    const fresh = names().filter((each) => !before.has(each) && !['names', '$x', 'location'].includes(String(each)));
    const agents = [window, document].filter((each) => Symbol.for('token-desk/agent') in each).map(() => 'the agent');
    const api = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime ? ['chrome.runtime'] : [];
    return [...fresh.map(String), ...agents, ...api];
  },
});
