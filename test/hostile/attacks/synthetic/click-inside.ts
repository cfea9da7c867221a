import { PageButton } from '../../../e2e/support/page-button.ts';
import type { Attack } from '../../kit/attack.ts';

/** The button in the closed root, as a page would have it that had found a way in; only Chromium's debugger gives it. */
const attack: Attack = {
  wants: 'A click made inside of our closed root copies the token.',
  browsers: ['chromium'],
  async run(stage) {
    const tab = await stage.openTokenPage();
    await stage.clickHonestly();
    await new PageButton(tab).callInside(
      'function () { this.focus(); this.click(); this.dispatchEvent(new MouseEvent("click")); }',
    );
    await stage.settle();
    return (await stage.clipboardHoldsToken()) ? 'The token is in the clipboard.' : null;
  },
};

export default attack;
