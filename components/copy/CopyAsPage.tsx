/** Copy as: the formats, what the chosen one looks like, and its copy. */
import { useState } from 'preact/hooks';
import { preview, resolveFormat } from '../../lib/copy/formats.ts';
import { t } from '../../lib/i18n.ts';
import { type Shown, tokensIn } from '../../lib/state/desk.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { maskOf } from '../../lib/token.ts';
import type { Selectable } from '../copying.ts';
import { Icon } from '../Icon.tsx';
import type { PopupActions } from '../popup-actions.ts';
import { useCopyKeys } from '../use-copy-keys.ts';
import { contextOf } from './copy-context.ts';
import { FormatList } from './FormatList.tsx';
import { formatName } from './format-name.ts';
import { Preview } from './Preview.tsx';
import { StorePart } from './StorePart.tsx';

interface CopyAsPageProps {
  shown: Shown;
  account: Account;
  actions: Pick<PopupActions, 'send' | 'setCopying'>;
  /** The preview, which is selected where the browser refuses to copy. */
  field: Selectable;
  /** Whether the names of stores can be seen at first; for the gallery. */
  initiallyNaming: boolean;
  onCopy(format: string): void;
  onCopyToken(): void;
}

export function CopyAsPage({ shown, account, actions, field, initiallyNaming, onCopy, onCopyToken }: CopyAsPageProps) {
  const { templates, copying } = shown.around;
  const [chosen, setChosen] = useState<string>(copying.format);
  const { format } = resolveFormat(chosen, templates);
  const choose = (next: string) => {
    setChosen(next);
    actions.setCopying({ format: next });
  };
  const copy = () => onCopy(format);
  useCopyKeys(copy);
  const name = formatName(format, templates);
  const context = contextOf(account, shown.around);
  const isCommand = format.startsWith('store:');
  return (
    <div class="panel copy-as">
      <FormatList templates={templates} chosen={format} onChoose={choose} onCopy={copy} />
      <Preview
        {...{ shown, account, name, format, context, field }}
        rendered={preview(format, context, maskOf(account.mark?.lastFour ?? null))}
        send={actions.send}
      />
      {isCommand && (
        <StorePart
          {...{ format, context, copying, initiallyNaming }}
          tokens={tokensIn(shown)}
          onChange={(change) => actions.setCopying(change)}
        />
      )}
      <div class="row">
        <button type="button" class="primary" data-primary aria-label={t('copyAs_button', name)} onClick={copy}>
          <Icon name="copy" />
          {t('copy')}
        </button>
        {isCommand && (
          <button type="button" class="secondary" onClick={onCopyToken}>
            {t('copyToken')}
          </button>
        )}
      </div>
    </div>
  );
}
