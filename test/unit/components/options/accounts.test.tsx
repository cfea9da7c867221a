// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { account, deskWith } from '../../../gallery/desks.ts';
import { optionsState, otherAccount, otherWidgetId, twoAccounts, widgetId } from '../../../gallery/options-states.ts';
import { choose, field, openSettled, press, settle, toggle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const { key } = account();
const widgetIds = { [key]: widgetId, [otherAccount.key]: otherWidgetId };
const places = () => [...document.querySelectorAll('.place-name')].map((name) => name.textContent);
const state = optionsState({ ...twoAccounts, widgetIds });

describe('where there are several accounts', () => {
  it('begins with the one seen last', async () => {
    await openSettled(state);
    expect(field('Account').value).toBe(key);
    expect(field('Widget id').value).toBe(widgetId);
    expect(places()).toContain('Chat logs in Snowflake');
  });

  it('follows the choice in everything', async () => {
    const { actions } = await openSettled(state);
    await choose('Account', otherAccount.key);
    expect(field('Widget id').value).toBe(otherWidgetId);
    expect(places()).toEqual([]);
    await type('Widget id', 'w');
    await press('Save widget id');
    await toggle('Remind me to change the token');
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(otherAccount.key, 'w');
    expect(actions.changeReminder.mock.calls[0]?.[0]).toBe(otherAccount.key);
  });

  it('keeps what was typed for the account it was typed for', async () => {
    await openSettled(state);
    await type('Widget id', 'half');
    await choose('Account', otherAccount.key);
    expect(field('Widget id').value).toBe(otherWidgetId);
    await choose('Account', key);
    expect(field('Widget id').value).toBe('half');
  });

  it('keeps the choice over a reload', async () => {
    const { unmount } = await openSettled(state);
    await choose('Account', otherAccount.key);
    unmount();
    await openSettled(state);
    expect(field('Account').value).toBe(otherAccount.key);
  });

  it('goes to another one that is seen', async () => {
    const { show } = await openSettled(optionsState(deskWith(account())));
    show(optionsState({ ...twoAccounts, accounts: { ...twoAccounts.accounts, current: otherAccount.key } }));
    expect(field('Account').value).toBe(otherAccount.key);
  });

  it('goes to another one that is seen, whatever was chosen before', async () => {
    const third = {
      ...otherAccount,
      key: 'https://www.snapengage.com#8001',
      orgId: '8001',
      label: 'third@example.com',
    };
    const byKey = { ...twoAccounts.accounts.byKey, [third.key]: third };
    const { show } = await openSettled(state);
    await choose('Account', otherAccount.key);
    show(optionsState({ ...twoAccounts, accounts: { current: third.key, byKey } }));
    await settle();
    expect(field('Account').value).toBe(third.key);
  });

  it('tells two with the same label apart', async () => {
    const twin = { ...otherAccount, label: account().label };
    const byKey = { [key]: account(), [twin.key]: twin };
    await openSettled(optionsState({ ...twoAccounts, accounts: { current: key, byKey } }));
    const names = [...screen.getByLabelText<HTMLSelectElement>('Account').options].map(({ text }) => text);
    expect(names).toEqual([
      `owner@example.com, organisation ${account().orgId}`,
      `owner@example.com, organisation ${twin.orgId}`,
    ]);
  });
});

it('names the one account without a choice', async () => {
  await openSettled(optionsState(deskWith(account())));
  expect(screen.queryByLabelText('Account')).toBeNull();
  expect(document.querySelector('header')?.textContent).toContain('owner@example.com');
});

it('says where no account is known yet that the rest comes later', async () => {
  await openSettled(optionsState());
  expect(document.querySelector('main > .notice')?.textContent).toContain('No account is known yet');
  expect(screen.queryByLabelText('Widget id')).toBeNull();
  expect(field('Clear after')).toBeTruthy();
});
