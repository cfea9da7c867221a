// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CopyResult } from '../../../lib/clipboard.ts';
import { account, deskOf, deskWith, galleryNow, problem, token } from '../../gallery/desks.ts';
import { deferred } from './deferred.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

afterEach(() => vi.useRealTimers());

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const field = () => screen.getByLabelText('API token') as HTMLInputElement;
const copyKeys = (init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key: 'c', ctrlKey: true, ...init });
const reading = { step: 'reading', startedAt: galleryNow } as const;
const turn = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

describe('a token in memory', () => {
  it('says "Copied" only after the write', async () => {
    const { actions } = openPopup(deskWith(account()));
    const written = deferred<CopyResult>();
    actions.copy.mockReturnValueOnce(written.promise);
    press('Copy token');
    await turn();
    expect(said('status')).toBe('');
    written.resolve('copied');
    await waitFor(() => expect(said('status')).toBe('Copied'));
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(token);
    expect(field().value).not.toBe(token);
  });

  it('says "Copied" anew each time', async () => {
    openPopup(deskWith(account()));
    press('Copy token');
    await waitFor(() => expect(said('status')).toBe('Copied'));
    const first = document.querySelector('[role=status] p');
    press('Copy token');
    await waitFor(() => expect(said('status')).toBe('Copied'));
    expect(document.querySelector('[role=status] p')).not.toBe(first);
  });

  it('selects the field and names the keys when the browser refuses', async () => {
    const { actions } = openPopup(deskWith(account()));
    actions.copy.mockResolvedValueOnce('notCopied');
    press('Copy token');
    await waitFor(() => expect(said('alert')).toContain('Press Ctrl+C'));
    expect(said('status')).toBe('');
    expect(document.activeElement).toBe(field());
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, field().value.length]);
  });

  it('puts the token, not the mask, on a copy of the selected field', () => {
    openPopup(deskWith(account()));
    field().select();
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    fireEvent(field(), event);
    expect(data.getData('text/plain')).toBe(token);
    expect(event.defaultPrevented).toBe(true);
  });

  it('forgets "Copied" when the token changes', async () => {
    const { show } = openPopup(deskWith(account()));
    press('Copy token');
    await waitFor(() => expect(said('status')).toBe('Copied'));
    show(deskWith(account({ mark: { fingerprint: 'd'.repeat(8), lastFour: 'dddd' } }), 'd'.repeat(32)));
    expect(said('status')).toBe('');
  });
});

describe('the copy keys', () => {
  it.each<[string, KeyboardEventInit]>([
    ['Ctrl+C', {}],
    ['⌘C', { ctrlKey: false, metaKey: true }],
    ['Ctrl+С on a layout without Latin letters', { key: 'с', code: 'KeyC' }],
  ])('%s copies', async (_, init) => {
    const { actions } = openPopup(deskWith(account()));
    copyKeys(init);
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(token));
  });

  it('leave alone what is being written in a field', () => {
    const { actions } = openPopup({ ...deskWith(account()), popupPage: 'compare' });
    const pasted = document.querySelector('#pasted');
    if (pasted) fireEvent.keyDown(pasted, { key: 'c', ctrlKey: true });
    expect([pasted?.tagName, actions.copy.mock.calls]).toEqual(['INPUT', []]);
  });

  it.each<[string, KeyboardEventInit]>([
    ['C alone', { ctrlKey: false }],
    ['Ctrl+Shift+C', { shiftKey: true }],
    ['a held key', { repeat: true }],
    ['Ctrl+J on another layout', { key: 'j', code: 'KeyC' }],
  ])('%s does not', (_, init) => {
    const { actions } = openPopup(deskWith(account()));
    copyKeys(init);
    expect(actions.copy).not.toHaveBeenCalled();
  });

  it('leave a selection in a field alone', () => {
    const { actions } = openPopup(deskWith(account()));
    field().focus();
    field().select();
    copyKeys();
    expect(actions.copy).not.toHaveBeenCalled();
  });

  it('do nothing where there is no token', () => {
    const { actions } = openPopup(deskOf(account({ mark: null })));
    copyKeys();
    expect(actions.copy).not.toHaveBeenCalled();
  });
});

describe('a token that is only remembered', () => {
  it('is read first, handed over as a promise, and copied when it arrives', async () => {
    const { actions, sent, show } = openPopup(deskOf(account()));
    press('Copy token');
    expect(actions.copy.mock.calls[0]?.[0]).toBeInstanceOf(Promise);
    expect(sent).toEqual([{ type: 'read' }]);
    show(deskOf(account(), { reading }));
    await turn();
    expect(said('status')).toBe('');
    show(deskWith(account()));
    await waitFor(() => expect(said('status')).toBe('Copied'));
    await expect(actions.copy.mock.calls[0]?.[0]).resolves.toBe(token);
  });

  it('is not copied when the read brings that of another account', async () => {
    const { actions, show } = openPopup(deskOf(account()));
    press('Copy token');
    show(deskWith(account({ key: 'https://www.snapengage.com#2', orgId: '2', label: 'other@example.com' })));
    await waitFor(() => expect(said('alert')).toContain('another account'));
    await expect(actions.copy.mock.calls[0]?.[0]).rejects.toThrow('otherAccount');
  });

  it('is copied where an account known by its name alone is known by its number now', async () => {
    const { actions, show } = openPopup(deskOf(account({ key: 'https://www.snapengage.com#owner', orgId: null })));
    press('Copy token');
    show(deskWith(account()));
    await expect(actions.copy.mock.calls[0]?.[0]).resolves.toBe(token);
  });

  it('is read once, however often Copy is pressed', () => {
    const { sent } = openPopup(deskOf(account()));
    press('Copy token');
    press('Copy token');
    expect(sent).toEqual([{ type: 'read' }]);
  });

  it('is not copied when the read fails', async () => {
    const { show } = openPopup(deskOf(account()));
    press('Copy token');
    show(deskOf(account(), { problem: problem('signedOut') }));
    await waitFor(() => expect(said('alert')).toContain('could not be read'));
    expect(said('status')).toBe('');
  });

  it('is not copied when reading is cancelled', async () => {
    const { show } = openPopup(deskOf(account(), { reading }));
    press('Copy token');
    show(deskOf(account()));
    await waitFor(() => expect(said('alert')).toContain('cancelled'));
  });

  it('is given up after 45 seconds', async () => {
    vi.useFakeTimers();
    openPopup(deskOf(account()));
    press('Copy token');
    await act(async () => void (await vi.advanceTimersByTimeAsync(44_999)));
    expect(said('alert')).toBe('');
    await act(async () => void (await vi.advanceTimersByTimeAsync(1)));
    expect(said('alert')).toContain('45 seconds');
  });
});
