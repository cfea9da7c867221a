/** Asking for a check, with what it needs first: the browser's leave, and a widget to ask about. */
import { t } from '../../lib/i18n.ts';
import type { PopupActions } from '../popup-actions.ts';
import type { Messages } from '../use-messages.ts';

/**
 * Asks for a check of the token of `account`, about the widget that is stored or, where it is not null, about `widgetId`,
 * which is stored first. Must be called straight in a click.
 */
export async function check(
  account: string,
  widgetId: string | null,
  actions: Pick<PopupActions, 'send' | 'setWidgetId' | 'requestCheckConsent'>,
  messages: Messages,
): Promise<void> {
  messages.clear();
  const consent = actions.requestCheckConsent();
  if (widgetId !== null) await actions.setWidgetId(account, widgetId);
  if (await consent) actions.send({ type: 'check', account });
  else messages.say('alert', t('check_notAllowed'));
}
