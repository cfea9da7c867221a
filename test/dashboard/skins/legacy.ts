/** Tables, fonts and scripts in attributes: link-buttons, modals that are mere boxes, pages told apart by query. */
import { html } from 'hono/html';
import { type Html, type Skin, saveAgentStatus, type Visit } from './skin.ts';

const page = (name: string) => `/app/account.jsp?page=${name}`;
const action = (name: string) => `/app/apitoken.do?action=${name}`;

export const legacy: Skin = {
  tokenPath: page('apitoken'),
  pages: {
    '/app/': { show: (visit) => layout(visit, 'Dashboard', home(visit)) },
    '/app/settings': { show: (visit) => layout(visit, 'Settings', settings(visit)) },
    [page('profile')]: { ownerOnly: true, show: (visit) => layout(visit, 'Profile', profile(visit)) },
    [page('apitoken')]: { ownerOnly: true, show: (visit) => layout(visit, 'Api Token', tokenPage(visit)) },
    [page('agentstatus')]: { ownerOnly: true, show: (visit) => layout(visit, 'Agent Status API', agentStatus(visit)) },
  },
  operations: {
    [action('generate')]: 'generate',
    [action('regenerate')]: 'regenerate',
    [action('delete')]: 'delete',
  },
  saves: { '/app/agentstatus.do': saveAgentStatus(page('agentstatus')) },
};

function layout(visit: Visit, title: string, content: Html): Html {
  return html`<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>SnapEngage | ${title}</title>
    <link rel="stylesheet" href="/static/legacy.css">
    <script src="/static/legacy.js"></script>
  </head>
  <body>
    <table class="top" width="100%" cellspacing="0" cellpadding="0">
      <tr>
        <td><font size="5" color="#ffffff"><b>Snap</b>Engage</font></td>
        <td align="right">${accountMenu(visit)}</td>
      </tr>
      <tr class="tabs"><td colspan="2"><a href="/app/">Dashboard</a> | <a href="/app/settings">Settings</a></td></tr>
    </table>
    <table class="page" align="center" width="760" cellspacing="0" cellpadding="8">
      <tr><td class="title"><font size="4"><b>${title}</b></font></td></tr>
      <tr><td>${content}</td></tr>
    </table>
    <center><font size="1" color="#777777">SnapEngage dashboard</font></center>
  </body>
</html>`;
}

function accountMenu({ person, role }: Visit): Html {
  const account = html`<li><span class="fold" onclick="fold(this)">My Account</span>
    <ul style="display:none">
      <li><a href="${page('profile')}">Profile</a></li>
      <li><span class="fold" onclick="fold(this)">API</span>
        <ul style="display:none">
          <li><a href="${page('apitoken')}">Api Token</a></li>
          <li><a href="${page('agentstatus')}">Agent Status API</a></li>
        </ul>
      </li>
    </ul>
  </li>`;
  return html`<font size="2" color="#ffffff">${person.email}</font>
    <span class="arrow" title="Account menu" onclick="toggle('menu')">&#9662;</span>
    <ul id="menu" style="display:none">
      ${role === 'owner' ? account : ''}
      <li><a href="/signout">Sign Out</a></li>
    </ul>`;
}

function home({ person }: Visit): Html {
  return html`<p>Welcome, <b>${person.name}</b></p><p>12 chats today, 3 agents online.</p>`;
}

/** The id stands in the site's snippet alone, as it does for most people. */
function settings({ account }: Visit): Html {
  const snippet = `<script src="https://storage.googleapis.com/code.snapengage.com/js/${account.widgetId}.js"></script>`;
  return html`<table class="grid" cellspacing="0" cellpadding="6">
    <tr><td>Main site</td><td><textarea rows="3" cols="60" readonly>${snippet}</textarea></td></tr></table>`;
}

function profile({ person }: Visit): Html {
  return html`<table class="grid" cellspacing="0" cellpadding="6">
    <tr><td>Name:</td><td>${person.name}</td></tr>
    <tr><td>E-mail:</td><td>${person.email}</td></tr>
  </table>`;
}

function tokenPage({ account, token, masked, error }: Visit): Html {
  return html`${error === null ? '' : html`<p><font color="#cc0000"><b>Error:</b> ${error}</font></p>`}
    <p>Use this token with the Visitor Chat, Logs and Agent Status APIs.</p>
    ${token === null ? noToken() : withToken(account.orgId, token, masked)}
    <form id="tokenform" method="post" style="display:none"></form>`;
}

function noToken(): Html {
  return html`<p><i>No token has been created yet.</i></p>
    <form method="post" action="${action('generate')}"><input type="submit" value="Generate"></form>`;
}

function withToken(orgId: string, token: string, masked: boolean): Html {
  return html`<table class="grid" cellspacing="0" cellpadding="6">
      <tr><td><b>Organization ID:</b></td><td>${orgId}</td><td></td></tr>
      <tr>
        <td><b>Api Token:</b></td>
        <td id="tok"><tt>${token}</tt></td>
        <td>${masked ? '' : html`<a href="#" onclick="return copyCell('tok', this)">Copy to Clipboard</a>`}</td>
      </tr>
      <tr>
        <td></td>
        <td colspan="2">
          <a href="#" class="button" onclick="return openBox('regenbox')">Regenerate &raquo;</a>
          <span class="button" onclick="openBox('delbox')">&#10006; Delete</span>
        </td>
      </tr>
    </table>
    ${box('regenbox', 'Regenerate', action('regenerate'))} ${box('delbox', 'Delete', action('delete'))}`;
}

function box(id: string, verb: string, target: string): Html {
  return html`<div id="${id}" class="shade" style="display:none"><div class="box">
    <p><b>${verb} token</b></p>
    <p>I understand that anything connected using the current token will break.</p>
    <p align="right">
      <a href="#" class="button" onclick="return send('${target}')">${verb}</a>
      <a href="#" class="button" onclick="return closeBox('${id}')">Cancel</a>
    </p>
  </div></div>`;
}

function agentStatus({ account }: Visit): Html {
  return html`<form method="post" action="/app/agentstatus.do">
    <table class="grid" cellspacing="0" cellpadding="6">
      <tr><td>Endpoint URL:</td><td><input name="endpoint" size="44" value="${account.agentStatus.endpoint}"></td></tr>
      <tr><td>Authentication Token:</td>
        <td><input name="secret" size="44" value="${account.agentStatus.secret}"></td></tr>
      <tr><td></td><td><input type="submit" value="Save"></td></tr>
    </table>
  </form>`;
}
