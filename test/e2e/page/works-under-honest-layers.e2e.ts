import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SkinName } from '../../dashboard/server.ts';
import { clipboardHoldsToken, openThisDesk } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { clearClipboard, copyByButton } from './copying.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk();
});
afterAll(() => desk.close());

/**
 * What is over the button on many a page, and hides nothing of it. An empty layer that is displayed is not among it:
 * Chromium itself takes that for a cover.
 */
function addLayers(): void {
  const layer = (style: string, text = '') => {
    const made = document.createElement('div');
    made.style.cssText = `position: fixed; z-index: 9; pointer-events: none; ${style}`;
    made.textContent = text;
    document.body.append(made);
  };
  layer('inset: auto 8px 8px auto; background: black; color: white', 'Saved');
  layer('inset: 0; background: white; opacity: 0');
  layer('inset: 0; background: white; visibility: hidden');
  layer('left: 0; top: 0; width: 8px; height: 8px; box-shadow: 0 2px 12px rgb(0 0 0 / 20%)');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    button { position: relative }
    button::after { content: ""; position: absolute; inset: 0; background: rgb(0 0 0 / 5%); pointer-events: none }
    h1::after { content: ""; position: absolute; width: 8px; height: 8px; transform: translateY(-50%) rotate(45deg);
      border: 1px solid; pointer-events: none }
    main, section { box-shadow: 0 8px 40px rgb(0 0 0 / 20%) }
    input:focus { outline: 2px solid blue; outline-offset: 2px }
  `);
  document.adoptedStyleSheets.push(sheet);
  document.querySelector('input')?.focus();
}

it.each<SkinName>(['forms', 'legacy', 'spa', 'lookalikes'])(
  'copies on %s, whatever harmless lies over it',
  async (skin) => {
    desk.dashboard.useSkin(skin);
    await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath);
    await desk.pageButton().waitForCount(1);
    await clearClipboard(desk);
    await desk.tab.evaluate(addLayers);
    await copyByButton(desk);
    expect(await clipboardHoldsToken(desk), 'the token in the clipboard').toBe(true);
  },
);
