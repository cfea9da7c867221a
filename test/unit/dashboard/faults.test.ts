// @vitest-environment node
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Dashboard, skinNames, startDashboard } from '../../dashboard/server.ts';
import { ask, get, operate, readingPaths } from './client.ts';

let dashboard: Dashboard;
let before: string | null;
beforeEach(async () => {
  dashboard = await startDashboard();
  before = dashboard.account.token;
});
afterEach(() => dashboard.close());

function regenerateCounts() {
  return [dashboard.counts.received.regenerate, dashboard.counts.applied.regenerate];
}

describe('faults of operations', () => {
  it.each(skinNames)('refuse: the %s skin says why, and nothing changes', async (skin) => {
    dashboard.useSkin(skin);
    dashboard.faults.refuse = 1;
    dashboard.faults.refuseStatus = 500;
    const reply = await operate(dashboard, skin, 'regenerate');
    expect(reply.status).toBe(500);
    expect(reply.body).toContain('Something went wrong');
    if (skin !== 'spa') expect(reply.body).toContain(before);
    expect([dashboard.account.token, ...regenerateCounts()]).toEqual([before, 1, 0]);
    await operate(dashboard, skin, 'regenerate');
    expect(regenerateCounts()).toEqual([2, 1]);
  });

  it('refuse: answers 403 unless told otherwise, and goes on while it is true', async () => {
    dashboard.faults.refuse = true;
    expect((await operate(dashboard, 'forms', 'delete')).status).toBe(403);
    expect((await operate(dashboard, 'forms', 'delete')).status).toBe(403);
    dashboard.faults.refuse = false;
    expect((await operate(dashboard, 'forms', 'delete')).status).toBe(303);
  });

  it('dropBefore: the connection dies and nothing changed', async () => {
    dashboard.faults.dropBefore = 1;
    await expect(operate(dashboard, 'forms', 'regenerate')).rejects.toThrow();
    expect([dashboard.account.token, ...regenerateCounts()]).toEqual([before, 1, 0]);
    expect(dashboard.requests.at(-1)).toMatchObject({ method: 'POST', status: 0 });
    expect((await get(dashboard, '/app/', 'owner')).status).toBe(200);
  });

  it('dropAfter: the connection dies and the token is another', async () => {
    dashboard.faults.dropAfter = 1;
    await expect(operate(dashboard, 'forms', 'regenerate')).rejects.toThrow();
    expect(dashboard.account.token).not.toBe(before);
    expect(regenerateCounts()).toEqual([1, 1]);
    expect((await operate(dashboard, 'forms', 'regenerate')).status).toBe(303);
  });

  it('expireOnOperation: signed out before anything changes', async () => {
    dashboard.faults.expireOnOperation = 1;
    const reply = await operate(dashboard, 'forms', 'regenerate');
    expect([reply.status, reply.headers.location]).toEqual([302, '/signin']);
    dashboard.useSkin('spa');
    dashboard.faults.expireOnOperation = 1;
    expect((await operate(dashboard, 'spa', 'regenerate')).status).toBe(401);
    expect([dashboard.account.token, ...regenerateCounts()]).toEqual([before, 2, 0]);
  });

  it('changeBeforeOperation: somebody else was faster, so generate finds a token', async () => {
    dashboard.faults.changeBeforeOperation = 1;
    dashboard.account.token = null;
    expect((await operate(dashboard, 'forms', 'generate')).status).toBe(409);
    expect(dashboard.account.token).not.toBeNull();
    expect(dashboard.counts.applied.generate).toBe(0);
  });

  it('latencyMs: received at once, applied later', async () => {
    dashboard.faults.latencyMs = 200;
    const reply = operate(dashboard, 'forms', 'regenerate');
    await expect.poll(() => dashboard.counts.received.regenerate, { interval: 5 }).toBe(1);
    expect(dashboard.account.token).toBe(before);
    await reply;
    expect(dashboard.account.token).not.toBe(before);
  });
});

describe('faults of pages and connections', () => {
  it('pageError: pages answer 500, operations go on', async () => {
    dashboard.faults.pageError = true;
    expect((await get(dashboard, dashboard.tokenPath, 'owner')).status).toBe(500);
    expect((await operate(dashboard, 'forms', 'regenerate')).status).toBe(303);
    dashboard.faults.pageError = 0;
    expect((await get(dashboard, dashboard.tokenPath, 'owner')).status).toBe(200);
  });

  it('pageLatencyMs: a page takes its time', async () => {
    dashboard.faults.pageLatencyMs = 150;
    const started = performance.now();
    await get(dashboard, '/app/', 'owner');
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  it.each(skinNames)('masked: the %s skin shows the last four characters and no more', async (skin) => {
    dashboard.useSkin(skin);
    dashboard.faults.masked = true;
    const { body } = await get(dashboard, readingPaths[skin], 'owner');
    expect(body).toContain(`••••${before?.slice(-4)}`);
    expect(body).not.toContain(before?.slice(0, 8));
  });

  it('offline: every connection is refused, until it is not', async () => {
    dashboard.faults.offline = true;
    await expect(get(dashboard, '/')).rejects.toThrow();
    await expect(operate(dashboard, 'forms', 'regenerate')).rejects.toThrow();
    expect(regenerateCounts()).toEqual([0, 0]);
    dashboard.faults.offline = false;
    expect((await get(dashboard, '/')).status).toBe(200);
  });

  it('closes at once, though connections are open', async () => {
    const short = await startDashboard();
    const socket = connect({ host: '127.0.0.1', port: short.port, rejectUnauthorized: false });
    socket.on('error', () => undefined);
    await once(socket, 'secureConnect');
    const ended = once(socket, 'close');
    await short.close();
    await ended;
  });
});

describe('the record of requests', () => {
  it('tells method, path and status, and blots out whatever looks like a token', async () => {
    await get(dashboard, `/app/?leak=${before}`, 'owner');
    await ask(dashboard, 'GET', '/app/');
    expect(dashboard.requests).toMatchObject([
      { method: 'GET', path: '/app/?leak=[secret]', status: 200 },
      { method: 'GET', path: '/app/', status: 302 },
    ]);
  });
});
