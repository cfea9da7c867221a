/** The token, masked or shown, and the button between the two. */
import type { RefObject } from 'preact';
import { t } from '../lib/i18n.ts';

interface TokenFieldProps {
  /** What stands in the field: the mask, or the token while it is shown. */
  value: string;
  isShown: boolean;
  /** The token while it is in memory: a copy of the whole masked field copies it. */
  token: string | null;
  field: RefObject<HTMLInputElement | null>;
  onToggle(): void;
  /** The token, or a part of it, was copied out of the field. */
  onCopied(text: string): void;
}

export function TokenField({ value, isShown, token, field, onToggle, onCopied }: TokenFieldProps) {
  const onCopy = (event: ClipboardEvent) => {
    const { selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    // The browser copies what is shown by itself.
    if (isShown) return onCopied(value.slice(selectionStart ?? 0, selectionEnd ?? 0));
    const whole = selectionStart === 0 && selectionEnd === value.length;
    if (!whole || token === null || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', token);
    event.preventDefault();
    onCopied(token);
  };
  return (
    <div class="field">
      {/* The value is set as a property: no attribute ever holds the token. */}
      <input
        ref={field}
        class="token"
        aria-label={t('title')}
        value={value}
        readOnly
        spellcheck={false}
        autocomplete="off"
        onCopy={onCopy}
      />
      <button type="button" class="inline" aria-label={t(isShown ? 'hideToken' : 'showToken')} onClick={onToggle}>
        {/* Both words take their place, so that the button keeps its width. */}
        <span class="either">
          <span class={isShown ? 'unseen' : ''}>{t('show')}</span>
          <span class={isShown ? '' : 'unseen'}>{t('hide')}</span>
        </span>
      </button>
    </div>
  );
}
