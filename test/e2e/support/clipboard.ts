/** The clipboard as another program would find it: by pasting, with no permission and no focus taken from anybody. */
import type { Browser } from 'puppeteer-core';
import { within } from './until.ts';

/** Pastes into a text field of a background tab and returns what arrived there. */
export async function readClipboard(browser: Browser): Promise<string> {
  const page = await browser.newPage({ background: true });
  try {
    await page.setContent('<textarea></textarea>');
    const session = await page.createCDPSession();
    // Only this tab believes that it has the focus: the popup keeps its own, and stays open.
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.focus('textarea');
    const paste = { key: 'v', modifiers: 2, commands: ['paste'] };
    await within('a paste', session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...paste }));
    return await page.$eval('textarea', (field) => field.value);
  } finally {
    await page.close();
  }
}
