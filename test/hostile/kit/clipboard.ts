/** The clipboard of either browser, seen and filled from outside the page that is under attack. */
import type { Browser } from 'puppeteer-core';
import { readClipboard, writeClipboard } from '../../e2e/support/clipboard.ts';
import { inFirefoxItself } from '../../faults/chrome-scope.ts';
import type { BrowserName } from '../../run/browsers.ts';

const readInFirefox = `(() => {
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const held = {};
  transferable.getTransferData('text/plain', held);
  return held.value.QueryInterface(Ci.nsISupportsString).data;
})()`;
const writeInFirefox = (text: string) =>
  `Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(${JSON.stringify(text)})`;

/** What a paste would give now. */
export async function pasted(name: BrowserName, browser: Browser): Promise<string> {
  return name === 'firefox' ? String(await inFirefoxItself(browser, readInFirefox)) : readClipboard(browser);
}

/** Puts `text` into the clipboard. */
export async function put(name: BrowserName, browser: Browser, text: string): Promise<void> {
  if (name === 'firefox') await inFirefoxItself(browser, writeInFirefox(text));
  else await writeClipboard(browser, text);
}
