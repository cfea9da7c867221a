/** What a step of a rotation adds to the record. */
import type { RecordedEvent, Summary } from '../record/entry.ts';
import { downtime } from '../rotation/clock.ts';
import type { RotationEvent } from '../rotation/events.ts';
import { newestProof } from '../rotation/proof.ts';
import type { Rotation } from '../rotation/rotation.ts';
import { note } from './history.ts';

/** Records what `after` has that `before` had not; null: there was none. */
export async function noteRotation(before: Rotation | null, after: Rotation, event?: RotationEvent): Promise<void> {
  for (const each of newsOf(before, after, event)) await note(after.account, each);
}

function newsOf(before: Rotation | null, after: Rotation, event?: RotationEvent): RecordedEvent[] {
  const { id: rotation, path, reason, from, to, stage } = after;
  if (!before) return [{ kind: 'rotationStarted', rotation, path, reason, from }];
  const news: RecordedEvent[] = placeNews(before, after);
  if (stage === 'closed') news.push({ kind: 'rotationClosed', rotation, from, to, summary: summaryOf(after) });
  else if (stage !== before.stage && event) news.push({ kind: 'rotationStep', rotation, step: stage });
  return news;
}

/** Each place that was done, skipped or opened again. */
function placeNews(before: Rotation, after: Rotation): RecordedEvent[] {
  const states = new Map(before.items.map(({ place, state }) => [place, state]));
  return after.items.flatMap(({ place: id, name: place, state, skipReason: reason }): RecordedEvent[] => {
    const was = states.get(id) ?? 'open';
    const rotation = after.id;
    if (was === state) return [];
    if (state === 'done') return [{ kind: 'placeDone', rotation, place }];
    return state === 'skipped'
      ? [{ kind: 'placeSkipped', rotation, place, reason }]
      : [{ kind: 'placeReopened', rotation, place }];
  });
}

function summaryOf(rotation: Rotation): Summary {
  const { items, closedAt, startedAt, endedAs, reason } = rotation;
  const count = (state: 'done' | 'skipped' | 'open') => items.filter((item) => item.state === state).length;
  return {
    endedAs: endedAs ?? 'abandoned',
    reason,
    counts: { done: count('done'), skipped: count('skipped'), open: count('open') },
    downtime: downtime(rotation, closedAt ?? startedAt),
    proofs: { new: proofOf(rotation, 'new'), old: proofOf(rotation, 'old') },
  };
}

function proofOf(rotation: Rotation, which: 'new' | 'old'): Summary['proofs']['new'] {
  const proof = newestProof(rotation, which);
  if (!proof) return null;
  const { verdict, at } = proof;
  return { verdict: verdict.kind, why: verdict.kind === 'cannotTell' ? verdict.why : null, at };
}
