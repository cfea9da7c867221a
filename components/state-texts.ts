/** The name and the sentence of every state that is told in words (product.md, What the popup can show). */
import { t } from '../lib/i18n.ts';
import type { View } from '../lib/state/desk.ts';

/** The states shown as a message; `token` and `remembered` show the token instead. */
export type MessageView = Exclude<View, { name: 'token' | 'remembered' }>;

export interface StateText {
  title: string;
  text: string;
}

/** Title and sentence for `view`. */
export function stateText(view: MessageView): StateText {
  switch (view.name) {
    case 'unreadable':
      return { title: t('unreadable_title'), text: t(`unreadable_${view.reason}`) };
    case 'working':
      return { title: t(`working_title_${view.kind}`), text: t('working_text') };
    case 'needsYou':
      return { title: t('needsYou_title'), text: t(`needsYou_${view.need}`) };
    case 'failed':
      return { title: t(`failed_title_${view.failure}`), text: failedText(view.failure) };
    case 'reading':
    case 'none':
    case 'signedOut':
    case 'notOwner':
    case 'noAccess':
    case 'unknownOutcome':
    case 'updated':
      return { title: t(`${view.name}_title`), text: t(`${view.name}_text`) };
  }
}

function failedText(failure: Extract<View, { name: 'failed' }>['failure']): string {
  return failure === 'cancelled' ? t('failed_text_cancelled') : t(`failure_${failure}`);
}
