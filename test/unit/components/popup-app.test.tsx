// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PopupApp } from '../../../components/PopupApp.tsx';
import { sendRequest } from '../../../lib/send.ts';
import type { Desk } from '../../../lib/state/desk.ts';
import { watchDesk } from '../../../lib/state/store.ts';
import { account, desk, deskOf, deskWith, problem } from '../../gallery/desks.ts';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));
vi.mock('../../../lib/state/store.ts', () => ({ watchDesk: vi.fn() }));
vi.mock('../../../lib/send.ts', () => ({ sendRequest: vi.fn() }));
vi.mock('../../../lib/access.ts', () => ({ requestAccess: vi.fn() }));

const stop = vi.fn();
let change: (desk: Desk) => void = () => undefined;

beforeEach(() => {
  vi.mocked(sendRequest).mockResolvedValue();
  vi.mocked(watchDesk).mockImplementation((onChange) => {
    change = onChange;
    return stop;
  });
});
afterEach(cleanup);

it('paints the state it is given before it asks for anything', () => {
  const div = document.createElement('div');
  document.body.append(div);
  render(<PopupApp initial={deskWith(account())} />, { container: div });
  expect(div.querySelector('button.primary')?.textContent).toBe('Copy token');
});

it('keeps the background awake while it is open, and no longer', async () => {
  vi.useFakeTimers();
  const { unmount } = render(<PopupApp initial={deskWith(account())} />);
  vi.mocked(sendRequest).mockClear();
  vi.advanceTimersByTime(59_000);
  expect(vi.mocked(sendRequest).mock.calls).toEqual([[{ type: 'stayAwake' }], [{ type: 'stayAwake' }]]);
  unmount();
  vi.advanceTimersByTime(60_000);
  expect(sendRequest).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('says once that it opened, and follows the stored state until it closes', async () => {
  const { unmount } = render(<PopupApp initial={desk()} />);
  await act(async () => undefined);
  expect(vi.mocked(sendRequest).mock.calls).toEqual([[{ type: 'opened' }]]);
  act(() => change(deskOf(account(), { problem: problem('offline') })));
  expect(screen.getByRole('heading', { name: 'No connection' })).toBeTruthy();
  act(() => change(deskWith(account())));
  expect(screen.getByRole('button', { name: 'Copy token' })).toBeTruthy();
  unmount();
  expect(stop).toHaveBeenCalledOnce();
  expect(sendRequest).toHaveBeenCalledOnce();
});
