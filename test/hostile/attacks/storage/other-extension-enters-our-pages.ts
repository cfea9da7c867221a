import { reads } from '../../kit/reads.ts';
import { openStranger } from '../../kit/stranger.ts';

export default reads('Another extension runs a script of its own in our popup, opened in a tab.', async (stage) => {
  await stage.host.openPopup();
  const stranger = await openStranger(stage);
  return stranger.evaluate(async () => {
    const all = globalThis as never as Record<string, typeof import('webextension-polyfill') | undefined>;
    const api = all.browser ?? all.chrome;
    const read = async (tabId: number) =>
      api?.scripting.executeScript({ target: { tabId }, func: () => `${document.documentElement?.innerHTML}` });
    const tabs = (await api?.tabs.query({ url: ['<all_urls>', '*://*/*'] }).catch(() => api.tabs.query({}))) ?? [];
    const ours = tabs.filter(({ url }) => !url?.startsWith('https://'));
    return JSON.stringify(await Promise.all(ours.map(({ id = -1 }) => read(id).catch(() => null))));
  });
});
