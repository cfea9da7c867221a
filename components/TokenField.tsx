/** The token, masked or shown, and the button between the two. */
import type { RefObject } from 'preact';
import { t } from '../lib/i18n.ts';

interface TokenFieldProps {
  /** What stands in the field: the mask, or the token while it is shown. */
  value: string;
  isShown: boolean;
  field: RefObject<HTMLInputElement | null>;
  onToggle(): void;
  /** Puts the token itself on a copy of the whole masked field; false where it is not in memory. */
  onCopyMask(data: DataTransfer): boolean;
}

export function TokenField({ value, isShown, field, onToggle, onCopyMask }: TokenFieldProps) {
  const onCopy = (event: ClipboardEvent) => {
    const { selectionStart, selectionEnd } = event.currentTarget as HTMLInputElement;
    const whole = selectionStart === 0 && selectionEnd === value.length;
    if (isShown || !whole || !event.clipboardData) return;
    if (onCopyMask(event.clipboardData)) event.preventDefault();
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
