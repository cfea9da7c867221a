/** Adds a template, or changes one, with a preview while it is typed. */
import { useEffect, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import type { TemplateDraft } from '../../lib/copy/template.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../Button.tsx';
import { focusField, refuse, TextField } from '../TextField.tsx';
import { useDraft } from '../use-draft.ts';
import type { Messages } from '../use-messages.ts';
import { Form } from './Form.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { checkTemplate, type Known } from './template-texts.ts';

interface TemplateFormProps {
  /** The template that is changed; null: one is added. */
  template: Template | null;
  known: Known;
  /** What must not be part of a template: the tokens in memory. */
  secrets: readonly string[];
  /** The person has just opened it; one that is there again after a reload leaves the focus where it is. */
  takesFocus: boolean;
  messages: Messages;
  /** Gives whether it was stored. */
  onSave(draft: TemplateDraft): Promise<boolean>;
  onClose(): void;
}

const fields = { name: 'template-name', text: 'template-text' } as const;
const empty: TemplateDraft = { name: '', text: '' };

export function TemplateForm({ template, known, secrets, takesFocus, messages, ...on }: TemplateFormProps) {
  const { name, text } = template ?? empty;
  const { values, set, discard } = useDraft(`template ${template?.id ?? 'new'}`, { name, text });
  const [wasTried, setTried] = useState(false);
  const checked = checkTemplate(values, secrets);
  const errors = wasTried && !checked.ok ? checked.errors : {};
  useEffect(() => {
    if (takesFocus) focusField(fields.name);
  }, [takesFocus]);
  const close = () => {
    discard();
    on.onClose();
  };
  const save = async () => {
    setTried(true);
    if (!checked.ok) return refuse(fields[checked.errors.name ? 'name' : 'text'], messages);
    if (await on.onSave(checked.draft)) close();
  };
  return (
    <Form
      class="card"
      label={t(template ? 'options_template_change' : 'options_template_new')}
      onSave={() => void save()}
    >
      <TextField
        id={fields.name}
        label={t('options_template_name')}
        value={values.name}
        error={errors.name ?? null}
        onInput={(typed) => set('name', typed)}
      />
      <TextField
        id={fields.text}
        kind="code"
        lines={5}
        label={t('options_template_body')}
        hint={t('options_template_hint')}
        value={values.text}
        error={errors.text ?? null}
        warning={checked.ok ? checked.warning : null}
        onInput={(typed) => set('text', typed)}
      />
      {checked.ok && (
        <>
          <h4>{t('options_preview')}</h4>
          <TemplatePreview text={checked.draft.text} known={known} />
        </>
      )}
      <div class="row">
        <button type="submit" class="primary">
          {t('options_template_save')}
        </button>
        <Button text={t('cancel')} onPress={close} />
      </div>
    </Form>
  );
}
