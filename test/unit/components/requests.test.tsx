// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { Desk } from '../../../lib/state/desk.ts';
import { account, desk, deskOf, deskWith, galleryNow, intent, mark, problem, settled } from '../../gallery/desks.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const reading = { step: 'finding', startedAt: galleryNow } as const;

it.each<[string, Desk, string]>([
  ['Cancel', desk({ reading }), 'cancelReading'],
  ['Cancel', deskOf(account(), { reading }), 'cancelReading'],
  ['Sign in', desk({ problem: problem('signedOut') }), 'signIn'],
  ['Open dashboard', desk({ problem: problem('notOwner') }), 'openDashboard'],
  ['Open dashboard', deskWith(account()), 'openDashboard'],
  ['Open the page', desk({ problem: problem('unreadable') }), 'showPage'],
  ['Show the page', deskOf(account(), { ledger: [intent({ need: 'hiddenTab' })] }), 'showPage'],
  ['Look again', deskOf(account(), { ledger: [intent({ doubt: 'timedOut' })] }), 'lookAgain'],
  ['Sign in', deskOf(account(), { ledger: [intent({ doubt: 'signedOut' })] }), 'signIn'],
  ['Leave it unknown', deskOf(account(), { ledger: [intent({ doubt: 'timedOut' })] }), 'leaveUnknown'],
  ['Try again', desk({ problem: problem('offline') }), 'read'],
  ['Refresh the page', desk({ problem: problem('updated') }), 'refreshPage'],
])('%s asks for what it says', (name, state, type) => {
  const { sent } = openPopup(state);
  press(name);
  expect(sent).toEqual([{ type }]);
});

it('dismisses the notice that is shown, and for a double click no other one', () => {
  const end = settled({ kind: 'done', mark });
  const state = deskWith(account(), 'x', { ledger: [end] });
  const { sent, show } = openPopup(state);
  const first = screen.getByRole('button', { name: 'OK' });
  press('OK');
  expect(sent).toEqual([{ type: 'dismiss', notice: `done ${end.id}` }]);
  show({ ...state, ledger: [], setAside: ['places'] });
  expect(screen.getByRole('button', { name: 'OK' })).not.toBe(first);
  press('OK');
  expect(sent.at(-1)).toEqual({ type: 'dismiss', notice: 'setAside ' });
});

it('does not ask for a second look while one is under way', () => {
  const { sent } = openPopup(deskOf(account(), { ledger: [intent({ doubt: 'timedOut' })], reading }));
  press('Look again');
  expect(sent).toEqual([]);
});

it('generates where no token is expected, bound to the newest intent: of a double click, one is taken', () => {
  const before = deskOf(account({ mark: null }));
  const { sent, show } = openPopup(before);
  const start = (after: string | null) => ({
    type: 'start',
    wish: expect.stringMatching(/^[0-9a-f]{32}$/),
    after,
    kind: 'generate',
    account: account().key,
    expected: null,
  });
  press('Generate token');
  press('Generate token');
  expect(sent).toEqual([start(null), start(null)]);
  const ended = settled({ kind: 'notDone', failure: 'offline' });
  show({ ...before, ledger: [ended] });
  press('Generate token');
  expect(sent.at(-1)).toEqual(start(ended.id));
});

it('asks the browser for access in the click itself', async () => {
  const { sent, actions } = openPopup(desk({ granted: false }));
  press('Grant access');
  expect(actions.requestAccess).toHaveBeenCalledOnce();
  await waitFor(() => expect(sent).toEqual([{ type: 'opened' }]));
});

it('says that access was not granted', async () => {
  const { sent, actions } = openPopup(desk({ granted: false }));
  actions.requestAccess.mockResolvedValueOnce(false);
  press('Grant access');
  await waitFor(() => expect(said('alert')).toContain('not granted'));
  expect(sent).toEqual([]);
});

it('copies the report of an unreadable page', async () => {
  const { actions } = openPopup(desk({ problem: problem('unreadable', { reason: 'hidden', report: 'main > p' }) }));
  press('Copy report');
  await waitFor(() => expect(said('status')).toBe('Report copied'));
  expect(actions.copy).toHaveBeenCalledWith('main > p');
});
