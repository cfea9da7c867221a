/** The clipboard as another program would find it: by pasting, with no permission and no focus taken from anybody. */
import type { Browser, Page } from 'puppeteer-core';
import { within } from './until.ts';

/** Pastes into a text field of a background tab and returns what arrived there. */
export async function readClipboard(browser: Browser): Promise<string> {
  return inBackgroundTab(browser, async (page) => {
    await edit(page, 'paste');
    return page.$eval('textarea', (field) => field.value);
  });
}

/** Puts `text` on the clipboard by typing it elsewhere and copying it there. */
export async function writeClipboard(browser: Browser, text: string): Promise<void> {
  await inBackgroundTab(browser, async (page) => {
    await page.$eval(
      'textarea',
      (field, value) => {
        field.value = value;
        field.select();
      },
      text,
    );
    await edit(page, 'copy');
  });
}

async function inBackgroundTab<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ background: true });
  try {
    await page.setContent('<textarea></textarea>');
    return await within('the clipboard', use(page));
  } finally {
    await page.close();
  }
}

async function edit(page: Page, command: 'paste' | 'copy'): Promise<void> {
  const session = await page.createCDPSession();
  // Only this tab believes that it has the focus: the popup keeps its own, and stays open.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.focus('textarea');
  const key = command === 'paste' ? 'v' : 'c';
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, modifiers: 2, commands: [command] });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers: 2 });
  await session.detach();
}
