/** Waits for each strike's moment and then does it. A moment that never comes is no strike. */
import { setTimeout as sleep } from 'node:timers/promises';
import { trueOrFalse, until } from '../e2e/support/until.ts';
import type { TabAction } from './backstage.ts';
import { type LocalFault, type Moment, moments, type Strike } from './plan.ts';
import { closePopup } from './popup.ts';
import { countsOf, type Scene } from './scene.ts';

/** A moment that has not come by then, counted from before the popup opens, does not come any more. */
const momentLimitMs = 8000;

export async function strikeAll(scene: Scene): Promise<void> {
  await Promise.all(
    scene.plan.strikes.map(async (strike) => {
      const name = `${strike.fault} at ${strike.at} + ${strike.after} ms`;
      if (!(await comes(scene, strike.at))) return scene.trace.add(`${name}: its moment never came`);
      await sleep(strike.after);
      scene.trace.add(name);
      const struck = await acts[strike.fault](scene, strike).catch((error: unknown) => {
        scene.trace.add(`${strike.fault} failed: ${String(error).slice(0, 120)}`);
        return false;
      });
      if (struck) scene.struck.push(strike.fault);
    }),
  );
}

async function comes(scene: Scene, moment: Moment): Promise<boolean> {
  if (moment === 'received' || moment === 'applied') return serverReaches(scene, moment);
  return scene.host.backstage.reached(scene.former, moments.indexOf(moment), momentLimitMs).catch(() => false);
}

async function serverReaches({ host, counts, former }: Scene, what: 'received' | 'applied'): Promise<boolean> {
  let over = false;
  void host.backstage
    .reached(former, moments.indexOf('settled'), momentLimitMs)
    .catch(() => undefined)
    .then(() => {
      over = true;
    });
  while (countsOf(host)[what] === counts[what]) {
    if (over) return false;
    await sleep(3);
  }
  return true;
}

const tabAct = (action: TabAction) => async (scene: Scene) => {
  const { host } = scene;
  const { ledger } = await host.backstage.stored();
  const tab = ledger.at(-1)?.tab ?? (await host.backstage.tabs()).dashboard[0];
  if (tab === undefined) return false;
  return host.backstage.tab(tab, action, `${host.dashboard.origin}/app/settings`);
};

const acts: Record<LocalFault, (scene: Scene, strike: Strike) => Promise<boolean>> = {
  workerKilled: killWorkers,
  workerStorm: killWorkers,
  popupClosed: async ({ popups }) => {
    await Promise.all(popups.map(closePopup));
    return popups.length > 0;
  },
  popupBlurred,
  tabNavigated: tabAct('navigate'),
  tabReloaded: async (scene) => {
    scene.reloadedAt.push(Date.now());
    return tabAct('reload')(scene);
  },
  tabClosed: tabAct('close'),
  tabDiscarded: tabAct('discard'),
  tabBackForward: tabAct('backForward'),
  tabBackground: tabAct('background'),
  extensionReloaded: async (scene) => {
    scene.forgotten = true;
    await scene.host.reloadExtension();
    return true;
  },
  browserKilled: async (scene) => {
    scene.popups.length = 0;
    scene.forgotten = true;
    await scene.host.killBrowser();
    scene.lastDeath = Date.now();
    return true;
  },
  changedElsewhere: async (scene) => {
    if (scene.host.dashboard.account.token === null) return false;
    scene.host.dashboard.changeElsewhere();
    scene.host.noteToken();
    scene.elsewhere += 1;
    return true;
  },
  signedOut: async ({ host }) => {
    host.dashboard.expireSessions();
    return true;
  },
};

/** Another tab comes to the front, and the toolbar's popup closes by itself. False where there is none, or it does not. */
async function popupBlurred({ host, popups }: Scene): Promise<boolean> {
  const open = popups.filter((popup) => !popup.isClosed() && !host.isKept(popup));
  if (open.length === 0) return false;
  await host.backstage.tab(0, 'background', 'about:blank');
  return until('the popup to close', () => open.every((popup) => popup.isClosed()), 2000).then(...trueOrFalse);
}

/** Ends the worker so often, so far apart; in half the cases asks the next one at once whether it knows its wish. */
async function killWorkers(scene: Scene, { at, times, apart }: Strike): Promise<boolean> {
  let hasKilled = false;
  for (let n = 0; n < times; n += 1) {
    if (n > 0) await sleep(apart);
    if (await scene.host.killWorker()) {
      scene.killedAt.push(at);
      hasKilled = true;
    }
    scene.lastDeath = Date.now();
    if (scene.random.chance(0.5)) await measureRecovery(scene);
  }
  return hasKilled;
}

/** A worker that has not answered by then has not recovered (ms). */
const recoveryLimitMs = 5000;

/**
 * How long it takes until a reborn worker has been started, has read its ledger and says that it knows the wish: a wish
 * is answered only once it is found in the ledger or written there, and the same wish counts once. Asked again where the
 * worker dies over it, as the popup does, and counted from the last death then; one that never answers counts as the limit.
 * When it was asked and answered the extension page says itself, so that a busy driver of many browsers is not taken for a
 * slow worker; of a death counts when it was begun.
 */
async function measureRecovery({ host, former, recoveries }: Scene): Promise<void> {
  const { ledger } = await host.backstage.stored();
  const last = ledger.at(-1);
  if (!last || last.id === former || last.stage === 'settled') return;
  const { wish, kind, account, expected } = last;
  const request = { type: 'start', wish, after: former, kind, account, expected } as const;
  const recovery = await host.beforeOthers(async () => {
    const { isHeard, sent, ended } = await host.backstage.timedRequest(request, recoveryLimitMs);
    // At once: a death that comes after the answer is none of this one's.
    return isHeard ? ended - Math.max(sent, host.killedAt) : recoveryLimitMs;
  });
  recoveries.push(recovery);
}
