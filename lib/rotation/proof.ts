/** What is proven in a rotation: that the new token is accepted and the old one refused, since the last change. */
import { type ProofEvent, refuse, type Step } from './events.ts';
import { changesOf, type Proof, type Rotation } from './rotation.ts';

/** How many proofs are kept; the oldest go first. */
export const mostProofs = 100;

/** `notYet`: no check was made since the last change. `cannotTell`: the newest check did not find out. */
export type Proven = 'accepted' | 'refused' | 'cannotTell' | 'notYet';

export interface ProofState {
  /** `notNeeded`: the token was deleted, so there is no new one. */
  new: Proven | 'notNeeded';
  old: Proven;
  /**
   * With a new token: it is accepted and the old one refused. After a delete the proof is optional, but an old token
   * that is still accepted speaks against it.
   */
  complete: boolean;
}

/** The newest proof that counts for the new or the old token: of that very token, asked for after the last change. */
export function newestProof(rotation: Rotation, which: 'new' | 'old'): Proof | null {
  const change = changesOf(rotation).length;
  const fingerprint = fingerprintOfThe(which, rotation);
  const counts = (proof: Proof) =>
    proof.which === which && proof.change === change && proof.fingerprint === fingerprint;
  return change === 0 ? null : (rotation.proofs.findLast(counts) ?? null);
}

/** What is proven in `rotation`, by the newest proofs that count. */
export function proofState(rotation: Rotation): ProofState {
  const old = newestProof(rotation, 'old')?.verdict.kind ?? 'notYet';
  const isChanged = rotation.downSince !== null;
  if (isChanged && rotation.to === null) return { new: 'notNeeded', old, complete: old !== 'accepted' };
  const now = newestProof(rotation, 'new')?.verdict.kind ?? 'notYet';
  return { new: now, old, complete: now === 'accepted' && old === 'refused' };
}

/** Adds what a check said. Refused: `wrongStage` before the change, `outdated`, `otherToken`. `now` is epoch ms. */
export function addProof(rotation: Rotation, event: ProofEvent, now: number): Step {
  const { which, fingerprint, verdict, change } = event;
  const changes = changesOf(rotation).length;
  if (changes === 0) return refuse('wrongStage');
  if (change !== changes) return refuse('outdated');
  if (fingerprint !== fingerprintOfThe(which, rotation)) return refuse('otherToken');
  const proof: Proof = { which, verdict, at: now, fingerprint, change };
  return { ...rotation, proofs: [...rotation.proofs, proof].slice(-mostProofs) };
}

function fingerprintOfThe(which: 'new' | 'old', { from, to }: Rotation): string | null {
  return which === 'old' ? from.fingerprint : (to?.fingerprint ?? null);
}
