import type { Attack } from '../../kit/attack.ts';

const attack: Attack = {
  wants: 'A page of the site frames the token page, so that our button comes up where nobody expects it.',
  async run(stage) {
    const tab = await stage.open('/');
    await tab.evaluate(
      (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, width: 9, height: 9 })),
      stage.dashboard.tokenPath,
    );
    for (let n = 0; n < 8; n += 1) await stage.settle();
    const inner = tab.frames().find((each) => each !== tab.mainFrame());
    const button = await inner?.$('token-desk-copy');
    if (!button) return null;
    await stage.emptyClipboard();
    const box = await button.boundingBox();
    if (box) await stage.clickAt(Math.max(box.x, 0) + 2, Math.max(box.y, 0) + 2);
    return (await stage.clipboardHoldsToken()) ? 'A click into a small frame copied the token.' : null;
  },
};
export default attack;
