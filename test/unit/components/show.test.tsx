// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { account, deskOf, deskWith, fakeToken, galleryNow, oldMark, problem, token } from '../../gallery/desks.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

afterEach(() => vi.useRealTimers());

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const value = () => (screen.getByLabelText('API token') as HTMLInputElement).value;

it('shows the token, and hides it again', () => {
  openPopup(deskWith(account()));
  press('Show token');
  expect(value()).toBe(token);
  press('Hide token');
  expect(value()).not.toBe(token);
});

it('masks it again after 30 seconds', async () => {
  vi.useFakeTimers();
  openPopup(deskWith(account()));
  press('Show token');
  await act(async () => void (await vi.advanceTimersByTimeAsync(29_900)));
  expect(value()).toBe(token);
  await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
  expect(value()).not.toBe(token);
});

it('masks it again when the window loses focus', () => {
  openPopup(deskWith(account()));
  press('Show token');
  fireEvent.blur(window);
  expect(value()).not.toBe(token);
});

it('never shows another token than the one that was asked for', () => {
  const { show } = openPopup(deskWith(account()));
  press('Show token');
  const next = fakeToken(32, 5);
  show(deskWith(account({ mark: oldMark }), next));
  expect(value()).not.toContain(next);
});

it('does not show it on Copy', async () => {
  openPopup(deskWith(account()));
  press('Copy token');
  await waitFor(() => expect(said('status')).toBe('Copied'));
  expect(value()).not.toBe(token);
});

it('reads a remembered token first', () => {
  const { sent, show } = openPopup(deskOf(account()));
  press('Show token');
  expect(sent).toEqual([{ type: 'read' }]);
  show(deskOf(account(), { reading: { step: 'opening', startedAt: galleryNow } }));
  expect(value()).not.toBe(token);
  show(deskWith(account()));
  expect(value()).toBe(token);
});

it('does not show a token that arrives after the window lost focus', () => {
  const { show } = openPopup(deskOf(account()));
  press('Show token');
  fireEvent.blur(window);
  show(deskWith(account()));
  expect(value()).not.toBe(token);
});

it('says why it could not be shown', async () => {
  const { show } = openPopup(deskOf(account()));
  press('Show token');
  show(deskOf(account(), { problem: problem('offline') }));
  await waitFor(() => expect(said('alert')).toContain('Not shown'));
});
