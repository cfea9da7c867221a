/** Files that go into the extension's pages and come out of them, as a person chooses and saves them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Desk } from './desk.ts';
import { until } from './until.ts';
import type { View } from './view.ts';

/** Chooses a file of that name and content where `options` imports places. */
export async function chooseFile(options: View, name: string, content: string | Buffer): Promise<void> {
  const path = join(await folderForTest(), name);
  await writeFile(path, content);
  const input = await options.page.$<'input'>('input[type=file]' as 'input');
  if (!input) throw new Error('The page takes no file.');
  await input.uploadFile(path);
}

export interface SavedFile {
  name: string;
  text: string;
}

/** The file that the browser saves once `press` has been done. */
export async function savedBy({ browser }: Desk, press: () => Promise<void>): Promise<SavedFile> {
  const folder = await folderForTest();
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await press();
  // While it is being written it has another name.
  const isWhole = (name: string) => name.startsWith('token-desk-') && !name.endsWith('.crdownload');
  const name = await until('the saved file', async () => (await readdir(folder)).find(isWhole));
  await session.detach();
  return { name, text: await readFile(join(folder, name), 'utf8') };
}

/** A folder that is there until the test ends. */
async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'token-desk-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
