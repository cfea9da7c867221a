/** What the tests of imports share: files, the options page that takes them, and what its preview says. */
import { openKnowing, openOperations } from '../operations/helpers.ts';
import type { Desk } from '../support/desk.ts';
import { chooseFile } from '../support/files.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';

/** The text of a file with `places`, as Token Desk writes one. */
export function fileOf(places: unknown, version = 1): string {
  return JSON.stringify({ format: 'token-desk-places', version, account: null, places });
}

/** An id of a place. */
export function idOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** A desk that knows its account, and its options page. */
export async function openImporting(): Promise<{ desk: Desk; options: View } & AsyncDisposable> {
  const desk = await openOperations();
  await (await openKnowing(desk)).close();
  const options = await desk.openOptions('places');
  return { desk, options, [Symbol.asyncDispose]: () => desk.close() };
}

/**
 * Chooses a file, and waits for what it would change: new, changed and the same. Gives all that is said then, what has
 * to be scrolled to among it.
 */
export async function preview(options: View, text: string, ...counts: [number, number, number]): Promise<string> {
  await chooseFile(options, 'places.json', text);
  await options.waitForText(saying('placesFile_previewTitle', 'places.json'));
  await options.waitForText(saying('placesFile_counts', ...counts));
  return options.page.$eval('main', (main) => main.textContent);
}

/** Presses Import, and waits until it is said how many were new and how many were changed. */
export async function importAll(options: View, ...counts: [number, number]): Promise<void> {
  await options.click('Import');
  await options.waitForStatus(saying('placesFile_imported', ...counts));
}
