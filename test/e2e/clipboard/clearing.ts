/** What the tests of clearing share: a browser that lets the clipboard be read, copies, and what is left of them. */
import { openKnowingInTurn } from '../operations/helpers.ts';
import { buildFolder, tokenOf } from '../popup/this-build.ts';
import { store, stored } from '../support/account.ts';
import type { Desk, DeskOptions } from '../support/desk.ts';
import { type GrantedBuild, grantedBuild } from '../support/granted-build.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';

/** The build for somebody who has allowed that the clipboard is read and written at any time. */
export function buildThatMayClear(folder = buildFolder): Promise<GrantedBuild> {
  return grantedBuild(folder, ['clipboardRead', 'clipboardWrite']);
}

/** A desk that knows its token and clears the clipboard after so many seconds, and its popup; null: it does not. */
export async function openClearing(
  { folder }: GrantedBuild,
  seconds: number | null,
  options: DeskOptions = {},
): Promise<Desk & { popup: Popup }> {
  const [desk, popup] = await openKnowingInTurn({ extension: folder, ...options }, (opened) =>
    store(opened, 'local', { clearing: { seconds, offered: true } }),
  );
  return Object.assign(desk, { popup });
}

/** Copies the token by its button, and waits until the clear is pending; gives when it is due (epoch ms). */
export async function copyToken(desk: Desk, popup: Popup): Promise<number> {
  const before = await pendingClear(desk);
  await popup.click('Copy token');
  await popup.waitForStatus(/^Copied$/);
  const pending = await until('a clear to be pending', async () => {
    const now = await pendingClear(desk);
    return now && now.deadline !== before?.deadline ? now : null;
  });
  return pending.deadline;
}

/** The clear that is to come, as it is stored. */
export async function pendingClear(desk: Desk): Promise<{ deadline: number } | null> {
  const { pendingClear: pending } = (await stored(desk, 'local')) as { pendingClear?: { deadline: number } | null };
  return pending ?? null;
}

/** Whether a paste gives the token, or anything that holds it; says nothing of what it gives. */
export async function pastesToken(desk: Desk): Promise<boolean> {
  return (await desk.clipboard()).includes(tokenOf(desk));
}

/** Whether a paste gives the token until it is `due` (epoch ms) to be cleared; true where the paste came after that. */
export async function stillPastesToken(desk: Desk, due: number): Promise<boolean> {
  return (await pastesToken(desk)) || Date.now() >= due;
}

/** Waits until a paste does not give the token any more; gives when that was seen first (epoch ms). */
export async function waitForCleared(desk: Desk, limitMs: number): Promise<number> {
  await until('the token to be gone from the clipboard', async () => !(await pastesToken(desk)), limitMs);
  return Date.now();
}

/** The names of the alarms that are set. */
export async function alarms(desk: Desk): Promise<string[]> {
  const names = await desk.worker.backstage.evaluate(
    'chrome.alarms.getAll().then((all) => all.map(({ name }) => name))',
  );
  return names as string[];
}

/** What the last clear is said to have come to, as it is stored; waits for that, which is a while after the clear itself. */
export async function outcome(desk: Desk): Promise<string> {
  return until('an outcome', async () => {
    const { clearingNote } = (await stored(desk, 'session')) as { clearingNote?: { what: string } | null };
    return clearingNote?.what;
  });
}

/** A function that gives all that the popup's countdown has said from now on: no text of it stands for long. */
export async function listenToCountdown(popup: Popup): Promise<() => Promise<string>> {
  const said = await popup.page.evaluateHandle(() => {
    const texts: string[] = [];
    const listen = () => void texts.push(document.querySelector('[role=timer]')?.textContent ?? '');
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  return async () => (await said.jsonValue()).join('\n');
}
