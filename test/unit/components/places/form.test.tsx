// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { longest, mostPlaces } from '../../../../lib/places/place.ts';
import { draftsItem } from '../../../../lib/state/items.ts';
import { account, fakeToken, galleryNow } from '../../../gallery/desks.ts';
import { galleryPlace, galleryPlaces, manyPlaces } from '../../../gallery/places-states.ts';
import { button, choose, field, focused, names, openPlaces, press, said, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const other = account({ key: 'https://www.snapengage.com 7007', orgId: '7007'.repeat(4) });
const templates = [{ id: 'a'.repeat(32), name: 'Shop settings', text: 'TOKEN={{token}}' }];
const fields = ['Name', 'System', 'Link', 'Who to ask', 'API', 'Copy format', 'Note'] as const;
const values = () => fields.map((label) => field(label).value);
/** What is said at the field with `label`, which is marked as wrong only then. */
const errorAt = (label: string) => {
  const control = field(label);
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  const error = ids.map((id) => document.getElementById(id)).find((each) => each?.className === 'error');
  expect(control.getAttribute('aria-invalid')).toBe(error ? 'true' : null);
  return error?.textContent ?? null;
};

describe('adding', () => {
  it('starts with the name, stores what was typed, and gives the focus back', async () => {
    const { stored, change } = openPlaces([galleryPlace(1)], {}, { templates });
    await press('Add place');
    expect(focused()).toBe('');
    expect(document.activeElement).toBe(field('Name'));
    await type('Name', '  Nightly export ');
    await type('System', 'Snowflake');
    await type('Link', 'app.snowflake.com/tasks');
    await type('Who to ask', 'Olivia');
    await choose('API', 'logs');
    await choose('Copy format', `template:${templates[0]?.id}`);
    await type('Note', 'one\ntwo');
    await press('Save place');
    await waitFor(() => expect(names()).toEqual(['Place 1', 'Nightly export']));
    expect(stored()[1]).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'Nightly export', system: 'Snowflake' },
      ...{ link: 'https://app.snowflake.com/tasks', contact: 'Olivia', api: 'logs' },
      ...{ format: `template:${templates[0]?.id}`, note: 'one\ntwo', updatedAt: galleryNow, archived: false },
    });
    expect(change.mock.calls.map(([key]) => key)).toEqual([account().key]);
    expect(said('status')).toBe('Added: Nightly export');
    await waitFor(() => expect(focused()).toBe('Add place'));
  });

  it('offers every format: the fixed ones, own templates and commands', async () => {
    openPlaces([], { form: 'new' }, { templates });
    const offered = [...field('Copy format').querySelectorAll('option')].map((option) => option.textContent);
    expect(offered).toEqual([
      ...['Plain token', 'Authorization header', 'x-api-key header', 'cURL for the Logs API'],
      ...['cURL for the Visitor Chat API', 'Lines of a .env file', 'JSON', 'Shop settings', 'GitHub Actions'],
      ...['GitLab CI', 'HashiCorp Vault', 'AWS Secrets Manager', '1Password', 'Doppler', 'Kubernetes'],
    ]);
  });

  it('adds one place on a double click', async () => {
    const { stored } = openPlaces([], { form: 'new' });
    await type('Name', 'Kiosk');
    const save = button('Save place');
    await act(async () => {
      fireEvent.click(save);
      fireEvent.click(save);
    });
    await waitFor(() => expect(names()).toEqual(['Kiosk']));
    expect(stored()).toHaveLength(1);
  });

  it('keeps the form and what is in it where there is no room', async () => {
    openPlaces(manyPlaces(mostPlaces), { form: 'new' });
    await type('Name', 'Kiosk');
    await press('Save place');
    await waitFor(() => expect(said('alert')).toContain('500 places'));
    expect(field('Name').value).toBe('Kiosk');
  });
});

