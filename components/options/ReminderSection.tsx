/** The owner's own reminder to change the token: whether, after how many days, and whether by a notification, too. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import {
  ageState,
  checkReminderDraft,
  defaultReminder,
  type Reminder,
  type ReminderDaysError,
  type ReminderDraft,
} from '../../lib/reminder.ts';
import { Button } from '../Button.tsx';
import { dayOf } from '../dates.ts';
import { refuse, TextField } from '../TextField.tsx';
import { useDraft } from '../use-draft.ts';
import { CheckField } from './CheckField.tsx';
import { Form } from './Form.tsx';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';
import { whenStored } from './when-stored.ts';

const fieldId = 'reminder-days';
const usualDays = String(defaultReminder.days);

export function ReminderSection(props: AccountProps) {
  const { around } = props;
  const isOn = around.reminder.days !== null;
  const { toggle, ...days } = useDays(props);
  return (
    <Section id="reminder" title={t('options_reminder')} text={t('options_reminder_text')}>
      <CheckField
        id="reminder-on"
        label={t('options_reminder_on')}
        hint={t('options_reminder_on_hint')}
        checked={isOn}
        onToggle={toggle}
      />
      {isOn && <Days {...days} />}
      {isOn && <StateOfAge {...props} />}
      {isOn && <Notify {...props} />}
    </Section>
  );
}

interface DaysProps {
  value: string;
  error: ReminderDaysError | null;
  onInput(text: string): void;
  onSave(): void;
}

function Days({ value, error, onInput, onSave }: DaysProps) {
  return (
    <Form onSave={() => onSave()}>
      <TextField
        id={fieldId}
        kind="number"
        label={t('options_reminder_days')}
        hint={t('options_reminder_days_hint')}
        value={value}
        error={error && t(`options_reminder_error_${error}`)}
        onInput={onInput}
      />
      <button type="submit" class="secondary">
        {t('options_reminder_save')}
      </button>
    </Form>
  );
}

/** The days as they are typed, and what becomes of them. */
function useDays({ account, around: { reminder }, actions, messages }: AccountProps) {
  const [error, setError] = useState<ReminderDaysError | null>(null);
  const { values, set, discard } = useDraft(`reminder ${account.key}`, { days: String(reminder.days ?? usualDays) });
  const store = async (draft: Omit<ReminderDraft, 'notify'>, text: string) => {
    const wish = withDays(reminder, draft);
    setError(wish.ok ? null : wish.error);
    if (!wish.ok) return refuse(fieldId, messages);
    const change = (before: Reminder) => ({ ...before, days: wish.reminder.days });
    if (await whenStored(actions.changeReminder(account.key, change), messages, text)) discard();
  };
  const toggle = (on: boolean) => {
    // Days that cannot be used are no reason not to remind.
    const days = withDays(reminder, { on: true, days: values.days }).ok ? values.days : usualDays;
    void store({ on, days }, t(on ? 'options_reminder_isOn' : 'options_reminder_isOff'));
  };
  const onInput = (text: string) => {
    setError(null);
    set('days', text);
  };
  const onSave = () => void store({ on: true, days: values.days }, t('options_reminder_saved'));
  return { value: values.days, error, toggle, onInput, onSave };
}

const withDays = (reminder: Reminder, draft: Omit<ReminderDraft, 'notify'>) =>
  checkReminderDraft({ ...draft, notify: reminder.notify }, reminder);

/** How the token stands to the reminder now, and the end of a snooze. */
function StateOfAge({ account, around: { reminder }, now, actions, messages }: AccountProps) {
  const state = ageState(account, reminder, now);
  if (state.kind === 'off') return <p>{t('options_reminder_noToken')}</p>;
  if (state.kind !== 'snoozed') return <p>{t(`options_reminder_${state.kind}`, dayOf(state.dueAt))}</p>;
  const wake = () => {
    const change = (before: Reminder) => ({ ...before, snooze: null });
    void whenStored(actions.changeReminder(account.key, change), messages, t('options_reminder_awake'));
  };
  return (
    <div class="notice">
      <p>{t('options_reminder_snoozed', dayOf(state.until))}</p>
      <Button text={t('options_reminder_wake')} onPress={wake} />
    </div>
  );
}

function Notify({ account, around: { reminder }, state, actions, messages }: AccountProps) {
  const isAllowed = state.granted.permissions.includes('notifications');
  const toggle = async (notify: boolean) => {
    messages.clear();
    // Straight in the press; what is refused stays off.
    const granted = notify ? actions.requestNotifications() : Promise.resolve(true);
    if (!(await granted)) return messages.say('alert', t('options_reminder_refused'));
    const text = t(notify ? 'options_reminder_willNotify' : 'options_reminder_willNotNotify');
    await whenStored(
      actions.changeReminder(account.key, (before) => ({ ...before, notify })),
      messages,
      text,
    );
  };
  return (
    <>
      <CheckField
        id="reminder-notify"
        label={t('options_reminder_notify')}
        hint={t('options_reminder_notify_hint')}
        checked={reminder.notify}
        onToggle={(on) => void toggle(on)}
      />
      {reminder.notify && !isAllowed && (
        <div class="notice">
          <p>{t('options_reminder_revoked')}</p>
          <Button text={t('options_allowAgain')} onPress={() => void toggle(true)} />
        </div>
      )}
    </>
  );
}
