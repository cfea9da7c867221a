// @vitest-environment node
/** The token that was replaced: on offer from memory while its rotation is open, and nowhere else. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followRotations, forgetOldSecrets, neededToken } from '../../../../lib/coordinator/rotations.ts';
import { shownOf } from '../../../../lib/state/desk.ts';
import { accountsItem, oldSecretsItem, rotationsItem, secretsItem } from '../../../../lib/state/items.ts';
import { loadDesk } from '../../../../lib/state/store.ts';
import {
  accountOf,
  begun,
  knowOther,
  later,
  led,
  listPlaces,
  oldToken,
  operated,
  otherKey,
  otherOrgId,
  remember,
  rotationOf,
  seen,
  whileHeld,
} from '../support/around.ts';
import { key, knowAccount, next, orgId, startBackground, token } from '../support/background.ts';
import { newToken } from '../support/pages.ts';
import { markOfToken } from '../support/stored.ts';

const third = newToken();
beforeEach(async () => {
  const { end } = startBackground();
  await knowAccount();
  await remember();
  return end;
});

/** As `reconcile` does. */
const follow = async () => {
  await followRotations();
  await forgetOldSecrets();
};
const onOffer = async () => shownOf(await loadDesk()).around.oldToken;
const onDisk = async () => JSON.stringify(await fakeBrowser.storage.local.get());
const dismissChange = async () => {
  const { current, byKey } = await accountsItem.get();
  const account = await accountOf();
  if (account) await accountsItem.set({ current, byKey: { ...byKey, [key]: { ...account, change: null } } });
};

it('is kept when it is replaced, with its fingerprint, in memory only', async () => {
  await listPlaces();
  await operated(next);
  await follow();
  expect(await oldSecretsItem.get()).toEqual({ [key]: { token, fingerprint: (await markOfToken(token)).fingerprint } });
  expect(await onOffer()).toBe(token);
  expect([(await onDisk()).includes(token), (await onDisk()).includes(next)]).toEqual([false, false]);
  expect(oldSecretsItem.area).toBe('session');
});

it('is kept before the new one takes its place', async () => {
  await listPlaces();
  const set = secretsItem.set;
  vi.spyOn(secretsItem, 'set').mockImplementation(async (value) => {
    expect(await oldToken()).toBe(token);
    await set(value);
  });
  await operated(next);
  expect(secretsItem.set).toHaveBeenCalledOnce();
});

it('is kept when it is deleted', async () => {
  await listPlaces();
  await operated(null);
  await follow();
  expect([await onOffer(), await secretsItem.get()]).toEqual([token, {}]);
});

it.each<[string, () => Promise<unknown>]>([
  ['the token is the same', () => seen(token)],
  ['it was not in memory', async () => [await secretsItem.set({}), await operated(next)]],
])('is none where %s', async (_, happens) => {
  await listPlaces();
  await happens();
  expect(await oldSecretsItem.get()).toEqual({});
});

describe('a second change', () => {
  it.each<[string, (shown: string) => Promise<unknown>]>([
    ['of ours', (shown) => operated(shown)],
    ['by others', (shown) => seen(shown)],
  ])('%s does not take its place: the rotation is still about the first', async (_, changes) => {
    await listPlaces();
    await operated(next);
    await follow();
    later(5_000);
    await changes(third);
    await follow();
    expect([await onOffer(), await oldToken()]).toEqual([token, token]);
  });

  it('before anybody has followed the first does not either', async () => {
    await listPlaces();
    await operated(next);
    later(5_000);
    await operated(third);
    await follow();
    expect(await onOffer()).toBe(token);
  });

  it('by others, while nobody has a list yet, leaves the first', async () => {
    await seen(next);
    later(5_000);
    await seen(third);
    await follow();
    expect(await oldToken()).toBe(token);
    await listPlaces();
    await follow();
    expect(await onOffer()).toBe(token);
  });

  it('that a rotation began for takes the place of one that nobody asked about', async () => {
    await seen(next);
    await begun('planned');
    later(5_000);
    await operated(third);
    await follow();
    expect(await onOffer()).toBe(next);
  });

  it('after the rotation for the first one was closed is about what that one brought', async () => {
    await listPlaces();
    await seen(next);
    await follow();
    await led({ type: 'abandon' });
    await follow();
    expect(await oldToken()).toBeUndefined();
    later(5_000);
    await seen(third);
    await follow();
    expect(await onOffer()).toBe(next);
  });

  it('is no second one where the first was not in memory: then none is on offer', async () => {
    await secretsItem.set({});
    await listPlaces();
    await operated(next);
    await follow();
    later(5_000);
    await operated(third);
    await follow();
    expect([await onOffer(), await oldToken()]).toEqual([null, undefined]);
  });
});

