import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SkinName, skinNames } from '../../dashboard/server.ts';
import { openThisDesk } from '../popup/this-build.ts';
import type { Desk } from '../support/desk.ts';
import { lookedAt } from './copying.ts';

/** The sibling page, with its own "Authentication Token"; in `lookalikes` it is a section of the token page. */
const agentStatus: Partial<Record<SkinName, string>> = {
  forms: '/app/account/api/agent-status',
  spa: '/app/account/agent-status',
  legacy: '/app/account.jsp?page=agentstatus',
};

let desk: Desk;

beforeAll(async () => {
  desk = await openThisDesk({ at: '/' });
});
afterAll(() => desk.close());

async function kindWithoutButton(path: string): Promise<string> {
  await desk.tab.goto(desk.dashboard.origin + path, { waitUntil: 'networkidle0' });
  const kind = await lookedAt(desk);
  expect(await desk.pageButton().count(), path).toBe(0);
  return kind;
}

it.each(['/', '/signin'])('is not on %s', async (path) => {
  expect(await kindWithoutButton(path)).not.toBe('token');
});

it.each(skinNames)('is on no other page of the dashboard (%s)', async (skin) => {
  desk.dashboard.useSkin(skin);
  for (const path of ['/app/', '/app/settings', agentStatus[skin]])
    if (path) expect(await kindWithoutButton(path), path).toBe('app');
});

it.each(skinNames)('is not where the account has no token (%s)', async (skin) => {
  const { dashboard } = desk;
  const { token } = dashboard.account;
  dashboard.useSkin(skin);
  dashboard.account.token = null;
  expect(await kindWithoutButton(dashboard.tokenPath)).toBe('none');
  dashboard.account.token = token;
});

it('is not there for somebody who is not the owner', async () => {
  desk.dashboard.useSkin('spa');
  await desk.signIn('other');
  expect(await kindWithoutButton(desk.dashboard.tokenPath)).not.toBe('token');
  await desk.signIn('owner');
});
