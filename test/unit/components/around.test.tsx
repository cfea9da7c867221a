// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { cannotTellReasons } from '../../../lib/check/verdict.ts';
import type { Desk } from '../../../lib/state/desk.ts';
import { checked, clearingIn, listed } from '../../gallery/around-states.ts';
import { account, daysAgo, deskOf, deskWith, galleryNow, mark, oldMark, token } from '../../gallery/desks.ts';
import { done, fivePlaces, goOn, operate, place, proofs, rotation, skip, tick } from '../../gallery/rotations.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const { key } = account();
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const has = (name: string) => screen.queryByRole('button', { name }) !== null;
/** What is said beside the button. */
const beside = (name: string) => button(name).closest('.around')?.querySelector('p')?.textContent;
const around = (changes: Partial<Desk> = {}) => deskWith(account(), token, changes);
const turn = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('places', () => {
  it.each([
    [0, 'No places listed'],
    [1, 'Used in 1 place'],
    [5, 'Used in 5 places'],
  ])('%i are counted', (count, text) => {
    openPopup(around(listed(fivePlaces.slice(0, count))));
    expect(beside('Places')).toBe(text);
  });

  it('that are archived do not count', () => {
    openPopup(around(listed([place(1), place(2, { archived: true })])));
    expect(beside('Places')).toBe('Used in 1 place');
  });
});

describe('a rotation', () => {
  const replacing = [operate, done(), tick(1), skip(5)] as const;
  const rest = [tick(2), tick(3), tick(4)] as const;
  it.each([
    ['being prepared', rotation('planned', fivePlaces), 'A rotation is being prepared.'],
    ['under way', rotation('planned', fivePlaces, operate), 'A rotation is about to change the token.'],
    [
      'in its places',
      rotation('planned', fivePlaces, ...replacing),
      'Replacing the token: 3 of 5 places left, down for 12 min.',
    ],
    ['without places', rotation('planned', [], operate, done()), 'Replacing the token, down for 12 min.'],
    [
      'of a delete',
      rotation('delete', fivePlaces, operate, done(null), tick(1)),
      'Removing the deleted token: 4 of 5 places left.',
    ],
    [
      'in its proof',
      rotation('planned', fivePlaces, ...replacing, ...rest, goOn),
      'The rotation has come to its proof.',
    ],
    [
      'in its record',
      rotation('planned', fivePlaces, ...replacing, ...rest, goOn, ...proofs, goOn),
      'The rotation has come to its record, and can be closed.',
    ],
  ])('%s says how far it is, and goes on', (_, open, text) => {
    const { actions } = openPopup(around({ rotations: [open] }));
    expect(beside('Go on')).toBe(text);
    expect(has('Rotation…')).toBe(false);
    press('Go on');
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('rotation');
  });

  it('of a deleted token can be gone on with while there is none', () => {
    openPopup(deskOf(account({ mark: null }), { rotations: [rotation('delete', fivePlaces, operate, done(null))] }));
    expect(has('Go on')).toBe(true);
  });

  it('of another account is not shown', () => {
    const other = { ...rotation('planned', fivePlaces), account: 'https://www.snapengage.com#2' };
    openPopup(around({ rotations: [other] }));
    expect(has('Go on')).toBe(false);
    expect(has('Rotation…')).toBe(true);
  });
});

describe('the owner’s own reminder', () => {
  const aged = (days: number, snooze: { until: number; fingerprint: string } | null = null) =>
    deskWith(account({ since: { at: daysAgo(days), how: 'created' } }), token, {
      reminders: { [key]: { days: 90, notify: false, snooze } },
    });

  it('is silent until it is near', () => {
    openPopup(aged(82));
    expect(has('Snooze')).toBe(false);
  });

  it.each([
    [83, 'By your own reminder, the token is due on May 12, 2026.'],
    [90, 'Overdue by your own reminder: SnapEngage tokens do not expire.'],
  ])('after %i days speaks calmly', (days, text) => {
    openPopup(aged(days));
    expect(beside('Snooze')).toBe(text);
  });

  it.each([
    ['1 day', 1],
    ['7 days', 7],
    ['30 days', 30],
  ])('can be snoozed for %s, by keyboard', (name, days) => {
    const { actions } = openPopup(aged(97));
    press('Snooze');
    expect(document.activeElement).toBe(button('1 day'));
    expect(screen.getByRole('group', { name: 'Snooze for' }).querySelectorAll('button')).toHaveLength(3);
    press(name);
    expect(actions.snooze).toHaveBeenCalledExactlyOnceWith(key, mark.fingerprint, days);
  });

  it('says until when it is silent', () => {
    const { show } = openPopup(aged(97));
    press('Snooze');
    press('7 days');
    show(aged(97, { until: new Date(2026, 4, 12).getTime(), fingerprint: mark.fingerprint }));
    expect(screen.getByText('Your own reminder is silent until May 12, 2026.')).toBeTruthy();
    expect(has('Snooze')).toBe(false);
  });
});

