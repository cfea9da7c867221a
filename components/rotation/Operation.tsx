/** The change itself: how far it is, or, where it comes first and was not confirmed yet, the way to it. */
import { t } from '../../lib/i18n.ts';
import type { Shown, View } from '../../lib/state/desk.ts';
import { Button } from '../Button.tsx';
import { StateMessage } from '../StateMessage.tsx';
import { Abandon } from './Abandon.tsx';
import type { RotationActions } from './rotation-actions.ts';
import type { StepProps } from './step-props.ts';

type OperationView = Extract<View, { name: 'working' | 'needsYou' | 'unknownOutcome' }>;

/** The view while an operation is under way or in doubt, else null. */
export function operationView({ view }: Shown): OperationView | null {
  return view.name === 'working' || view.name === 'needsYou' || view.name === 'unknownOutcome' ? view : null;
}

export function Operation({ rotation, shown, actions, rotateOrSay, onAsk }: StepProps) {
  const view = operationView(shown);
  if (view) return <OperationState view={view} send={actions.send} />;
  // The operation is at its end, and the rotation is about to take it up.
  if (rotation.wish !== null) return <p aria-live="polite">{t('rotation_waiting')}</p>;
  const kind = rotation.path === 'delete' ? 'delete' : 'regenerate';
  return (
    <>
      <p>{t('rotation_regenerate_text')}</p>
      <Button primary text={t(kind)} onPress={() => onAsk(kind)} />
      <Abandon isChanged={false} onAbandon={() => rotateOrSay({ type: 'abandon' })} />
    </>
  );
}

/** An operation in words, with the next step that it offers. */
export function OperationState({ view, send }: { view: OperationView; send: RotationActions['send'] }) {
  return <StateMessage view={view} send={send} onGenerate={none} onGrant={none} onCopyReport={none} />;
}

/** These views offer nothing of that kind. */
const none = () => undefined;
