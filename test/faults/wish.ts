/** The wish of a trial: a person confirms it in a popup, or in several popups and windows at the same moment. */
import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { newId } from '../../lib/new-id.ts';
import type { Host } from './host.ts';
import { askIn, confirmIn, pressVerb } from './popup.ts';
import type { Scene } from './scene.ts';

/** So many real popups are confirmed in at once; more wishes come as messages, as popups send them. */
const mostPopups = 3;
/** A wish that is not stored by then never will be. */
const storedLimitMs = 6000;

/** The first 8 hex digits of SHA-256, as the extension's fingerprint. */
export function fingerprintOf(token: string | null): string | null {
  return token === null ? null : createHash('sha256').update(token).digest('hex').slice(0, 8);
}

/**
 * Confirms the wish as the plan says; what comes in between may take the popup away. Gives how many confirms and
 * messages got through.
 */
export async function makeWish(scene: Scene): Promise<number> {
  const { plan, kind, trace } = scene;
  const { starts } = plan;
  try {
    const popup = await openPopup(scene);
    scene.popups.push(popup);
    if (starts.how === 'many') return await confirmAtOnce(scene, popup, starts.count);
    const isConfirmed = await confirmIn(popup, kind, starts.how === 'doubleClick' ? 2 : 1);
    trace.add(`confirmed: ${isConfirmed}`);
    return isConfirmed ? 1 : 0;
  } catch (error) {
    trace.add(`the popup went: ${String(error).slice(0, 80)}`);
    return 0;
  }
}

/** Opens the popup of the plan. */
export async function openPopup({ host, plan }: Scene): Promise<Page> {
  return plan.popup === 'toolbar' ? host.openPopup() : host.keptPopup(plan.popup === 'keptAndReloaded');
}

/** Waits until the wish is in the ledger, and tells the trace where it never is. */
export async function awaitStored({ host, former, trace }: Scene): Promise<void> {
  const isThere = await host.backstage
    .comesTo(({ ledger }) => ledger.at(-1)?.id !== former, storedLimitMs)
    .catch(() => false);
  if (!isThere) trace.add('the wish was never stored');
}

/** `count` wishes at the same moment: in `popup`, in further ones that stand ready, and as messages. */
async function confirmAtOnce(scene: Scene, popup: Page, count: number): Promise<number> {
  const { host, kind, trace } = scene;
  const others = Math.min(count, mostPopups) - 1;
  for (let n = 0; n < others; n += 1) scene.popups.push(await host.openAnotherPopup());
  const ready: Page[] = [];
  for (const each of scene.popups) if (await askIn(each, kind)) ready.push(each);
  const confirms = ready.map((each) => pressVerb(each, kind, 1).catch(() => false));
  const messages = await messagesOf(scene, count - 1 - others);
  const got = await Promise.all([...confirms, ...messages.map((send) => send())]);
  const through = got.filter(Boolean).length;
  trace.add(`${through} of ${count} at once, ${ready.length} of them in popups (the first ${popup === ready[0]})`);
  if (through > 1) scene.struck.push('atOnce');
  return through;
}

/** What sends the same wish as from so many other popups, each with an id of its own. */
async function messagesOf({ host, kind }: Scene, count: number): Promise<(() => Promise<boolean>)[]> {
  const { account, known, ledger } = await host.backstage.stored();
  if (account === null) return [];
  const asked = { kind, account, expected: expectedMark(host, known), after: ledger.at(-1)?.id ?? null };
  return Array.from(
    { length: Math.max(0, count) },
    () => () => host.backstage.request({ type: 'start', wish: newId(), ...asked }).catch(() => false),
  );
}

function expectedMark(host: Host, known: string | null) {
  const { token } = host.dashboard.account;
  return known === null || token === null ? null : { fingerprint: known, lastFour: token.slice(-4) };
}
