/** One field of a form: its label, a hint where one is needed, and what is wrong with it. */
import type { JSX } from 'preact';

/** What ties the control to its label, hint and error. */
export interface Ties {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  control(ties: Ties): JSX.Element;
}

export function Field({ id, label, hint, error, control }: FieldProps) {
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div class="place-field">
      <label for={id}>{label}</label>
      {control({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} class="place-error">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} class="small">
          {hint}
        </p>
      )}
    </div>
  );
}
