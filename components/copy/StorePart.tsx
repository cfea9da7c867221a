/** What a command for a secret store needs besides: the order of things, whose clipboard it reads, and names. */
import { useState } from 'preact/hooks';
import type { PreviewContext } from '../../lib/copy/context.ts';
import type { Copying } from '../../lib/copy/copying.ts';
import { type ClipboardSystem, clipboardReaders, namesOf, type StoreNameKey, storeIds } from '../../lib/copy/stores.ts';
import { t } from '../../lib/i18n.ts';
import { holdsPartOf } from '../../lib/places/looks-like-a-secret.ts';
import { checkNames, nameErrorText, nameKeys } from '../options/store-names.ts';
import { SelectField } from '../SelectField.tsx';
import { TextField } from '../TextField.tsx';
import { useRefusedSecret } from '../use-refused-secret.ts';

interface StorePartProps {
  format: string;
  context: PreviewContext;
  copying: Copying;
  /** Those in memory: no name may hold a part of one. */
  tokens: readonly string[];
  initiallyNaming: boolean;
  onChange(change: Partial<Copying>): void;
}

const systems = Object.keys(clipboardReaders) as ClipboardSystem[];

export function StorePart({ format, context, copying, tokens, initiallyNaming, onChange }: StorePartProps) {
  const store = storeIds.find((id) => `store:${id}` === format);
  const usual = store ? namesOf(store) : {};
  const { system = 'macos' } = context;
  return (
    <>
      <ol class="order">
        <li>{t('store_step_command')}</li>
        <li>{t('store_step_token')}</li>
        <li>{t('store_step_enter')}</li>
      </ol>
      <details class="naming" open={initiallyNaming}>
        <summary>{t('store_naming')}</summary>
        <SelectField
          id="store-system"
          label={t('options_stores_system')}
          value={system}
          choices={systems.map((value) => ({ value, text: t(`options_system_${value}`) }))}
          onChoose={(chosen) => onChange({ system: chosen })}
        />
        {nameKeys.map((name) => (
          <NameField key={name} {...{ name, copying, tokens, onChange }} usual={usual[name]} />
        ))}
      </details>
    </>
  );
}

interface NameFieldProps {
  name: StoreNameKey;
  /** What the store calls it unless another name is chosen; undefined: it has no such name. */
  usual: string | undefined;
  copying: Copying;
  tokens: readonly string[];
  onChange(change: Partial<Copying>): void;
}

/** Stored as it is typed, as long as it can be used: nothing that looks like a token gets onto the disk. */
function NameField({ name, usual, copying, tokens, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState(copying.names[name] ?? usual ?? '');
  const holdsOther = useRefusedSecret();
  const holdsSecret = (text: string) => holdsOther(text) || holdsPartOf(tokens, text);
  if (usual === undefined) return null;
  const check = (text: string) => checkNames({ variable: '', secret: '', field: '', mount: '', [name]: text });
  const type = (text: string) => {
    setTyped(text);
    const wish = check(text);
    if (holdsSecret(text) || !wish.ok) return;
    const { [name]: _, ...others } = copying.names;
    onChange({ names: wish.names[name] === usual ? others : { ...others, ...wish.names } });
  };
  return (
    <TextField
      id={`store-${name}`}
      label={t(`options_stores_${name}`)}
      value={typed}
      error={errorOf(name, holdsSecret(typed), check(typed))}
      onInput={type}
    />
  );
}

function errorOf(name: StoreNameKey, holdsSecret: boolean, checked: ReturnType<typeof checkNames>): string | null {
  if (holdsSecret) return nameErrorText({ [name]: 'looksLikeToken' }, name);
  return checked.ok ? null : nameErrorText(checked.errors, name);
}
