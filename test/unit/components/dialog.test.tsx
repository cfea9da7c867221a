// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { account, deskOf, deskWith, fakeToken, intent, mark, markOf, oldMark, token } from '../../gallery/desks.ts';
import { rotationStates } from '../../gallery/rotation-states.ts';
import { fivePlaces } from '../../gallery/rotations.ts';
import { openPopup, said } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const dialog = () => screen.queryByRole('alertdialog') as HTMLDialogElement | null;
const type = (text: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: /^Type/ }), { target: { value: text } });

function open(kind: 'Regenerate…' | 'Delete…', desk = deskWith(account())) {
  const popup = openPopup(desk);
  const opener = screen.getByRole('button', { name: kind });
  opener.focus();
  press(kind);
  return { ...popup, opener };
}

describe.each(['Regenerate…', 'Delete…'] as const)('%s', (kind) => {
  it('opens an alert dialog, named and described, with Cancel focused', () => {
    open(kind);
    expect(dialog()?.open).toBe(true);
    expect(document.activeElement?.textContent).toBe('Cancel');
    const described = document.getElementById(dialog()?.getAttribute('aria-describedby') ?? '')?.textContent;
    for (const part of ['owner@example.com', '5012', `…${mark.lastFour}`, '62 days old', 'no undo', 'No places']) {
      expect(described).toContain(part);
    }
    expect(document.getElementById(dialog()?.getAttribute('aria-labelledby') ?? '')?.textContent).toContain(
      mark.lastFour,
    );
  });

  it.each([
    ['Cancel', () => press('Cancel')],
    ['Esc', () => fireEvent(dialog() as Element, new Event('cancel', { cancelable: true }))],
    ['the backdrop', () => fireEvent.click(dialog() as Element)],
  ])('is cancelled by %s, and the focus returns', (_, cancel) => {
    const { sent, opener } = open(kind);
    cancel();
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(sent).toEqual([]);
  });

  it('stays open when its content is clicked', () => {
    open(kind);
    fireEvent.click(screen.getByRole('heading', { name: /token ending/ }));
    expect(dialog()).not.toBeNull();
  });

  it('does nothing and says so when the token changes meanwhile', () => {
    const { show, sent } = open(kind);
    show(deskWith(account({ mark: oldMark }), fakeToken(32, 5)));
    expect(dialog()).toBeNull();
    expect(said('alert')).toContain('changed elsewhere. Nothing was done');
    expect(sent).toEqual([]);
  });

  it('does nothing and says so when another window starts a change', () => {
    const { show, sent } = open(kind);
    show(deskWith(account(), 'x', { ledger: [intent()] }));
    expect(dialog()).toBeNull();
    expect(said('alert')).toContain('Another change');
    expect(sent).toEqual([]);
  });

  it('stays open when the same token is merely seen again', () => {
    const { show } = open(kind);
    show(deskWith(account({ asOf: 1 })));
    expect(dialog()?.open).toBe(true);
  });
});

it('binds a regeneration to the token and the newest intent that were shown: of a double click, one is taken', () => {
  const ended = { ...intent(), stage: 'settled', seen: true } as const;
  const { sent } = open('Regenerate…', deskWith(account(), 'x', { ledger: [ended] }));
  const verb = screen.getByRole('button', { name: 'Regenerate token' });
  act(() => {
    verb.click();
    verb.click();
  });
  const wish = { type: 'start', wish: expect.any(String), after: ended.id, kind: 'regenerate' };
  const start = { ...wish, account: account().key, expected: mark };
  expect(sent).toEqual([start, start]);
  expect(dialog()).toBeNull();
});

describe('deleting', () => {
  it('asks for the last four first, and says so', () => {
    const { sent } = open('Delete…');
    const verb = screen.getByRole('button', { name: 'Delete token' });
    expect(verb.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(verb.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'once they match',
    );
    press('Delete token');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Type/ }));
    expect(sent).toEqual([]);
  });

  it('takes nothing but the last four', () => {
    const { sent } = open('Delete…');
    type('0000');
    press('Delete token');
    expect(sent).toEqual([]);
    type(` ${mark.lastFour} `);
    press('Delete token');
    expect(sent).toMatchObject([{ type: 'start', kind: 'delete', expected: mark }]);
  });

  it('asks for the fingerprint where the token is too short to show its last four', () => {
    const short = markOf(fakeToken(8), 'c');
    const { sent } = open('Delete…', deskOf(account({ mark: short })));
    expect(screen.getByRole('textbox', { name: /fingerprint/ })).toBeTruthy();
    type('CCCC');
    press('Delete token');
    expect(sent).toMatchObject([{ kind: 'delete', expected: short }]);
  });
});

describe('what stops working', () => {
  const named = (name: string) => {
    const state = rotationStates.find((each) => each.name === name);
    if (!state) throw new Error(`No state ${name}`);
    openPopup(state.desk, state.start);
    return screen.getByRole('list', { name: /stops? working/ });
  };
  const described = () => document.getElementById(dialog()?.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

  it.each(['regenerate', 'delete'])('is named in the dialog for %s, with who to ask and the API', (kind) => {
    const list = named(`dialog-${kind}-places`);
    const rows = [...list.querySelectorAll('li')].map((each) => each.textContent);
    expect(rows).toHaveLength(fivePlaces.length);
    for (const part of ['Salesforce log export', 'Ana', 'Logs']) expect(rows[0]).toContain(part);
  });

  it('is counted in the description, which does not read the names out', () => {
    named('dialog-regenerate-places');
    expect(described()).toContain('5 places stop working');
    expect(described()).not.toContain('Salesforce');
    expect(described()).not.toContain('No places');
  });

  it('is one place where it is one', () => {
    const list = named('dialog-delete-one-place');
    expect(described()).toContain('1 place stops working');
    expect(list.hasAttribute('tabindex')).toBe(false);
  });

  it('is all of five hundred, within reach of the keyboard', () => {
    const list = named('dialog-regenerate-many-places');
    expect(list.querySelectorAll('li')).toHaveLength(500);
    expect(list.tabIndex).toBe(0);
    expect(described()).toContain('500 places stop working');
    expect(document.activeElement?.textContent).toBe('Cancel');
  });

  it('leaves out what is archived', () => {
    const places = fivePlaces.map((each, index) => ({ ...each, archived: index > 0 }));
    const list = { places, order: { ids: [], updatedAt: 0 } };
    open('Regenerate…', deskWith(account(), token, { places: { [account().key]: list } }));
    expect(described()).toContain('1 place stops working');
    expect(dialog()?.textContent).not.toContain('Kiosk chat');
  });
});
