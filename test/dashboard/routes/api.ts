/** The two vendor APIs that take the token in a read-only call (facts.md, "Calls that test a token"). */
import type { Context, Hono } from 'hono';
import type { AccountState } from '../account.ts';
import type { Stall } from '../faults.ts';
import { roleOfRequest } from '../sessions.ts';
import type { ApiCall, Env, World } from '../world.ts';

/** Where a 3xx of Visitor Chat leads: whoever follows it is told that any key is good. */
const movedPath = '/api/v1/moved';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function addApiRoutes(app: Hono<Env>, world: World): void {
  app.get('/api/v1/chat/:widgetId', (c) => visitorChat(c, world, c.req.param('widgetId')));
  app.all('/api/v1/chat/:widgetId', (c) => c.json({ error: 'Method not allowed' }, 405));
  app.get(movedPath, (c) => c.json(acceptance(world.account)));
  app.get('/api/v2/:orgId/logs', (c) => logs(c, world, c.req.param('orgId')));
}

/** A session cookie counts as well as the key, which is why a check has to be sent without cookies. */
function visitorChat(c: Context<Env>, world: World, widgetId: string): Response | Promise<Response> {
  const { account, faults } = world;
  const key = keyOf(c, account);
  world.apiCalls.push({ at: Date.now(), key, cookie: c.req.header('cookie') !== undefined });
  if (faults.apiStall !== 'off') return stalled(faults.apiStall);
  if (faults.apiStatus !== 0) return bare(faults.apiStatus);
  if (faults.apiErrorBody) return c.json({ error: 'Service temporarily unavailable' });
  if (!uuid.test(widgetId)) return c.json({ error: 'Bad parameter: widgetId' }, 400);
  if (key !== 'current' && roleOfRequest(c, world.sessions) === null) {
    return c.json({ error: 'Invalid or no header x-api-key set' }, 401);
  }
  return widgetId.toLowerCase() === account.widgetId ? c.json(acceptance(account)) : c.body(null, 404);
}

function keyOf(c: Context<Env>, { token }: AccountState): ApiCall['key'] {
  const key = c.req.header('x-api-key');
  if (key === undefined) return 'none';
  return key === token ? 'current' : 'other';
}

/** Until the caller goes, or the dashboard does. */
function stalled(how: Exclude<Stall, 'off'>): Response | Promise<Response> {
  if (how === 'noAnswer') return new Promise(() => undefined);
  const begun = new TextEncoder().encode('{"widgetId":');
  const body = new ReadableStream({ start: (stream) => stream.enqueue(begun) });
  return new Response(body, { status: 200, headers: { 'Content-Type': 'application/json' } });
}

function bare(status: number): Response {
  const isRedirect = status >= 300 && status <= 399;
  return new Response('', { status, headers: isRedirect ? { Location: movedPath } : {} });
}

function acceptance({ widgetId }: AccountState) {
  return { widgetId, online: 'true', emailRequired: 'false', nameRequired: 'false' };
}

function logs(c: Context<Env>, { account }: World, orgId: string): Response {
  const accepted = account.token !== null && c.req.header('authorization') === account.token;
  if (!accepted) return c.json({ error: 'Invalid or no Authorization header set' }, 401);
  if (orgId !== account.orgId) return c.body(null, 404);
  return c.json({ cases: [] });
}
