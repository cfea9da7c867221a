import type { Attack } from '../../kit/attack.ts';
import { entered, knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'A page that hides the token gets it from our script, which knows it: by the clipboard, a node or a message.',
  async run(stage) {
    await knowing(stage);
    const tab = stage.tab;
    stage.dashboard.faults.masked = true;
    await tab.evaluateOnNewDocument(listenForEverything);
    await tab.goto(stage.dashboard.origin + stage.dashboard.tokenPath);
    await entered(stage);
    await stage.host.backstage.request({ type: 'opened' });
    await stage.beSeen();
    await stage.clickButton();
    const row = await (await tab.$('#api-token'))?.boundingBox();
    if (row) await stage.clickAt(row.x + row.width + 30, row.y + row.height / 2);
    const heard = await tab.evaluate(() => {
      const { heard } = globalThis as never as { heard: string[] };
      const roots = [...document.querySelectorAll('*')].map((each) => each.shadowRoot?.innerHTML ?? '');
      return [document.documentElement.outerHTML, document.title, location.href, ...heard, ...roots].join('\n');
    });
    return stage.holdsPart(heard) ? 'The page has the token.' : null;
  },
};
export default attack;

/** Runs in the page before all scripts. */
function listenForEverything(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const hear = (...args: unknown[]) =>
    heard.push(...args.map((each) => `${typeof each === 'object' ? JSON.stringify(each) : each}`));
  Clipboard.prototype.writeText = async (text) => void hear(text);
  Clipboard.prototype.write = async (items) => void hear(items);
  document.execCommand = (...args) => hear(...args) > 0;
  Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
    apply: (real, host, [options]) => Reflect.apply(real, host, [{ ...options, mode: 'open' }]),
  });
  for (const name of ['message', 'copy', 'cut', 'selectionchange', 'input'])
    addEventListener(name, (event) => hear(name, (event as MessageEvent).data, `${getSelection()}`), true);
}
