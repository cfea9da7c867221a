// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { fingerprintOf } from '../../../lib/token.ts';
import { account, deskWith, fakeToken, token } from '../../gallery/desks.ts';
import { openPopup } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const { key } = account();
const past = fakeToken(32, 7);
const known = async () =>
  deskWith(account({ mark: { fingerprint: await fingerprintOf(token), lastFour: null } }), token, {
    popupPage: 'compare',
  });
const field = () => screen.getByLabelText('Token to compare') as HTMLInputElement;
const paste = (text: string) => fireEvent.input(field(), { target: { value: text } });
const result = () => document.querySelector('.result')?.textContent;

it.each([
  ['the current token', token, 'This is the current token.'],
  ['the current token in a header', `x-api-key: ${token}`, 'This is the current token.'],
  ['a replaced one', past, 'This is an older token. It was replaced on Mar 26, 2026 and should work no more.'],
])('tells %s', async (_, pasted, text) => {
  openPopup(await known());
  paste(pasted);
  await waitFor(() => expect(result()).toBe(text));
  expect(document.querySelector('.result')?.getAttribute('aria-live')).toBe('polite');
});

it('says that it does not know another', async () => {
  openPopup(await known());
  paste(fakeToken(32, 3));
  await waitFor(() => expect(result()).toContain('does not know it'));
  paste('');
  await waitFor(() => expect(result()).toBe(''));
});

it('asks the record of this account, once', async () => {
  const { actions } = openPopup(await known());
  paste('a');
  paste('b');
  await waitFor(() => expect(result()).toContain('does not know it'));
  expect(actions.pastTokens.mock.calls).toEqual([[key]]);
});

it('still tells the current one where the record cannot be read', async () => {
  const { actions } = openPopup({ ...(await known()), popupPage: 'token' });
  actions.pastTokens.mockRejectedValue(new Error('No storage'));
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  paste(token);
  await waitFor(() => expect(result()).toBe('This is the current token.'));
  paste(past);
  await waitFor(() => expect(result()).toContain('does not know it'));
});

it('keeps what was pasted in the field alone, and forgets it with the page', async () => {
  const { container, sent, actions } = openPopup(await known());
  paste(past);
  await waitFor(() => expect(result()).toContain('older'));
  expect(container.outerHTML).not.toContain(past);
  expect(field().autocomplete).toBe('off');
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  expect(field().value).toBe('');
  expect(sent).toEqual([]);
  expect(JSON.stringify([actions.setCopying.mock.calls, actions.goTo.mock.calls])).not.toContain(past);
});
