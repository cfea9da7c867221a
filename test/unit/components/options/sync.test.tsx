// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { OptionsState } from '../../../../lib/state/options.ts';
import { account, daysAgo, deskWith, galleryNow } from '../../../gallery/desks.ts';
import { optionsState } from '../../../gallery/options-states.ts';
import { field, openSettled, press, said, toggle } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const open = (changes: Partial<OptionsState> = {}) => openSettled(optionsState(deskWith(account()), changes));
const section = () => document.querySelector('#sync')?.textContent ?? '';

describe('sync', () => {
  it('is switched on, and run then', async () => {
    const { actions, sent } = await open();
    await toggle('Sync places');
    expect(actions.setSync).toHaveBeenCalledExactlyOnceWith(true);
    expect(sent).toEqual([{ type: 'sync' }]);
    expect(field('Sync places').checked).toBe(true);
    expect(said('status')).toBe('Places are synced from now on.');
  });

  it('is switched off, and what stays is said', async () => {
    const { actions } = await open({ sync: true });
    await toggle('Sync places');
    expect(actions.setSync).toHaveBeenCalledExactlyOnceWith(false);
    expect(field('Sync places').checked).toBe(false);
    expect(said('status')).toContain('no longer synced');
  });

  it('that is not stored is not asked for', async () => {
    const { actions, sent } = await open();
    actions.setSync.mockRejectedValueOnce(new Error('full'));
    await toggle('Sync places');
    expect(sent).toEqual([]);
    expect(field('Sync places').checked).toBe(false);
    expect(said('alert')).toContain('Not saved');
  });

  it('is run at wish', async () => {
    const { sent } = await open({ sync: true });
    await press('Sync now');
    expect(sent).toEqual([{ type: 'sync' }]);
  });

  it('says when it ran, and how many places found no room', async () => {
    const { show } = await open({ sync: true });
    expect(section()).toContain('has not run');
    const state = optionsState(deskWith(account()), { sync: true });
    show({ ...state, syncReport: { at: galleryNow, left: 0, failed: false } });
    expect(section()).toContain('Last run: ');
    expect(section()).not.toContain('no room');
    show({ ...state, syncReport: { at: galleryNow, left: 12, failed: false } });
    expect(section()).toContain('stay on this computer alone: 12.');
  });

  it('says that it failed', async () => {
    await open({ sync: true, syncReport: { at: daysAgo(1), left: 0, failed: true } });
    expect(section()).toContain('The last run failed: May 4, 2026.');
  });

  it('says nothing of runs while it is off', async () => {
    await open({ syncReport: { at: daysAgo(1), left: 3, failed: true } });
    expect(section()).not.toContain('failed');
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
  });

  it('says what goes along and what never does', async () => {
    await open();
    expect(section()).toContain('Only places do: never a token');
  });
});
