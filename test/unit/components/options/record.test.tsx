// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { account, daysAgo, deskWith, fakeToken, mark, oldMark } from '../../../gallery/desks.ts';
import {
  entry,
  history,
  manyEntries,
  optionsState,
  otherAccount,
  settledDesk,
  twoAccounts,
} from '../../../gallery/options-states.ts';
import { choose, openSettled, press, said } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));

const rows = () => [...document.querySelectorAll('.entries > li')].map((row) => row.textContent ?? '');
const kinds = ['Markdown', 'CSV', 'JSON'] as const;

describe('the record', () => {
  it('tells what happened in words, newest first', async () => {
    await openSettled(optionsState(settledDesk, { history }));
    expect(rows()).toHaveLength(history.length);
    const days = [...document.querySelectorAll('.entries time')].map((time) => time.getAttribute('dateTime'));
    expect(days).toEqual(history.map(({ at }) => new Date(at).toISOString()).reverse());
    expect(rows()[0]).toContain('Shown · aaaa aaaa (cdef)');
    expect(rows()[1]).toContain('Copied · aaaa aaaa (cdef) · Terraform');
    expect(rows()[2]).toContain('current token · cannot tell (no connection)');
    expect(rows()[6]).toContain('Regenerated · bbbb bbbb (1234) → aaaa aaaa (cdef)');
  });

  it('is of one account, and another’s never gets into it', async () => {
    const theirs = entry(5, { kind: 'placeDone', rotation: '0'.repeat(32), place: 'Theirs' }, otherAccount.key);
    const { files } = await openSettled(optionsState(twoAccounts, { history: [...history, theirs] }));
    expect(rows().join()).not.toContain('Theirs');
    for (const kind of kinds) await press(`Export as ${kind}`);
    for (const { text } of files) expect(text).not.toContain('Theirs');
    await choose('Account', otherAccount.key);
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toContain('Theirs');
  });

  it('draws a hundred at first, and more at wish, with the focus on what is new', async () => {
    await openSettled(optionsState(settledDesk, { history: manyEntries(250) }));
    expect(rows()).toHaveLength(100);
    expect(screen.getByText('Entries shown: 100 of 250')).toBeTruthy();
    const first = rows()[0];
    await press('Show more');
    expect(rows()).toHaveLength(200);
    expect(rows()[0]).toBe(first);
    expect(document.activeElement).toBe(document.querySelectorAll('.entries > li')[100]);
    await press('Show more');
    expect(rows()).toHaveLength(250);
    expect(document.activeElement).toBe(document.querySelectorAll('.entries > li')[200]);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says that it is empty', async () => {
    await openSettled(optionsState(deskWith(account())));
    expect(screen.getByText('Nothing has been recorded yet.')).toBeTruthy();
  });
});

describe('an export', () => {
  it.each([
    ['Markdown', 'md', 'text/markdown;charset=utf-8', '# Token record: owner'],
    ['CSV', 'csv', 'text/csv;charset=utf-8', 'time,utcOffset,account'],
    ['JSON', 'json', 'application/json', '"format": "token-desk-record"'],
  ])('as %s is a file of that kind, said by its name', async (kind, extension, type, part) => {
    const { files } = await openSettled(optionsState(settledDesk, { history }));
    await press(`Export as ${kind}`);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ name: `token-desk-record-owner-example.com-2026-05-05.${extension}`, type });
    expect(files[0]?.text).toContain(part);
    expect(files[0]?.text).toContain('aaaa');
    expect(said('status')).toBe(`Exported as ${files[0]?.name}.`);
  });

  it.each(kinds)('as %s holds no token', async (kind) => {
    const from = { at: daysAgo(9), how: 'seen' } as const;
    const state = optionsState(
      {
        ...settledDesk,
        oldSecrets: { [account().key]: { token: fakeToken(32, 5), fingerprint: oldMark.fingerprint } },
      },
      { history: [...history, entry(8, { kind: 'generated', to: mark })] },
    );
    const { files } = await openSettled({ ...state, desk: { ...state.desk, ...{ from } } });
    await press(`Export as ${kind}`);
    for (const secret of [fakeToken(), fakeToken(32, 5)]) expect(files[0]?.text).not.toContain(secret);
  });
});
