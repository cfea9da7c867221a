/** The pages of the embedded dashboard as its four skins draw them, styles included. */
import { vi } from 'vitest';
import type { Role } from '../../../dashboard/account.ts';
import type { Dashboard, SkinName } from '../../../dashboard/server.ts';
import { get } from '../../dashboard/client.ts';
import { pageOf } from './pages.ts';

interface SpaViews {
  pageView(state: Record<string, unknown>, actions: Record<string, () => void>): Node;
}

/** The page at `path` as `role` (null: nobody) sees it, and the status it was served with. */
export async function drawnPage(dashboard: Dashboard, skin: SkinName, path: string, role: Role | null) {
  const { status, body } = await get(dashboard, path, role ?? undefined);
  const sheet = /href="(\/static\/[a-z]+\.css)"/.exec(body)?.[1];
  const style = sheet ? `<style>${(await get(dashboard, sheet)).body}</style>` : '';
  const doc = pageOf(body.replace('</head>', `${style}</head>`), `${dashboard.origin}${path}`);
  if (skin === 'spa' && doc.getElementById('root') && role) await drawSpa(dashboard, doc, path, role);
  return { doc, status };
}

/** What the single-page skin's own script draws, with the data it would ask for. */
async function drawSpa(dashboard: Dashboard, doc: Document, path: string, role: Role): Promise<void> {
  const json = async (data: string) =>
    JSON.parse((await get(dashboard, `/app/internal/${data}`, role)).body) as unknown;
  const data = { '/app/account/api-token': 'token', '/app/account/agent-status': 'agent-status' }[path];
  const state = {
    path,
    me: await json('me'),
    data: data ? await json(data) : {},
    error: '',
    note: '',
    menuOpen: path.startsWith('/app/account/'),
    busy: false,
  };
  vi.stubGlobal('document', doc);
  const { pageView } = await vi.importActual<SpaViews>('../../../dashboard/assets/spa-views.js');
  doc.getElementById('root')?.replaceChildren(pageView(state, {}));
  vi.unstubAllGlobals();
}
