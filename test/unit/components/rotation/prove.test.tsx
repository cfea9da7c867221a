// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { said } from '../popup.tsx';
import { button, deskNamed, events, focused, openRotation, press } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

/** What is said of the new and of the old token: the facts under each name. */
function facts(name: string): string[] {
  const found: string[] = [];
  let next = screen.getByText(name, { selector: 'dt' }).nextElementSibling;
  for (; next?.tagName === 'DD'; next = next.nextElementSibling) found.push(next.textContent ?? '');
  return found;
}

describe('before it was asked', () => {
  it('says so of each token, and asks for both', async () => {
    const { sent } = openRotation('rotation-prove');
    expect(facts('New token')).toEqual(['aaaa aaaa (cdef)', 'Not asked yet.']);
    expect(facts('Old token')).toEqual(['bbbb bbbb (1234)', 'Not asked yet.']);
    expect(focused()).toBe('Prove now');
    press('Prove now');
    await waitFor(() => expect(sent).toEqual([{ type: 'prove', rotation: expect.stringMatching(/^[0-9a-f]{32}$/) }]));
  });

  it('asks the browser for its leave in the click itself, and says where that is refused', async () => {
    const { sent, actions } = openRotation('rotation-prove');
    actions.requestCheckConsent.mockResolvedValueOnce(false);
    press('Prove now');
    expect(actions.requestCheckConsent).toHaveBeenCalledOnce();
    await waitFor(() => expect(said('alert')).not.toBe(''));
    expect(sent).toEqual([]);
  });

  it('asks once at a time', async () => {
    const { actions } = openRotation('rotation-prove-asking');
    expect(button('Prove now').getAttribute('aria-disabled')).toBe('true');
    expect(facts('New token')[1]).toBe('Asking SnapEngage');
    press('Prove now');
    expect(actions.requestCheckConsent).not.toHaveBeenCalled();
  });

  it('says what is missing where no widget is known, and leads to the settings', () => {
    const { actions, container } = openRotation('rotation-prove-no-widget');
    expect(screen.queryByRole('button', { name: 'Prove now' })).toBeNull();
    expect(container.textContent).toContain('no widget id is known');
    expect(facts('Old token')[1]).toContain('no longer in memory');
    press('Add a widget id');
    expect(actions.openOptions).toHaveBeenCalledExactlyOnceWith('check');
  });
});

describe('what was said', () => {
  it('proves it: the new token accepted, the old one refused', () => {
    const { sent } = openRotation('rotation-prove-proven');
    expect(facts('New token')[1]).toBe('Accepted. 2:01 PM');
    expect(facts('Old token')[1]).toBe('Refused, as it should be. 2:01 PM');
    expect(focused()).toBe('Finish');
    press('Finish');
    expect(events(sent)).toEqual([{ type: 'goOn' }]);
  });

  it('does not prove it where it cannot be told, and says why', () => {
    const { sent } = openRotation('rotation-prove-cannot-tell');
    expect(facts('New token')[1]).toMatch(/^Cannot tell\. .+ 2:01 PM$/);
    expect(facts('Old token')[1]).toContain('Refused');
    expect(screen.queryByRole('button', { name: 'Finish' })).toBeNull();
    press('Finish without proof');
    expect(events(sent)).toEqual([{ type: 'goOn' }]);
  });

  it('speaks against it where the new token is refused and the old one accepted', () => {
    openRotation('rotation-prove-wrong');
    expect(facts('New token')[1]).toContain('it does not work');
    expect(facts('Old token')[1]).toContain('Still accepted');
    expect(button('Finish without proof')).toBeTruthy();
  });

  it('stays where the old token has gone from memory since', () => {
    openRotation({ ...deskNamed('rotation-prove-proven'), oldSecrets: {} });
    expect(facts('Old token')[1]).toContain('Refused, as it should be.');
  });

  it('is read out when it comes', () => {
    openRotation('rotation-prove');
    expect(screen.getByText('New token', { selector: 'dt' }).parentElement?.getAttribute('aria-live')).toBe('polite');
  });
});

it('leads back to the list', () => {
  const { sent, follow } = openRotation('rotation-prove');
  press('Back to the list');
  expect(events(sent)).toEqual([{ type: 'goBack' }]);
  follow();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 3 of 5: Replace');
});

it('moves on as another window does, and leaves the focus where the person has it', () => {
  const { show } = openRotation('rotation-prove');
  button('Back').focus();
  show(deskNamed('rotation-record'));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 5 of 5: Record');
  expect(focused()).toBe('Back');
});
