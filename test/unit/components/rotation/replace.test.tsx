// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeToken, galleryNow, token } from '../../../gallery/desks.ts';
import { placeId } from '../../../gallery/rotations.ts';
import { said } from '../popup.tsx';
import { button, deskNamed, events, focused, openRotation, press, row } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

afterEach(() => vi.useRealTimers());

const oldToken = fakeToken(32, 5);
const clock = () => screen.getByRole('timer').textContent;
const left = () => document.querySelector('.go-on p')?.textContent;

describe('the clock', () => {
  it('runs by the second, and is not read out', async () => {
    vi.useFakeTimers();
    const { actions } = openRotation('rotation-replace');
    expect(clock()).toBe('Connections down for 12 min 3 s');
    actions.clock.mockReturnValue(galleryNow + 2000);
    await act(async () => void (await vi.advanceTimersByTimeAsync(2000)));
    expect(clock()).toBe('Connections down for 12 min 5 s');
    expect(screen.getByRole('timer').closest('[aria-live]')).toBeNull();
  });

  it('has two bounds where nobody saw the old token go', () => {
    openRotation('rotation-replace-by-hand');
    expect(clock()).toBe('Connections down for at least 12 min, at most 1 h');
  });

  it('stands once no place is open', async () => {
    vi.useFakeTimers();
    const { actions } = openRotation('rotation-replace-all-done');
    expect(clock()).toBe('Connections were down for 4 min 3 s');
    actions.clock.mockReturnValue(galleryNow + 9000);
    await act(async () => void (await vi.advanceTimersByTimeAsync(9000)));
    expect(clock()).toBe('Connections were down for 4 min 3 s');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not there where the token was deleted', () => {
    openRotation('rotation-remove');
    expect(screen.queryByRole('timer')).toBeNull();
  });
});

describe('a place', () => {
  it('is given the token in its own format, which is named', async () => {
    const { actions } = openRotation('rotation-replace');
    expect(row('Kiosk chat').getByText('x-api-key header')).toBeTruthy();
    press('Copy for Kiosk chat');
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(`x-api-key: ${token}`));
    await waitFor(() => expect(said('status')).toContain('Copied as: x-api-key header'));
  });

  it('is done, and the focus stays with it', () => {
    const { sent, follow } = openRotation('rotation-replace');
    press('Done: Kiosk chat');
    expect(events(sent)).toEqual([{ type: 'tick', place: placeId(3) }]);
    expect(row('Kiosk chat').queryByText(/^Done \d/)).toBeNull();
    follow();
    expect(row('Kiosk chat').getByText('Done 2:02 PM')).toBeTruthy();
    expect(focused()).toBe('Undo: Kiosk chat');
  });

  it('is open again after Undo, and the focus stays with it', () => {
    const { sent, follow } = openRotation('rotation-replace');
    press('Undo: Salesforce log export');
    expect(events(sent)).toEqual([{ type: 'untick', place: placeId(1) }]);
    follow();
    expect(focused()).toBe('Done: Salesforce log export');
  });

  it('does not take the focus from where the person has gone meanwhile', () => {
    const { follow } = openRotation('rotation-replace');
    press('Done: Kiosk chat');
    button('Copy old token').focus();
    follow();
    expect(focused()).toBe('Copy old token');
  });

  it('is skipped with a reason', () => {
    const { sent, follow } = openRotation('rotation-replace');
    press('Skip Phone system status…');
    const input = screen.getByLabelText('Why is it skipped?');
    fireEvent.input(input, { target: { value: 'Replaced by a new one' } });
    press('Skip Phone system status');
    expect(events(sent)).toEqual([{ type: 'skip', place: placeId(2), reason: 'Replaced by a new one' }]);
    follow();
    expect(focused()).toBe('Undo: Phone system status');
    press('Undo: Phone system status');
    follow();
    expect(events(sent)[1]).toEqual({ type: 'unskip', place: placeId(2) });
  });

  it('says that it is to be done again where the token was replaced once more', () => {
    openRotation('rotation-replace-again');
    expect(row('Salesforce log export').getByText(/To be done again/)).toBeTruthy();
    expect(row('Kiosk chat').queryByText(/To be done again/)).toBeNull();
  });

  it('keeps its name, and is done as a plain token, where it is listed no more', async () => {
    const { actions } = openRotation('rotation-replace-listed-no-more');
    expect(row('Kiosk chat').getByText('It is no longer in the list of places.')).toBeTruthy();
    expect(row('Kiosk chat').getByText('Plain token')).toBeTruthy();
    press('Copy for Kiosk chat');
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(token));
  });

  it('keeps its name where it was renamed, and has its new link and format', () => {
    const desk = deskNamed('rotation-replace');
    for (const list of Object.values(desk.places)) {
      list.places = list.places.map((each) =>
        each.id === placeId(3) ? { ...each, name: 'Other', link: 'https://kiosk.example.com/', format: 'json' } : each,
      );
    }
    openRotation(desk);
    expect(row('Kiosk chat').getByRole('link').getAttribute('href')).toBe('https://kiosk.example.com/');
    expect(row('Kiosk chat').getByText('JSON')).toBeTruthy();
  });

  it('says the order of things where its format is a command, and has the token for it', async () => {
    const desk = deskNamed('rotation-replace');
    for (const list of Object.values(desk.places)) {
      list.places = list.places.map((each) => (each.id === placeId(3) ? { ...each, format: 'store:vault' } : each));
    }
    const { actions } = openRotation(desk);
    expect(row('Kiosk chat').getByText(/Paste it into a terminal, then copy the token/)).toBeTruthy();
    press('Copy token for Kiosk chat');
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(token));
    expect(row('Phone system status').queryByText(/Paste it into a terminal/)).toBeNull();
  });

  it('shows what is to be done there', () => {
    openRotation('rotation-replace-again');
    expect(row('Salesforce log export').getByText(/Then run the job once/)).toBeTruthy();
  });
});

