// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dashboard, skinNames, startDashboard } from '../../dashboard/server.ts';
import { skins } from '../../dashboard/skins/all.ts';
import { ask, get, readingPaths } from './client.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.close());

function token(): string {
  return dashboard.account.token ?? expect.fail('the account should have a token');
}

describe.each(skinNames)('the %s skin', (skin) => {
  beforeAll(() => dashboard.useSkin(skin));

  it('shows the owner the token and the organisation', async () => {
    const { status, body } = await get(dashboard, readingPaths[skin], 'owner');
    expect(status).toBe(200);
    expect(body).toContain(token());
    expect(body).toContain(dashboard.account.orgId);
    expect((await get(dashboard, dashboard.tokenPath, 'owner')).status).toBe(200);
  });

  it('shows nobody else the token, on any page', async () => {
    for (const path of Object.keys(skins[skin].pages)) {
      expect((await get(dashboard, path, 'other')).body).not.toContain(token());
      expect((await get(dashboard, path)).body).not.toContain(token());
    }
  });

  it('sends people elsewhere from the token page: others home, strangers to sign in', async () => {
    const other = await get(dashboard, dashboard.tokenPath, 'other');
    expect([other.status, other.headers.location]).toEqual([302, '/app/']);
    const stranger = await get(dashboard, dashboard.tokenPath);
    expect([stranger.status, stranger.headers.location]).toEqual([302, '/signin']);
  });

  it('shows the token on its own page only', async () => {
    const others = Object.keys(skins[skin].pages).filter((path) => path !== readingPaths[skin]);
    for (const path of others) expect((await get(dashboard, path, 'owner')).body).not.toContain(token());
  });

  it('has My Account in the owner’s menu alone', async () => {
    const path = skin === 'spa' ? '/app/internal/me' : '/app/';
    const mark = skin === 'spa' ? '"owner":true' : 'My Account';
    expect((await get(dashboard, path, 'owner')).body).toContain(mark);
    expect((await get(dashboard, path, 'other')).body).not.toContain(mark);
  });

  it('keeps what is saved for the Agent Status API, as text', async () => {
    const path = Object.entries(skins[skin].saves).find(([key]) => key.includes('agent'))?.[0] ?? '';
    const session = dashboard.createSession('owner');
    const reply = await ask(dashboard, 'POST', path, {
      session,
      form: { endpoint: 'https://x.example/<b>', secret: 's' },
    });
    expect(reply.status).toBeLessThan(400);
    expect(dashboard.account.agentStatus).toEqual({ endpoint: 'https://x.example/<b>', secret: 's' });
    const refused = await ask(dashboard, 'POST', path, { session: dashboard.createSession('other'), form: {} });
    expect(refused.status).toBeGreaterThanOrEqual(300);
    expect(dashboard.account.agentStatus.secret).toBe('s');
  });

  it('applies nothing on a GET', async () => {
    const before = token();
    for (const path of Object.keys(skins[skin].operations)) await get(dashboard, path, 'owner');
    expect(dashboard.account.token).toBe(before);
  });
});

describe('the look-alikes', () => {
  it('surrounds the token with other secret-shaped values', async () => {
    dashboard.useSkin('lookalikes');
    const { body } = await get(dashboard, dashboard.tokenPath, 'owner');
    const shaped = new Set(body.match(/\b[0-9a-f]{32}\b/g));
    expect(shaped.size).toBeGreaterThan(8);
    expect(body).toContain(`API Token: ${dashboard.account.decoys.noteToken}`);
    expect(body.split(token())).toHaveLength(2);
  });
});

describe('the single-page skin', () => {
  it('allows scripts from its own files only', async () => {
    dashboard.useSkin('spa');
    const { headers, body } = await get(dashboard, dashboard.tokenPath, 'owner');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(body).not.toContain(token());
    expect((await get(dashboard, '/static/spa.js')).headers['content-type']).toContain('text/javascript');
  });

  it('answers data with codes instead of redirects', async () => {
    expect((await get(dashboard, '/app/internal/token')).status).toBe(401);
    expect((await get(dashboard, '/app/internal/token', 'other')).status).toBe(403);
  });
});
