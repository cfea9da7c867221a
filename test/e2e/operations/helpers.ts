/** What the tests of operations share: a desk that knows its token, and holding words against the server's truth. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { type Desk, type DeskOptions, openDesk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { type Kind, openIntents, secrets } from './stored.ts';
import type { Tally } from './tally.ts';

/** What the popup says in the end. */
export type Word = 'done' | 'notDone' | 'unknown';

const extension = process.env.EXTENSION_DIR;
/** The longest way to a final word: opening a page, the press, and waiting out a page that says nothing. */
const wordLimitMs = 75_000;

const words: Record<Word, RegExp> = {
  done: /Token (generated|regenerated|deleted):/,
  notDone: /No token was generated\.|The token was not (regenerated|deleted)\./,
  unknown: /Outcome unknown/,
};

/** A desk whose person is on a dashboard page that is not the token page. EXTENSION_DIR may name another build. */
export async function openOperations(options: DeskOptions = {}): Promise<Desk> {
  return openDesk({ at: '/app/settings', ...(extension && { extension }), ...options });
}

/** Opens the popup and waits until it knows the account's token, or that there is none. */
export async function openKnowing(desk: Desk): Promise<Popup> {
  const popup = await openAgain(desk);
  await showsServersToken(desk, popup);
  return popup;
}

/** The opening of the desk before, in this file. */
let lastOpening: Promise<unknown> = Promise.resolve();

/**
 * A desk, and its popup that knows the token; `prepare` comes before the popup. Tests that run at the same time open theirs
 * one after another: the browsers that start at once keep each other from reading.
 */
export function openKnowingInTurn(
  options: DeskOptions,
  prepare: (desk: Desk) => Promise<unknown> = async () => undefined,
): Promise<[Desk, Popup]> {
  const opening = lastOpening.then(async (): Promise<[Desk, Popup]> => {
    const desk = await openOperations(options);
    await prepare(desk);
    return [desk, await openKnowing(desk)];
  });
  lastOpening = opening.catch(() => undefined);
  return opening;
}

/** Opens the popup, also while tabs are on the move. */
export async function openAgain(desk: Desk): Promise<Popup> {
  return until('the popup', () => desk.openPopup());
}

/** Presses what starts the operation, through the popup's dialog where there is one; dismisses an older outcome. */
export async function confirm(popup: Popup, kind: Kind, options: { count?: number } = {}): Promise<void> {
  if (await popup.hasButton('OK')) await dismiss(popup);
  if (kind !== 'generate') await ask(popup, kind);
  await popup.click(verbs[kind], options);
}

/** Presses OK beside an outcome, and waits until nothing is said any more. */
export async function dismiss(popup: Popup): Promise<void> {
  await popup.click('OK');
  await until('no outcome', async () => !(await popup.hasButton('OK')));
}

export const verbs: Record<Kind, string> = {
  generate: 'Generate token',
  regenerate: 'Regenerate token',
  delete: 'Delete token',
};

/** Opens the popup's dialog and fills it in, so that only its verb remains to be pressed. */
export async function ask(popup: Popup, kind: 'regenerate' | 'delete'): Promise<void> {
  const lastFour = (await popup.shownToken()).slice(-4);
  await popup.click(kind === 'regenerate' ? 'Regenerate…' : 'Delete…');
  await popup.page.waitForSelector('[role=alertdialog][open]');
  if (kind === 'delete') await popup.typeInDialog(lastFour);
}

/** Waits until the popup shows the token that the server has, and the extension's memory holds just that one. */
export async function showsServersToken(desk: Desk, popup: Popup): Promise<void> {
  const { token } = desk.dashboard.account;
  await popup.waitForText(token ? new RegExp(`Fingerprint ${fingerprint(token)}`) : /^No API token$/m, wordLimitMs);
  if (token) await until('its last 4', async () => (await popup.shownToken()).endsWith(` ${token.slice(-4)}`));
  await until('the same token in memory', async () => sameSecrets(await secrets(desk), token));
}

/**
 * Waits for the popup's last word on `kind` and holds it against what the server did since `counted` began; the
 * ledger must be closed, or the outcome honestly in doubt.
 */
export async function lastWord(desk: Desk, popup: Popup, counted: Tally, kind: Kind): Promise<Word> {
  const word = await wordOf(popup);
  if (word === 'unknown') {
    expect(await openIntents(desk), 'intents left in doubt').toEqual([{ kind, doubted: true }]);
    return word;
  }
  expect(`${word}, applied ${counted().applied[kind]}`).toBe(
    word === 'done' ? 'done, applied 1' : 'notDone, applied 0',
  );
  expect(await openIntents(desk), 'intents left open').toEqual([]);
  await showsServersToken(desk, popup);
  return word;
}

/** `lastWord`, with Look again pressed while the outcome is unknown and nobody looks. */
export async function settledWord(desk: Desk, popup: Popup, counted: Tally, kind: Kind): Promise<Word> {
  const word = await lastWord(desk, popup, counted, kind);
  if (word !== 'unknown') return word;
  await until('an outcome after looking again', () => popup.page.evaluate(lookAgain), wordLimitMs);
  return lastWord(desk, popup, counted, kind);
}

/** In the popup: presses Look again unless somebody looks already; gives whether the outcome is known. */
function lookAgain(): boolean {
  const text = document.body.innerText;
  if (!text.includes('Outcome unknown')) return true;
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Look again');
  if (!text.includes('Looking at the token page')) button?.click();
  return false;
}

/** Waits until the popup says how it ended. */
async function wordOf(popup: Popup): Promise<Word> {
  const text = await popup.waitForText(
    new RegExp(
      Object.values(words)
        .map(({ source }) => source)
        .join('|'),
    ),
    wordLimitMs,
  );
  return (Object.keys(words) as Word[]).find((word) => words[word].test(text)) ?? 'unknown';
}

/** The first 8 hex digits of SHA-256, as the popup writes them. */
function fingerprint(token: string): string {
  const hex = createHash('sha256').update(token).digest('hex');
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`;
}

/** The last four characters of the server's token. */
export function serversLastFour({ dashboard }: Desk): string {
  return dashboard.account.token?.slice(-4) ?? 'none';
}

function sameSecrets(known: string[], token: string | null): boolean {
  return token === null ? known.length === 0 : known.length === 1 && known[0] === token;
}
