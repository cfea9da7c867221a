/** A field for text with its label, what it is for, and what is wrong with what stands in it. */
import type { Messages } from './use-messages.ts';

interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  /** What it is for; stays. */
  hint?: string;
  /** Why it was refused. */
  error?: string | null;
  /** What is to be considered; it is taken all the same. */
  warning?: string | null;
  /** So many lines; default: a field of one. */
  lines?: number;
  /** `number`, `secret` or `code`: how it looks. */
  kind?: 'number' | 'secret' | 'code';
  onInput(value: string): void;
}

export function TextField({ id, label, value, lines = 1, kind, onInput, ...texts }: TextFieldProps) {
  const { hint, error = null, warning = null } = texts;
  const parts = [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean);
  const props = {
    ...({ id, value, autocomplete: 'off', autocapitalize: 'off', spellcheck: false } as const),
    ...(kind && { class: kind }),
    ...(kind === 'number' && ({ inputMode: 'numeric' } as const)),
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': parts.join(' ') || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="entry">
      <label for={id}>{label}</label>
      {hint && (
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {lines > 1 ? <textarea {...props} rows={lines} /> : <input {...props} type="text" />}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {warning && (
        <p class="warning" id={`${id}-warning`}>
          {warning}
        </p>
      )}
    </div>
  );
}

/** Nothing was done: what was said of earlier deeds goes, and the focus goes to the field with the error. */
export function refuse(id: string, { clear }: Messages): void {
  clear();
  focusField(id);
}

/** Brings the focus to a field, once what is said of it is there. */
export function focusField(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
