// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { FileToSave } from '../../../../components/download.ts';
import { PlacesFiles } from '../../../../components/places/PlacesFiles.tsx';
import { largestFile } from '../../../../lib/places/exchange.ts';
import { mostPlaces, type Place } from '../../../../lib/places/place.ts';
import { account, galleryNow, token } from '../../../gallery/desks.ts';
import { galleryPlace, galleryPlaces, manyPlaces } from '../../../gallery/places-states.ts';
import { button, choose, focused, open, press, said } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

function openFiles(places: readonly Place[]) {
  const download = vi.fn<(file: FileToSave) => void>();
  const page = open(places, (given) => (
    <PlacesFiles {...given} account={account()} templates={[]} now={galleryNow} download={download} />
  ));
  return { ...page, download };
}

const fileOf = (text: string, name = 'places.json') => new File([text], name, { type: 'application/json' });
const rowsAsFile = (places: readonly unknown[]) =>
  fileOf(JSON.stringify({ format: 'token-desk-places', version: 1, places }));
const input = () => document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;

/** Chooses `file` in the browser's dialog. */
async function take(file: File) {
  Object.defineProperty(input(), 'files', { value: [file], configurable: true });
  await act(async () => void fireEvent.change(input()));
}

const preview = () => screen.findByRole('heading', { name: /would change/ });
/** The rows of the group that is called so. */
const rowsOf = (title: string) =>
  within(screen.getByText(title).closest('details') as HTMLElement)
    .getAllByRole('listitem')
    .map((row) => row.textContent);
const importIsOff = () => button('Import').getAttribute('aria-disabled') === 'true';

