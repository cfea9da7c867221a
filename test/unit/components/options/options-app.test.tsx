// @vitest-environment happy-dom
import { act, render } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsApp } from '../../../../components/options/OptionsApp.tsx';
import { noPlaces } from '../../../../lib/places/merge.ts';
import {
  accountsItem,
  clearingItem,
  copyingItem,
  historyItem,
  pendingClearItem,
  placesItem,
  remindersItem,
  syncItem,
  templatesItem,
  widgetIdsItem,
} from '../../../../lib/state/items.ts';
import { loadOptions } from '../../../../lib/state/options.ts';
import { account } from '../../../gallery/desks.ts';
import { grantedAtFirst, history, templates, widgetId } from '../../../gallery/options-states.ts';
import { button, choose, field, press, said, settle, toggle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

/** What is granted, what was asked for, and what the person answers; 'no press' is a browser that does not ask. */
const permissions = { granted: [] as string[], asked: [] as unknown[], answer: true as boolean | 'no press' };
const listeners = new Set<() => void>();
const event = {
  addListener: (listener: () => void) => void listeners.add(listener),
  removeListener: (listener: () => void) => void listeners.delete(listener),
};
const sent = vi.fn();
const { key } = account();

beforeEach(async () => {
  Object.assign(permissions, { granted: [...grantedAtFirst.permissions], asked: [], answer: true });
  sent.mockResolvedValue({});
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async () => true,
      getAll: async () => ({ permissions: permissions.granted, origins: grantedAtFirst.origins }),
      request: async (wish: { permissions: string[] }) => {
        permissions.asked.push(wish);
        if (permissions.answer === 'no press') throw new Error('may only be called from a user input handler');
        if (permissions.answer) permissions.granted.push(...wish.permissions);
        return permissions.answer;
      },
      ...{ onAdded: event, onRemoved: event },
    },
  });
  Object.assign(fakeBrowser.runtime, { sendMessage: sent, getManifest: () => ({ version: '7.8.9' }) });
  await accountsItem.set({ current: key, byKey: { [key]: account() } });
});

async function open() {
  const page = render(<OptionsApp initial={await loadOptions()} />);
  await settle();
  return page;
}

it('shows what is stored, the record and the version included', async () => {
  await Promise.all([historyItem.set(history), widgetIdsItem.set({ [key]: widgetId }), templatesItem.set(templates)]);
  await open();
  expect(field('Widget id').value).toBe(widgetId);
  expect(document.querySelectorAll('.entries > li')).toHaveLength(history.length);
  expect(button('Edit Terraform')).toBeTruthy();
  expect(document.querySelector('#about')?.textContent).toContain('7.8.9');
});

it('follows what changes elsewhere, until it is closed', async () => {
  const { unmount } = await open();
  await act(() => widgetIdsItem.set({ [key]: widgetId }));
  await settle();
  expect(field('Widget id').value).toBe(widgetId);
  unmount();
  expect(listeners.size).toBe(0);
});

it('is not read anew for what is being typed', async () => {
  await open();
  const read = vi.spyOn(fakeBrowser.storage.local, 'get');
  await type('Widget id', 'half');
  expect(read).not.toHaveBeenCalled();
});

it('keeps what was typed over a reload, in memory alone', async () => {
  const { unmount } = await open();
  await type('Widget id', 'half');
  unmount();
  expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('half');
  await open();
  expect(field('Widget id').value).toBe('half');
});

