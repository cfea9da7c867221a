/** Everything on the look-alikes page that could be taken for the token and is not. */
import { html } from 'hono/html';
import { type AccountState, newToken } from '../account.ts';
import { csrfField, icon } from './lookalikes-parts.ts';
import type { Html } from './skin.ts';

/** The same panel again for narrow screens: never displayed here, and out of date. */
export function mobilePanel({ decoys }: AccountState): Html {
  return html`<section class="narrow" style="display:none">
    <h2>API Token</h2>
    <dl><dt>Token</dt><dd><samp>${decoys.staleToken}</samp></dd></dl>
    <button type="button">Regenerate</button><button type="button">Delete</button>
  </section>`;
}

/** The customer's own secret for the Agent Status API: not the API Token (facts.md). */
export function agentStatus({ agentStatus: { endpoint, secret } }: AccountState): Html {
  return html`<section id="agent-status">
    <h2>Agent Status API</h2>
    <form method="post" action="/app/my-account/agent-status">
      ${csrfField()}
      <label>Endpoint URL <input name="endpoint" value="${endpoint}"></label>
      <label>Authentication Token <input name="secret" value="${secret}" spellcheck="false"></label>
      <button class="main">Save</button>
    </form>
  </section>`;
}

export function webhook({ decoys }: AccountState): Html {
  return html`<section>
    <h2>Webhook secret</h2>
    <p><samp>${decoys.webhookSecret}</samp></p>
    <form method="post" action="/app/my-account/webhook/regenerate" class="row">
      ${csrfField()}
      <button>${icon('refresh')} Regenerate</button>
      <button class="bad" formaction="/app/my-account/webhook/delete">${icon('bin')} Delete</button>
    </form>
  </section>`;
}

/** Free text that people wrote, as it likes to be. */
export function notes({ decoys, widgetId }: AccountState): Html {
  return html`<section>
    <h2>Notes</h2>
    <ul>
      <li>API Token: ${decoys.noteToken}</li>
      <li>Token of the test account is ${newToken()}, ask Max before you Regenerate</li>
      <li>The site uses widget ${widgetId}</li>
    </ul>
    <p class="quiet">Security check value of this session: <samp>${newToken()}</samp></p>
  </section>`;
}

export function shortcuts({ widgetId }: AccountState): Html {
  const row = (name: string, id: string) => html`<tr><td>${name}</td><td><samp>${id}</samp></td><td>
    <form method="post" action="/app/my-account/shortcuts/delete">${csrfField()}<button class="bad">Delete</button></form>
  </td></tr>`;
  return html`<section>
    <h2>Connected widgets</h2>
    <table>
      <tr><th>Name</th><th>ID</th><th></th></tr>
      ${row('Main site', widgetId)} ${row('Landing page', newToken())}
    </table>
  </section>`;
}
