/** A state told in words: its name, one sentence, how far it is, and the next step. */
import { t } from '../lib/i18n.ts';
import { Progress } from './Progress.tsx';
import { StateButtons, type StateButtonsProps } from './StateButtons.tsx';
import { type MessageView, stateText } from './state-texts.ts';

const readingSteps = ['opening', 'finding', 'reading'] as const;
const workingSteps = ['reaching', 'reading', 'asking', 'confirming', 'watching'] as const;

export function StateMessage(props: StateButtonsProps) {
  const { title, text } = stateText(props.view);
  return (
    <div class="panel">
      <h2>{title}</h2>
      <ViewProgress view={props.view} />
      <p>{text}</p>
      {props.view.name === 'unreadable' && props.view.report && <p class="small">{t('unreadable_report')}</p>}
      <StateButtons {...props} />
    </div>
  );
}

/** The progress of a state that has one. */
export function ViewProgress({ view }: { view: MessageView }) {
  if (view.name === 'reading') {
    const step = readingSteps.indexOf(view.step) + 1;
    return <Progress step={step} of={readingSteps.length} text={t(`readingStep_${view.step}`)} />;
  }
  if (view.name === 'working') {
    const step = workingSteps.indexOf(view.step) + 1;
    return <Progress step={step} of={workingSteps.length} text={t(`workingStep_${view.step}`)} />;
  }
  return null;
}
