// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeToken, intent, oldMark } from '../../../gallery/desks.ts';
import { said } from '../popup.tsx';
import { button, deskNamed, events, focused, openRotation, press, row } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

afterEach(() => vi.useRealTimers());

const reason = () => screen.getByLabelText('Reason for the change') as HTMLTextAreaElement;
/** The token in memory but for one character, as a selection may leave it. */
const mostOfToken = () => (Object.values(deskNamed('rotation-prepare').secrets)[0]?.token ?? '').slice(1);
const write = (text: string) => fireEvent.input(reason(), { target: { value: text } });

describe('Prepare', () => {
  it('says which step of how many it is, and names all of them', () => {
    openRotation('rotation-prepare');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 1 of 5: Prepare');
    const steps = [...document.querySelectorAll('.steps li')];
    expect(steps.map((each) => each.textContent)).toEqual(['Prepare', 'Regenerate', 'Replace', 'Prove', 'Record']);
    expect(steps.filter((each) => each.getAttribute('aria-current') === 'step')).toEqual([steps[0]]);
  });

  it('names each place, its API, who to ask, and the way there', () => {
    openRotation('rotation-prepare');
    const place = row('Salesforce log export');
    expect(place.getByText('Logs')).toBeTruthy();
    expect(place.getByText('Ask Ana')).toBeTruthy();
    const link = place.getByRole('link', { name: 'Open Salesforce log export' });
    expect(link.getAttribute('href')).toBe('https://login.salesforce.com/');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(row('Kiosk chat').queryByRole('link')).toBeNull();
  });

  it('ticks and copies nothing yet', () => {
    openRotation('rotation-prepare');
    expect(screen.queryByRole('button', { name: /^(Done|Copy)/ })).toBeNull();
  });

  it('asks before the change', () => {
    const { sent } = openRotation('rotation-prepare');
    press('Regenerate…');
    press('Regenerate token');
    expect(sent).toMatchObject([{ type: 'start', kind: 'regenerate', expected: oldMark }]);
  });

  it('asks for a delete in a rotation that is for one', () => {
    openRotation('rotation-delete');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 1 of 4: What stops');
    press('Delete…');
    expect(screen.getByRole('alertdialog', { name: /Delete/ })).toBeTruthy();
  });

  it('goes on with a rotation that has no places, and says so', () => {
    const { actions, container } = openRotation('rotation-prepare-no-places');
    expect(container.textContent).toContain('No places are listed');
    expect(container.textContent).not.toContain('These places stop working');
    expect(button('Regenerate…')).toBeTruthy();
    press('Places');
    expect(actions.goTo).toHaveBeenCalledWith('places');
  });
});

it('keeps no part of a token that is taken out of the reason again key by key', async () => {
  vi.useFakeTimers();
  const { sent } = openRotation('rotation-prepare');
  const secret = fakeToken(32, 7);
  for (const text of [secret, secret.slice(0, -1), secret.slice(0, -9)]) {
    write(text);
    await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
    expect(reason().getAttribute('aria-invalid')).toBe('true');
  }
  // Also where it was there for less than the pause.
  write(`Leaked ${secret}`);
  write(`Leaked ${secret.slice(0, -1)}`);
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  expect(sent.filter(({ type }) => type === 'rotate')).toEqual([]);
  write('Leaked');
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  expect(events(sent)).toEqual([{ type: 'note', reason: 'Leaked' }]);
});