describe('what is chosen is stored:', () => {
  it('the widget id', async () => {
    await open();
    await type('Widget id', widgetId);
    await press('Save widget id');
    expect(await widgetIdsItem.get()).toEqual({ [key]: widgetId });
    await type('Widget id', '');
    await press('Save widget id');
    expect(await widgetIdsItem.get()).toEqual({});
  });

  it('the reminder', async () => {
    await open();
    await type('Days', '45');
    await press('Save days');
    await toggle('Also show a notification');
    expect(await remindersItem.get()).toEqual({ [key]: { days: 45, snooze: null, notify: true } });
    expect(permissions.asked).toEqual([{ permissions: ['notifications'] }]);
  });

  it('a template, and names for secret stores', async () => {
    await open();
    await press('Add template');
    await type('Name', 'Deploy');
    await type('Text', '{{token}}');
    await press('Save template');
    await type('Variable', 'CHAT');
    await press('Save names');
    expect(await templatesItem.get()).toMatchObject([{ name: 'Deploy', text: '{{token}}' }]);
    expect((await copyingItem.get()).names).toEqual({ variable: 'CHAT' });
  });

  it('sync, which is asked for then', async () => {
    await open();
    await toggle('Sync places');
    expect(await syncItem.get()).toBe(true);
    expect(sent).toHaveBeenCalledWith({ type: 'sync' });
  });
});

describe('clearing the clipboard', () => {
  const pending = { armedAt: 1, deadline: 2, hash: 'a'.repeat(64), salt: 'b'.repeat(32) };

  it('is stored once both rights are granted, and kept as offered', async () => {
    await clearingItem.set({ seconds: null, offered: true });
    await open();
    await choose('Clear after', '15');
    await press('Save clipboard setting');
    expect(permissions.asked).toEqual([{ permissions: ['clipboardRead', 'clipboardWrite'] }]);
    expect(await clearingItem.get()).toEqual({ seconds: 15, offered: true });
    expect(document.querySelector('#clipboard')?.textContent).not.toContain('no longer allows');
  });

  it.each([false, 'no press'] as const)('is not stored where the answer is %s', async (answer) => {
    permissions.answer = answer;
    await open();
    await choose('Clear after', '15');
    await press('Save clipboard setting');
    expect((await clearingItem.get()).seconds).toBeNull();
    expect(said('alert')).toContain('nothing has changed');
  });

  it('drops what is to come when it is switched off', async () => {
    await Promise.all([clearingItem.set({ seconds: 60, offered: true }), pendingClearItem.set(pending)]);
    await open();
    await choose('Clear after', 'off');
    await press('Save clipboard setting');
    expect((await clearingItem.get()).seconds).toBeNull();
    expect(await pendingClearItem.get()).toBeNull();
  });

  it('leaves what is to come alone when only the time is changed', async () => {
    await Promise.all([clearingItem.set({ seconds: 60, offered: true }), pendingClearItem.set(pending)]);
    await open();
    await choose('Clear after', '30');
    await press('Save clipboard setting');
    expect(await pendingClearItem.get()).toEqual(pending);
  });

  it('says so when a right is taken back while the page is open', async () => {
    await clearingItem.set({ seconds: 60, offered: true });
    permissions.granted.push('clipboardRead', 'clipboardWrite');
    await open();
    expect(document.querySelector('#clipboard')?.textContent).not.toContain('no longer allows');
    permissions.granted = permissions.granted.filter((name) => name !== 'clipboardRead');
    await act(() => {
      for (const listener of listeners) listener();
    });
    await settle();
    expect(document.querySelector('#clipboard')?.textContent).toContain('no longer allows');
  });
});

it('erases by asking for it, and empties the page when it is done', async () => {
  await placesItem.set({ [key]: noPlaces });
  await open();
  await type('To confirm, type: erase', 'erase');
  await press('Erase everything');
  expect(sent).toHaveBeenCalledWith({ type: 'eraseAll' });
  await act(() => fakeBrowser.storage.local.clear());
  await settle();
  expect(said('status')).toBe('Everything is erased.');
  expect(document.querySelector('main > .notice')?.textContent).toContain('No account is known yet');
});

it('goes to the section that its address names', async () => {
  location.hash = '#reminder';
  // The news of it is over before the page is there.
  await settle();
  await open();
  expect(document.activeElement?.id).toBe('reminder-title');
  location.hash = '#data';
  await settle();
  expect(document.activeElement?.id).toBe('data-title');
  location.hash = '';
});
