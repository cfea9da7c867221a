/** What will be copied, with the mask where the token goes; or what it lacks, in words. */
import type { RefObject } from 'preact';
import type { PreviewContext } from '../../lib/copy/context.ts';
import { type Rendered, render } from '../../lib/copy/formats.ts';
import { t } from '../../lib/i18n.ts';
import type { Shown } from '../../lib/state/desk.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { reportCopied, type Selectable } from '../copying.ts';
import type { PopupActions } from '../popup-actions.ts';

interface PreviewProps {
  shown: Shown;
  account: Account;
  name: string;
  format: string;
  context: PreviewContext;
  rendered: Rendered;
  field: Selectable;
  send: PopupActions['send'];
}

const lines = 4;

export function Preview({ name, rendered, field, ...copied }: PreviewProps) {
  if (!rendered.ok) {
    return (
      <div class="preview lacking">
        {rendered.missing.map((need) => (
          <p key={need}>{t(`lacks_${need}`)}</p>
        ))}
      </div>
    );
  }
  return (
    <textarea
      ref={field as RefObject<HTMLTextAreaElement>}
      class="preview"
      rows={lines}
      aria-label={t('copyAs_preview', name)}
      value={rendered.text}
      readOnly
      spellcheck={false}
      autocomplete="off"
      onCopy={(event) => copyReal(event, rendered.text, copied)}
    />
  );
}

/** Puts the text itself on a copy of the whole preview, as the token's field does; a command is copied as it stands. */
function copyReal(
  event: ClipboardEvent,
  masked: string,
  { shown: { view }, account, format, context, send }: Omit<PreviewProps, 'name' | 'rendered' | 'field'>,
): void {
  const { selectionStart, selectionEnd } = event.currentTarget as HTMLTextAreaElement;
  const whole = selectionStart === 0 && selectionEnd === masked.length;
  if (!whole || view.name !== 'token' || !event.clipboardData || format.startsWith('store:')) return;
  const { token } = view;
  const real = render(format, { ...context, token });
  if (!real.ok) return;
  event.clipboardData.setData('text/plain', real.text);
  event.preventDefault();
  void reportCopied({ account: account.key, token, text: real.text, format }, send);
}
