// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../../lib/state/desk.ts';
import { clearingIn } from '../../gallery/around-states.ts';
import { account, deskWith, galleryNow, mark, settled, token } from '../../gallery/desks.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

afterEach(() => vi.useRealTimers());

const around = (changes: Partial<Desk> = {}) => deskWith(account(), token, changes);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const has = (name: string) => screen.queryByRole('button', { name }) !== null;
const timer = () => screen.getByRole('timer');
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const copied = () => waitFor(() => expect(said('status')).toBe('Copied'));

function openCounting(seconds: number, changes: Partial<Desk> = {}) {
  vi.useFakeTimers();
  const start = Date.now();
  const popup = openPopup(around(changes));
  popup.actions.clock.mockImplementation(() => galleryNow + Date.now() - start);
  popup.show(around({ ...clearingIn(seconds), ...changes }));
  return popup;
}

describe('the clear that is to come', () => {
  it('is counted down each second, unheard, and asked for once when its time has come', async () => {
    const { sent } = openCounting(3);
    expect(timer().textContent).toBe('Clipboard clears in 3 s');
    expect(timer().closest('[role=status], [role=alert], [aria-live]')).toBeNull();
    await pass(1000);
    expect(timer().textContent).toBe('Clipboard clears in 2 s');
    await pass(1999);
    expect(timer().textContent).toBe('Clipboard clears in 1 s');
    expect(sent).toEqual([]);
    await pass(1);
    expect(timer().textContent).toBe('Clearing the clipboard');
    expect(sent).toEqual([{ type: 'clearDue' }]);
    await pass(5000);
    expect(sent).toEqual([{ type: 'clearDue' }]);
  });

  it('goes on counting where the clock is set back a little', async () => {
    const { sent, actions } = openCounting(2);
    actions.clock.mockReturnValue(galleryNow - 29_000);
    await pass(3000);
    expect(sent).toEqual([]);
    actions.clock.mockReturnValue(galleryNow + 2000);
    await pass(1000);
    expect(sent).toEqual([{ type: 'clearDue' }]);
  });

  it('is asked for at once where its time came while the popup was closed', () => {
    const { sent } = openPopup(around(clearingIn(-5)));
    expect(sent).toEqual([{ type: 'clearDue' }]);
  });

  it('starts anew with another copy', async () => {
    const { sent, show } = openCounting(3);
    await pass(3000);
    show(around(clearingIn(30, 'c'.repeat(32))));
    expect(timer().textContent).toBe('Clipboard clears in 27 s');
    await pass(27_000);
    expect(sent).toEqual([{ type: 'clearDue' }, { type: 'clearDue' }]);
  });

  it.each([
    ['Clear now', 'clearNow'],
    ['Keep', 'keepClipboard'],
  ])('%s asks for what it says', (name, type) => {
    const { sent } = openCounting(20);
    press(name);
    expect(sent).toEqual([{ type, salt: 'b'.repeat(32) }]);
  });

  it('takes what was said of the copy along when it is done', async () => {
    const { show } = openPopup(around());
    press('Copy token');
    await copied();
    show(around({ clearingNote: { what: 'cleared', at: galleryNow } }));
    expect(said('status')).toBe('The clipboard was cleared.');
  });

  it('is there on every page', () => {
    openCounting(20);
    press('Places');
    expect(timer().textContent).toBe('Clipboard clears in 20 s');
  });

  it('ends with the popup', async () => {
    const { sent, show } = openCounting(2);
    show(around());
    await pass(5000);
    expect(sent).toEqual([]);
  });
});

describe('clearing is offered after the first copy', () => {
  it.each([
    ['Set up', [['clipboard']]],
    ['No, thanks', []],
  ])('and is not again after %s', async (answer, opened) => {
    const { actions } = openPopup(around());
    press('Copy token');
    await copied();
    await waitFor(() => expect(has(answer)).toBe(true));
    expect(screen.getByText('Clear the clipboard some time after copying?')).toBeTruthy();
    press(answer);
    expect(actions.setOffered).toHaveBeenCalledOnce();
    expect(actions.openOptions.mock.calls).toEqual(opened);
    expect(has(answer)).toBe(false);
  });

  it.each<[string, Partial<Desk>]>([
    ['it was offered', { clearing: { seconds: null, offered: true } }],
    ['it is on', { clearing: { seconds: 30, offered: false } }],
    ['there is other news', { ledger: [settled({ kind: 'done', mark })] }],
  ])('but not where %s', async (_, changes) => {
    openPopup(around(changes));
    press('Copy token');
    await waitFor(() => expect(said('status')).toContain('Copied'));
    await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));
    expect(has('Set up')).toBe(false);
  });

  it('but not after a copy that failed', async () => {
    const { actions } = openPopup(around());
    actions.copy.mockResolvedValueOnce('notCopied');
    press('Copy token');
    await waitFor(() => expect(said('alert')).toContain('Not copied'));
    expect(has('Set up')).toBe(false);
  });
});
