/** How long connections have been down in a rotation, and how many places are left. All in ms. */
import { changesOf, type Item, type Moment, markAfter, type Rotation } from './rotation.ts';

/** A length of time in ms; the two differ where the token went unseen, between two looks. */
export interface Span {
  atLeast: number;
  atMost: number;
}

/** From when to when a connection was down, epoch ms. */
type Spell = [since: number, until: number];

/** The number of places that are neither ticked nor skipped; 0 while the old token still lives, and when closed. */
export function leftOf({ stage, downSince, items }: Rotation): number {
  if (stage === 'closed' || downSince === null) return 0;
  return items.filter(({ state }) => state === 'open').length;
}

/**
 * How long connections were down in all, times at which none was left out: until the last place is ticked, and again
 * from the next change of the token on. What is open runs until `now` or until the rotation was closed; of a skipped
 * place only what is known counts. Without any place, nobody knows better than from the change to the close. null:
 * nothing is down yet, or the token was deleted and nothing is to come back.
 */
export function downtime(rotation: Rotation, now: number): Span | null {
  if (!hasClock(rotation)) return null;
  if (rotation.items.length === 0) {
    const until = rotation.closedAt ?? now;
    return spanOf((since) =>
      changesOf(rotation)
        .slice(0, 1)
        .map((change) => [since(change), until]),
    );
  }
  return spanOf((since) => rotation.items.flatMap((item) => spellsOf(rotation, item, since, now)));
}

/** The same of one place: until it was ticked. null also where it is skipped, since what became of it is not known. */
export function itemDowntime(rotation: Rotation, item: Item, now: number): Span | null {
  if (!hasClock(rotation) || item.state === 'skipped') return null;
  return spanOf((since) => spellsOf(rotation, item, since, now));
}

function hasClock({ downSince, to }: Rotation): boolean {
  return downSince !== null && to !== null;
}

/** The edge of an uncertain moment from which to count. */
type Edge = (moment: Moment) => number;

function spanOf(spells: (since: Edge) => Spell[]): Span {
  const atLeast = lengthOf(spells(({ at }) => at));
  return { atLeast, atMost: lengthOf(spells(({ at, lastSeenAt }) => lastSeenAt ?? at)) };
}

/** A place goes down with the first change after its last tick; a tick with no token to give brought nothing back. */
function spellsOf(rotation: Rotation, item: Item, since: Edge, now: number): Spell[] {
  const changes = changesOf(rotation);
  const ticks = item.earlier.filter(({ change }) => markAfter(rotation, change) !== null);
  const downFrom = [0, ...ticks.map(({ change }) => change)];
  const upAt = ticks.map(({ at }) => at);
  if (item.state === 'done') upAt.push(item.at ?? now);
  if (item.state === 'open') upAt.push(rotation.closedAt ?? now);
  return upAt.flatMap((until, index): Spell[] => {
    const change = changes[downFrom[index] ?? 0];
    return change ? [[since(change), until]] : [];
  });
}

/**
 * The length in ms of all `spells` together, times that are in several counted once: so no part is longer than the
 * whole. A spell that ends before it begins, by a clock that was set back, is none.
 */
function lengthOf(spells: Spell[]): number {
  let length = 0;
  let covered = 0;
  for (const [since, until] of spells.toSorted(([a], [b]) => a - b)) {
    length += Math.max(0, until - Math.max(since, covered));
    covered = Math.max(covered, until);
  }
  return length;
}
