// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { account, deskWith, fakeToken } from '../../../gallery/desks.ts';
import { grantedAtFirst, optionsState, otherWidgetId, widgetId } from '../../../gallery/options-states.ts';
import { describedBy, field, isInvalid, openSettled, press, said, settle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const { key } = account();
const state = optionsState(deskWith(account(), fakeToken(), { widgetOffers: [otherWidgetId, widgetId] }));

describe('the widget id', () => {
  it('is stored for the account, without the space around it, once the browser was asked', async () => {
    const { actions } = await openSettled(state);
    await type('Widget id', ` ${widgetId} `);
    await press('Save widget id');
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, widgetId);
    expect(said('status')).toBe('The widget id is saved.');
    expect(field('Widget id').value).toBe(widgetId);
  });

  it('is asked for in the press itself, before anything else is waited for', async () => {
    const { actions } = await openSettled(state);
    await type('Widget id', widgetId);
    let isPressed = false;
    actions.requestCheckConsent.mockImplementation(async () => isPressed);
    isPressed = true;
    screen.getByRole('button', { name: 'Save widget id' }).click();
    isPressed = false;
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    await settle();
    expect(said('status')).toContain('saved');
  });

  it('is stored where the browser was not allowed to send, and that is said', async () => {
    const { actions } = await openSettled(state);
    actions.requestCheckConsent.mockResolvedValueOnce(false);
    await type('Widget id', widgetId);
    await press('Save widget id');
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, widgetId);
    expect(said('alert')).toContain('nothing can be checked until you allow it');
  });

  it('goes when the field is empty, and nothing is asked for then', async () => {
    const { actions } = await openSettled(optionsState({ ...state.desk, widgetIds: { [key]: widgetId } }));
    await type('Widget id', ' ');
    await press('Save widget id');
    expect(actions.requestCheckConsent).not.toHaveBeenCalled();
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, null);
    expect(said('status')).toContain('removed');
  });

  it.each([
    ['x'.repeat(101), '100 characters'],
    ['a\u202eb', 'invisible'],
    ['https://www.snapengage.com/widget', 'address, a path'],
    [fakeToken(), 'looks like the API token'],
  ])('is refused with a sentence at the field: case %#', async (typed, sentence) => {
    const { actions } = await openSettled(state);
    await type('Widget id', typed);
    await press('Save widget id');
    await settle();
    expect(isInvalid('Widget id')).toBe(true);
    expect(describedBy('Widget id')).toContain(sentence);
    expect(document.activeElement).toBe(field('Widget id'));
    expect(actions.requestCheckConsent).not.toHaveBeenCalled();
    expect(actions.setWidgetId).not.toHaveBeenCalled();
    await type('Widget id', widgetId);
    expect(isInvalid('Widget id')).toBe(false);
  });

  it('leaves nothing said of an earlier deed where it is refused', async () => {
    await openSettled(state);
    await type('Widget id', widgetId);
    await press('Save widget id');
    expect(said('status')).not.toBe('');
    await type('Widget id', 'a/b');
    await press('Save widget id');
    expect(said('status')).toBe('');
  });

  it('of another shape is taken, with a warning', async () => {
    const { actions } = await openSettled(state);
    await type('Widget id', 'widget-7');
    expect(describedBy('Widget id')).toContain('Look twice');
    await press('Save widget id');
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, 'widget-7');
  });

  it('is offered where a page has shown it, but for the one that is in use', async () => {
    const { actions } = await openSettled(optionsState({ ...state.desk, widgetIds: { [key]: widgetId } }));
    expect(screen.queryByRole('button', { name: `Use ${widgetId}` })).toBeNull();
    await press(`Use ${otherWidgetId}`);
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    expect(actions.setWidgetId).toHaveBeenCalledExactlyOnceWith(key, otherWidgetId);
    expect(field('Widget id').value).toBe(otherWidgetId);
  });

  it('is not offered to another account than the one whose pages have shown it', async () => {
    const other = account({ key: `${key} 2`, orgId: '5013'.repeat(4), label: 'other@example.com' });
    const { accounts } = state.desk;
    const byKey = { ...accounts.byKey, [other.key]: other };
    await openSettled(optionsState({ ...state.desk, accounts: { current: other.key, byKey } }));
    expect(screen.getByRole('button', { name: `Use ${widgetId}` })).not.toBeNull();
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Account' });
    choice.selectedIndex = 0;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(choice.selectedOptions[0]?.text).toContain('5012');
    expect(screen.queryByRole('button', { name: `Use ${widgetId}` })).toBeNull();
  });
});

describe('a check that the browser does not allow', () => {
  const refused = optionsState(
    { ...state.desk, widgetIds: { [key]: widgetId } },
    { granted: { ...grantedAtFirst, checkConsent: false } },
  );

  it('is said, with the way to allow it', async () => {
    const { actions } = await openSettled(refused);
    await press('Allow Check');
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    expect(said('status')).toContain('may now send');
  });

  it('stays so when it is refused again', async () => {
    const { actions } = await openSettled(refused);
    actions.requestCheckConsent.mockResolvedValueOnce(false);
    await press('Allow Check');
    expect(said('alert')).toContain('not allowed');
    expect(said('status')).toBe('');
  });

  it('is not spoken of before a widget id is set', async () => {
    await openSettled({ ...refused, desk: state.desk });
    expect(screen.queryByRole('button', { name: 'Allow Check' })).toBeNull();
  });
});

it('says what a check does', async () => {
  await openSettled(state);
  const text = document.querySelector('#check .lead')?.textContent;
  for (const part of ['one request', 'SnapEngage itself', 'with the token', 'accepted']) expect(text).toContain(part);
});
