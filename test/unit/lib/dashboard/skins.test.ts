// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { widgetIdsIn } from '../../../../lib/dashboard/widgets.ts';
import { type Dashboard, type SkinName, skinNames, startDashboard } from '../../../dashboard/server.ts';
import { drawnPage } from '../support/skins.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.close());

const agentStatus: Record<SkinName, string> = {
  forms: '/app/account/api/agent-status',
  spa: '/app/account/agent-status',
  legacy: '/app/account.jsp?page=agentstatus',
  lookalikes: '/app/my-account',
};
/** The next step the page's own menu offers from home, and from within My Account. */
const steps = {
  forms: ['myAccount', 'apiToken'],
  spa: ['myAccount', 'apiToken'],
  legacy: ['userMenu', 'userMenu'],
  lookalikes: ['apiToken', 'apiToken'],
} as const;
/** Whom each skin says is signed in. */
const shownAs = (skin: SkinName) =>
  skin === 'lookalikes' ? dashboard.account.owner.name : dashboard.account.owner.email;

describe.each(skinNames)('the %s skin', (skin) => {
  beforeAll(() => dashboard.useSkin(skin));
  beforeEach(() => {
    dashboard.faults = { ...dashboard.faults, masked: false };
    dashboard.account.token ??= dashboard.changeElsewhere();
  });

  const read = async (path: string, role: 'owner' | 'other' | null = 'owner') => {
    const { doc, status } = await drawnPage(dashboard, skin, path, role);
    return readPage(doc, status).report;
  };

  it('shows its token', async () => {
    const { token, orgId } = dashboard.account;
    expect(await read(dashboard.tokenPath)).toEqual({ kind: 'token', token, orgId, label: shownAs(skin) });
  });

  it('shows that there is none', async () => {
    dashboard.account.token = null;
    expect(await read(dashboard.tokenPath)).toEqual({ kind: 'none', orgId: null, label: shownAs(skin) });
  });

  it('hides a masked token', async () => {
    dashboard.faults = { ...dashboard.faults, masked: true };
    expect(await read(dashboard.tokenPath)).toMatchObject({ kind: 'unreadable', reason: 'hidden' });
  });

  it('leads from its other pages to the token page', async () => {
    const [route, within] = steps[skin];
    expect(await read('/app/')).toEqual({ kind: 'app', route });
    expect(await read('/app/settings')).toEqual({ kind: 'app', route });
    expect(await read(agentStatus[skin])).toEqual({ kind: 'app', route: within });
  });

  it('leads nobody but the owner there', async () => {
    const route = skin === 'legacy' ? 'userMenu' : null;
    expect(await read('/app/', 'other')).toEqual({ kind: 'app', route });
    expect(await read('/app/settings', 'other')).toEqual({ kind: 'app', route });
  });

  it('asks strangers to sign in', async () => {
    expect(await read('/signin', null)).toEqual({ kind: 'signedOut' });
  });

  it('shows its widget among its settings, and nothing else that could be one', async () => {
    const { doc } = await drawnPage(dashboard, skin, '/app/settings', 'owner');
    expect(widgetIdsIn(doc)).toEqual([dashboard.account.widgetId]);
  });

  it('says when the server failed', async () => {
    expect(await read('/app/nowhere')).toEqual({ kind: 'error' });
  });
});
