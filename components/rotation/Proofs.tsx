/** What is proven of the two tokens, each for itself: since when, or why it cannot be told. For a list of facts. */
import { t } from '../../lib/i18n.ts';
import { newestProof } from '../../lib/rotation/proof.ts';
import type { Proof, Rotation } from '../../lib/rotation/rotation.ts';
import { cannotTellText } from '../around/check-text.ts';
import { momentOf } from '../dates.ts';
import { Icon } from '../Icon.tsx';
import { markLong } from './mark-long.ts';

interface ProofsProps {
  rotation: Rotation;
  now: number;
  /** Whether the replaced token is no longer in memory, so that nobody can be asked about it. */
  isOldGone: boolean;
  /** Whether SnapEngage is being asked. */
  isAsking?: boolean;
}

export function Proofs({ rotation, now, isOldGone, isAsking = false }: ProofsProps) {
  const { from, to } = rotation;
  const ofOld = newestProof(rotation, 'old');
  return (
    <>
      <dt>{t('rotation_newToken')}</dt>
      <dd>{markLong(to)}</dd>
      {to && <Proven which="new" proof={newestProof(rotation, 'new')} {...{ now, isAsking }} />}
      <dt>{t('rotation_oldToken')}</dt>
      <dd>{markLong(from)}</dd>
      {ofOld === null && isOldGone ? (
        <dd>{t('rotation_proof_oldGone')}</dd>
      ) : (
        <Proven which="old" proof={ofOld} {...{ now, isAsking }} />
      )}
    </>
  );
}

interface ProvenProps {
  which: Proof['which'];
  proof: Proof | null;
  now: number;
  isAsking: boolean;
}

function Proven({ which, proof, now, isAsking }: ProvenProps) {
  if (!proof) return <dd>{t(isAsking ? 'check_asking' : 'rotation_proof_notYet')}</dd>;
  const isGood = proof.verdict.kind === (which === 'new' ? 'accepted' : 'refused');
  return (
    <dd class={isGood ? 'proven' : 'unproven'}>
      {isGood && <Icon name="done" />}
      <span>{proofText(proof)}</span> <span class="when">{momentOf(proof.at, now)}</span>
    </dd>
  );
}

function proofText({ which, verdict }: Proof): string {
  if (verdict.kind === 'cannotTell') return t('rotation_proof_cannotTell', cannotTellText(verdict.why));
  return t(`rotation_proof_${which}_${verdict.kind}`);
}
