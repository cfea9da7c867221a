// @vitest-environment node
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noFaults } from '../../dashboard/faults.ts';
import { type Dashboard, startDashboard } from '../../dashboard/server.ts';
import { ask } from './client.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
beforeEach(() => {
  dashboard.faults = noFaults();
});
afterAll(() => dashboard.close());

function chat(key: string | null, widgetId = dashboard.account.widgetId, method = 'GET') {
  return ask(dashboard, method, `/api/v1/chat/${widgetId}`, { headers: key === null ? {} : { 'x-api-key': key } });
}

function logs(authorization: string) {
  return ask(dashboard, 'GET', `/api/v2/${dashboard.account.orgId}/logs`, { headers: { authorization } });
}

describe('Visitor Chat v1', () => {
  it('accepts the token, with booleans as strings', async () => {
    const { status, body } = await chat(dashboard.account.token);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ widgetId: dashboard.account.widgetId, online: 'true' });
  });

  it('refuses no key, a wrong key, and any key when there is no token', async () => {
    expect((await chat(null)).status).toBe(401);
    expect((await chat('wrong')).body).toContain('Invalid or no header x-api-key set');
    const { token } = dashboard.account;
    dashboard.account.token = null;
    expect((await chat(token)).status).toBe(401);
    expect((await chat('null')).status).toBe(401);
    dashboard.account.token = token;
  });

  it('refuses the old token from the moment there is a new one', async () => {
    const old = dashboard.account.token;
    dashboard.changeElsewhere();
    expect((await chat(old)).status).toBe(401);
    expect((await chat(dashboard.account.token)).status).toBe(200);
  });

  it('cannot find another widget, and answers with nothing', async () => {
    expect(await chat(dashboard.account.token, randomUUID())).toMatchObject({ status: 404, body: '' });
  });

  it('calls a malformed id a bad parameter, and a POST not allowed', async () => {
    expect((await chat(dashboard.account.token, 'widget')).status).toBe(400);
    expect((await chat(dashboard.account.token, undefined, 'POST')).status).toBe(405);
  });

  it('is fooled by a session cookie', async () => {
    const session = dashboard.createSession('owner');
    const path = `/api/v1/chat/${dashboard.account.widgetId}`;
    expect((await ask(dashboard, 'GET', path, { session, headers: { 'x-api-key': 'wrong' } })).status).toBe(200);
  });

  it('answers with the status or the error body it is told to', async () => {
    dashboard.faults.apiStatus = 429;
    expect((await chat(dashboard.account.token)).status).toBe(429);
    dashboard.faults = { ...noFaults(), apiErrorBody: true };
    const { status, body } = await chat(dashboard.account.token);
    expect([status, Object.keys(JSON.parse(body))]).toEqual([200, ['error']]);
  });

  it('leads those who follow a redirect to where any key is accepted', async () => {
    dashboard.faults.apiStatus = 302;
    const { status, headers } = await chat('wrong');
    expect(status).toBe(302);
    expect((await ask(dashboard, 'GET', headers.location ?? '')).body).toContain(dashboard.account.widgetId);
  });

  it.each(['noAnswer', 'noEnd'] as const)('leaves its callers waiting: %s', async (apiStall) => {
    dashboard.faults.apiStall = apiStall;
    const before = dashboard.apiCalls.length;
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    chat(dashboard.account.token).then(over, over);
    await expect.poll(() => dashboard.apiCalls.length, { interval: 5 }).toBe(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isOver).toBe(false);
    // With headers a request has a status, without them it has none.
    expect(dashboard.requests.at(-1)?.status).toBe(apiStall === 'noEnd' ? 200 : 0);
  });

  it('notes what each call had with it, and never the key', async () => {
    const before = dashboard.apiCalls.length;
    const session = dashboard.createSession('owner');
    const path = `/api/v1/chat/${dashboard.account.widgetId}`;
    await chat(dashboard.account.token);
    await chat('wrong');
    await ask(dashboard, 'GET', path, { session });
    const calls = dashboard.apiCalls.slice(before);
    expect(calls.map(({ key, cookie }) => [key, cookie])).toEqual([
      ['current', false],
      ['other', false],
      ['none', true],
    ]);
    expect(JSON.stringify(calls)).not.toContain(dashboard.account.token);
  });
});

describe('Logs v2', () => {
  it('takes the bare token and no Bearer', async () => {
    expect(JSON.parse((await logs(dashboard.account.token ?? '')).body)).toEqual({ cases: [] });
    expect((await logs(`Bearer ${dashboard.account.token}`)).status).toBe(401);
    expect((await logs('')).status).toBe(401);
  });
});
