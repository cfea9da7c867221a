/** A rotation as its record tells it, for a change ticket. */
import type { Template } from '../../lib/copy/copying.ts';
import type { Entry } from '../../lib/record/entry.ts';
import { type RotationRecord, rotationMarkdown } from '../../lib/record/export-markdown.ts';
import { localOffset } from '../../lib/record/written.ts';
import { downtime } from '../../lib/rotation/clock.ts';
import type { Proof, Rotation } from '../../lib/rotation/rotation.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { recordLabels } from '../record-labels.ts';

/** The record of `rotation` as Markdown; `entries` is its account's history, and `now` (epoch ms) ends an open clock. */
export function recordOfRotation(
  rotation: Rotation,
  account: Account,
  entries: readonly Entry[],
  templates: readonly Template[],
  now: number,
): string {
  const since = entries.filter(({ at }) => at >= rotation.startedAt);
  return rotationMarkdown(recordOf(rotation, account, now), since, {
    labels: recordLabels(templates),
    offsetAt: localOffset,
  });
}

function recordOf(rotation: Rotation, { label, orgId, origin }: Account, now: number): RotationRecord {
  return {
    ...rotation,
    account: { label, orgId, origin },
    downtime: downtime(rotation, now),
    proofs: rotation.proofs.map(proofOf),
  };
}

function proofOf({ which, verdict, at }: Proof): RotationRecord['proofs'][number] {
  return { which, verdict: verdict.kind, why: verdict.kind === 'cannotTell' ? verdict.why : null, at };
}
