/** The rotation, one step at a time: where it stands is stored, so this page only shows it and asks for the next. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { type Shown, tokensIn } from '../../lib/state/desk.ts';
import type { AskedKind } from '../use-asking.ts';
import type { Messages } from '../use-messages.ts';
import { useOneTarget } from '../use-one-target.ts';
import { NoRotation } from './NoRotation.tsx';
import { Operation, OperationState, operationView } from './Operation.tsx';
import { Prepare } from './Prepare.tsx';
import { Prove } from './Prove.tsx';
import { Record } from './Record.tsx';
import { Replace } from './Replace.tsx';
import { rotating, sayingSo } from './rotate.ts';
import type { RotationActions } from './rotation-actions.ts';
import { StepIndicator } from './StepIndicator.tsx';
import type { StepProps } from './step-props.ts';
import { useStepFocus } from './use-step-focus.ts';

interface RotationPageProps {
  shown: Shown;
  /** Epoch ms, for times of day. */
  now: number;
  actions: RotationActions;
  messages: Messages;
  /** Opens the dialog that asks before the token is destroyed. */
  onAsk(kind: AskedKind): void;
  onBack(): void;
  /** Copies the current token in a format. */
  copyAs(format: string): void;
}

export function RotationPage({ shown, actions, messages, ...props }: RotationPageProps) {
  const page = useRef<HTMLElement>(null);
  const { rotation } = shown.around;
  useStepFocus(page, [rotation?.id, rotation?.stage, operationView(shown)?.name].join(' '));
  const hasEnded = useEndSaid(shown, messages);
  const swallowRest = useOneTarget();
  return (
    <section ref={page} class="rotation" onClickCapture={swallowRest}>
      {rotation && shown.account ? (
        <OpenRotation
          key={rotation.id}
          {...props}
          account={shown.account}
          {...{ rotation, shown, actions, messages }}
        />
      ) : (
        <NoRotation {...props} {...{ shown, actions, hasEnded }} />
      )}
    </section>
  );
}

type OpenRotationProps = Omit<StepProps, 'rotate' | 'rotateOrSay'>;

function OpenRotation(props: OpenRotationProps) {
  const { rotation, shown, actions, messages } = props;
  const rotate = rotating(rotation, tokensIn(shown), actions);
  const view = operationView(shown);
  return (
    <>
      <StepIndicator rotation={rotation} />
      {view && rotation.stage !== 'regenerate' && <OperationState view={view} send={actions.send} />}
      <Step {...props} rotate={rotate} rotateOrSay={sayingSo(rotate, messages)} />
    </>
  );
}

function Step(props: StepProps) {
  switch (props.rotation.stage) {
    case 'prepare':
      return <Prepare {...props} />;
    case 'regenerate':
      return <Operation {...props} />;
    case 'replace':
      return <Replace {...props} />;
    case 'prove':
      return <Prove {...props} />;
    case 'record':
      return <Record {...props} />;
    case 'closed':
      return null;
  }
}

/** Says so once the rotation that was shown is open no more. Gives whether that was the last thing to happen here. */
function useEndSaid({ account, around }: Shown, { say }: Messages): boolean {
  const key = account?.key ?? null;
  const isOpen = around.rotation !== null;
  const seen = useRef({ key, isOpen, hasEnded: false });
  // While drawing, so that it is drawn, and gets the focus, as what it is.
  if (seen.current.key !== key) seen.current = { key, isOpen, hasEnded: false };
  else if (seen.current.isOpen !== isOpen) seen.current = { key, isOpen, hasEnded: !isOpen };
  const { hasEnded } = seen.current;
  useLayoutEffect(() => {
    if (hasEnded) say('status', t('rotation_closed'));
  }, [hasEnded, say]);
  return hasEnded;
}
