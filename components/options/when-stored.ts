/** "Saved" is said after it is true. */
import { t } from '../../lib/i18n.ts';
import type { Messages } from '../use-messages.ts';

/** Says `text` once `work` is done, or that it was not stored where the browser refused. Gives whether it was. */
export async function whenStored(work: Promise<void>, messages: Messages, text: string): Promise<boolean> {
  messages.clear();
  const stored = await work.then(
    () => true,
    () => false,
  );
  if (stored) messages.say('status', text);
  else messages.say('alert', t('options_notSaved'));
  return stored;
}
