/** The owner's own reminder, once it is near: what it says, and silence for a while. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { type AgeState, ageState, type Reminder, type SnoozeDays, snoozeDays } from '../../lib/reminder.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { dayOf } from '../dates.ts';
import type { PopupActions } from '../popup-actions.ts';
import { Row, RowButton } from './Row.tsx';

interface AgeRowProps {
  account: Account;
  reminder: Reminder;
  now: number;
  onSnooze: PopupActions['snooze'];
}

export function AgeRow({ account, reminder, now, onSnooze }: AgeRowProps) {
  const [isChoosing, setChoosing] = useState(false);
  const state = ageState(account, reminder, now);
  const text = textOf(state);
  const fingerprint = account.mark?.fingerprint;
  if (text === null || fingerprint === undefined) return null;
  if (state.kind === 'snoozed') return <Row text={text} />;
  if (!isChoosing) {
    return (
      <Row text={text}>
        <RowButton text={t('snooze')} onPress={() => setChoosing(true)} />
      </Row>
    );
  }
  const choose = (days: SnoozeDays) => {
    setChoosing(false);
    onSnooze(account.key, fingerprint, days);
  };
  return (
    <Row text={t('snooze_for')}>
      <SnoozeChoice onChoose={choose} />
    </Row>
  );
}

/** Takes the place, and the focus, of the button that asked for it. */
function SnoozeChoice({ onChoose }: { onChoose(days: SnoozeDays): void }) {
  const group = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset ref={group} class="choice" aria-label={t('snooze_for')}>
      {snoozeDays.map((days) => (
        <RowButton key={days} text={t(`snooze_${days}`)} onPress={() => onChoose(days)} />
      ))}
    </fieldset>
  );
}

function textOf(state: AgeState): string | null {
  switch (state.kind) {
    case 'off':
    case 'fine':
      return null;
    case 'approaching':
      return t('reminder_approaching', dayOf(state.dueAt));
    case 'overdue':
      return t('reminder_overdue');
    case 'snoozed':
      return t('reminder_snoozed', dayOf(state.until));
  }
}
