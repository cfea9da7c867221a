// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dashboard, skinNames, startDashboard } from '../../dashboard/server.ts';
import { get, operate, readingPaths } from './client.ts';

const none = { generate: 0, regenerate: 0, delete: 0 };
const hex = /^[0-9a-f]{32}$/;
let dashboard: Dashboard;
beforeEach(async () => {
  dashboard = await startDashboard();
});
afterEach(() => dashboard.close());

describe.each(skinNames)('operations in the %s skin', (skin) => {
  beforeEach(() => dashboard.useSkin(skin));

  it('replaces, removes and makes the token, and counts each once', async () => {
    const first = dashboard.account.token;
    expect((await operate(dashboard, skin, 'regenerate')).status).toBeLessThan(400);
    expect(dashboard.account.token).toMatch(hex);
    expect(dashboard.account.token).not.toBe(first);
    expect(dashboard.counts.applied).toEqual({ ...none, regenerate: 1 });

    await operate(dashboard, skin, 'delete');
    expect(dashboard.account.token).toBeNull();
    const empty = await get(dashboard, readingPaths[skin], 'owner');
    expect(empty.body).not.toContain(dashboard.account.orgId);
    expect(empty.body).toMatch(/Generate|"token":null/);

    await operate(dashboard, skin, 'generate');
    expect(dashboard.account.token).toMatch(hex);
    expect(dashboard.counts.received).toEqual({ generate: 1, regenerate: 1, delete: 1 });
    expect(dashboard.counts.applied).toEqual({ generate: 1, regenerate: 1, delete: 1 });
  });

  it('comes back to the token page by redirect, or answers data', async () => {
    const reply = await operate(dashboard, skin, 'regenerate');
    if (skin === 'spa') expect(JSON.parse(reply.body)).toEqual({ token: dashboard.account.token });
    else expect([reply.status, reply.headers.location]).toEqual([303, dashboard.tokenPath]);
  });

  it('receives, but does not apply, what others and strangers ask', async () => {
    const before = dashboard.account.token;
    expect((await operate(dashboard, skin, 'regenerate', 'other')).status).toBe(403);
    const stranger = await operate(dashboard, skin, 'delete', null);
    expect(stranger.status).toBe(skin === 'spa' ? 401 : 302);
    expect(dashboard.account.token).toBe(before);
    expect(dashboard.counts.received).toEqual({ ...none, regenerate: 1, delete: 1 });
    expect(dashboard.counts.applied).toEqual(none);
  });

  it('refuses what does not fit the account: generate with a token, delete without', async () => {
    const before = dashboard.account.token;
    expect((await operate(dashboard, skin, 'generate')).status).toBe(409);
    expect(dashboard.account.token).toBe(before);
    dashboard.account.token = null;
    expect((await operate(dashboard, skin, 'delete')).status).toBe(409);
    expect(dashboard.counts.applied).toEqual(none);
  });
});

describe('the account', () => {
  it('has the shapes known of the vendor’s', () => {
    const { token, orgId, widgetId } = dashboard.account;
    expect(token).toMatch(hex);
    expect(orgId).toMatch(/^[1-9]\d{15}$/);
    expect(widgetId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('starts with the token it is given, or with none', async () => {
    const empty = await startDashboard({ token: null, skin: 'legacy' });
    expect(empty.account.token).toBeNull();
    expect(empty.tokenPath).toBe('/app/account.jsp?page=apitoken');
    await empty.close();
  });

  it('lets somebody else regenerate without counting it', async () => {
    const before = dashboard.account.token;
    const token = dashboard.changeElsewhere();
    expect(token).not.toBe(before);
    expect(dashboard.account.token).toBe(token);
    expect(dashboard.counts.received).toEqual(none);
    expect((await get(dashboard, dashboard.tokenPath, 'owner')).body).toContain(token);
  });
});
