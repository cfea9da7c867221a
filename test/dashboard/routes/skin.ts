/** Serves what the worn skin declares: its pages to those who may see them, its operations, its other forms. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import type { Operation, Role } from '../account.ts';
import { strikes } from '../faults.ts';
import { killConnection } from '../listener.ts';
import { type Outcome, operate } from '../operations.ts';
import { roleOfRequest } from '../sessions.ts';
import type { Page, Visit } from '../skins/skin.ts';
import { type Env, showToken, type World } from '../world.ts';

type Ctx = Context<Env>;

export function addSkinRoutes(app: Hono<Env>, world: World): void {
  app.get('/app', (c) => c.redirect('/app/'));
  app.get('/app/*', (c) => servePage(c, world));
  app.post('/app/*', (c) => serveForm(c, world));
}

async function servePage(c: Ctx, world: World): Promise<Response> {
  await sleep(world.faults.pageLatencyMs, undefined, { ref: false });
  const role = roleOfRequest(c, world.sessions);
  if (role === null) return signedOut(c);
  if (strikes(world.faults, 'pageError')) return c.text('500 Internal Server Error', 500);
  const page = lookUp(world.skin.pages, c);
  if (page === undefined) return c.text('404 Not Found', 404);
  if (page.ownerOnly && role !== 'owner') return isData(c) ? c.json({ error: 'Forbidden' }, 403) : c.redirect('/app/');
  return show(c, world, page, visitOf(world, role));
}

async function serveForm(c: Ctx, world: World): Promise<Response> {
  const operation = lookUp(world.skin.operations, c);
  if (operation !== undefined) return serveOperation(c, world, operation);
  const save = lookUp(world.skin.saves, c);
  if (save === undefined) return c.text('404 Not Found', 404);
  if (roleOfRequest(c, world.sessions) !== 'owner') return signedOut(c);
  const form = await c.req.parseBody();
  save.apply(world.account, (name) => String(form[name] ?? ''));
  return isData(c) ? c.json({}) : c.redirect(save.leadsTo, 303);
}

async function serveOperation(c: Ctx, world: World, operation: Operation): Promise<Response> {
  const outcome = await operate(world, operation, () => roleOfRequest(c, world.sessions));
  switch (outcome.kind) {
    case 'lost':
      killConnection(c.env.incoming);
      return c.body(null, 500);
    case 'signedOut':
      return signedOut(c);
    case 'refused':
      return refused(c, world, outcome);
    case 'done':
      return isData(c) ? c.json({ token: showToken(world) }) : c.redirect(world.skin.tokenPath, 303);
  }
}

function refused(c: Ctx, world: World, { status, message }: Extract<Outcome, { kind: 'refused' }>) {
  if (isData(c)) return c.json({ error: message }, status);
  const role = roleOfRequest(c, world.sessions);
  const page = world.skin.pages[world.skin.tokenPath];
  if (page === undefined || role !== 'owner') return c.text(message, status);
  c.status(status);
  return show(c, world, page, { ...visitOf(world, role), error: message });
}

async function show(c: Ctx, world: World, page: Page, visit: Visit): Promise<Response> {
  if (page.data !== undefined) return c.json(page.data(visit));
  for (const [name, value] of Object.entries(world.skin.headers ?? {})) c.header(name, value);
  return c.html(await page.show(visit));
}

function visitOf(world: World, role: Role): Visit {
  const { account } = world;
  return {
    account,
    role,
    person: account[role],
    // Only a page that shows it asks for it.
    get token() {
      return showToken(world);
    },
    masked: world.faults.masked,
    manner: world.faults.manner,
    error: null,
  };
}

function signedOut(c: Ctx): Response {
  return isData(c) ? c.json({ error: 'Signed out' }, 401) : c.redirect('/signin');
}

/** Scripts ask for data under this path; they get codes where people get redirects. */
function isData(c: Ctx): boolean {
  return c.req.path.startsWith('/app/internal/');
}

/** The entry for path and query, or else for the path alone: only old skins tell their pages apart by query. */
function lookUp<T>(table: Record<string, T>, c: Ctx): T | undefined {
  return table[c.req.path + new URL(c.req.url).search] ?? table[c.req.path];
}
