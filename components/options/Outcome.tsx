/** Where it is said what was done: two live regions that exist from the first paint, always in sight. */
import { t } from '../../lib/i18n.ts';
import type { Message, Messages } from '../use-messages.ts';

export function Outcome({ messages: { message, clear } }: { messages: Messages }) {
  return (
    <div class={message ? 'outcome' : 'outcome silent'}>
      <div>
        <Region role="status" message={message} />
        <Region role="alert" message={message} />
      </div>
      {message && (
        <button type="button" class="inline" onClick={clear}>
          {t('ok')}
        </button>
      )}
    </div>
  );
}

/** Keyed by serial: the same words said again are new words to a screen reader. */
function Region({ role, message }: { role: Message['role']; message: Message | null }) {
  return <div role={role}>{message?.role === role && <p key={message.serial}>{message.text}</p>}</div>;
}
