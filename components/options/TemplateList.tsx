/** The person's own templates, each with what it would copy. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import type { Known } from './template-texts.ts';

interface TemplateListProps {
  templates: readonly Template[];
  known: Known;
  /** How many places want the token in the template with `id`. */
  usedBy(id: string): number;
  onEdit(id: string): void;
  onDelete(template: Template): void;
}

export function TemplateList({ templates, known, usedBy, onEdit, onDelete }: TemplateListProps) {
  const [asked, setAsked] = useState<string | null>(null);
  if (templates.length === 0) return <p class="small">{t('options_templates_none')}</p>;
  return (
    <ul class="cards">
      {templates.map((template) => (
        <li key={template.id}>
          <h4>
            <bdi>{template.name}</bdi>
          </h4>
          <TemplatePreview text={template.text} known={known} />
          {asked === template.id ? (
            <DeleteQuestion
              template={template}
              uses={usedBy(template.id)}
              onKeep={() => setAsked(null)}
              onDelete={() => {
                setAsked(null);
                onDelete(template);
              }}
            />
          ) : (
            <div class="row">
              <button type="button" class="secondary" onClick={() => onEdit(template.id)}>
                {t('options_template_edit', template.name)}
              </button>
              <button type="button" class="secondary" onClick={() => setAsked(template.id)}>
                {t('options_template_delete', template.name)}
              </button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface DeleteQuestionProps {
  template: Template;
  uses: number;
  onKeep(): void;
  onDelete(): void;
}

/** Asks in the place of the buttons; Keep has the focus. */
function DeleteQuestion({ template, uses, onKeep, onDelete }: DeleteQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const id = `delete-${template.id}`;
  return (
    <div class="notice">
      <p id={id}>{t('options_template_deleteAsk', template.name)}</p>
      {uses > 0 && <p>{t('options_template_uses', uses)}</p>}
      <div class="row">
        <button ref={keep} type="button" class="secondary" aria-describedby={id} onClick={onKeep}>
          {t('options_template_keep')}
        </button>
        <button type="button" class="destroy" aria-describedby={id} onClick={onDelete}>
          {t('options_template_deleteNow')}
        </button>
      </div>
    </div>
  );
}