describe('editing', () => {
  const [snowflake] = galleryPlaces;
  const name = snowflake?.name ?? '';

  it('shows what is stored, changes what was changed, and gives the focus back', async () => {
    const { stored } = openPlaces(galleryPlaces);
    await press(`Edit ${name}`);
    expect(screen.getByRole('heading', { name: `Edit ${name}` })).toBeTruthy();
    expect(values()).toEqual([
      ...[name, 'Snowflake', 'https://app.snowflake.com/', 'Olivia, data team', 'logs', 'token'],
      'Rotate the secret of the nightly task,\nthen run it once.',
    ]);
    await type('Who to ask', 'Noor');
    await press('Save place');
    await waitFor(() => expect(focused()).toBe(`Edit ${name}`));
    expect(stored()).toEqual([{ ...snowflake, contact: 'Noor', updatedAt: galleryNow }, ...galleryPlaces.slice(1)]);
    expect(said('status')).toBe(`Saved: ${name}`);
  });

  it('forgets what was typed on Cancel', async () => {
    const { change } = openPlaces(galleryPlaces);
    await press(`Edit ${name}`);
    await type('Name', 'Something else');
    await press('Cancel');
    await waitFor(() => expect(focused()).toBe(`Edit ${name}`));
    expect(change).not.toHaveBeenCalled();
    await press(`Edit ${name}`);
    expect(field('Name').value).toBe(name);
    await waitFor(async () => expect(await draftsItem.get()).toEqual({}));
  });

  it('keeps a format that is no longer there unless another is chosen', async () => {
    const gone = `template:${'f'.repeat(32)}`;
    const { stored } = openPlaces([galleryPlace(1, { format: gone })], { form: galleryPlace(1).id }, { templates });
    expect(field('Copy format').value).toBe(gone);
    expect(screen.getByRole('option', { name: 'A format that is no longer there' })).toBeTruthy();
    await type('Name', 'Kiosk');
    await press('Save place');
    await waitFor(() => expect(stored()[0]).toMatchObject({ name: 'Kiosk', format: gone }));
  });

  it('says that the place is gone, and keeps what was typed', async () => {
    const { change } = openPlaces(galleryPlaces, { form: snowflake?.id ?? '' });
    change.mockResolvedValueOnce({ ok: false, failure: 'unknownPlace' });
    await type('Name', 'Something else');
    await press('Save place');
    await waitFor(() => expect(said('alert')).toContain('no longer in the list'));
    expect(field('Name').value).toBe('Something else');
    expect(Object.values(await draftsItem.get())).toEqual([{ name: 'Something else' }]);
  });
});

describe('what is wrong', () => {
  const secret = fakeToken();
  const long = (length: number) => 'x'.repeat(length + 1);
  it.each<[(typeof fields)[number], string, string, string]>([
    ['Name', 'missing', ' ', 'This is needed.'],
    ['Name', 'too long', long(longest.name), 'it can have 80 characters'],
    ['Name', 'invisible', 'a\u200bb', 'invisible character'],
    ['System', 'too long', long(longest.system), 'it can have 80 characters'],
    ['System', 'a secret', secret, 'Tokens do not belong here'],
    ['Link', 'no address', 'the wiki', 'not the address of a page'],
    ['Link', 'http', 'http://example.com/', 'begin with https://'],
    ['Link', 'a script', 'javascript:alert(1)', 'begin with https://'],
    ['Link', 'a password', 'https://me:pass@example.com/', 'a name or a password'],
    ['Link', 'too long', `https://example.com/${long(longest.link)}`, 'it can have 500 characters'],
    ['Link', 'a secret', `https://example.com/${secret}`, 'Tokens do not belong here'],
    ['Who to ask', 'turned around', 'a\u202eb', 'invisible character'],
    ['Who to ask', 'too long', long(longest.contact), 'it can have 120 characters'],
    ['Note', 'a secret', `It is ${secret}.`, 'Tokens do not belong here'],
    ['Note', 'too long', long(longest.note), 'it can have 500 characters'],
  ])('is said at the field, which keeps what was typed: %s, %s', async (label, _, typed, sentence) => {
    const { change } = openPlaces([], { form: 'new' });
    await type('Name', 'Kiosk');
    await type(label, typed);
    expect(errorAt(label)).toBeNull();
    await press('Save place');
    expect(errorAt(label)).toContain(sentence);
    expect(document.activeElement).toBe(field(label));
    expect(field(label).value).toBe(typed);
    expect(fields.filter((each) => errorAt(each) !== null)).toEqual([label]);
    expect(change).not.toHaveBeenCalled();
  });

  it('brings the focus to the first wrong field, again at each try', async () => {
    openPlaces([], { form: 'new' });
    await type('Name', 'Kiosk');
    await type('Link', 'ftp://example.com/');
    await type('Note', fakeToken());
    for (const _ of [1, 2]) {
      button('Save place').focus();
      await press('Save place');
      expect(document.activeElement).toBe(field('Link'));
    }
  });

  it('follows what is typed once Save was pressed', async () => {
    const { stored } = openPlaces([], { form: 'new' });
    await press('Save place');
    expect(errorAt('Name')).toContain('needed');
    await type('Name', 'K');
    expect(errorAt('Name')).toBeNull();
    await type('System', fakeToken());
    expect(errorAt('System')).toContain('Tokens do not belong here');
    await type('System', '');
    await press('Save place');
    await waitFor(() => expect(stored()).toHaveLength(1));
  });
});

