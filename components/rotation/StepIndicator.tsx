/** Which step of how many this is, and what the others are called. The heading takes the focus when a step begins. */
import { t } from '../../lib/i18n.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { stepList } from './step-list.ts';

export function StepIndicator({ rotation }: { rotation: Rotation }) {
  const { names, current } = stepList(rotation);
  const labels = names.map((name) => t(`rotationStep_${name}`));
  return (
    <>
      <h2 tabIndex={-1}>{t('rotation_step', current + 1, names.length, labels[current] ?? '')}</h2>
      <ol class="steps">
        {labels.map((label, index) => (
          <li key={label} class={index < current ? 'past' : ''} aria-current={index === current ? 'step' : undefined}>
            {label}
          </li>
        ))}
      </ol>
    </>
  );
}
