// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { defaultReminder, type Reminder } from '../../../../lib/reminder.ts';
import type { Desk } from '../../../../lib/state/desk.ts';
import type { OptionsState } from '../../../../lib/state/options.ts';
import { account, daysAgo, deskWith, fakeToken, galleryNow, mark } from '../../../gallery/desks.ts';
import { grantedAll, optionsState } from '../../../gallery/options-states.ts';
import { deferred } from '../deferred.ts';
import { describedBy, field, isInvalid, openSettled, press, said, settle, toggle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const { key } = account();
const on = 'Remind me to change the token';
const notify = 'Also show a notification';

const withReminder = (reminder: Partial<Reminder>, known = account()): Desk =>
  deskWith(known, fakeToken(), { reminders: { [key]: { ...defaultReminder, ...reminder } } });
const open = (reminder: Partial<Reminder> = {}, changes: Partial<OptionsState> = {}) =>
  openSettled(optionsState(withReminder(reminder), changes));
const section = () => document.querySelector('#reminder')?.textContent ?? '';

describe('the days', () => {
  it('are those that are stored, and are stored as typed', async () => {
    const { actions } = await open({ days: 30 });
    expect(field('Days').value).toBe('30');
    await type('Days', ' 45 ');
    await press('Save days');
    expect(actions.changeReminder.mock.calls[0]?.[0]).toBe(key);
    expect(field('Days').value).toBe('45');
    expect(said('status')).toBe('The days are saved.');
  });

  it('leave a snooze and the notification as they are by then', async () => {
    const { actions } = await open();
    await type('Days', '45');
    await press('Save days');
    const before = { days: 90, snooze: { until: 1, fingerprint: mark.fingerprint }, notify: true };
    expect(actions.changeReminder.mock.calls[0]?.[1](before)).toEqual({ ...before, days: 45 });
  });

  it.each([
    [' ', 'Write after how many days'],
    ['1.5', 'whole number'],
    ['ninety', 'whole number'],
    ['0', '1 day or more'],
    ['3651', '3,650 days or fewer'],
  ])('are refused with a sentence at the field: "%s"', async (typed, sentence) => {
    const { actions } = await open();
    await type('Days', typed);
    await press('Save days');
    await settle();
    expect(isInvalid('Days')).toBe(true);
    expect(describedBy('Days')).toContain(sentence);
    expect(document.activeElement).toBe(field('Days'));
    expect(actions.changeReminder).not.toHaveBeenCalled();
  });
});

describe('switching', () => {
  it('off and on is stored at once and said', async () => {
    await open();
    expect(field(on).checked).toBe(true);
    await toggle(on);
    expect(field(on).checked).toBe(false);
    expect(said('status')).toBe('The reminder is off.');
    expect(screen.queryByLabelText('Days')).toBeNull();
    await toggle(on);
    expect(field(on).checked).toBe(true);
    expect(field('Days').value).toBe('90');
  });

  it('on takes the usual days where those typed cannot be used', async () => {
    const { actions } = await open({ days: 30 });
    await type('Days', 'x');
    await toggle(on);
    await toggle(on);
    expect(actions.changeReminder.mock.calls.at(-1)?.[1](defaultReminder).days).toBe(90);
  });

  it('that is not stored shows as it was', async () => {
    const { actions } = await open();
    actions.changeReminder.mockRejectedValueOnce(new Error('full'));
    await toggle(on);
    expect(field(on).checked).toBe(true);
    expect(said('alert')).toContain('Not saved');
  });
});

describe('a notification', () => {
  it('is asked for in the press, and on once it is granted', async () => {
    const { actions } = await open();
    await toggle(notify);
    expect(actions.requestNotifications).toHaveBeenCalledOnce();
    expect(actions.changeReminder.mock.calls[0]?.[1](defaultReminder)).toEqual({ ...defaultReminder, notify: true });
    expect(field(notify).checked).toBe(true);
  });

  it('stays off where it is refused, and that is said', async () => {
    const { actions } = await open();
    actions.requestNotifications.mockResolvedValueOnce(false);
    await toggle(notify);
    expect(field(notify).checked).toBe(false);
    expect(actions.changeReminder).not.toHaveBeenCalled();
    expect(said('alert')).toContain('they stay off');
  });

  it('does not show as on while the person is being asked', async () => {
    const { actions } = await open();
    const answer = deferred<boolean>();
    actions.requestNotifications.mockReturnValueOnce(answer.promise);
    await toggle(notify);
    expect(field(notify).checked).toBe(false);
    answer.resolve(true);
    await settle();
    expect(field(notify).checked).toBe(true);
  });

  it('is switched off without asking', async () => {
    const { actions } = await open({ notify: true }, { granted: grantedAll });
    await toggle(notify);
    expect(actions.requestNotifications).not.toHaveBeenCalled();
    expect(field(notify).checked).toBe(false);
  });

  it('that the browser no longer allows is said, and can be allowed again', async () => {
    const { actions } = await open({ notify: true });
    expect(section()).toContain('no longer allows notifications');
    await press('Allow again');
    expect(actions.requestNotifications).toHaveBeenCalledOnce();
  });
});

describe('how the token stands', () => {
  const { format } = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

  it.each([
    [62, 'It is due on '],
    [85, 'It is due soon, on '],
    [91, 'It was due on '],
  ])('is said: after %i days', async (days, sentence) => {
    await openSettled(optionsState(withReminder({}, account({ since: { at: daysAgo(days), how: 'seen' } }))));
    expect(section()).toContain(`${sentence}${format(daysAgo(days - 90))}.`);
  });

  it('is not said where there is none', async () => {
    await openSettled(optionsState(deskWith(account({ mark: null }))));
    expect(section()).toContain('nothing to be reminded of');
  });

  it('says until when it is snoozed, and wakes up', async () => {
    const snooze = { until: galleryNow + 86_400_000, fingerprint: mark.fingerprint };
    const overdue = account({ since: { at: daysAgo(91), how: 'seen' } });
    const { actions } = await openSettled(optionsState(withReminder({ snooze }, overdue)));
    expect(section()).toContain(`Snoozed until ${format(snooze.until)}`);
    await press('Wake up now');
    expect(actions.changeReminder.mock.calls[0]?.[1]({ ...defaultReminder, snooze }).snooze).toBeNull();
    expect(section()).toContain('It was due on');
    expect(said('status')).toBe('The reminder is awake again.');
  });
});

it('says plainly that tokens do not expire', async () => {
  await open();
  expect(section()).toContain('SnapEngage tokens do not expire');
});
