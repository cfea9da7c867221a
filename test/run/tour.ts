/** The main job done once by itself: the real popup, headless, each step checked, told and pictured. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Desk, openDesk } from '../e2e/support/desk.ts';
import type { Popup } from '../e2e/support/popup.ts';
import { until } from '../e2e/support/until.ts';
import type { View } from '../e2e/support/view.ts';
import { projectRoot } from './execute.ts';
import { ask, newTokenOf, tokenOf } from './tour-parts.ts';
import { rotationSteps } from './tour-rotation.ts';

const pictures = join(projectRoot, '.output', 'tour');

/** One step: does something, in the popup or `on` another page, and says what it saw, or throws. */
export interface Step {
  name: string;
  take: (popup: Popup, desk: Desk) => Promise<string | { saw: string; on: View }>;
}

const steps: Step[] = [
  { name: 'open', take: openWithoutToken },
  { name: 'generate', take: generate },
  { name: 'read', take: read },
  { name: 'copy', take: copy },
  { name: 'show', take: show },
  ...rotationSteps,
  { name: 'delete?', take: askDelete },
  { name: 'delete', take: remove },
];

/** Takes the tour from an account without a token; false when anything was not as it should be. */
export async function takeTour(): Promise<boolean> {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  await using desk = await openDesk({ token: null });
  let popup = await desk.openPopup();
  try {
    for (const [index, { name, take }] of steps.entries()) {
      if (!popup.isOpen()) popup = await desk.openPopup();
      const took = await take(popup, desk);
      const { saw, on } = typeof took === 'string' ? { saw: took, on: popup } : took;
      const picture = `${String(index + 1).padStart(2, '0')}-${name.replace('?', '-confirm')}.png`;
      // What the mouse was left on would be drawn as under it.
      await on.page.mouse.move(0, 0);
      await on.page.screenshot({ path: join(pictures, picture) });
      if (on !== popup) await on.page.close();
      console.log(`${name.padEnd(11)} ${saw}  (.output/tour/${picture})`);
    }
    return compareCounters(desk);
  } catch (error) {
    console.error(`The tour stopped: ${error instanceof Error ? error.message : error}`);
    // Best effort: the popup may be gone, and that is then what stopped the tour.
    await popup.page.screenshot({ path: join(pictures, 'stopped.png') }).catch(() => undefined);
    return false;
  }
}

async function openWithoutToken(popup: Popup): Promise<string> {
  await popup.button('Generate token');
  return 'the account has no token; Generate token is offered';
}

async function generate(popup: Popup, desk: Desk): Promise<string> {
  await popup.click('Generate token');
  const token = await newTokenOf(desk, null);
  await popup.button('Copy token');
  return `the account has a token that ends in ${token.slice(-4)}`;
}

async function read(popup: Popup, desk: Desk): Promise<string> {
  const token = tokenOf(desk);
  await until('the masked token', async () => /^•+ /.test(await popup.shownToken()));
  if (!(await popup.shownToken()).endsWith(token.slice(-4))) throw new Error('The popup shows another token.');
  if ((await popup.text()).includes(token)) throw new Error('The popup shows the token before it was asked to.');
  return `masked, ending in ${token.slice(-4)}, as the account's does`;
}

async function copy(popup: Popup, desk: Desk): Promise<string> {
  await popup.click('Copy token');
  const said = /^.*copied.*$/im.exec(await popup.waitForStatus(/copied/i));
  if ((await desk.clipboard()) !== tokenOf(desk)) throw new Error('The clipboard does not hold the token.');
  return `"${said?.[0]}", and the clipboard holds the token that ends in ${tokenOf(desk).slice(-4)}`;
}

async function show(popup: Popup, desk: Desk): Promise<string> {
  const token = tokenOf(desk);
  await popup.click('Show token');
  await until('the shown token', async () => (await popup.shownToken()) === token);
  return `the whole token, ending in ${token.slice(-4)}, until it is masked again`;
}

async function askDelete(popup: Popup, desk: Desk): Promise<string> {
  const asked = await ask(popup, 'Delete');
  await popup.typeInDialog(tokenOf(desk).slice(-4));
  return `${asked}; the last 4 are typed`;
}

async function remove(popup: Popup, desk: Desk): Promise<string> {
  const old = tokenOf(desk);
  await popup.click('Delete token');
  await until('the account to be without a token', () => desk.dashboard.account.token === null);
  await popup.button('Generate token');
  return `after typing ${old.slice(-4)} the account has no token`;
}

function compareCounters({ dashboard }: Desk): boolean {
  const { received, applied } = dashboard.counts;
  const list = Object.entries(applied).map(([operation, count]) => `${operation} ${count}`);
  console.log(`The account applied: ${list.join(', ')}`);
  const once = [received, applied].every((counts) => Object.values(counts).every((count) => count === 1));
  if (!once) console.error(`Each was to be asked for exactly once; received: ${JSON.stringify(received)}`);
  return once;
}
