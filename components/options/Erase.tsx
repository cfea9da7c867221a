/** Forgets everything, after the person has typed that word. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { OptionsState } from '../../lib/state/options.ts';
import { refuse, TextField } from '../TextField.tsx';
import { Form } from './Form.tsx';
import type { PageProps } from './section-props.ts';

/** How long (ms) erasing may take before it is said that it has not ended. */
const eraseLimit = 10_000;
const fieldId = 'erase-typed';

type EraseProps = Pick<PageProps, 'state' | 'actions' | 'messages'>;

export function Erase(props: EraseProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const { isErasing, erase } = useErasing(props);
  const onSave = () => {
    const isMeant = typed.trim().toLowerCase() === t('options_erase_word');
    setError(isMeant ? null : t('options_erase_error'));
    if (!isMeant) return refuse(fieldId, props.messages);
    setTyped('');
    erase();
  };
  return (
    <Form label={t('options_erase')} onSave={onSave}>
      <h3>{t('options_erase')}</h3>
      <p>{t('options_erase_text')}</p>
      <p>{t('options_erase_stays')}</p>
      <TextField
        id={fieldId}
        label={t('options_erase_type')}
        value={typed}
        error={error}
        onInput={(text) => {
          setError(null);
          setTyped(text);
        }}
      />
      <button type="submit" class="destroy" aria-disabled={isErasing || undefined}>
        {t('options_erase')}
      </button>
    </Form>
  );
}

/** Asks for it, and says that it is done once that is true, or that it is not done after a while. */
function useErasing({ state, actions, messages: { say, clear } }: EraseProps) {
  const [isErasing, setErasing] = useState(false);
  const isDone = isErasing && isForgotten(state);
  useEffect(() => {
    if (!isErasing) return;
    const end = (role: 'status' | 'alert', text: string) => {
      setErasing(false);
      say(role, text);
    };
    if (isDone) return end('status', t('options_erased'));
    const timer = setTimeout(() => end('alert', t('options_notErased')), eraseLimit);
    return () => clearTimeout(timer);
  }, [isErasing, isDone, say]);
  const erase = () => {
    clear();
    setErasing(true);
    actions.send({ type: 'eraseAll' });
  };
  return { isErasing, erase };
}

/** Whether nothing is left of what the person would miss. */
function isForgotten({ desk, history, sync }: OptionsState): boolean {
  const { accounts, places, rotations, templates, reminders, widgetIds } = desk;
  const maps = [accounts.byKey, places, reminders, widgetIds];
  return !sync && [...maps.map(Object.keys), rotations, templates, history].every(({ length }) => length === 0);
}
