/** What the tests of Copy as share: choosing a format as it is called, and copying in it. */
import { expect } from 'vitest';
import { tokenOf } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';

/** Chooses the format called `name` in the popup's list; waits for it to be the one that is copied. */
export async function chooseFormat(popup: Popup, name: string): Promise<void> {
  const list = await popup.named('Formats', 'listbox');
  const value = await list.evaluate((element, wanted) => {
    const options = [...(element as HTMLSelectElement).options];
    return options.find(({ text }) => text === wanted)?.value;
  }, name);
  if (value === undefined) throw new Error(`There is no format "${name}".`);
  await list.select(value);
  await popup.button(`Copy as ${name}`);
}

/** Copies in the format called `name`, and sees that a paste gives `text`, with no word of what it gives instead. */
export async function copiesAs(desk: Desk, popup: Popup, name: string, text: string): Promise<void> {
  await chooseFormat(popup, name);
  const seen = await previewOf(popup, name);
  expect(seen.includes(tokenOf(desk)), `the token is in the preview of ${name}`).toBe(false);
  const mask = `${'•'.repeat(16)} ${tokenOf(desk).slice(-4)}`;
  expect(seen).toBe(text.replaceAll(tokenOf(desk), mask));
  await popup.click(`Copy as ${name}`);
  await popup.waitForStatus(text.includes(tokenOf(desk)) ? saying('copiedAs', name) : saying('copiedCommand'), 20_000);
  expect((await desk.clipboard()) === text, `the clipboard holds the token as ${name}`).toBe(true);
}

/** What the preview of the format called `name` shows. */
async function previewOf(popup: Popup, name: string): Promise<string> {
  const field = await popup.named(`Preview of ${name}`, 'textbox');
  return field.evaluate((element) => (element as HTMLTextAreaElement).value);
}
