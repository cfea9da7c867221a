// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dashboard, startDashboard } from '../../dashboard/server.ts';
import { ask, get } from './client.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.close());

function signIn(email: string, password: string) {
  return ask(dashboard, 'POST', '/signin', { form: { email, password, Submit: 'Sign In' } });
}

describe('the sign-in page', () => {
  it('has the fields seen on the vendor’s', async () => {
    const { status, body } = await get(dashboard, '/signin');
    expect(status).toBe(200);
    expect(body).toContain('<title>SnapEngage | Sign In</title>');
    expect(body).toMatch(/<form name="signin" method="post"/);
    expect(body).toMatch(/id="email"[^>]*>[\s\S]*id="password"[^>]*>[\s\S]*name="Submit" value="Sign In"/);
    expect(body).toContain('Sign in with Google');
  });

  it.each(['owner', 'other'] as const)('signs the %s in and leads to the dashboard', async (role) => {
    const { email, password, name } = dashboard.account[role];
    const reply = await signIn(email, password);
    expect([reply.status, reply.headers.location]).toEqual([302, '/app/']);
    const cookie = reply.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^SESSION=[^;]+;/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    const session = /^SESSION=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect((await ask(dashboard, 'GET', '/app/', { session })).body).toContain(name);
  });

  it('says so in div.msg when the password is wrong, sets no cookie and shows input as text', async () => {
    const reply = await signIn('"><script>x', 'wrong');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.body).toMatch(/<div class="msg"[^>]*>Invalid/);
    expect(reply.body).not.toContain('<script>');
  });

  it('ends the session on sign-out', async () => {
    const session = dashboard.createSession('owner');
    expect((await ask(dashboard, 'GET', '/signout', { session })).headers.location).toBe('/signin');
    expect((await ask(dashboard, 'GET', '/app/', { session })).status).toBe(302);
  });

  it('forgets everybody when all sessions expire', async () => {
    const session = dashboard.createSession('owner');
    dashboard.expireSessions();
    const reply = await ask(dashboard, 'GET', '/app/', { session });
    expect([reply.status, reply.headers.location]).toEqual([302, '/signin']);
  });
});

describe('pages for anybody', () => {
  it('shows a marketing page and no dashboard at /', async () => {
    const { status, body } = await get(dashboard, '/', 'owner');
    expect(status).toBe(200);
    expect(body).not.toContain('My Account');
  });

  it('is stored by no cache', async () => {
    for (const path of ['/', '/signin', '/app/', '/static/spa.js']) {
      expect((await get(dashboard, path, 'owner')).headers['cache-control']).toBe('no-store');
    }
  });
});