describe('export', () => {
  it('makes a file of all places, archived ones among them, that says whose they are', async () => {
    const { download } = openFiles(galleryPlaces);
    await press('Export places');
    const [file] = download.mock.calls[0] ?? [];
    expect(file).toMatchObject({
      name: 'token-desk-places-owner-example.com-2026-05-05.json',
      type: 'application/json',
    });
    expect(JSON.parse(file?.text ?? '')).toEqual({
      format: 'token-desk-places',
      version: 1,
      exportedAt: new Date(galleryNow).toISOString(),
      account: { label: 'owner@example.com', orgId: '5012'.repeat(4) },
      places: galleryPlaces,
    });
    expect(file?.text).not.toContain(token);
    expect(said('status')).toBe(`Exported: ${file?.name}`);
  });

  it('makes a file that can be imported, and changes nothing then', async () => {
    const { download, stored } = openFiles(galleryPlaces);
    await press('Export places');
    await take(fileOf(download.mock.calls[0]?.[0].text ?? ''));
    await preview();
    expect(document.body.textContent).toContain('The file changes nothing here.');
    expect(importIsOff()).toBe(true);
    await press('Import');
    expect(stored()).toBe(galleryPlaces);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, string, string]>([
    ['no JSON', 'name,system', 'is not JSON'],
    ['broken off', '{"format":"token-desk-places","version":1,"places":[', 'is not JSON'],
    ['other JSON', '{"format":"something else"}', 'holds no list of places'],
    ['empty', '', 'is not JSON'],
    ['newer', '{"format":"token-desk-places","version":2,"places":[]}', 'by a newer Token Desk. Update'],
    ['nested deeply', '['.repeat(1_000_000), 'is not JSON'],
  ])('is refused with what to do: %s', async (_, text, sentence) => {
    openFiles(galleryPlaces);
    await take(fileOf(text));
    await waitFor(() => expect(said('alert')).toContain(sentence));
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('is not even read where it is too large', async () => {
    openFiles([]);
    const file = fileOf('[]');
    const text = vi.spyOn(file, 'text');
    Object.defineProperty(file, 'size', { value: largestFile + 1 });
    await take(file);
    expect(said('alert')).toContain('larger than 5 MB');
    expect(text).not.toHaveBeenCalled();
  });

  it('is said to be gone where it is', async () => {
    openFiles([]);
    const file = fileOf('[]');
    vi.spyOn(file, 'text').mockRejectedValue(new DOMException('gone', 'NotFoundError'));
    await take(file);
    await waitFor(() => expect(said('alert')).toContain('could not be read'));
  });

  it('takes away the preview of the one before', async () => {
    openFiles([]);
    await take(rowsAsFile([galleryPlace(1)]));
    await preview();
    await take(fileOf('no'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Import' })).toBeNull());
  });
});

describe('the preview', () => {
  it('is what the file would change, and has the focus', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(
      rowsAsFile([
        { ...galleryPlaces[0], contact: 'Noor', format: 'env' },
        { ...galleryPlaces[4], archived: false },
        galleryPlaces[1],
        galleryPlace(7, { name: 'Kiosk', system: 'Acme', link: 'https://kiosk.example.com/' }),
      ]),
    );
    expect((await preview()).textContent).toBe('What places.json would change');
    expect(focused()).toBe('What places.json would change');
    expect(document.body.textContent).toContain('New: 1. Changed: 2. The same as here: 1.');
    expect(rowsOf('New places (1)')).toEqual(['KioskAcmeOther APIhttps://kiosk.example.com/']);
    expect(rowsOf('Places that change (2)')).toEqual([
      'Chat logs in SnowflakeWho to askBefore: Olivia, data teamAfter: Noor' +
        'Copy formatBefore: Plain tokenAfter: Lines of a .env file',
      'Old data warehouseArchivedBefore: yesAfter: no',
    ]);
    expect(stored()).toBe(galleryPlaces);
  });

  it('says of each refused row which it is and why, and takes the others', async () => {
    const { stored } = openFiles([]);
    await take(
      rowsAsFile([
        galleryPlace(1),
        { name: ' ', link: 'http://example.com/', note: token },
        'Zapier',
        { ...galleryPlace(1), name: 'Again' },
        { name: 7, system: 'x'.repeat(81), archived: 'no' },
      ]),
    );
    await preview();
    expect(rowsOf('Rows that cannot be imported (8)')).toEqual([
      'Row 2, Name: This is needed. Fill it in.',
      'Row 2, Link: Only addresses that begin with https:// can be kept.',
      expect.stringMatching(/^Row 2, Note: .*Tokens do not belong here/),
      'Row 3: This is not a place.',
      'Row 4, Id: An earlier row has the same id.',
      'Row 5, Name: This is not the kind of value that belongs here.',
      'Row 5, Archived: This is not the kind of value that belongs here.',
      'Row 5, System: This is too long: it can have 80 characters.',
    ]);
    expect(document.body.textContent).not.toContain(token);
    await press('Import');
    await waitFor(() => expect(stored()).toHaveLength(1));
  });

  it('says what was left out and not looked at', async () => {
    openFiles([]);
    const rows = manyPlaces(mostPlaces + 3).map((place) => ({ ...place, colour: 'blue', size: 2 }));
    await take(rowsAsFile(rows));
    await preview();
    expect(document.body.textContent).toContain('left out: 1000. Rows that have some: 500.');
    expect(document.body.textContent).toContain('Not looked at, as an account can have 500 places: the last 3 rows.');
    // So many are folded away, and not drawn.
    expect(document.querySelectorAll('.import > li')).toHaveLength(0);
  });

  it('says for which rows there is no room', async () => {
    openFiles(manyPlaces(mostPlaces));
    await take(rowsAsFile([galleryPlace(mostPlaces + 1)]));
    await preview();
    expect(rowsOf('Rows that cannot be imported (1)')).toEqual([
      'Row 1: There is no room for it: an account can have 500 places.',
    ]);
  });

  it('shows what the file says as text', async () => {
    openFiles([]);
    const hostile = '<img src=x onerror=alert(1)>';
    await take(fileOf(JSON.stringify([{ name: hostile, system: hostile }]), `${hostile}.json`));
    await preview();
    expect(document.querySelector('img')).toBeNull();
    expect(rowsOf('New places (1)')[0]).toContain(hostile);
  });

  it('follows a change that is made elsewhere meanwhile', async () => {
    const { show } = openFiles([]);
    await take(rowsAsFile([galleryPlace(1)]));
    await preview();
    show([galleryPlace(1)]);
    expect(document.body.textContent).toContain('The file changes nothing here.');
  });
});

describe('importing', () => {
  it('applies what the preview says, and says so', async () => {
    const { stored, change } = openFiles(galleryPlaces);
    await take(rowsAsFile([{ ...galleryPlaces[0], contact: 'Noor' }, galleryPlace(7)]));
    await preview();
    await press('Import');
    await waitFor(() => expect(said('status')).toBe('Imported. New: 1. Changed: 1.'));
    expect(stored()).toEqual([
      { ...galleryPlaces[0], contact: 'Noor', updatedAt: galleryNow },
      ...galleryPlaces.slice(1),
      galleryPlace(7),
    ]);
    expect(change).toHaveBeenCalledOnce();
    expect(change.mock.calls[0]?.[0]).toBe(account().key);
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    expect(focused()).toBe('Import places…');
  });

  it('changes nothing on Cancel', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(rowsAsFile([galleryPlace(7)]));
    await preview();
    await press('Cancel');
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    expect(focused()).toBe('Import places…');
    expect(stored()).toBe(galleryPlaces);
  });

  it.each<[string, Awaited<ReturnType<ReturnType<typeof openFiles>['change']>> | null, string]>([
    ['there is no room any more', { ok: false, failure: 'tooMany' }, 'an account can have 500 places'],
    ['the browser does not store it', null, 'the browser did not store it'],
  ])('says that nothing was imported where %s', async (_, answer, sentence) => {
    const { change } = openFiles([]);
    if (answer) change.mockResolvedValueOnce(answer);
    else change.mockRejectedValueOnce(new Error('quota'));
    await take(rowsAsFile([galleryPlace(1)]));
    await preview();
    await press('Import');
    await waitFor(() => expect(said('alert')).toContain(sentence));
    expect(said('alert')).toContain('Nothing was imported');
    expect(button('Import')).toBeTruthy();
  });

  it('takes the same file again once it was corrected', async () => {
    openFiles([]);
    const cleared = vi.spyOn(input(), 'value', 'set');
    await take(fileOf('no'));
    expect(cleared).toHaveBeenCalledWith('');
  });
});

describe('a row with the name of a place that is here', () => {
  const [snowflake, phone] = galleryPlaces as [Place, Place];
  const row = { name: snowflake.name, system: 'SNOWFLAKE', contact: 'Noor' };
  const second = { name: phone.name, contact: 'Kim' };
  const one = `What to do with ${row.name}`;

  it('is left out until it is decided', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(rowsAsFile([row]));
    await preview();
    expect(screen.getByText('Places with the name of one that is here (1)')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>(one).value).toBe('leave');
    expect(document.body.textContent).toContain('Before: Olivia, data teamAfter: Noor');
    expect(importIsOff()).toBe(true);
    await press('Import');
    expect(stored()).toBe(galleryPlaces);
  });

  it('changes the place that is here', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(rowsAsFile([row]));
    await preview();
    await choose(one, 'change');
    expect(document.body.textContent).toContain('New: 0. Changed: 1.');
    await press('Import');
    await waitFor(() => expect(stored()[0]).toMatchObject({ id: snowflake.id, contact: 'Noor' }));
    expect(stored()).toHaveLength(galleryPlaces.length);
  });

  it('is added beside it', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(rowsAsFile([row]));
    await preview();
    await choose(one, 'add');
    expect(document.body.textContent).toContain('New: 1. Changed: 0.');
    await press('Import');
    await waitFor(() => expect(stored()).toHaveLength(galleryPlaces.length + 1));
    expect(stored()[0]).toEqual(snowflake);
    expect(stored().at(-1)).toMatchObject({ name: row.name, contact: 'Noor' });
  });

  it('can be decided for all of them at once, or for each', async () => {
    const { stored } = openFiles(galleryPlaces);
    await take(rowsAsFile([row, second]));
    await preview();
    const all = () => screen.getByLabelText<HTMLSelectElement>('What to do with all of them');
    expect(all().value).toBe('leave');
    await choose('What to do with all of them', 'change');
    expect(document.body.textContent).toContain('New: 0. Changed: 2.');
    await choose(`What to do with ${second.name}`, 'leave');
    expect([all().selectedOptions[0]?.textContent, all().options.length]).toEqual(['As chosen for each', 4]);
    await press('Import');
    await waitFor(() => expect(stored()[0]?.contact).toBe('Noor'));
    expect(stored()[1]).toEqual(phone);
  });

  it('asks anew for another file', async () => {
    openFiles(galleryPlaces);
    await take(rowsAsFile([{ ...row, id: 'c'.repeat(32) }]));
    await preview();
    await choose(one, 'add');
    await take(rowsAsFile([{ ...row, id: 'c'.repeat(32) }]));
    await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>(one).value).toBe('leave'));
  });
});
