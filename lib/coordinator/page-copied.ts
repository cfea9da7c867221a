/** What the page's button has copied: whose token it was, as its clip tells. */
import { matches } from '../clearing/clearing.ts';
import type { Clip } from '../clearing/clip.ts';
import { accountsItem, pendingClearItem, secretsItem } from '../state/items.ts';
import { own } from '../state/own.ts';
import type { TokenMark } from '../state/schemas.ts';
import { armClear } from './clear.ts';
import { note } from './history.ts';

/**
 * Records that the page's button has copied what `clip` stands for, and arms the clear of the clipboard. A clip that
 * nobody knows takes no other's place: a script of ours that a page has taken over could call off any clear with one.
 */
export async function pageCopied(clip: Clip): Promise<void> {
  const copied = await tokenOf(clip);
  if (copied.isKnown || (await pendingClearItem.get()) === null) await armClear(clip);
  if (copied.mark) await note(copied.account, { kind: 'copied', format: 'token', mark: copied.mark });
}

/** Whose token `clip` stands for, where it is one that is in memory. */
async function tokenOf(clip: Clip): Promise<{ isKnown: boolean; account: string; mark: TokenMark | null }> {
  const [secrets, { byKey }] = await Promise.all([secretsItem.get(), accountsItem.get()]);
  for (const [account, { token }] of Object.entries(secrets))
    if (await matches(clip, token)) return { isKnown: true, account, mark: own(byKey, account)?.mark ?? null };
  return { isKnown: false, account: '', mark: null };
}
