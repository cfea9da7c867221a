/** Clearing the clipboard after a copy: whether, and how long after. */
import { mayClear } from '../../lib/access.ts';
import { type ClearingSeconds, clearingChoices } from '../../lib/clearing/clearing.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../Button.tsx';
import { SelectField } from '../SelectField.tsx';
import { useDraft } from '../use-draft.ts';
import { Form } from './Form.tsx';
import { Section } from './Section.tsx';
import type { PageProps } from './section-props.ts';
import { whenStored } from './when-stored.ts';

type Choice = 'off' | `${ClearingSeconds}`;

const choiceOf = (seconds: ClearingSeconds | null): Choice => (seconds === null ? 'off' : `${seconds}`);
const secondsOf = (choice: string): ClearingSeconds | null =>
  clearingChoices.find((seconds) => `${seconds}` === choice) ?? null;

export function ClipboardSection(props: PageProps) {
  const { around, state } = props;
  const { seconds } = around.clearing;
  const { values, set, discard } = useDraft('clipboard', { after: choiceOf(seconds) as string });
  const isRevoked = seconds !== null && !mayClear(state.granted);
  const save = async () => {
    if (await choose(props, secondsOf(values.after))) discard();
  };
  return (
    <Section id="clipboard" title={t('options_clipboard')} text={t('options_clipboard_text')}>
      <p>{t('options_clipboard_history')}</p>
      <Form onSave={() => void save()}>
        <SelectField
          id="clipboard-after"
          label={t('options_clipboard_after')}
          hint={t('options_clipboard_after_hint')}
          value={choiceOf(secondsOf(values.after))}
          choices={choices()}
          onChoose={(value) => set('after', value)}
        />
        <button type="submit" class="secondary">
          {t('options_clipboard_save')}
        </button>
      </Form>
      {isRevoked && (
        <div class="notice">
          <p>{t('options_clipboard_revoked')}</p>
          <Button text={t('options_allowAgain')} onPress={() => void choose(props, seconds)} />
        </div>
      )}
    </Section>
  );
}

function choices(): { value: Choice; text: string }[] {
  const delays = clearingChoices.map((seconds) => ({
    value: choiceOf(seconds),
    text: t(`options_clipboard_after_${seconds}`),
  }));
  return [{ value: 'off', text: t('options_clipboard_off') }, ...delays];
}

/** Without reading the clipboard nobody can tell whether it still holds the token: then it stays off. */
async function choose({ actions, messages }: PageProps, seconds: ClearingSeconds | null): Promise<boolean> {
  messages.clear();
  // Straight in the press.
  const granted = seconds === null ? Promise.resolve(true) : actions.requestClipboard();
  if (!(await granted)) {
    messages.say('alert', t('options_clipboard_refused'));
    return false;
  }
  const text = t(seconds === null ? 'options_clipboard_isOff' : 'options_clipboard_isOn');
  return whenStored(actions.setClearing(seconds), messages, text);
}
