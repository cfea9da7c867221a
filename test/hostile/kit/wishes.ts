/** Operations confirmed in the popup as a person would, on a page that is against it; and what became of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { OperationKind } from '../../../lib/state/schemas.ts';
import { until } from '../../e2e/support/until.ts';
import { closePopup, confirmIn, wordsOf } from '../../faults/popup.ts';
import type { Attack } from './attack.ts';
import { newest } from './planted.ts';
import { knowing, learnsAgain } from './situation.ts';
import type { Opening, Stage } from './stage.ts';

/** A page that is against it is watched for so long, should nothing end (ms). */
const watchedForMs = 9_000;
/** What has ended is watched for so long: nothing more may come (ms). */
const afterwardsMs = 4_000;

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
  /** Changes made when the popup was asked what it says. */
  applied: number;
  /** Changes made in the end, a while after. */
  appliedInTheEnd: number;
  /** Operations asked for after the wish had ended. */
  late: number;
  /** Clicks of a script on the page's confirm, where the page has counted them. */
  pressed: number;
  /** Operations that the page's own script has asked for. */
  own: number;
  /** The page's trap has caught something. */
  sprung: boolean;
  /** Intents that were let fire. */
  fired: number;
  done: boolean;
  saysDone: boolean;
  notDone: boolean;
  saysNotDone: boolean;
}

type Counts = Record<OperationKind, number>;

/**
 * An attack on one confirmed wish. It always succeeds by another operation than the confirmed one, by more than one, by
 * a second press, by one that comes once all is over, by a word of success where nothing was changed, and by one of none
 * where it was; else where `judge` says so. Its trap notes `sprung` in the session storage once it has caught something:
 * where it has not, as the extension went to work in another tab, say, the attack cannot be carried out.
 */
export function wishes(wants: string, wish: Wish, judge: (outcome: Outcome) => string | null = () => null): Attack {
  return {
    wants,
    async run(stage) {
      const outcome = await outcomeOf(stage, wish);
      const got = wrongWith(outcome, wish.kind ?? 'regenerate') ?? judge(outcome);
      if (got === null && !outcome.sprung) throw new Error('The trap has not sprung.');
      return got;
    },
  };
}

function wrongWith(outcome: Outcome, kind: OperationKind): string | null {
  const { received, late, pressed, own, fired } = outcome;
  const others = (Object.keys(received) as OperationKind[]).filter((each) => each !== kind && received[each] > 0);
  if (others.length > 0) return `The server was asked for ${others.join(' and ')} instead of ${kind}.`;
  const ours = received[kind] - own;
  if (ours > fired) return `The server was asked ${ours} times where ${fired} was let fire.`;
  if (pressed > 1) return `Our script pressed the confirm ${pressed} times.`;
  if (fired > 1) return `${fired} intents were let fire, and one was confirmed.`;
  if (late > 0) return `The server was asked ${late} times once it had ended.`;
  return untrueIn(outcome);
}

function untrueIn({ applied, appliedInTheEnd, own, done, saysDone, notDone, saysNotDone }: Outcome): string | null {
  if ((done || saysDone) && applied === 0) return 'It is said to be done, and nothing was changed.';
  // What the page has done itself is nothing that came of the wish.
  const changes = appliedInTheEnd - own;
  return (notDone || saysNotDone) && changes > 0 ? 'It is said not to be done, and it was changed.' : null;
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
  const ended = (await newest(stage))?.stage === 'settled';
  const then = structuredClone(counts);
  const words = await wordsOf(popup).catch(() => null);
  await closePopup(popup);
  await sleep(afterwardsMs);
  const { ledger } = await stage.host.backstage.stored();
  const [outcome, word] = [ledger.at(-1)?.outcome?.kind, words?.word];
  return {
    received: difference(counts.received, before.received),
    applied: sum(difference(then.applied, before.applied)),
    appliedInTheEnd: sum(difference(counts.applied, before.applied)),
    late: ended ? sum(difference(counts.received, then.received)) : 0,
    ...(await noteOf(stage)),
    fired: ledger.filter(({ firedAt }) => firedAt !== null).length,
    done: outcome === 'done',
    saysDone: word === 'done',
    notDone: outcome === 'notDone',
    saysNotDone: word === 'notDone',
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

/** What the page has noted itself, in its session storage; it may be on its way, or held, just then. */
async function noteOf({ tab }: Stage): Promise<Pick<Outcome, 'pressed' | 'own' | 'sprung'>> {
  return until('what the page has noted', () =>
    tab.evaluate(() => ({
      pressed: Number(sessionStorage.getItem('pressed') ?? 0),
      own: Number(sessionStorage.getItem('own') ?? 0),
      sprung: sessionStorage.getItem('sprung') !== null,
    })),
  );
}

const sum = (counts: Counts) => counts.generate + counts.regenerate + counts.delete;

function difference(now: Counts, before: Counts): Counts {
  return {
    generate: now.generate - before.generate,
    regenerate: now.regenerate - before.regenerate,
    delete: now.delete - before.delete,
  };
}
