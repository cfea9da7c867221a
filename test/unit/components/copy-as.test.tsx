// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { guessedSystem } from '../../../components/copy/copy-context.ts';
import type { CopyResult } from '../../../lib/clipboard.ts';
import { defaultCopying } from '../../../lib/copy/copying.ts';
import { fixedFormats } from '../../../lib/copy/fixed-formats.ts';
import { storeIds } from '../../../lib/copy/stores.ts';
import type { Desk } from '../../../lib/state/desk.ts';
import { account, deskOf, deskWith, fakeToken, galleryNow, problem, token } from '../../gallery/desks.ts';
import { deferred } from './deferred.ts';
import { openPopup, said } from './popup.tsx';
import { deskNamed } from './rotation/page.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const { key } = account();
const template = { id: 'c'.repeat(32), name: 'Shop settings', text: 'token = {{token}}' };
const around = (format: string, changes: Partial<Desk> = {}): Partial<Desk> => ({
  ...{ popupPage: 'copyAs', copying: { ...defaultCopying, format, system: 'macos' } },
  ...changes,
});
const withFormat = (format: string, changes: Partial<Desk> = {}, secret = token) =>
  deskWith(account(), secret, around(format, changes));
/** Of no shape that a token has been seen to have. */
const plainToken = 'horse-battery-staple-wire';
const list = () => screen.getByRole('listbox', { name: 'Formats' }) as HTMLSelectElement;
const choose = (format: string) => fireEvent.change(list(), { target: { value: format } });
const preview = () => screen.getByLabelText(/^Preview of/) as HTMLTextAreaElement;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const turn = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
const reading = { step: 'reading', startedAt: galleryNow } as const;

describe('the list', () => {
  it('offers every format by name, with the last choice chosen and its Copy focused', () => {
    openPopup(withFormat('json', { templates: [template] }));
    expect([...list().options].map(({ value }) => value)).toEqual([
      ...fixedFormats,
      `template:${template.id}`,
      ...storeIds.map((id) => `store:${id}`),
    ]);
    expect([...list().querySelectorAll('optgroup')].map(({ label }) => label)).toEqual([
      'Your templates',
      'Commands for secret stores',
    ]);
    for (const { textContent } of list().options) expect(textContent).toMatch(/\S/);
    expect(list().value).toBe('json');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Copy as JSON');
  });

  it('remembers what is chosen, and shows it at once', () => {
    const { actions } = openPopup(withFormat('token'));
    choose('authorization');
    expect(actions.setCopying.mock.calls).toEqual([[{ format: 'authorization' }]]);
    expect(preview().value).toMatch(/^Authorization: •+ cdef$/);
    expect(screen.getByRole('button', { name: 'Copy as Authorization header' })).toBeTruthy();
  });

  it('falls back to the plain token where the chosen template is gone', () => {
    openPopup(withFormat(`template:${template.id}`));
    expect(list().value).toBe('token');
  });

  it('copies on Enter', async () => {
    const { actions } = openPopup(withFormat('xApiKey'));
    fireEvent.keyDown(list(), { key: 'Enter' });
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(`x-api-key: ${token}`));
  });
});

