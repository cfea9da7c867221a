/** Server-rendered pages, real navigations, native dialogs that post a form and come back by redirect. */
import { html } from 'hono/html';
import { type Html, type Skin, saveAgentStatus, type Visit } from './skin.ts';

const tokenPath = '/app/account/api/token';
const agentStatusPath = '/app/account/api/agent-status';

type Section = 'home' | 'settings' | 'account' | 'api';

export const forms: Skin = {
  tokenPath,
  pages: {
    '/app/': { show: (visit) => layout(visit, 'home', 'Dashboard', home(visit)) },
    '/app/settings': { show: (visit) => layout(visit, 'settings', 'Settings', settings(visit)) },
    '/app/account': { ownerOnly: true, show: (visit) => layout(visit, 'account', 'My Account', profile(visit)) },
    '/app/account/api': { ownerOnly: true, show: (visit) => layout(visit, 'api', 'API', apiIndex()) },
    [tokenPath]: { ownerOnly: true, show: (visit) => layout(visit, 'api', 'API Token', tokenPage(visit)) },
    [agentStatusPath]: { ownerOnly: true, show: (v) => layout(v, 'api', 'Agent Status API', agentStatus(v)) },
  },
  operations: {
    [`${tokenPath}/generate`]: 'generate',
    [`${tokenPath}/regenerate`]: 'regenerate',
    [`${tokenPath}/delete`]: 'delete',
  },
  saves: { [agentStatusPath]: saveAgentStatus(agentStatusPath) },
};

function layout(visit: Visit, section: Section, title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en" data-manner="${visit.manner}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>SnapEngage | ${title}</title>
    <link rel="stylesheet" href="/static/forms.css">
    <script src="/static/forms.js" defer></script>
  </head>
  <body>
    <header class="top">
      <a class="brand" href="/app/">SnapEngage</a>
      <span class="who">${visit.person.email} <a href="/signout">Sign Out</a></span>
    </header>
    <div class="frame">
      <nav aria-label="Main">${menu(visit, section, title)}</nav>
      <main><h1>${title}</h1>${content}</main>
    </div>
  </body>
</html>`;
}

/** Only the open section shows its sub-menu: each level is a page of its own. */
function menu({ role }: Visit, section: Section, here: string): Html {
  const inAccount = section === 'account' || section === 'api';
  const api = html`<ul>
    <li>${link(tokenPath, 'API Token', here)}</li>
    <li>${link(agentStatusPath, 'Agent Status API', here)}</li>
  </ul>`;
  const account = html`<ul>
    <li>${link('/app/account', 'Profile', here)}</li>
    <li>${link('/app/account/api', 'API', here)}${section === 'api' ? api : ''}</li>
  </ul>`;
  return html`<ul>
    <li>${link('/app/', 'Dashboard', here)}</li>
    <li>${link('/app/settings', 'Settings', here)}</li>
    ${role === 'owner' ? html`<li>${link('/app/account', 'My Account', here)}${inAccount ? account : ''}</li>` : ''}
  </ul>`;
}

/** `here` is the title of the page being shown, so that the menu can mark it. */
function link(href: string, text: string, here = ''): Html {
  return text === here ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;
}

function home({ person }: Visit): Html {
  return html`<section class="card"><p>Welcome back, ${person.name}.</p>
    <p class="quiet">12 chats today, 3 agents online.</p></section>`;
}

function settings({ account }: Visit): Html {
  return html`<section class="card"><h2>Widgets</h2>
    <table><tr><th>Name</th><th>Widget ID</th></tr><tr><td>Main site</td><td>${account.widgetId}</td></tr></table>
  </section>`;
}

function profile({ person }: Visit): Html {
  return html`<section class="card"><h2>Profile</h2>
    <p>${person.name}</p><p class="quiet">${person.email}, account owner</p></section>`;
}

function apiIndex(): Html {
  return html`<section class="card"><p>Choose what to set up:</p>
    <ul><li>${link(tokenPath, 'API Token')}</li><li>${link(agentStatusPath, 'Agent Status API')}</li></ul></section>`;
}

function tokenPage(visit: Visit): Html {
  const { token, error } = visit;
  return html`<section class="card">
    ${error === null ? '' : html`<p class="error" role="alert">${error}</p>`}
    <p class="quiet">The API Token gives access to the Visitor Chat, Logs and Agent Status APIs.</p>
    ${token === null ? noToken() : withToken(visit, token)}
  </section>`;
}

function noToken(): Html {
  return html`<p>Your account has no API token.</p>
    <form method="post" action="${tokenPath}/generate"><button class="main">Generate API Token</button></form>`;
}

function withToken({ account, masked }: Visit, token: string): Html {
  return html`<label for="api-token">API Token</label>
    <div class="row">
      <input id="api-token" readonly value="${token}" spellcheck="false">
      ${masked ? '' : html`<button type="button" data-copies="api-token">Copy to Clipboard</button>`}
    </div>
    <label for="org-id">Organization ID</label>
    <div class="row"><input id="org-id" readonly value="${account.orgId}"></div>
    <div class="row actions">
      <button type="button" data-opens="regenerate-dialog">Regenerate</button>
      <button type="button" class="danger" data-opens="delete-dialog">Delete</button>
    </div>
    ${dialog('regenerate', 'Regenerate', 'Regenerate the API token?')}
    ${dialog('delete', 'Delete', 'Delete the API token?')}`;
}

function dialog(action: string, verb: string, question: string): Html {
  return html`<dialog id="${action}-dialog" aria-labelledby="${action}-title">
    <h2 id="${action}-title">${question}</h2>
    <p>Anything that you created or connected using your current token will break. This cannot be undone.</p>
    <form method="post" action="${tokenPath}/${action}">
      <button type="button" data-closes>Cancel</button>
      <button class="danger">${verb}</button>
    </form>
  </dialog>`;
}

function agentStatus({ account }: Visit): Html {
  return html`<section class="card">
    <p class="quiet">We call your endpoint whenever an agent's status changes.</p>
    <form method="post" action="${agentStatusPath}">
      <label for="endpoint">Endpoint URL</label>
      <input id="endpoint" name="endpoint" value="${account.agentStatus.endpoint}">
      <label for="secret">Authentication Token</label>
      <input id="secret" name="secret" value="${account.agentStatus.secret}" spellcheck="false">
      <button class="main">Save</button>
    </form>
  </section>`;
}
