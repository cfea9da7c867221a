/** The formats that are always there: what each needs, and its text. */
import { type CopyContext, known, type Need } from './context.ts';
import { quoteForEnv, quoteForSh } from './quote.ts';

export const fixedFormats = ['token', 'authorization', 'xApiKey', 'curlLogs', 'curlChat', 'env', 'json'] as const;
export type FixedFormat = (typeof fixedFormats)[number];

export const fixedNeeds: Readonly<Record<FixedFormat, readonly Need[]>> = {
  token: ['token'],
  authorization: ['plainToken'],
  xApiKey: ['plainToken'],
  curlLogs: ['plainToken', 'origin', 'orgId'],
  curlChat: ['plainToken', 'origin', 'widgetId'],
  env: ['plainToken', 'quotableValues'],
  json: ['token'],
};

/** How the Logs API and Agent Status are given the token: bare, no "Bearer" (facts.md, Which APIs use this token). */
const authorization = (token: string) => `Authorization: ${token}`;
/** The same for the Visitor Chat API. */
const xApiKey = (token: string) => `x-api-key: ${token}`;

/** A GET with one header. The parts of `path` are encoded already. */
function curl(origin: string, path: string, header: string): string {
  return `curl ${quoteForSh(new URL(origin).origin + path)} -H ${quoteForSh(header)}`;
}

/**
 * The trio that developers ask for, as lines of a `.env` file; what is not known is left empty, its line kept. Null
 * where a value cannot be written so that every reader gets it back (`quoteForEnv`).
 */
export function envLines({ token, orgId, widgetId }: CopyContext): string | null {
  const trio = {
    SNAPENGAGE_API_TOKEN: token,
    SNAPENGAGE_ORG_ID: known(orgId) ?? '',
    SNAPENGAGE_WIDGET_ID: known(widgetId) ?? '',
  };
  const lines = Object.entries(trio).map(([name, value]) => ({ name, quoted: quoteForEnv(value) }));
  if (lines.some(({ quoted }) => quoted === null)) return null;
  return lines.map(({ name, quoted }) => `${name}=${quoted}`).join('\n');
}

/** The text of `format`; what it needs (`fixedNeeds`) is there. The dates of the Logs API are for the person to set. */
export function fixedText(format: FixedFormat, context: CopyContext): string {
  const { token, origin } = context;
  const orgId = known(context.orgId);
  const widgetId = known(context.widgetId);
  switch (format) {
    case 'token':
      return token;
    case 'authorization':
      return authorization(token);
    case 'xApiKey':
      return xApiKey(token);
    case 'curlLogs': {
      const path = `/api/v2/${encodeURIComponent(orgId ?? '')}/logs?start=YYYY-MM-DD&end=YYYY-MM-DD`;
      return curl(origin, path, authorization(token));
    }
    case 'curlChat':
      return curl(origin, `/api/v1/chat/${encodeURIComponent(widgetId ?? '')}`, xApiKey(token));
    case 'env':
      return envLines(context) ?? '';
    case 'json':
      return JSON.stringify({ apiToken: token, orgId, widgetId }, null, 2);
  }
}
