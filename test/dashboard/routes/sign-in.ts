/** Sign-in and sign-out, with the fields and messages seen on the vendor's page (facts.md, "Hosts and URLs"). */
import type { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { AccountState, Role } from '../account.ts';
import { sessionCookie, signIn } from '../sessions.ts';
import type { Env, World } from '../world.ts';

export function addSignInRoutes(app: Hono<Env>, world: World): void {
  app.get('/signin', (c) => c.html(signInPage('', '')));
  app.post('/signin', async (c) => {
    const form = await c.req.parseBody();
    const email = String(form.email ?? '').trim();
    const role = roleFor(world.account, email, String(form.password ?? ''));
    if (role === null) return c.html(signInPage(email, 'Invalid e-mail or password.'));
    signIn(c, world.sessions, role);
    return c.redirect('/app/');
  });
  app.get('/signout', (c) => {
    world.sessions.end(getCookie(c, sessionCookie) ?? '');
    return c.redirect('/signin');
  });
}

function roleFor({ owner, other }: AccountState, email: string, password: string): Role | null {
  if (email === owner.email && password === owner.password) return 'owner';
  if (email === other.email && password === other.password) return 'other';
  return null;
}

function signInPage(email: string, message: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>SnapEngage | Sign In</title>
    <link rel="stylesheet" href="/static/public.css">
  </head>
  <body class="sign-in">
    <main>
      <h1>SnapEngage</h1>
      <div class="msg" role="status">${message}</div>
      <form name="signin" method="post" action="/signin">
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" autocomplete="username" value="${email}">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password">
        <input type="submit" name="Submit" value="Sign In">
      </form>
      <a class="google" href="/signin?with=google">Sign in with Google</a>
    </main>
  </body>
</html>`;
}
