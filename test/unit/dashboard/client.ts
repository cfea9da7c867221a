/** A plain HTTPS client for the dashboard's own tests: no redirects, no cookies but the one it is given. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import type { Operation, Role } from '../../dashboard/account.ts';
import type { Dashboard, SkinName } from '../../dashboard/server.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Ask {
  session?: string;
  headers?: Record<string, string>;
  form?: Record<string, string>;
}

/** Where each skin's page posts its operations; written out here, so that a skin cannot quietly stop having one. */
const operationPaths: Record<SkinName, (operation: Operation) => string> = {
  forms: (operation) => `/app/account/api/token/${operation}`,
  spa: (operation) => `/app/internal/token/${operation}`,
  legacy: (operation) => `/app/apitoken.do?action=${operation}`,
  lookalikes: (operation) => `/app/my-account/api/token/${operation}`,
};

/** What the token page consists of: the document, or the data its script asks for. */
export const readingPaths: Record<SkinName, string> = {
  forms: '/app/account/api/token',
  spa: '/app/internal/token',
  legacy: '/app/account.jsp?page=apitoken',
  lookalikes: '/app/my-account/api',
};

/** Rejects with the network error when the connection dies. */
export function ask({ port }: Dashboard, method: string, path: string, options: Ask = {}): Promise<Reply> {
  const { session, form } = options;
  const headers: Record<string, string> = { host: 'www.snapengage.com', ...options.headers };
  if (session !== undefined) headers.cookie = `SESSION=${session}`;
  if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false, rejectUnauthorized: false });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.end(form === undefined ? undefined : new URLSearchParams(form).toString());
  });
}

/** Asks for a page, signed in as `role`, or as nobody. */
export function get(dashboard: Dashboard, path: string, role?: Role): Promise<Reply> {
  return ask(dashboard, 'GET', path, role === undefined ? {} : { session: dashboard.createSession(role) });
}

/** Posts one operation in the way `skin` does, signed in as the owner unless told otherwise. */
export function operate(dashboard: Dashboard, skin: SkinName, operation: Operation, role: Role | null = 'owner') {
  const session = role === null ? {} : { session: dashboard.createSession(role) };
  return ask(dashboard, 'POST', operationPaths[skin](operation), { ...session, form: {} });
}
