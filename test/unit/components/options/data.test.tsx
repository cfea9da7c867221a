// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noPlaces } from '../../../../lib/places/merge.ts';
import { account, deskWith, fakeToken, oldMark } from '../../../gallery/desks.ts';
import { history, optionsState, otherAccount, settledDesk, twoAccounts } from '../../../gallery/options-states.ts';
import { galleryPlace } from '../../../gallery/places-states.ts';
import { button, choose, describedBy, field, openSettled, press, said, settle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));
afterEach(() => void vi.useRealTimers());

const word = 'To confirm, type: erase';
const everything = optionsState(settledDesk, { history, sync: true });

describe('exporting everything', () => {
  it('gives what is kept of the account, and no token', async () => {
    const { key } = account();
    const secrets = { ...settledDesk.secrets, [otherAccount.key]: { token: fakeToken(32, 9) } };
    const oldSecrets = { [key]: { token: fakeToken(32, 5), fingerprint: oldMark.fingerprint } };
    const { files } = await openSettled({ ...everything, desk: { ...twoAccounts, secrets, oldSecrets } });
    await press('Export everything about this account');
    expect(files[0]?.name).toBe('token-desk-data-owner-example.com-2026-05-05.json');
    const data = JSON.parse(files[0]?.text ?? '');
    expect(data.account).toMatchObject({ orgId: account().orgId, mark: account().mark });
    expect(data.places).toHaveLength(5);
    expect(data.record).toHaveLength(history.length);
    expect(data.settings.templates).toHaveLength(2);
    for (const start of [0, 5, 9]) expect(files[0]?.text).not.toContain(fakeToken(32, start));
    expect(said('status')).toBe(`Exported as ${files[0]?.name}.`);
  });

  it('gives nothing of another account', async () => {
    const places = {
      ...twoAccounts.places,
      [otherAccount.key]: { ...noPlaces, places: [galleryPlace(9, { name: 'Theirs' })] },
    };
    const { files } = await openSettled({ ...everything, desk: { ...twoAccounts, places } });
    await press('Export everything about this account');
    expect(files[0]?.text).not.toContain('Theirs');
    await choose('Account', otherAccount.key);
    await press('Export everything about this account');
    expect(files[1]?.text).toContain('Theirs');
    expect(files[1]?.text).not.toContain('Snowflake');
  });

  it('is not offered where no account is known', async () => {
    await openSettled(optionsState());
    expect(screen.queryByRole('button', { name: 'Export everything about this account' })).toBeNull();
  });
});

describe('erasing everything', () => {
  it('says what goes, and that SnapEngage is not touched', async () => {
    await openSettled(everything);
    const text = document.querySelector('#data')?.textContent;
    for (const part of ['places, rotations, records, settings', 'cannot be undone', 'SnapEngage is not touched']) {
      expect(text).toContain(part);
    }
  });

  it.each(['', 'eras', 'erase it'])('does nothing before the word is typed: "%s"', async (typed) => {
    const { sent } = await openSettled(everything);
    await type(word, typed);
    await press('Erase everything');
    await settle();
    expect(sent).toEqual([]);
    expect(describedBy(word)).toContain('Nothing was erased');
    expect(document.activeElement).toBe(field(word));
  });

  it('is asked for once the word is typed, and said when nothing is left', async () => {
    const { sent, show } = await openSettled(everything);
    await type(word, ' Erase ');
    await press('Erase everything');
    expect(sent).toEqual([{ type: 'eraseAll' }]);
    expect(said('status')).toBe('');
    show({ ...everything, history: [] });
    expect(said('status')).toBe('');
    show(optionsState());
    await settle();
    expect(said('status')).toBe('Everything is erased.');
  });

  it('says after ten seconds that it has not come to an end', async () => {
    const { sent } = await openSettled(everything);
    await type(word, 'erase');
    vi.useFakeTimers();
    act(() => void fireEvent.click(button('Erase everything')));
    expect(sent).toEqual([{ type: 'eraseAll' }]);
    await act(async () => void (await vi.advanceTimersByTimeAsync(9_900)));
    expect(said('alert')).toBe('');
    await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
    expect(said('alert')).toContain('Not everything was erased');
    expect(said('status')).toBe('');
  });

  it('is asked for once, however often the button is pressed', async () => {
    const { sent } = await openSettled(optionsState(deskWith(account())));
    await type(word, 'erase');
    await press('Erase everything');
    await press('Erase everything');
    expect(sent).toEqual([{ type: 'eraseAll' }]);
  });
});
