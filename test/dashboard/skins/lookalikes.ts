/**
 * A modern page where the token is one of many secret-shaped values. The true one stands in the section headed
 * "API Token", the one that is displayed, together with its Regenerate and Delete.
 */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { newToken } from '../account.ts';
import { agentStatus, mobilePanel, notes, shortcuts, webhook } from './lookalikes-decoys.ts';
import { csrfField, icon } from './lookalikes-parts.ts';
import { type Html, type Save, type Skin, saveAgentStatus, type Visit } from './skin.ts';

const tokenPath = '/app/my-account/api';
const nothing: Save = { leadsTo: tokenPath, apply: () => undefined };

export const lookalikes: Skin = {
  tokenPath,
  pages: {
    '/app/': { show: (visit) => layout(visit, 'Home', home(visit)) },
    '/app/settings': { show: (visit) => layout(visit, 'Settings', settings(visit)) },
    '/app/my-account': { ownerOnly: true, show: (visit) => layout(visit, 'My Account', profile(visit)) },
    [tokenPath]: { ownerOnly: true, show: (visit) => layout(visit, 'API', apiPage(visit)) },
  },
  operations: {
    [`${tokenPath}/token/generate`]: 'generate',
    [`${tokenPath}/token/regenerate`]: 'regenerate',
    [`${tokenPath}/token/delete`]: 'delete',
  },
  saves: {
    '/app/my-account/agent-status': saveAgentStatus(tokenPath),
    '/app/my-account/webhook/regenerate': {
      leadsTo: tokenPath,
      apply(account) {
        account.decoys.webhookSecret = newToken();
      },
    },
    '/app/my-account/webhook/delete': nothing,
    '/app/my-account/shortcuts/delete': nothing,
  },
};

function layout(visit: Visit, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en" data-build="${visit.account.decoys.buildHash}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="csrf-token" content="${newToken()}">
    <title>${title} – SnapEngage</title>
    <link rel="stylesheet" href="/static/lookalikes.css">
    <script src="/static/lookalikes.js" defer></script>
  </head>
  <body>
    <header>
      <b>SnapEngage</b>
      <nav aria-label="Main">${menu(visit)}</nav>
      <span class="who">${visit.person.name} · <a href="/signout">Sign Out</a></span>
    </header>
    <main><h1>${title}</h1>${content}</main>
    <footer>Build ${visit.account.decoys.buildHash} · Request ${newToken()}</footer>
  </body>
</html>`;
}

function menu({ role }: Visit): Html {
  const account = html`<details>
    <summary>My Account</summary>
    <ul>
      <li><a href="/app/my-account">Profile</a></li>
      <li class="group">API
        <ul>
          <li><a href="${tokenPath}">API Token</a></li>
          <li><a href="${tokenPath}#agent-status">Agent Status API</a></li>
        </ul>
      </li>
    </ul>
  </details>`;
  return html`<a href="/app/">Home</a><a href="/app/settings">Settings</a>${role === 'owner' ? account : ''}`;
}

function home({ person }: Visit): Html {
  return html`<section><p>Good to see you, ${person.name}. 12 chats today, 3 agents online.</p></section>`;
}

function settings({ account }: Visit): Html {
  return html`<section><h2>Widgets</h2><p>Main site <samp>${account.widgetId}</samp></p></section>
    <section><p class="quiet">Support reference <samp>${randomUUID()}</samp></p></section>`;
}

function profile({ person }: Visit): Html {
  return html`<section><h2>Profile</h2><p>${person.name}, ${person.email}</p></section>`;
}

function apiPage(visit: Visit): Html {
  return html`
    ${mobilePanel(visit.account)}
    ${tokenSection(visit)}
    ${agentStatus(visit.account)}
    ${webhook(visit.account)}
    ${notes(visit.account)}
    ${shortcuts(visit.account)}
    ${dialog('regenerate', 'Regenerate', 'refresh')}
    ${dialog('delete', 'Delete', 'bin')}
    ${dialog('generate', 'Generate', 'plus')}`;
}

function tokenSection({ account, token, masked, error }: Visit): Html {
  const shown = html`<dl>
      <dt>Token</dt><dd><samp id="token-value">${token}</samp></dd>
      <dt>Organization ID</dt><dd><samp>${account.orgId}</samp></dd>
    </dl>
    <div class="row">
      ${masked ? '' : html`<button type="button" data-copies="token-value">${icon('copy')} Copy to Clipboard</button>`}
      <button type="button" data-opens="regenerate">${icon('refresh')} Regenerate <span class="count">1</span></button>
      <button type="button" class="bad" data-opens="delete">${icon('bin')} Delete</button>
    </div>`;
  const none = html`<p>No token yet.</p>
    <button type="button" class="main" data-opens="generate">${icon('plus')} Generate API Token</button>`;
  return html`<section id="api-token">
    <h2>API Token</h2>
    ${error === null ? '' : html`<p class="error" role="alert">${error}</p>`}
    ${csrfField()}
    ${token === null ? none : shown}
  </section>`;
}

/** Always in the document, hidden until asked for; its buttons carry an icon and a count. */
function dialog(action: string, verb: string, picture: string): Html {
  return html`<div class="shade" id="${action}" hidden>
    <div role="alertdialog" aria-modal="true" aria-labelledby="${action}-title">
      <h2 id="${action}-title">${verb} API Token?</h2>
      <p>I understand the implications for everything that is connected.</p>
      <form method="post" action="${tokenPath}/token/${action}">
        ${csrfField()}
        <button type="button" data-closes>${icon('cross')} Cancel</button>
        <button class="bad">${icon(picture)} ${verb} <span class="count">(1)</span></button>
      </form>
    </div>
  </div>`;
}