describe('the old token', () => {
  it('is copied, and shown nowhere', async () => {
    const { actions, container, sent } = openRotation('rotation-replace');
    press('Copy old token');
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(oldToken);
    await waitFor(() => expect(said('status')).toBe('Old token copied'));
    expect(container.outerHTML).not.toContain(oldToken);
    // It is cleared from the clipboard like any other: told by its mark and a hash alone.
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ type: 'copied', format: 'token' }));
    expect(JSON.stringify(sent)).not.toContain(oldToken);
  });

  it('is not said to be copied where the browser refuses', async () => {
    const { actions } = openRotation('rotation-replace');
    actions.copy.mockResolvedValueOnce('notCopied');
    press('Copy old token');
    await waitFor(() => expect(said('alert')).toContain('the browser refused'));
    expect(said('status')).toBe('');
  });

  it('is said to be gone from memory', () => {
    const { container } = openRotation('rotation-replace-old-gone');
    expect(screen.queryByRole('button', { name: 'Copy old token' })).toBeNull();
    expect(container.textContent).toContain('no longer in memory');
  });
});

it('begins at its heading, as its list does not begin with one deed', () => {
  openRotation('rotation-replace');
  expect(focused()).toBe('Step 3 of 5: Replace');
});

describe('going on', () => {
  it('waits for the last place, and says what is left', () => {
    const { sent } = openRotation('rotation-replace');
    expect(left()).toBe('3 places left');
    const goOn = button('Go on to the proof');
    expect(goOn.getAttribute('aria-disabled')).toBe('true');
    press('Go on to the proof');
    expect(sent).toEqual([]);
    expect(said('alert')).toContain('neither done nor skipped');
  });

  it('leads to the proof, with its next step focused', () => {
    const { sent, follow } = openRotation('rotation-replace-all-done');
    expect(left()).toBe('No place is left');
    press('Go on to the proof');
    expect(events(sent)).toEqual([{ type: 'goOn' }]);
    follow();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 4 of 5: Prove');
    expect(focused()).toBe('Prove now');
  });

  it('counts what is left as it is done', () => {
    const { follow } = openRotation('rotation-replace');
    press('Done: Kiosk chat');
    press('Done: Phone system status');
    follow();
    expect(left()).toBe('1 place left');
  });

  it('leads from a delete straight to the record', () => {
    const { container, follow } = openRotation('rotation-remove');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 3 of 4: Remove');
    expect(container.textContent).toContain('Remove the old token');
    expect(screen.queryByRole('button', { name: /^Copy for/ })).toBeNull();
    for (const name of ['Phone system status', 'Kiosk chat', 'Data warehouse', 'A script on somebody’s desk']) {
      press(`Done: ${name}`);
    }
    follow();
    press('Go on to the record');
    follow();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Step 4 of 4: Record');
  });

  it('is possible without any place', () => {
    const { sent } = openRotation('rotation-replace-no-places');
    press('Go on to the proof');
    expect(events(sent)).toEqual([{ type: 'goOn' }]);
  });
});

it('says what abandoning means once the token has changed', () => {
  const { container, sent } = openRotation('rotation-replace');
  press('Abandon rotation');
  expect(container.textContent).toContain('The token stays changed');
  press('Abandon it now');
  expect(events(sent)).toEqual([{ type: 'abandon' }]);
});

it('shows an operation that is under way beside the list', () => {
  const { ledger } = deskNamed('rotation-regenerating');
  openRotation({ ...deskNamed('rotation-replace'), ledger });
  expect(screen.getByRole('progressbar', { name: 'Confirming on the page' })).toBeTruthy();
  expect(button('Done: Kiosk chat')).toBeTruthy();
});

it('follows what is done in another window', () => {
  const { show, desk } = openRotation('rotation-replace');
  show({ ...desk(), rotations: deskNamed('rotation-replace-all-done').rotations });
  expect(left()).toBe('No place is left');
});

describe('five hundred places', () => {
  it('are all there, each with its own buttons', () => {
    openRotation('rotation-replace-many');
    expect(document.querySelectorAll('.item')).toHaveLength(500);
    expect(left()).toBe('499 places left');
    const names = [...document.querySelectorAll('.item button, .item a')].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('stay where they are when one is done', () => {
    const { follow } = openRotation('rotation-replace-many');
    const rows = [...document.querySelectorAll('.item')];
    const done = document.querySelector<HTMLElement>('[aria-label="Done: Shop 300"]');
    done?.focus();
    fireEvent.click(done as HTMLElement);
    follow();
    expect([...document.querySelectorAll('.item')].every((each, index) => each === rows[index])).toBe(true);
    expect(focused()).toBe('Undo: Shop 300');
    expect(left()).toBe('498 places left');
  });

  it('are not drawn again by the clock', async () => {
    vi.useFakeTimers();
    const { actions } = openRotation('rotation-replace-many');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    actions.clock.mockReturnValue(galleryNow + 1000);
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    observer.disconnect();
    expect(clock()).toBe('Connections down for 12 min 4 s');
    expect(changes).toHaveLength(1);
  });
});
