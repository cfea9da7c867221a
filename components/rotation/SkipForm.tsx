/** Why a place is skipped: asked in its row, and refused at the field where it cannot be kept. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { RefusalCode } from '../../lib/rotation/events.ts';
import { Button } from '../Button.tsx';
import { refusalText } from './refusal-text.ts';

interface SkipFormProps {
  /** The place's name. */
  name: string;
  /** Skips the place; gives why the reason is refused, or null. */
  onSkip(reason: string): RefusalCode | null;
  onCancel(): void;
}

export function SkipForm({ name, onSkip, onCancel }: SkipFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<RefusalCode | null>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const code = onSkip(reason.trim());
    setRefused(code);
    if (code) input.current?.focus();
  };
  const cancelOnEsc = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Else the browser closes the popup.
    event.preventDefault();
    onCancel();
  };
  return (
    <form class="skip" noValidate onSubmit={submit} onKeyDown={cancelOnEsc}>
      <div class="entry">
        <label for="skip-reason">{t('rotation_skipReason')}</label>
        <input
          ref={input}
          id="skip-reason"
          value={reason}
          autocomplete="off"
          aria-invalid={refused ? true : undefined}
          aria-describedby="skip-error"
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <p id="skip-error" class="error" aria-live="polite">
          {refused && refusalText(refused, 'skip')}
        </p>
      </div>
      <div class="row">
        <Button text={t('cancel')} onPress={onCancel} />
        <button type="submit" class="secondary" aria-label={t('rotation_skipNow_place', name)}>
          {t('rotation_skipNow')}
        </button>
      </div>
    </form>
  );
}
