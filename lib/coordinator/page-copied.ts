/** What the page's button has copied: whose token it was, as its clip tells. */
import { matches } from '../clearing/clearing.ts';
import type { Clip } from '../clearing/clip.ts';
import { accountsItem, secretsItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import { armClear } from './clear.ts';
import { note } from './history.ts';

/** Records that the page's button has copied what `clip` stands for, and arms the clear of the clipboard. */
export async function pageCopied(clip: Clip): Promise<void> {
  await armClear(clip);
  const [secrets, { byKey }] = await Promise.all([secretsItem.get(), accountsItem.get()]);
  for (const [key, { token }] of Object.entries(secrets)) {
    const mark = own(byKey, key)?.mark;
    if (mark && (await matches(clip, token))) return note(key, { kind: 'copied', format: 'token', mark });
  }
}
