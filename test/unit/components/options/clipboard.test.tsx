// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { type ClearingSeconds, clearingChoices } from '../../../../lib/clearing/clearing.ts';
import type { OptionsState } from '../../../../lib/state/options.ts';
import { account, deskWith, fakeToken } from '../../../gallery/desks.ts';
import { grantedAll, optionsState } from '../../../gallery/options-states.ts';
import { choose, field, openSettled, press, said, settle } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const open = (seconds: ClearingSeconds | null, changes: Partial<OptionsState> = {}) =>
  openSettled(optionsState(deskWith(account(), fakeToken(), { clearing: { seconds, offered: true } }), changes));
const save = 'Save clipboard setting';

describe('clearing', () => {
  it('is off until it is chosen', async () => {
    await open(null);
    const select = screen.getByLabelText<HTMLSelectElement>('Clear after');
    expect(select.value).toBe('off');
    expect([...select.options].map(({ value }) => value)).toEqual(['off', ...clearingChoices.map(String)]);
  });

  it('is switched on once the browser allows to read the clipboard', async () => {
    const { actions } = await open(null);
    await choose('Clear after', '30');
    expect(actions.requestClipboard).not.toHaveBeenCalled();
    await press(save);
    expect(actions.requestClipboard).toHaveBeenCalledOnce();
    expect(actions.setClearing).toHaveBeenCalledExactlyOnceWith(30);
    expect(said('status')).toContain('will be cleared');
    expect(field('Clear after').value).toBe('30');
  });

  it('is asked for in the press itself', async () => {
    const { actions } = await open(null);
    await choose('Clear after', '30');
    screen.getByRole('button', { name: save }).click();
    expect(actions.requestClipboard).toHaveBeenCalledOnce();
    await settle();
  });

  it('stays off where that is refused, and that is said', async () => {
    const { actions } = await open(null);
    actions.requestClipboard.mockResolvedValueOnce(false);
    await choose('Clear after', '30');
    await press(save);
    expect(actions.setClearing).not.toHaveBeenCalled();
    expect(said('alert')).toContain('nothing has changed');
    expect(said('status')).toBe('');
  });

  it('is switched off without asking', async () => {
    const { actions } = await open(60, { granted: grantedAll });
    await choose('Clear after', 'off');
    await press(save);
    expect(actions.requestClipboard).not.toHaveBeenCalled();
    expect(actions.setClearing).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('that was chosen and not saved is there again after a reload', async () => {
    const { unmount } = await open(null);
    await choose('Clear after', '120');
    unmount();
    await open(null);
    expect(field('Clear after').value).toBe('120');
  });

  it('without the permission, which was taken back, is said and can be allowed again', async () => {
    const { actions } = await open(60);
    expect(document.querySelector('#clipboard')?.textContent).toContain('no longer allows');
    await press('Allow again');
    expect(actions.requestClipboard).toHaveBeenCalledOnce();
    expect(actions.setClearing).toHaveBeenCalledExactlyOnceWith(60);
  });

  it.each<[ClearingSeconds | null, OptionsState['granted']]>([
    [60, grantedAll],
    [null, optionsState().granted],
  ])('has nothing to say of permissions otherwise: case %#', async (seconds, granted) => {
    await open(seconds, { granted });
    expect(screen.queryByRole('button', { name: 'Allow again' })).toBeNull();
  });
});

it('says honestly what it clears and what it cannot', async () => {
  await open(null);
  const text = document.querySelector('#clipboard')?.textContent;
  expect(text).toContain('cleared only if it still holds what Token Desk copied');
  expect(text).toContain('clipboard history of your operating system');
});
