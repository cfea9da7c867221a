/** The fields of a place's form, in their order, each with its hint and what is wrong with it. */
import { useId } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { apis, type DraftError, type DraftField, type PlaceDraft } from '../../lib/places/place.ts';
import { SelectField } from '../SelectField.tsx';
import { TextField } from '../TextField.tsx';
import { FormatSelect } from './FormatSelect.tsx';
import { errorText } from './place-texts.ts';

interface PlaceFieldsProps {
  values: PlaceDraft;
  errors: readonly DraftError[];
  templates: readonly Template[];
  onType(field: DraftField, value: string): void;
}

const hints: Partial<Record<DraftField, MessageKey>> = {
  name: 'place_hint_name',
  link: 'place_hint_link',
  note: 'place_hint_note',
};

export function PlaceFields({ values, errors, templates, onType }: PlaceFieldsProps) {
  const form = useId();
  const text = (field: DraftField, lines = 1) => {
    const wrong = errors.find((each) => each.field === field);
    const hint = hints[field];
    return (
      <TextField
        id={`${form}-${field}`}
        label={t(`place_${field}`)}
        value={values[field]}
        {...(hint && { hint: t(hint) })}
        error={wrong ? errorText(field, wrong.code) : null}
        lines={lines}
        onInput={(typed) => onType(field, typed)}
      />
    );
  };
  return (
    <div class="place-fields">
      {text('name')}
      {text('system')}
      {text('link')}
      {text('contact')}
      <SelectField
        id={`${form}-api`}
        label={t('place_api')}
        value={apis.find((api) => api === values.api) ?? 'other'}
        choices={apis.map((value) => ({ value, text: t(`place_api_${value}`) }))}
        onChoose={(api) => onType('api', api)}
      />
      <FormatSelect
        id={`${form}-format`}
        value={values.format}
        templates={templates}
        onChoose={(format) => onType('format', format)}
      />
      {text('note', 3)}
    </div>
  );
}
