/** Operations confirmed in the popup as a person would, on a page that is against it; and what became of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { OperationKind } from '../../../lib/state/schemas.ts';
import { closePopup, confirmIn, wordsOf } from '../../faults/popup.ts';
import type { Attack } from './attack.ts';
import { newest } from './planted.ts';
import { knowing, learnsAgain } from './situation.ts';
import type { Opening, Stage } from './stage.ts';

/** A page that is against it is watched for so long, should nothing end (ms). */
const watchedForMs = 9_000;

export interface Wish {
  kind?: OperationKind;
  opening?: Opening;
  /** The page counts how often a script clicks its confirm: where no script of its own does, those are ours. */
  countsPresses?: boolean;
  /** Runs once the wish is confirmed. */
  meanwhile?: (stage: Stage) => Promise<unknown>;
  watchMs?: number;
}

/** What the server was asked for, what was changed, and what the extension and its popup make of it. */
export interface Outcome {
  received: Counts;
  applied: number;
  /** Clicks of a script on the page's confirm, where the page has counted them. */
  pressed: number;
  /** Operations that the page's own script has asked for. */
  own: number;
  /** Intents that were let fire. */
  fired: number;
  done: boolean;
  saysDone: boolean;
}

type Counts = Record<OperationKind, number>;

/**
 * An attack on one confirmed wish. It always succeeds by another operation than the confirmed one, by more than one, by
 * a second press, and by a word of success where nothing was changed; else where `judge` says so.
 */
export function wishes(wants: string, wish: Wish, judge: (outcome: Outcome) => string | null = () => null): Attack {
  return {
    wants,
    async run(stage) {
      const outcome = await outcomeOf(stage, wish);
      return wrongWith(outcome, wish.kind ?? 'regenerate') ?? judge(outcome);
    },
  };
}

function wrongWith({ received, applied, pressed, own, fired, done, saysDone }: Outcome, kind: OperationKind) {
  const others = (Object.keys(received) as OperationKind[]).filter((each) => each !== kind && received[each] > 0);
  if (others.length > 0) return `The server was asked for ${others.join(' and ')} instead of ${kind}.`;
  const ours = received[kind] - own;
  if (ours > fired) return `The server was asked ${ours} times where ${fired} was let fire.`;
  if (pressed > 1) return `Our script pressed the confirm ${pressed} times.`;
  if (fired > 1) return `${fired} intents were let fire, and one was confirmed.`;
  return (done || saysDone) && applied === 0 ? 'It is said to be done, and nothing was changed.' : null;
}

async function outcomeOf(stage: Stage, wish: Wish): Promise<Outcome> {
  const { kind = 'regenerate', meanwhile, watchMs } = wish;
  const { counts } = stage.dashboard;
  const before = structuredClone(counts);
  await knowing(stage, openingOf(wish));
  // A question that nobody is there to answer would hold the page for good.
  stage.tab.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const popup = await confirmed(stage, kind);
  await meanwhile?.(stage);
  await watch(stage, watchMs ?? watchedForMs);
  const noted = await noteOf(stage);
  const { ledger } = await stage.host.backstage.stored();
  const said = await wordsOf(popup).catch(() => null);
  await closePopup(popup);
  return {
    received: difference(counts.received, before.received),
    applied: sum(difference(counts.applied, before.applied)),
    ...noted,
    fired: ledger.filter(({ firedAt }) => firedAt !== null).length,
    done: ledger.at(-1)?.outcome?.kind === 'done',
    saysDone: said?.word === 'done',
  };
}

/** The counting comes before all that the page does. */
function openingOf({ opening = {}, countsPresses = false }: Wish): Opening {
  const own = [opening.preload ?? []].flat();
  return { ...opening, preload: countsPresses ? [countPresses, ...own] : own };
}

/** In the page: keeps in its session storage how often a script has clicked its confirm. */
function countPresses(): void {
  const count = (event: Event) => {
    const isConfirm = (event.target as Element).closest('dialog .danger') !== null;
    const pressed = Number(sessionStorage.getItem('pressed') ?? 0);
    if (isConfirm && !event.isTrusted) sessionStorage.setItem('pressed', String(pressed + 1));
  };
  addEventListener('click', count, true);
}

/** The popup in which `kind` was confirmed; one that does not offer it at first may only not have drawn it yet. */
async function confirmed(stage: Stage, kind: OperationKind): Promise<Page> {
  let shows = '';
  for (let tries = 0; tries < 3; tries += 1) {
    const popup = await stage.host.openPopup();
    if (await confirmIn(popup, kind, 1)) return popup;
    shows = (await wordsOf(popup)).title;
    await closePopup(popup);
    // What a former attack has left under way may have come in between: a person reads again.
    if (!(await learnsAgain(stage))) break;
  }
  throw new Error(`The popup does not offer it: ${shows}`);
}

/** Until the wish has ended, and a bit: what comes too often comes then. */
async function watch(stage: Stage, limitMs: number): Promise<void> {
  for (const started = Date.now(); Date.now() - started < limitMs; await sleep(100)) {
    if ((await newest(stage))?.stage !== 'settled') continue;
    await sleep(1_000);
    return;
  }
}

/** What the page has counted itself, in its session storage. */
async function noteOf({ tab }: Stage): Promise<{ pressed: number; own: number }> {
  const noted = tab.evaluate(() => ({
    pressed: Number(sessionStorage.getItem('pressed') ?? 0),
    own: Number(sessionStorage.getItem('own') ?? 0),
  }));
  const late = sleep(2_000).then(() => ({ pressed: 0, own: 0 }));
  return Promise.race([noted.catch(() => ({ pressed: 0, own: 0 })), late]);
}

const sum = (counts: Counts) => counts.generate + counts.regenerate + counts.delete;

function difference(now: Counts, before: Counts): Counts {
  return {
    generate: now.generate - before.generate,
    regenerate: now.regenerate - before.regenerate,
    delete: now.delete - before.delete,
  };
}