describe('the preview', () => {
  it.each([...fixedFormats, `template:${template.id}`, ...storeIds.map((id) => `store:${id}`)])(
    'of %s never holds the token',
    (format) => {
      const widgetIds = { [key]: 'a-widget' };
      const { container } = openPopup(withFormat(format, { templates: [template], widgetIds }));
      expect(preview().value).not.toBe('');
      expect(preview().value).not.toContain(token);
      expect(container.outerHTML).not.toContain(token);
    },
  );

  it('says what is missing, and where to add it', async () => {
    const { actions } = openPopup(withFormat('curlChat'));
    expect(screen.getByText('It needs the id of one of your widgets. Add it in Settings.')).toBeTruthy();
    press('Copy as cURL for the Visitor Chat API');
    await waitFor(() => expect(said('alert')).toContain('Not copied as: cURL for the Visitor Chat API. It needs'));
    expect(actions.copy).not.toHaveBeenCalled();
  });

  it('selected as a whole, copies the text itself', async () => {
    const { sent } = openPopup(withFormat('authorization'));
    preview().select();
    const data = new DataTransfer();
    fireEvent(preview(), new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    expect(data.getData('text/plain')).toBe(`Authorization: ${token}`);
    await waitFor(() => expect(sent).toMatchObject([{ type: 'copied', format: 'authorization' }]));
  });

  it('selected in part, copies what is seen', () => {
    openPopup(withFormat('authorization'));
    preview().setSelectionRange(0, 13);
    const data = new DataTransfer();
    fireEvent(preview(), new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    expect(data.getData('text/plain')).toBe('');
  });
});

describe('Copy as', () => {
  it('says so only after the write', async () => {
    const { actions, sent } = openPopup(withFormat('json'));
    const written = deferred<CopyResult>();
    actions.copy.mockReturnValueOnce(written.promise);
    press('Copy as JSON');
    await turn();
    expect(said('status')).toBe('');
    expect(sent).toEqual([]);
    written.resolve('copied');
    await waitFor(() => expect(said('status')).toBe('Copied as: JSON'));
    expect(JSON.parse(actions.copy.mock.calls[0]?.[0] as string)).toMatchObject({ apiToken: token });
  });

  it('reads a remembered token first, and stays on the page meanwhile', async () => {
    const { actions, sent, show } = openPopup(deskOf(account(), around('xApiKey')));
    press('Copy as x-api-key header');
    expect(actions.copy.mock.calls[0]?.[0]).toBeInstanceOf(Promise);
    expect(sent).toEqual([{ type: 'read' }]);
    show(deskOf(account(), around('xApiKey', { reading })));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Copy as');
    show(withFormat('xApiKey'));
    await waitFor(() => expect(said('status')).toBe('Copied as: x-api-key header'));
    await expect(actions.copy.mock.calls[0]?.[0]).resolves.toBe(`x-api-key: ${token}`);
  });

  it('says why where the token does not come', async () => {
    const { show } = openPopup(deskOf(account(), around('xApiKey')));
    press('Copy as x-api-key header');
    show(deskOf(account(), around('xApiKey', { problem: problem('offline') })));
    await waitFor(() => expect(said('alert')).toBe('Not copied: the token could not be read.'));
    expect(said('status')).toBe('');
  });

  it('puts no token into a header line that would begin another', async () => {
    const { actions, sent } = openPopup(withFormat('authorization', {}, `${fakeToken(12)}\u2028x`));
    press('Copy as Authorization header');
    await waitFor(() => expect(said('alert')).toContain('cannot stand in one line'));
    expect(said('status')).toBe('');
    expect(sent).toEqual([]);
    await expect(actions.copy.mock.calls[0]?.[0]).rejects.toThrow('cannotFill');
  });

  it('finds that out of a token that had to be read, too', async () => {
    const { show } = openPopup(deskOf(account(), around('authorization')));
    press('Copy as Authorization header');
    show(withFormat('authorization', {}, `${fakeToken(12)}\u2028x`));
    await waitFor(() => expect(said('alert')).toContain('cannot stand in one line'));
  });

  it('selects the preview and names the keys where the browser refuses', async () => {
    const { actions, sent } = openPopup(withFormat('env'));
    actions.copy.mockResolvedValueOnce('notCopied');
    press('Copy as Lines of a .env file');
    await waitFor(() => expect(said('alert')).toBe('Not copied. Press Ctrl+C: the text is selected.'));
    expect(document.activeElement).toBe(preview());
    expect([preview().selectionStart, preview().selectionEnd]).toEqual([0, preview().value.length]);
    expect(sent).toEqual([]);
  });

  it('is what Ctrl+C does on its page', async () => {
    const { actions } = openPopup(withFormat('xApiKey'));
    fireEvent.keyDown(document.body, { key: 'c', ctrlKey: true });
    await waitFor(() => expect(actions.copy).toHaveBeenCalledExactlyOnceWith(`x-api-key: ${token}`));
  });
});

describe('a command for a secret store', () => {
  it('is copied without a token, and is nothing to report', async () => {
    const { actions, sent } = openPopup(deskOf(account(), around('store:github')));
    press('Copy as GitHub Actions');
    await waitFor(() => expect(said('status')).toBe('Command copied'));
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(`pbpaste | gh secret set 'SNAPENGAGE_API_TOKEN'`);
    await turn();
    expect(sent).toEqual([]);
  });

  it('is followed by the token itself', async () => {
    const { actions, sent } = openPopup(withFormat('store:github'));
    expect([...document.querySelectorAll('ol.order li')].map(({ textContent }) => textContent)).toEqual([
      'Copy this and paste it into a terminal, but do not run it yet.',
      'Copy the token.',
      'Press Enter there: it reads the clipboard.',
    ]);
    press('Copy token');
    await waitFor(() => expect(said('status')).toBe('Copied'));
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(token);
    await waitFor(() => expect(sent).toMatchObject([{ type: 'copied', format: 'token' }]));
  });

  it('is written for the clipboard that is chosen', () => {
    const { actions } = openPopup(withFormat('store:github'), { isNaming: true });
    const systems = screen.getByLabelText('Computer') as HTMLSelectElement;
    expect(systems.value).toBe('macos');
    fireEvent.change(systems, { target: { value: 'linuxX11' } });
    expect(actions.setCopying.mock.calls).toEqual([[{ system: 'linuxX11' }]]);
  });

  it('is written for the names that are chosen, and asks for those of its store alone', () => {
    const { actions } = openPopup(withFormat('store:vault'), { isNaming: true });
    const labels = [...document.querySelectorAll('.naming label')].map(({ textContent }) => textContent);
    expect(labels).toEqual(['Computer', 'Secret', 'Field', 'Mount']);
    fireEvent.input(screen.getByLabelText('Secret'), { target: { value: 'shop/snapengage' } });
    expect(actions.setCopying.mock.calls).toEqual([[{ names: { secret: 'shop/snapengage' } }]]);
  });

  it('goes back to the usual name where that is typed', () => {
    const copying = { ...defaultCopying, format: 'store:vault', names: { secret: 'mine', field: 'key' } };
    const { actions } = openPopup(withFormat('store:vault', { copying }), { isNaming: true });
    fireEvent.input(screen.getByLabelText('Secret'), { target: { value: 'snapengage' } });
    expect(actions.setCopying.mock.calls).toEqual([[{ names: { field: 'key' } }]]);
  });

  it.each([
    ['what the shell would misread', '-x'],
    ['what looks like a token', token],
    ['the token in memory, whatever it looks like', plainToken],
    ['a part of the token in memory', plainToken.slice(2, 12)],
  ])('refuses %s at the field, and stores nothing of it', (_, name) => {
    const { actions } = openPopup(withFormat('store:vault', {}, plainToken), { isNaming: true });
    const field = screen.getByLabelText('Secret');
    fireEvent.input(field, { target: { value: name } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/\.$/);
    expect(actions.setCopying).not.toHaveBeenCalled();
  });
});

it.each([
  ['MacIntel', 'macos'],
  ['Win32', 'windows'],
  ['Linux x86_64', 'linuxWayland'],
])('takes %s for %s', (platform, system) => {
  expect(guessedSystem(platform)).toBe(system);
});

describe('a name that is stored as it is typed', () => {
  it('is no part of the token that a rotation has replaced either', () => {
    const desk = { ...deskNamed('rotation-replace'), ...around('store:vault') };
    for (const old of Object.values(desk.oldSecrets)) old.token = plainToken;
    const { actions } = openPopup(desk, { isNaming: true });
    const field = screen.getByLabelText('Secret');
    fireEvent.input(field, { target: { value: plainToken.slice(2, 12) } });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(actions.setCopying).not.toHaveBeenCalled();
  });

  it('stores no part of a token that is taken out again key by key', () => {
    const { actions } = openPopup(withFormat('store:vault'), { isNaming: true });
    const field = screen.getByLabelText('Secret');
    for (let length = token.length; length >= 8; length -= 1) {
      fireEvent.input(field, { target: { value: token.slice(0, length) } });
      expect(field.getAttribute('aria-invalid')).toBe('true');
    }
    expect(actions.setCopying).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: 'shop/snapengage' } });
    expect(field.getAttribute('aria-invalid')).toBeNull();
    expect(actions.setCopying.mock.calls).toEqual([[{ names: { secret: 'shop/snapengage' } }]]);
  });
});