describe('Check', () => {
  const widgetId = '5f0c1c9e-7d5e-4a53-8b1e-3a2f6c7d8e90';
  const ready = { widgetIds: { [key]: widgetId } };

  it('asks, and reads out what comes of it', async () => {
    const { sent, show } = openPopup(around(ready));
    expect(beside('Check token')).toBe('Not checked yet');
    press('Check token');
    await waitFor(() => expect(sent).toEqual([{ type: 'check', account: key }]));
    show(around({ ...ready, checks: { [key]: { askedAt: galleryNow, last: galleryNow, result: null } } }));
    expect(beside('Check token')).toBe('Asking SnapEngage');
    press('Check token');
    await turn();
    expect(sent).toHaveLength(1);
    show(around(checked({ kind: 'accepted' }, 0)));
    expect(beside('Check token')).toBe('Accepted just now');
    expect(button('Check token').closest('.around')?.querySelector('p')?.getAttribute('aria-live')).toBe('polite');
  });

  it.each<[string, Partial<Desk>, string]>([
    ['accepted', checked({ kind: 'accepted' }, 2), 'Accepted 2 minutes ago'],
    ['refused', checked({ kind: 'refused' }, 1), 'Refused 1 minute ago: SnapEngage does not take this token.'],
    ['accepted long ago', checked({ kind: 'accepted' }, 130), 'Accepted when last asked, 11:52 AM'],
    ['refused another day', checked({ kind: 'refused' }, 2 * 1440), 'Refused when last asked, May 3, 2026'],
    [
      'cannot tell long ago',
      checked({ kind: 'cannotTell', why: 'offline' }, 130),
      'Could not tell, 11:52 AM. SnapEngage could not be reached.',
    ],
    ['another token accepted', checked({ kind: 'accepted' }, 2, oldMark), 'Not checked yet'],
  ])('%s is said with its time', (_, changes, text) => {
    openPopup(around(changes));
    // Newer ICU data writes a narrow space before AM.
    expect(beside('Check token')?.replace('\u202f', ' ')).toBe(text);
  });

  it.each(cannotTellReasons)('that cannot tell says why: %s', (why) => {
    openPopup(around(checked({ kind: 'cannotTell', why }, 0)));
    expect(beside('Check token')).toMatch(/^Cannot tell, asked just now\. [A-Z].+\.$/);
  });

  it('sends nothing where the browser does not allow it, and says so', async () => {
    const { sent, actions } = openPopup(around(ready));
    actions.requestCheckConsent.mockResolvedValueOnce(false);
    press('Check token');
    await waitFor(() => expect(said('alert')).toContain('did not allow'));
    expect(sent).toEqual([]);
  });

  it('without a widget id asks for one, and checks with the newest that was seen', async () => {
    const { sent, actions } = openPopup(around({ widgetOffers: [widgetId, 'older'] }));
    press('Check token');
    expect(sent).toEqual([]);
    expect(screen.getByText('A check needs the id of one of your widgets.')).toBeTruthy();
    expect(screen.getByText(widgetId).closest('[aria-live=polite]')).not.toBeNull();
    press('Use 5f0c1c9e…');
    // The browser only asks in the click itself.
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    await waitFor(() => expect(sent).toEqual([{ type: 'check', account: key }]));
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, widgetId);
    expect(has('Use 5f0c1c9e…')).toBe(false);
  });

  it('without a widget id says so even while the clipboard is to be cleared', () => {
    openPopup(around(clearingIn(20)));
    press('Check token');
    expect(has('Enter one in Settings')).toBe(true);
    press('Places');
    expect(has('Enter one in Settings')).toBe(false);
  });

  it('without a widget id that was seen leads to the settings', () => {
    const { sent, actions } = openPopup(around());
    press('Check token');
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
    press('Enter one in Settings');
    expect(actions.openOptions).toHaveBeenCalledExactlyOnceWith('check');
    expect(sent).toEqual([]);
  });
});

describe('a change elsewhere', () => {
  const change = { from: oldMark, to: mark, lastSeenAt: daysAgo(9), noticedAt: daysAgo(2) };
  const changed = (changes: Partial<Desk> = {}, from: typeof oldMark | null = oldMark) =>
    deskWith(account({ change: { ...change, from } }), token, changes);

  it('can be followed by a rotation, which is shown once it is there', () => {
    const { sent, actions, show } = openPopup(changed());
    press('Start rotation');
    expect(sent).toEqual([{ type: 'beginRotation', account: key, path: 'byHand' }]);
    expect(actions.goTo).not.toHaveBeenCalled();
    show(changed({ rotations: [rotation('byHand', fivePlaces)] }));
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('rotation');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rotation');
  });

  it('is followed by no second rotation', () => {
    openPopup(changed({ rotations: [rotation('byHand', fivePlaces)] }));
    expect(has('Start rotation')).toBe(false);
    expect(has('OK')).toBe(true);
  });

  it('is followed by none where no token was replaced', () => {
    openPopup(changed({}, null));
    expect(has('Start rotation')).toBe(false);
  });
});