describe('unsaved input', () => {
  const isDiscardOff = () => button('Discard changes').getAttribute('aria-disabled') === 'true';

  const leave = async (unmount: () => void) => {
    await waitFor(async () => expect(await draftsItem.get()).not.toEqual({}));
    unmount();
  };

  it('is there again after the page was closed, in the open form, without taking the focus', async () => {
    const { unmount } = openPlaces(galleryPlaces);
    await press('Add place');
    await type('Name', 'Kiosk');
    await type('Note', 'half a sen');
    await choose('API', 'visitorChat');
    await leave(unmount);
    openPlaces(galleryPlaces);
    expect(names()).toHaveLength(4);
    await waitFor(() => expect(field('Name').value).toBe('Kiosk'));
    expect(values()).toEqual(['Kiosk', '', '', '', 'visitorChat', 'token', 'half a sen']);
    expect(document.activeElement).toBe(document.body);
    await press('Save place');
    await waitFor(() => expect(names()).toContain('Kiosk'));
    await waitFor(async () => expect(await draftsItem.get()).toEqual({}));
  });

  it('is there again for the place it belongs to', async () => {
    const { unmount } = openPlaces(galleryPlaces);
    await press('Edit Website’s server');
    await type('Link', 'https://new.example.com/');
    await leave(unmount);
    openPlaces(galleryPlaces);
    await waitFor(() => expect(field('Link').value).toBe('https://new.example.com/'));
    expect(field('Name').value).toBe('Website’s server');
  });

  it('is kept in memory only', async () => {
    openPlaces([], { form: 'new' });
    await type('Note', fakeToken());
    await waitFor(async () => expect(JSON.stringify(await draftsItem.get())).toContain(fakeToken()));
    expect(draftsItem.area).toBe('session');
  });

  it('stays with its account', async () => {
    const { unmount } = openPlaces([]);
    await press('Add place');
    await type('Name', 'Kiosk');
    await leave(unmount);
    openPlaces([], {}, { account: other });
    await act(async () => void (await draftsItem.get()));
    expect(screen.queryByRole('heading')).toBeNull();
    await press('Add place');
    await act(async () => void (await draftsItem.get()));
    expect(field('Name').value).toBe('');
  });

  it('is not shown for a place that is gone', async () => {
    const { unmount } = openPlaces(galleryPlaces);
    await press('Edit Website’s server');
    await type('Name', 'Server');
    await leave(unmount);
    openPlaces([galleryPlace(1)]);
    await act(async () => void (await draftsItem.get()));
    expect(names()).toEqual(['Place 1']);
  });

  it('does not take the form from somebody who was quicker', async () => {
    const { unmount } = openPlaces(galleryPlaces);
    await press('Edit Website’s server');
    await type('Name', 'Server');
    await leave(unmount);
    openPlaces(galleryPlaces);
    act(() => void fireEvent.click(button('Add place')));
    await act(async () => void (await draftsItem.get()));
    expect(screen.getByRole('heading', { name: 'New place' })).toBeTruthy();
  });

  it('is dropped by Discard changes, and with it what was said of it', async () => {
    openPlaces(galleryPlaces);
    await press('Add place');
    expect(isDiscardOff()).toBe(true);
    await type('System', 'Acme');
    await press('Save place');
    expect(errorAt('Name')).toContain('needed');
    expect(isDiscardOff()).toBe(false);
    await press('Discard changes');
    expect(values()).toEqual(['', '', '', '', 'other', 'token', '']);
    expect(errorAt('Name')).toBeNull();
    expect(isDiscardOff()).toBe(true);
    await waitFor(async () => expect(await draftsItem.get()).toEqual({}));
  });
});
