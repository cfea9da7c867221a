// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fingerprintOf, lastFourOf } from '../../../../lib/token.ts';
import { account, deskWith, fakeToken } from '../../../gallery/desks.ts';
import { entry, optionsState, otherAccount, twoAccounts } from '../../../gallery/options-states.ts';
import { choose, describedBy, field, openSettled, settle, type } from './page.tsx';

vi.mock('../../../../lib/native.ts', () => import('../../../gallery/texts.ts'));
afterEach(() => fakeBrowser.reset());

const [current, older, strange] = [fakeToken(), fakeToken(32, 5), fakeToken(32, 7)];
const markOf = async (token: string) => ({ fingerprint: await fingerprintOf(token), lastFour: lastFourOf(token) });
const label = 'Token to compare';
const result = () => document.querySelector('#compare .result')?.textContent ?? '';

async function open() {
  const [mark, from] = [await markOf(current), await markOf(older)];
  const known = account({ mark });
  const byKey = { [known.key]: known, [otherAccount.key]: otherAccount };
  const accounts = { current: known.key, byKey };
  return openSettled(
    optionsState({ ...twoAccounts, accounts }, { history: [entry(9, { kind: 'regenerated', from, to: mark })] }),
  );
}

describe('a pasted token', () => {
  it.each([
    [current, 'This is the current token.'],
    [`x-api-key: ${current}`, 'This is the current token.'],
    [older, 'It was replaced on Apr 26, 2026'],
    [strange, 'does not know it'],
    [' ', ''],
  ])('is told apart by its fingerprint: case %#', async (pasted, sentence) => {
    await open();
    await type(label, pasted);
    await settle();
    expect(result()).toContain(sentence);
    if (sentence === '') expect(result()).toBe('');
  });

  it('is kept nowhere: not stored, not in the markup', async () => {
    const { container } = await open();
    await type(label, strange);
    await settle();
    const { local, session, sync } = fakeBrowser.storage;
    const stored = await Promise.all([local.get(), session.get(), sync.get()]);
    expect(JSON.stringify(stored)).not.toContain(strange);
    expect(container.outerHTML).not.toContain(strange);
  });

  it('is masked, and compared with the tokens of the account in sight alone', async () => {
    await open();
    expect(field(label).className).toBe('secret');
    await type(label, current);
    await settle();
    await choose('Account', otherAccount.key);
    expect(field(label).value).toBe('');
    await type(label, current);
    await settle();
    expect(result()).toContain('does not know it');
  });
});

it('says what is kept of it', async () => {
  await openSettled(optionsState(deskWith(account())));
  expect(document.querySelector('#compare .lead')?.textContent).toContain('kept nowhere');
  expect(describedBy(label)).toContain('.env');
});
