/** What an attack can gain in the extension: how things stood before, and what is new in them afterwards. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../e2e/support/until.ts';
import type { Opening, Stage } from './stage.ts';

/** What is stored for so long rests (ms). */
const quietMs = 400;

/** Opens the token page, honestly unless `opening` says otherwise, and waits until its token is in memory. */
export async function knowing(stage: Stage, opening: Opening = {}): Promise<void> {
  await stage.openTokenPage(opening);
  await until('the token in memory', () => isKnown(stage));
}

export async function isKnown({ host, dashboard }: Stage): Promise<boolean> {
  const { secret } = await host.backstage.stored();
  return secret !== null && secret === dashboard.account.token;
}

/** Reads as a person would, again where nothing comes of it; false: the true token is not to be had. */
export async function learnsAgain(stage: Stage): Promise<boolean> {
  let asked = 0;
  const learned = until(
    'the true token',
    async () => {
      // One that is under way may still be of the page as it was.
      if (performance.now() - asked > 5_000) await stage.host.backstage.request({ type: 'read' });
      else return isKnown(stage);
      asked = performance.now();
      return false;
    },
    30_000,
  );
  return learned.catch(() => false);
}

/** Waits until our script is in the dashboard's tab. */
export async function entered(stage: Stage): Promise<void> {
  await until('our script in the page', () =>
    stage.inContentScript(async () => Symbol.for('token-desk/agent') in globalThis),
  );
}

/** Runs `attack`, and gives what came of it: an answer, another state, another tab, an operation; null: nothing. */
export async function gains(stage: Stage, attack: () => Promise<unknown>): Promise<string | null> {
  const before = await situation(stage);
  const answer = await attack();
  await stage.settle();
  if (answer !== null && answer !== undefined && answer !== '') {
    return `It was answered${stage.holdsPart(JSON.stringify(answer)) ? ', with the token' : ''}.`;
  }
  const after = await situation(stage);
  if (after.received !== before.received) return 'The server was asked for an operation.';
  if (haveMoved(before.tabs, after.tabs)) return 'A tab was opened, closed or led elsewhere.';
  return after.stored === before.stored ? null : 'What is stored has changed.';
}

interface Situation {
  received: number;
  stored: string;
  tabs: Map<number, string>;
}

async function situation(stage: Stage): Promise<Situation> {
  const { backstage } = stage.host;
  let stored = '';
  let since = 0;
  await until('what is stored to rest', async () => {
    const now = await backstage.hashOfStored();
    if (now !== stored) [stored, since] = [now, performance.now()];
    await sleep(50);
    return performance.now() - since >= quietMs;
  });
  return { received: stage.received(), stored, tabs: await tabs(stage) };
}

/** The address of each tab, by its id; that of one we may not know is ''. */
async function tabs({ host }: Stage): Promise<Map<number, string>> {
  const all = await host.backstage.page.evaluate(async () =>
    (await browser.tabs.query({})).map(({ id, url }) => [id ?? -1, url ?? ''] as const),
  );
  return new Map(all);
}

/** Another tab of the dashboard or of ours, one less, or one that is elsewhere. Those of others come and go by themselves. */
function haveMoved(before: Map<number, string>, after: Map<number, string>): boolean {
  const elsewhere = [...before].some(([id, url]) => after.get(id) !== url);
  return elsewhere || [...after].some(([id, url]) => !before.has(id) && !/^(about:blank)?$/.test(url));
}

declare const browser: typeof import('webextension-polyfill');
