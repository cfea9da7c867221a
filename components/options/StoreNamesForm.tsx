/** What the commands for secret stores are written for: whose clipboard they read, and what the stores call the token. */
import { useState } from 'preact/hooks';
import type { Copying } from '../../lib/copy/copying.ts';
import { clipboardReaders, type StoreNameKey } from '../../lib/copy/stores.ts';
import { t } from '../../lib/i18n.ts';
import { SelectField } from '../SelectField.tsx';
import { refuse, TextField } from '../TextField.tsx';
import { useDraft } from '../use-draft.ts';
import type { Messages } from '../use-messages.ts';
import { Form } from './Form.tsx';
import type { OptionsActions } from './options-actions.ts';
import { checkNames, type NameErrors, nameErrorText, nameKeys, type TypedNames } from './store-names.ts';
import { whenStored } from './when-stored.ts';

interface StoreNamesFormProps {
  copying: Copying;
  /** The tokens in memory: no name may hold one. */
  secrets: readonly string[];
  actions: OptionsActions;
  messages: Messages;
}

const systems = Object.keys(clipboardReaders) as (keyof typeof clipboardReaders)[];
/** Stands for this computer's, which is guessed. */
const guessed = 'guessed';

export function StoreNamesForm({ copying, secrets, actions, messages }: StoreNamesFormProps) {
  const { values, set, discard } = useDraft('stores', { ...typedNames(copying), system: copying.system ?? guessed });
  const [errors, setErrors] = useState<NameErrors>({});
  const system = systems.find((each) => each === values.system) ?? null;
  const save = async () => {
    const checked = checkNames(values, secrets);
    setErrors(checked.ok ? {} : checked.errors);
    if (!checked.ok) return refuse(`store-${nameKeys.find((key) => checked.errors[key])}`, messages);
    const change = (before: Copying) => ({ ...before, system, names: checked.names });
    if (await whenStored(actions.changeCopying(change), messages, t('options_stores_saved'))) discard();
  };
  return (
    <Form label={t('options_stores')} onSave={() => void save()}>
      <h3>{t('options_stores')}</h3>
      <p>{t('options_stores_text')}</p>
      <SelectField
        id="store-system"
        label={t('options_stores_system')}
        hint={t('options_stores_system_hint')}
        value={system ?? guessed}
        choices={[guessed, ...systems].map((value) => ({ value, text: t(`options_system_${value as Choice}`) }))}
        onChoose={(value) => set('system', value)}
      />
      {nameKeys.map((key) => (
        <TextField
          key={key}
          id={`store-${key}`}
          label={t(`options_stores_${key}`)}
          hint={t(`options_stores_${key}_hint`)}
          value={values[key]}
          error={nameErrorText(errors, key)}
          onInput={(typed) => set(key, typed)}
        />
      ))}
      <button type="submit" class="secondary">
        {t('options_stores_save')}
      </button>
    </Form>
  );
}

type Choice = typeof guessed | keyof typeof clipboardReaders;

function typedNames({ names }: Copying): TypedNames {
  return Object.fromEntries(nameKeys.map((key: StoreNameKey) => [key, names[key] ?? ''])) as TypedNames;
}
