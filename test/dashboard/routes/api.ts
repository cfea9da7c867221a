/** The two vendor APIs that take the token in a read-only call (facts.md, "Calls that test a token"). */
import type { Context, Hono } from 'hono';
import { roleOfRequest } from '../sessions.ts';
import type { Env, World } from '../world.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function addApiRoutes(app: Hono<Env>, world: World): void {
  app.get('/api/v1/chat/:widgetId', (c) => visitorChat(c, world, c.req.param('widgetId')));
  app.all('/api/v1/chat/:widgetId', (c) => c.json({ error: 'Method not allowed' }, 405));
  app.get('/api/v2/:orgId/logs', (c) => logs(c, world, c.req.param('orgId')));
}

/** A session cookie counts as well as the key, which is why a check has to be sent without cookies. */
function visitorChat(c: Context<Env>, world: World, widgetId: string): Response {
  const { account, faults } = world;
  if (faults.apiStatus !== 0) return new Response('', { status: faults.apiStatus });
  if (faults.apiErrorBody) return c.json({ error: 'Service temporarily unavailable' });
  if (!uuid.test(widgetId)) return c.json({ error: 'Bad parameter: widgetId' }, 400);
  const accepted = account.token !== null && c.req.header('x-api-key') === account.token;
  if (!accepted && roleOfRequest(c, world.sessions) === null) {
    return c.json({ error: 'Invalid or no header x-api-key set' }, 401);
  }
  if (widgetId.toLowerCase() !== account.widgetId) return c.body(null, 404);
  return c.json({ widgetId, online: 'true', emailRequired: 'false', nameRequired: 'false' });
}

function logs(c: Context<Env>, { account }: World, orgId: string): Response {
  const accepted = account.token !== null && c.req.header('authorization') === account.token;
  if (!accepted) return c.json({ error: 'Invalid or no Authorization header set' }, 401);
  if (orgId !== account.orgId) return c.body(null, 404);
  return c.json({ cases: [] });
}
