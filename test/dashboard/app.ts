/** All routes of the stand-in: the public ones, sign-in, the two APIs, and whatever the worn skin offers under /app/. */
import { Hono } from 'hono';
import { addApiRoutes } from './routes/api.ts';
import { addPublicRoutes } from './routes/public.ts';
import { addSignInRoutes } from './routes/sign-in.ts';
import { addSkinRoutes } from './routes/skin.ts';
import type { Env, World } from './world.ts';

export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    await next();
    if (!world.faults.pagesKept) c.header('Cache-Control', 'no-store');
  });
  addPublicRoutes(app);
  addSignInRoutes(app, world);
  addApiRoutes(app, world);
  addSkinRoutes(app, world);
  return app;
}
