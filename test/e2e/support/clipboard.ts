/** The clipboard as another program would use it: by copying and pasting, with no permission and no focus taken from anybody. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { within } from './until.ts';

/** Pastes into a text field of a background tab and returns what arrived there. */
export async function readClipboard(browser: Browser): Promise<string> {
  return inTextField(browser, async (page, session) => {
    await pressIn(session, 'paste', 'v');
    return page.$eval('textarea', (field) => field.value);
  });
}

/** Copies `text` from a text field of a background tab. */
export async function writeClipboard(browser: Browser, text: string): Promise<void> {
  await inTextField(browser, async (page, session) => {
    await page.$eval(
      'textarea',
      (field, value) => {
        field.value = value;
        field.select();
      },
      text,
    );
    await pressIn(session, 'copy', 'c');
  });
}

/** What `use` comes to in a background tab whose empty text field has the focus. */
async function inTextField<T>(browser: Browser, use: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ background: true });
  try {
    await page.setContent('<textarea></textarea>');
    const session = await page.createCDPSession();
    // Only this tab believes that it has the focus: the popup keeps its own, and stays open.
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.focus('textarea');
    return await use(page, session);
  } finally {
    await page.close();
  }
}

async function pressIn(session: CDPSession, command: 'copy' | 'paste', key: string): Promise<void> {
  const event = { key, modifiers: 2, commands: [command] };
  await within(`a ${command}`, session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event }));
}
