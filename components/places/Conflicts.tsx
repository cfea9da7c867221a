/** The rows that have the name of a place here: for each of them, or for all at once, what is to become of it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Conflict } from '../../lib/places/preview.ts';
import { SelectField } from '../SelectField.tsx';

type Choice = Conflict['choice'];

interface ConflictsProps {
  conflicts: readonly Conflict[];
  onChoose(conflicts: readonly Conflict[], choice: Choice): void;
  /** How a row differs from the place that is here. */
  children(conflict: Conflict): ComponentChildren;
}

export function Conflicts({ conflicts, onChoose, children }: ConflictsProps) {
  const field = useId();
  const first = conflicts[0]?.choice ?? 'leave';
  const isMixed = conflicts.some(({ choice }) => choice !== first);
  return (
    <>
      <p class="small">{t('placesFile_conflictsText')}</p>
      {conflicts.length > 1 && (
        <SelectField
          id={field}
          label={t('placesFile_choiceAll')}
          value={isMixed ? 'mixed' : first}
          choices={[...(isMixed ? [mixed()] : []), ...choices()]}
          onChoose={(choice) => choice !== 'mixed' && onChoose(conflicts, choice)}
        />
      )}
      <ul class="import">
        {conflicts.map((conflict) => (
          <li key={conflict.added.id}>
            <SelectField
              id={`${field}-${conflict.added.id}`}
              label={t('placesFile_choice', conflict.added.name)}
              value={conflict.choice}
              choices={choices()}
              onChoose={(choice) => onChoose([conflict], choice)}
            />
            {children(conflict)}
          </li>
        ))}
      </ul>
    </>
  );
}

const mixed = () => ({ value: 'mixed' as const, text: t('placesFile_choiceMixed') });

function choices(): { value: Choice; text: string }[] {
  return (['leave', 'change', 'add'] as const).map((value) => ({ value, text: t(`placesFile_choice_${value}`) }));
}
