// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { pageFor } from '../../../components/use-page.ts';
import { type Desk, shownOf } from '../../../lib/state/desk.ts';
import type { PopupPage } from '../../../lib/state/schemas.ts';
import { account, desk, deskOf, deskWith, galleryNow, intent, oldMark, problem, token } from '../../gallery/desks.ts';
import { fivePlaces, rotation } from '../../gallery/rotations.ts';
import { openPopup } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const esc = (target: Element = document.body) => fireEvent.keyDown(target, { key: 'Escape' });
const reading = { step: 'finding', startedAt: galleryNow } as const;
const open = { rotations: [rotation('planned', fivePlaces)] };

describe('a page', () => {
  it.each<[string, PopupPage, string]>([
    ['Copy as', 'copyAs', 'Copy as'],
    ['Places', 'places', 'Places'],
    ['Compare', 'compare', 'Compare'],
    ['Rotation…', 'rotation', 'Rotation'],
  ])('behind %s is remembered, titled, and left by Back', (name, page, title) => {
    const { actions, sent } = openPopup(deskWith(account()));
    button(name).focus();
    press(name);
    expect(actions.goTo.mock.calls).toEqual([[page]]);
    expect(heading()).toBe(title);
    press('Back');
    expect(actions.goTo.mock.calls).toEqual([[page], ['token']]);
    expect(heading()).toBe('API token');
    expect(document.activeElement).toBe(button(name));
    expect(sent).toEqual([]);
  });

  it('is the one the popup was closed on', () => {
    openPopup(deskWith(account(), token, { popupPage: 'compare' }));
    expect(heading()).toBe('Compare');
    expect(document.activeElement).toBe(screen.getByLabelText('Token to compare'));
  });

  it('does not change when another window goes elsewhere', () => {
    const { show } = openPopup(deskWith(account()));
    show(deskWith(account(), token, { popupPage: 'places' }));
    expect(heading()).toBe('API token');
  });

  it('keeps the places where outcomes are said, and forgets what was said on another', async () => {
    openPopup(deskWith(account()), { said: { role: 'status', text: 'Copied' } });
    const regions = [...document.querySelectorAll('[role=status], [role=alert]')];
    expect(regions.map(({ textContent }) => textContent)).toEqual(['Copied', '']);
    for (const name of ['Places', 'Back', 'Copy as', 'Back', 'Compare', 'Back']) {
      press(name);
      expect([...document.querySelectorAll('[role=status], [role=alert]')]).toEqual(regions);
      expect(regions.map(({ textContent }) => textContent)).toEqual(['', '']);
    }
  });

  it('masks the token that was shown before', () => {
    openPopup(deskWith(account()));
    press('Show token');
    press('Places');
    press('Back');
    expect((screen.getByLabelText('API token') as HTMLInputElement).value).not.toContain(token);
  });
});

describe('Esc', () => {
  it.each<PopupPage>(['copyAs', 'places', 'compare', 'rotation'])(
    'leaves the page %s, and not the popup',
    (popupPage) => {
      const { actions } = openPopup(deskWith(account(), token, { popupPage }));
      expect(esc()).toBe(false);
      expect(actions.goTo).toHaveBeenCalledExactlyOnceWith('token');
      expect(heading()).toBe('API token');
    },
  );

  it('leaves Compare out of its field, too', () => {
    openPopup(deskWith(account(), token, { popupPage: 'compare' }));
    esc(screen.getByLabelText('Token to compare'));
    expect(heading()).toBe('API token');
  });

  it('is the browser’s on the token’s page', () => {
    const { actions } = openPopup(deskWith(account()));
    expect(esc()).toBe(true);
    expect(actions.goTo).not.toHaveBeenCalled();
  });

  it('leaves a form that is being filled in alone', async () => {
    openPopup(deskWith(account(), token, { popupPage: 'places' }), { places: { form: 'new' } });
    await act(async () => undefined);
    const field = document.querySelector('form input');
    if (!field) throw new Error('No form.');
    esc(field);
    expect(heading()).toBe('Places');
  });

  it('is the dialog’s where one is open', () => {
    openPopup(deskWith(account({ mark: oldMark }), token, { popupPage: 'rotation' }), { asked: 'regenerate' });
    esc(button('Cancel'));
    expect(heading()).toBe('Rotation');
  });
});

describe('the state comes first', () => {
  const known = (changes: Partial<Desk>): Desk => deskOf(account(), changes);
  const none = deskOf(account({ mark: null }));
  const pages: PopupPage[] = ['copyAs', 'places', 'rotation', 'compare'];

  it.each<[string, Desk, PopupPage[]]>([
    ['a token', deskWith(account()), pages],
    ['a remembered token', deskOf(account()), pages],
    ['a token being read', known({ reading }), pages],
    ['no token', none, ['places', 'rotation', 'compare']],
    ['no connection', known({ problem: problem('offline') }), ['places', 'rotation', 'compare']],
    ['work in progress', known({ ledger: [intent()] }), []],
    ['work in progress in a rotation', known({ ledger: [intent()], ...open }), ['rotation']],
    ['a page that needs the person', known({ ledger: [intent({ need: 'hiddenTab' })], ...open }), []],
    ['an unknown outcome', known({ ledger: [intent({ doubt: 'timedOut' })], ...open }), []],
    ['signed out', known({ problem: problem('signedOut') }), []],
    ['not the owner', known({ problem: problem('notOwner') }), []],
    ['no access', known({ granted: false }), []],
    ['an unreadable page', known({ problem: problem('unreadable') }), []],
    ['an updated extension', known({ problem: problem('updated') }), []],
    ['no account', desk(), []],
  ])('with %s', (_, state, shown) => {
    expect(pages.filter((page) => pageFor(shownOf(state), page) === page)).toEqual(shown);
    expect(pageFor(shownOf(state), 'token')).toBe('token');
  });

  it('and the page comes back after it', () => {
    const onPlaces = (changes: Partial<Desk>) => deskWith(account(), token, { popupPage: 'places', ...changes });
    const { show } = openPopup(onPlaces({}));
    show(onPlaces({ ledger: [intent()] }));
    expect(screen.getByRole('heading', { name: 'Regenerating the token' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    show(onPlaces({}));
    expect(heading()).toBe('Places');
  });

  it('and no row leads to a page that cannot be shown', () => {
    openPopup(known({ problem: problem('signedOut'), ...open }));
    expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Places' })).toBeNull();
  });
});

it('opens the settings', () => {
  const { actions } = openPopup(deskWith(account()));
  press('Settings');
  expect(actions.openOptions).toHaveBeenCalledExactlyOnceWith();
});

it('can be cancelled while the token is read on another page', () => {
  const { sent } = openPopup(deskOf(account(), { popupPage: 'copyAs', reading }));
  press('Cancel');
  expect(sent).toEqual([{ type: 'cancelReading' }]);
});

it('finds the keyboard a new place when what had it is gone', () => {
  const pendingClear = { armedAt: galleryNow, deadline: galleryNow + 9000, hash: 'a'.repeat(64), salt: 'b'.repeat(32) };
  const { show } = openPopup(deskWith(account(), token, { pendingClear }));
  button('Keep').focus();
  show(deskWith(account()));
  expect(document.activeElement).toBe(button('Copy token'));
});
