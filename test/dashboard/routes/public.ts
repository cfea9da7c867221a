/** What anybody sees without signing in: the marketing page, style sheets and client scripts. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../world.ts';

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript' };
const folder = new URL('../assets/', import.meta.url);
const assets = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

export function addPublicRoutes(app: Hono<Env>): void {
  app.get('/', (c) => c.html(marketingPage()));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/static/:name', (c) => {
    const name = c.req.param('name');
    const text = assets.get(name);
    const type = types[name.split('.').at(-1) ?? ''];
    if (text === undefined || type === undefined) return c.notFound();
    return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
  });
}

function marketingPage() {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>SnapEngage | Live chat for business</title>
    <link rel="stylesheet" href="/static/public.css">
  </head>
  <body class="marketing">
    <header><strong>SnapEngage</strong><nav><a href="/signin">Sign In</a></nav></header>
    <main>
      <h1>Talk to the people on your website</h1>
      <p>Live chat, bots and messaging for sales and support teams.</p>
      <a class="call" href="/signin">Sign In</a>
    </main>
  </body>
</html>`;
}