describe('skipping', () => {
  const input = () => screen.getByLabelText('Why is it skipped?') as HTMLInputElement;
  const fill = (text: string) => fireEvent.input(input(), { target: { value: text } });

  it('asks why, and says so in the row', () => {
    const { sent, follow } = openRotation('rotation-prepare');
    press('Skip Kiosk chat…');
    expect(document.activeElement).toBe(input());
    fill('  Switched off  ');
    press('Skip Kiosk chat');
    expect(events(sent)).toEqual([{ type: 'skip', place: expect.any(String), reason: 'Switched off' }]);
    follow();
    expect(row('Kiosk chat').getByText('Switched off')).toBeTruthy();
    expect(focused()).toBe('Undo: Kiosk chat');
  });

  it('is taken back, and the form does not come back with it', () => {
    const { sent, follow } = openRotation('rotation-prepare');
    press('Skip Kiosk chat…');
    fill('Switched off');
    press('Skip Kiosk chat');
    follow();
    press('Undo: Kiosk chat');
    follow();
    expect(events(sent)[1]).toMatchObject({ type: 'unskip' });
    expect(focused()).toBe('Skip Kiosk chat…');
  });

  it.each([
    ['nothing', ' ', 'Write why'],
    ['too much', 'a '.repeat(101), 'at most|200 characters'],
    ['an invisible character', 'Switched\u200Boff', 'invisible'],
    ['what looks like a token', `was ${fakeToken()}`, 'looks like a token'],
    ['a part of the token', `was ${mostOfToken()}`, 'looks like a token'],
  ])('refuses %s as a reason, at the field', (_, text, sentence) => {
    const { sent } = openRotation('rotation-prepare');
    press('Skip Kiosk chat…');
    fill(text);
    press('Skip Kiosk chat');
    expect(sent).toEqual([]);
    expect(document.activeElement).toBe(input());
    expect(input().getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(input().getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toMatch(new RegExp(sentence));
  });

  it.each([
    ['Cancel', () => press('Cancel')],
    ['Esc', () => fireEvent.keyDown(input(), { key: 'Escape' })],
  ])('is left by %s, and the focus returns', (_, leave) => {
    const { sent } = openRotation('rotation-prepare');
    press('Skip Kiosk chat…');
    leave();
    expect(sent).toEqual([]);
    expect(focused()).toBe('Skip Kiosk chat…');
  });

  it('asks for one place at a time', () => {
    openRotation('rotation-prepare');
    press('Skip Kiosk chat…');
    press('Skip Phone system status…');
    expect(screen.getAllByLabelText('Why is it skipped?')).toHaveLength(1);
    expect(button('Skip Phone system status')).toBeTruthy();
  });
});

describe('the reason', () => {
  it('is kept after a pause, once', async () => {
    vi.useFakeTimers();
    const { sent, follow } = openRotation('rotation-prepare');
    write('Leaked');
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    expect(sent).toEqual([]);
    write('Leaked in a log ');
    await act(async () => void (await vi.advanceTimersByTimeAsync(700)));
    expect(events(sent)).toEqual([{ type: 'note', reason: 'Leaked in a log' }]);
    follow();
    fireEvent.blur(reason());
    expect(sent).toHaveLength(1);
    expect(reason().value).toBe('Leaked in a log ');
  });

  it('is kept when the field is left', () => {
    const { sent } = openRotation('rotation-prepare');
    write('Leaked');
    fireEvent.blur(reason());
    expect(events(sent)).toEqual([{ type: 'note', reason: 'Leaked' }]);
  });

  it('is kept when the page is left', () => {
    const { sent } = openRotation('rotation-prepare');
    write('Leaked');
    press('Back');
    expect(events(sent)).toEqual([{ type: 'note', reason: 'Leaked' }]);
  });

  it('is not stored over one from another window when the page is left', () => {
    const { sent, show, desk } = openRotation('rotation-prepare');
    write('Leaked');
    fireEvent.blur(reason());
    const rotations = desk().rotations.map((each) => ({ ...each, reason: 'Written elsewhere' }));
    show({ ...desk(), rotations });
    press('Back');
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['looks like a token', fakeToken],
    ['holds a part of the token', mostOfToken],
  ])('is refused at the field where it %s', (_, secret) => {
    const { sent } = openRotation('rotation-prepare');
    write(`Leaked: ${secret()}`);
    fireEvent.blur(reason());
    expect(sent).toEqual([]);
    expect(reason().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(reason().getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'looks like a token',
    );
    expect(reason().value).toContain('Leaked');
  });
});

describe('abandoning', () => {
  it('takes a second press, and says what it means', () => {
    const { sent, container } = openRotation('rotation-prepare');
    press('Abandon rotation');
    expect(sent).toEqual([]);
    expect(focused()).toBe('Keep rotation');
    expect(container.textContent).toContain('The token has not been changed');
    press('Abandon it now');
    expect(events(sent)).toEqual([{ type: 'abandon' }]);
  });

  it('is taken back, and the focus returns', () => {
    const { sent } = openRotation('rotation-prepare');
    press('Abandon rotation');
    press('Keep rotation');
    expect(sent).toEqual([]);
    expect(focused()).toBe('Abandon rotation');
  });
});

describe('the change', () => {
  it('comes first in an emergency, and asks', () => {
    openRotation('rotation-emergency');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 1 of 4: Regenerate');
    press('Regenerate…');
    expect(screen.getByRole('alertdialog', { name: /Regenerate/ })).toBeTruthy();
  });

  it('shows how far it is', () => {
    const { container } = openRotation('rotation-regenerating');
    expect(screen.getByRole('progressbar', { name: 'Confirming on the page' })).toBeTruthy();
    expect(container.textContent).toContain('You can close this window');
    expect(screen.queryByRole('button', { name: /Regenerate|Abandon/ })).toBeNull();
  });

  it('is waited for where it is at its end, and the rotation has not taken it up', () => {
    const { container } = openRotation('rotation-waiting');
    expect(container.textContent).toContain('Waiting for the outcome');
  });

  it('leads to Look again where its outcome is unknown', async () => {
    const { sent } = openRotation({ ...deskNamed('rotation-regenerating'), ledger: [intent({ doubt: 'timedOut' })] });
    press('Look again');
    await waitFor(() => expect(sent).toEqual([{ type: 'lookAgain' }]));
  });

  it('leaves a rotation open whose event was refused, and says why', () => {
    const { sent, desk, show } = openRotation('rotation-prepare');
    press('Abandon rotation');
    const rotations = desk().rotations.map((each) => ({ ...each, wish: '1'.repeat(32) }));
    show({ ...desk(), rotations });
    press('Abandon it now');
    expect(sent).toEqual([]);
    expect(said('alert')).toContain('A change of the token is under way');
  });
});
