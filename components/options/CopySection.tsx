/** Copy as: the person's own templates, and what the commands for secret stores are written for. */
import { useRef } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import type { TemplateDraft } from '../../lib/copy/template.ts';
import { t } from '../../lib/i18n.ts';
import { newId } from '../../lib/new-id.ts';
import { heldTokens } from '../../lib/state/held-tokens.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { maskOf } from '../../lib/token.ts';
import { useDraft } from '../use-draft.ts';
import { Section } from './Section.tsx';
import { StoreNamesForm } from './StoreNamesForm.tsx';
import type { PageProps } from './section-props.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { TemplateList } from './TemplateList.tsx';
import type { Known } from './template-texts.ts';
import { whenStored } from './when-stored.ts';

export interface CopySectionProps extends PageProps {
  /** Whose ids previews are filled in with. */
  account: Account | null;
}

/** Stands for the id of a template that is being added. */
const addingNew = 'new';

export function CopySection(props: CopySectionProps) {
  const { around, account } = props;
  const add = useRef<HTMLButtonElement>(null);
  // Which form is open survives a reload, as what stands in it does.
  const open = useDraft('templates', { edited: '' });
  const { edited } = open.values;
  const isAsked = useRef(false);
  const edit = (which: string) => {
    isAsked.current = true;
    open.set('edited', which);
  };
  const template = around.templates.find(({ id }) => id === edited) ?? null;
  const known = knownOf(account, around.widgetId);
  const secrets = heldTokens(props.state.desk);
  const close = () => {
    open.discard();
    add.current?.focus();
  };
  const isOpen = edited === addingNew || template !== null;
  return (
    <Section id="copy" title={t('options_copy')} text={t('options_copy_text')}>
      <h3>{t('options_templates')}</h3>
      <p>{t('options_templates_text')}</p>
      <TemplateList
        {...{ known, edited }}
        templates={around.templates}
        usedBy={(id) => usesOf(props, id)}
        onEdit={edit}
        onDelete={(gone) => void remove(props, gone).then(() => add.current?.focus())}
      />
      <button ref={add} type="button" class="secondary" onClick={() => edit(addingNew)}>
        {t('options_template_add')}
      </button>
      {isOpen && (
        <TemplateForm
          key={edited}
          {...{ template, known, secrets }}
          takesFocus={isAsked.current}
          messages={props.messages}
          onSave={(draft) => save(props, template, draft)}
          onClose={close}
        />
      )}
      <StoreNamesForm copying={around.copying} secrets={secrets} actions={props.actions} messages={props.messages} />
    </Section>
  );
}

function knownOf(account: Account | null, widgetId: string | null): Known {
  const { origin = '', orgId = null, label = null, mark = null } = account ?? {};
  return { context: { origin, orgId, widgetId, account: label }, mask: maskOf(mark?.lastFour ?? null) };
}

/** How many places, of all accounts, ask for the token in the template with `id`. */
function usesOf({ state: { desk } }: PageProps, id: string): number {
  const places = Object.values(desk.places).flatMap((list) => list.places);
  return places.filter(({ format }) => format === `template:${id}`).length;
}

async function save({ actions, messages }: PageProps, edited: Template | null, draft: TemplateDraft): Promise<boolean> {
  const template = { ...draft, id: edited?.id ?? newId() };
  const change = (before: readonly Template[]) => {
    // One that was deleted meanwhile, in another window, is there again.
    const isThere = before.some(({ id }) => id === template.id);
    return isThere ? before.map((each) => (each.id === template.id ? template : each)) : [...before, template];
  };
  return whenStored(actions.changeTemplates(change), messages, t('options_template_saved', template.name));
}

async function remove({ actions, messages }: PageProps, { id, name }: Template): Promise<boolean> {
  const change = (before: readonly Template[]) => before.filter((each) => each.id !== id);
  return whenStored(actions.changeTemplates(change), messages, t('options_template_deleted', name));
}
