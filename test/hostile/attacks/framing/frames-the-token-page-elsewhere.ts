import type { Attack } from '../../kit/attack.ts';

const attack: Attack = {
  wants: 'Another origin frames the token page, has our button in there, and covers it to get a click.',
  async run(stage) {
    stage.host.wear('forms');
    const tab = await stage.host.browser.newPage();
    await tab.goto('https://attacker.snapengage.com/');
    await tab.evaluate(
      (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, width: 900, height: 700 })),
      stage.dashboard.origin + stage.dashboard.tokenPath,
    );
    for (let n = 0; n < 8; n += 1) await stage.settle();
    const inner = tab.frames().find((each) => each !== tab.mainFrame());
    if (!(await inner?.$('#api-token'))) throw new Error('The token page is not in the frame.');
    return (await inner?.$('token-desk-copy')) ? 'Our button is in the frame.' : null;
  },
};
export default attack;
