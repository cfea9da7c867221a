/** The fields of a place's form, in their order, each with its hint and what is wrong with it. */
import { useId } from 'preact/hooks';
import type { Template } from '../../lib/copy/template.ts';
import { t } from '../../lib/i18n.ts';
import { apis, type DraftError, type DraftField, type PlaceDraft } from '../../lib/places/place.ts';
import { Field, type Ties } from './Field.tsx';
import { FormatSelect } from './FormatSelect.tsx';
import { errorText } from './place-texts.ts';

interface PlaceFieldsProps {
  values: PlaceDraft;
  errors: readonly DraftError[];
  templates: readonly Template[];
  onType(field: DraftField, value: string): void;
}

const fields = ['name', 'system', 'link', 'contact', 'api', 'format', 'note'] as const satisfies DraftField[];
const hints = { link: 'place_hint_link', format: 'place_hint_format', note: 'place_hint_note' } as const;

export function PlaceFields({ values, errors, templates, onType }: PlaceFieldsProps) {
  const form = useId();
  const control = (field: DraftField, ties: Ties) => {
    const value = values[field];
    switch (field) {
      case 'api':
        return <ApiSelect ties={ties} value={value} onChoose={(api) => onType('api', api)} />;
      case 'format':
        return <FormatSelect {...{ ties, value, templates }} onChoose={(format) => onType('format', format)} />;
      case 'note':
        return <textarea {...ties} rows={3} value={value} onInput={(event) => onType(field, event.currentTarget.value)} />;
      default:
        return <TextInput {...{ ties, field, value }} onType={(text) => onType(field, text)} />;
    }
  };
  return (
    <div class="place-fields">
      {fields.map((field) => {
        const error = errors.find((each) => each.field === field);
        return (
          <Field
            key={field}
            id={`${form}-${field}`}
            label={t(`place_${field}`)}
            hint={field in hints ? t(hints[field as keyof typeof hints]) : undefined}
            error={error && errorText(error)}
            control={(ties) => control(field, ties)}
          />
        );
      })}
    </div>
  );
}

interface TextInputProps {
  ties: Ties;
  field: DraftField;
  value: string;
  onType(text: string): void;
}

/** The browser keeps nothing of it: somebody may paste a token. No `maxLength`, which would cut off what is pasted. */
function TextInput({ ties, field, value, onType }: TextInputProps) {
  return (
    <input
      {...ties}
      type="text"
      inputMode={field === 'link' ? 'url' : undefined}
      aria-required={field === 'name' || undefined}
      autocomplete="off"
      value={value}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}

function ApiSelect({ ties, value, onChoose }: { ties: Ties; value: string; onChoose(api: string): void }) {
  return (
    <select {...ties} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {apis.map((api) => (
        <option key={api} value={api}>
          {t(`place_api_${api}`)}
        </option>
      ))}
    </select>
  );
}
