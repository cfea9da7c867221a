/** Deleting asks to type what identifies the token: its last four, or the start of its fingerprint. */
import type { RefObject } from 'preact';
import { t } from '../lib/i18n.ts';
import type { TokenMark } from '../lib/state/schemas.ts';

/** Whether `typed` is what identifies the token; a fingerprint may be typed in capitals. */
export function isTyped(mark: TokenMark, typed: string): boolean {
  const text = typed.trim();
  return mark.lastFour === null ? text.toLowerCase() === mark.fingerprint.slice(0, 4) : text === mark.lastFour;
}

interface TypeToConfirmProps {
  mark: TokenMark;
  typed: string;
  input: RefObject<HTMLInputElement | null>;
  onType(text: string): void;
}

export function TypeToConfirm({ mark, typed, input, onType }: TypeToConfirmProps) {
  return (
    <div class="type">
      <label for="ask-typed">{t(mark.lastFour === null ? 'dialog_typeFingerprint' : 'dialog_typeLastFour')}</label>
      <input
        ref={input}
        id="ask-typed"
        value={typed}
        maxLength={16}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="ask-hint"
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <p id="ask-hint" aria-live="polite">
        {t(isTyped(mark, typed) ? 'dialog_matches' : 'dialog_typeFirst')}
      </p>
    </div>
  );
}
