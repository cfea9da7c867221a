// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { account, mark, oldMark } from '../../../gallery/desks.ts';
import { said } from '../popup.tsx';
import { button, deskNamed, focused, openRotation, press } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const account0 = account().key;

describe('where no rotation is open', () => {
  it('says what one is, with the planned one first', () => {
    const { container } = openRotation('rotation-none');
    expect(container.textContent).toContain('A rotation leads through replacing the token');
    expect(focused()).toBe('Start rotation');
  });

  it.each([
    ['Start rotation', 'planned'],
    ['Plan a delete', 'delete'],
  ])('%s begins it', (name, path) => {
    const { sent } = openRotation('rotation-none');
    press(name);
    expect(sent).toEqual([{ type: 'beginRotation', account: account0, path }]);
  });

  it('begins an emergency and asks for the change at once', () => {
    const { sent } = openRotation('rotation-none');
    press('Emergency: regenerate first');
    expect(sent).toEqual([{ type: 'beginRotation', account: account0, path: 'emergency' }]);
    expect(screen.getByRole('alertdialog', { name: /Regenerate/ })).toBeTruthy();
    press('Regenerate token');
    expect(sent[1]).toMatchObject({ type: 'start', kind: 'regenerate', expected: oldMark });
  });

  it('keeps the keyboard where the next step is when the emergency is not confirmed', () => {
    const { show } = openRotation('rotation-none');
    const opener = button('Emergency: regenerate first');
    opener.focus();
    fireEvent.click(opener);
    show(deskNamed('rotation-emergency'));
    press('Cancel');
    expect(focused()).toBe('Regenerate…');
  });

  it('says where no places are listed, and leads to them', () => {
    const { actions, container } = openRotation('rotation-none-no-places');
    expect(container.textContent).toContain('No places are listed');
    press('Places');
    expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('places');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Places');
  });

  it('does not speak of places that are there', () => {
    const { container } = openRotation('rotation-none');
    expect(container.textContent).not.toContain('No places');
  });

  it('begins nothing where there is no token', () => {
    const { container } = openRotation('rotation-none-no-token');
    expect(container.textContent).toContain('no token now that could be replaced');
    expect(screen.queryByRole('button', { name: 'Start rotation' })).toBeNull();
  });

  it('leaves a change by others to its own news, which starts a rotation for it', () => {
    const { sent } = openRotation('rotation-none-by-hand');
    press('Start rotation');
    expect(sent).toEqual([{ type: 'beginRotation', account: account0, path: 'byHand' }]);
  });
});

describe('once a rotation is closed', () => {
  it('says so, and the next Enter leads back to the token, not into another one', () => {
    const { follow } = openRotation('rotation-record');
    button('Close rotation').focus();
    press('Close rotation');
    expect(said('status')).toBe('');
    follow();
    expect(said('status')).toContain('The rotation has ended');
    expect(focused()).toBe('Back to the token');
    press('Back to the token');
    expect(screen.getByLabelText('API token')).toBeTruthy();
  });

  it('says nothing of another account’s that has none', () => {
    const { show } = openRotation('rotation-record');
    const other = account({ key: 'https://www.snapengage.com#2', orgId: '2', mark });
    show({ ...deskNamed('rotation-none'), accounts: { current: other.key, byKey: { [other.key]: other } } });
    expect(said('status')).toBe('');
    expect(screen.queryByRole('button', { name: 'Back to the token' })).toBeNull();
  });
});
