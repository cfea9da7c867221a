/** One empty shell and a script that draws everything: its own routes, its own dialogs, data by fetch. */
import { html } from 'hono/html';
import { type Page, type Skin, saveAgentStatus } from './skin.ts';

const internal = '/app/internal';

/** The same document for every route; `assets/spa.js` looks at the path. */
const shell: Page = {
  show: () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>SnapEngage</title>
    <link rel="stylesheet" href="/static/spa.css">
    <script type="module" src="/static/spa.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>`,
};

export const spa: Skin = {
  tokenPath: '/app/account/api-token',
  pages: {
    '/app/': shell,
    '/app/settings': shell,
    '/app/account/profile': { ...shell, ownerOnly: true },
    '/app/account/api-token': { ...shell, ownerOnly: true },
    '/app/account/agent-status': { ...shell, ownerOnly: true },
    [`${internal}/me`]: {
      data: ({ account, person, role }) => ({
        name: person.name,
        email: person.email,
        owner: role === 'owner',
        widgetId: account.widgetId,
      }),
    },
    [`${internal}/token`]: {
      ownerOnly: true,
      data: ({ account, token, masked }) => ({ token, masked, orgId: token === null ? null : account.orgId }),
    },
    [`${internal}/agent-status`]: { ownerOnly: true, data: ({ account }) => account.agentStatus },
  },
  operations: {
    [`${internal}/token/generate`]: 'generate',
    [`${internal}/token/regenerate`]: 'regenerate',
    [`${internal}/token/delete`]: 'delete',
  },
  saves: { [`${internal}/agent-status`]: saveAgentStatus('/app/account/agent-status') },
  headers: {
    'Content-Security-Policy': [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'self'",
    ].join('; '),
  },
};
