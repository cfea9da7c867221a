import type { Attack } from '../../kit/attack.ts';
import { knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'Something of ours lies in the storages that belong to the page.',
  async run(stage) {
    await knowing(stage);
    const found = await stage.tab.evaluate(async () => [
      ...Object.entries({ ...localStorage, ...sessionStorage }).map(String),
      ...(await indexedDB.databases()).map(({ name }) => `${name}`),
      ...(await caches.keys()),
      ...document.cookie.split(';').filter((each) => each !== ''),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ...(window.name === '' ? [] : [window.name]),
      ...(history.state === null ? [] : [JSON.stringify(history.state)]),
    ]);
    return found.length === 0 ? null : `The page finds ${found.length} things it has not stored.`;
  },
};
export default attack;
