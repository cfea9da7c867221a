import { reads } from '../../kit/reads.ts';
import { openStranger } from '../../kit/stranger.ts';

export default reads(
  'Another extension reads our storage, by its own API or by asking for our files.',
  async (stage) => {
    const stranger = await openStranger(stage);
    return stranger.evaluate(async (ours) => {
      const { browser, chrome } = globalThis as never as Record<
        string,
        typeof import('webextension-polyfill') | undefined
      >;
      const { local, session } = (browser ?? chrome)?.storage ?? {};
      const page = await fetch(ours)
        .then((got) => got.text())
        .catch(() => '');
      return JSON.stringify([await local?.get(null), await session?.get(null), page]);
    }, stage.host.vendor.url('popup.html'));
  },
);