describe('is forgotten', () => {
  it('once its rotation is closed', async () => {
    await listPlaces();
    await operated(next);
    await follow();
    await led({ type: 'abandon' });
    await follow();
    expect(await oldSecretsItem.get()).toEqual({});
  });

  it('once its rotation is closed, even where the change was not dismissed', async () => {
    await listPlaces();
    await seen(next);
    await follow();
    await led({ type: 'abandon' });
    await follow();
    expect([await oldSecretsItem.get(), (await accountOf())?.change !== null]).toEqual([{}, true]);
  });

  it('where no rotation has begun with the change', async () => {
    await operated(next);
    expect(await oldToken()).toBe(token);
    await follow();
    expect(await oldSecretsItem.get()).toEqual({});
  });

  it('when a change by others is dismissed, and not before', async () => {
    await seen(next);
    await follow();
    expect(await oldToken()).toBe(token);
    await dismissChange();
    await follow();
    expect(await oldSecretsItem.get()).toEqual({});
  });

  it('with the others staying', async () => {
    await knowOther(third);
    await seen(third, otherOrgId);
    await listPlaces(undefined, otherKey);
    await operated(newToken(), { account: otherKey });
    await seen(token);
    await operated(next);
    await follow();
    expect(Object.keys(await oldSecretsItem.get())).toEqual([otherKey]);
    expect(await oldToken(otherKey)).toBe(third);
  });

  it('and nothing is written where nothing is to be forgotten', async () => {
    await listPlaces();
    await operated(next);
    await follow();
    const set = vi.spyOn(oldSecretsItem, 'set');
    await follow();
    expect(set).not.toHaveBeenCalled();
  });

  it('not while a look is being recorded', async () => {
    await operated(next);
    await whileHeld('accounts', forgetOldSecrets, async () => expect(await oldToken()).toBe(token));
    expect(await oldToken()).toBeUndefined();
  });
});

it('stays on offer through a new name of the account', async () => {
  const former = key.replace(orgId, 'olivia@acme.example');
  const account = await accountOf();
  if (!account) throw new Error('No account.');
  await accountsItem.set({ current: former, byKey: { [former]: { ...account, key: former, orgId: null } } });
  await secretsItem.set({ [former]: { token } });
  await listPlaces(undefined, former);
  await begun('planned', former);
  await seen(next);
  await follow();
  expect([await onOffer(), await oldToken(former), await rotationOf(former)]).toEqual([token, undefined, undefined]);
  expect(await rotationOf()).toMatchObject({ stage: 'replace', to: await markOfToken(next) });
});

it('is not on offer where it is not the one that the rotation began with', async () => {
  await listPlaces();
  await operated(next);
  await follow();
  await oldSecretsItem.set({ [key]: { token: third, fingerprint: (await markOfToken(third)).fingerprint } });
  expect(await onOffer()).toBeNull();
});

it('is needed by no account that nobody knows', async () => {
  expect(neededToken(await rotationsItem.get(), key, null)).toBeNull();
});
