/** What somebody can write into the dashboard without a script of theirs running there: names, notes, chats. */
import type { SkinName } from '../../dashboard/server.ts';
import type { Attack } from './attack.ts';
import { pasted } from './clipboard.ts';
import { entered } from './situation.ts';

/** Where it is written; default: the token page of forms. */
interface Place {
  skin?: SkinName;
  path?: string;
}

/**
 * An attack in which `write` puts text into a page as the dashboard would draw it; the value it plants is 16 times
 * `5a`, which never is the true one. It succeeds where that is taken for the token, or copied by our button.
 */
export function writes(wants: string, write: () => void, { skin = 'forms', path }: Place = {}): Attack {
  return {
    wants,
    async run(stage) {
      stage.host.wear(skin);
      const tab = await stage.open(path ?? stage.dashboard.tokenPath, { skin, preload: write });
      await entered(stage);
      await stage.beSeen();
      const planted = '5a'.repeat(16);
      if (!(await tab.content()).includes(planted)) throw new Error('Nothing was planted.');
      const { secret } = await stage.host.backstage.stored();
      if (secret !== null && secret !== stage.token) return 'The text was taken for the token.';
      await stage.emptyClipboard();
      await stage.beSeen();
      await stage.clickButton();
      return (await pasted(stage.name, stage.host.browser)) === planted ? 'Our button copies the text.' : null;
    },
  };
}
