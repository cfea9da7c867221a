import { expect, it } from 'vitest';
import { accountData } from '../../../lib/export-data.ts';
import { openRotation } from '../../../lib/rotation/rotation.ts';
import { account, fakeToken, galleryNow, oldMark } from '../../gallery/desks.ts';
import { entry, history, optionsState, otherAccount, twoAccounts } from '../../gallery/options-states.ts';
import { begun } from './rotation/rotations.ts';

const { key } = account();
const mine = { ...begun('planned'), account: key };
const theirs = { ...begun('planned'), account: otherAccount.key };
const state = optionsState(
  {
    ...twoAccounts,
    rotations: [mine, theirs],
    secrets: { [key]: { token: fakeToken() }, [otherAccount.key]: { token: fakeToken(32, 9) } },
    oldSecrets: { [key]: { token: fakeToken(32, 5), fingerprint: oldMark.fingerprint } },
    checks: { [key]: { askedAt: null, last: 1, result: null } },
  },
  { history: [...history, entry(1, { kind: 'shown', mark: otherAccount.mark }, otherAccount.key)], sync: true },
);
const text = accountData(state, account(), galleryNow);
const data = JSON.parse(text);

it('holds everything that is kept of the account', () => {
  expect(data).toMatchObject({ format: 'token-desk-data', version: 1, exportedAt: new Date(galleryNow).toISOString() });
  expect(data.account).toMatchObject({ origin: account().origin, orgId: account().orgId, mark: account().mark });
  expect(data.places).toEqual(twoAccounts.places[key]?.places);
  expect(data.record).toEqual(history);
  expect(data.rotations).toEqual([mine]);
  expect(data.settings).toEqual({
    ...{ reminder: twoAccounts.reminders[key], widgetId: twoAccounts.widgetIds[key], templates: twoAccounts.templates },
    ...{ copying: twoAccounts.copying, clearing: twoAccounts.clearing, sync: true },
  });
});

it('holds no token, and nothing of another account', () => {
  for (const start of [0, 5, 9]) expect(text).not.toContain(fakeToken(32, start));
  expect(text).not.toContain(otherAccount.key);
  expect(text).not.toContain('second@example.com');
});

it('holds nothing that is only in memory', () => {
  expect(Object.keys(data)).toEqual([
    ...['format', 'version', 'exportedAt', 'account', 'places', 'settings', 'rotations', 'record'],
  ]);
  expect(openRotation(state.desk.rotations, key)).not.toBeNull();
});

it('is a text file, the same for the same state', () => {
  expect(text.endsWith('}\n')).toBe(true);
  expect(accountData(structuredClone(state), account(), galleryNow)).toBe(text);
});
