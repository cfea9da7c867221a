/** The Copy button that the extension puts into the dashboard's page: one host element with a closed shadow root. */
import type { ElementHandle, Page, Protocol } from 'puppeteer-core';
import { until } from './until.ts';

const host = 'token-desk-copy';

export class PageButton {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many there are in the page's light DOM. */
  async count(): Promise<number> {
    return (await this.#page.$$(host)).length;
  }

  /** Waits until there are exactly that many. */
  async waitForCount(count: number, limitMs?: number): Promise<void> {
    await until(`${count} × <${host}>`, async () => (await this.count()) === count, limitMs);
  }

  /** Clicks its middle with the mouse; what lies there gets the click, as it would from a person. */
  async click(): Promise<void> {
    const box = await until(`<${host}> to have a place`, async () => (await this.#host()).boundingBox());
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** The accessible name of the button inside, which no script of the page can read. */
  async name(): Promise<string> {
    const session = await this.#page.createCDPSession();
    try {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const hosts = all(root).filter(({ localName }) => localName === host);
      const button = hosts.flatMap(all).find(({ localName }) => localName === 'button');
      if (!button) throw new Error(`There is no button in <${host}>.`);
      const { backendNodeId } = button;
      const { nodes } = await session.send('Accessibility.getPartialAXTree', { backendNodeId, fetchRelatives: false });
      return String(nodes[0]?.name?.value ?? '');
    } finally {
      await session.detach();
    }
  }

  /** Calls `script`, the text of a function, with the button inside as `this`: only Chromium's debugger gives it. */
  async callInside(script: string): Promise<void> {
    const session = await this.#page.createCDPSession();
    await session.send('DOM.enable');
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const root = nodes.find(({ localName }) => localName === host)?.shadowRoots?.[0];
    const button = nodes.find(({ localName, parentId }) => localName === 'button' && parentId === root?.nodeId);
    if (!button) throw new Error(`There is no button in <${host}>.`);
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: button.backendNodeId });
    if (!object.objectId) throw new Error('The button is no object.');
    const { objectId } = object;
    await session.send('Runtime.callFunctionOn', { functionDeclaration: script, objectId, userGesture: true });
    await session.detach();
  }

  async #host(): Promise<ElementHandle<Element>> {
    const found = await until(`<${host}>`, () => this.#page.$(host));
    await found.scrollIntoView();
    return found;
  }
}

function all(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all)];
}
