import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountState, newAccount } from '../../dashboard/account.ts';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { addPlace, waitForListed } from '../places/listing.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { createdAt, noonDaysAgo } from '../reminder/ageing.ts';
import { waitForBadge, waitForStage } from '../rotation/rotating.ts';
import { stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { savedBy } from '../support/files.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';

const place = { alpha: 'Alpha export', beta: 'Beta cron' };

/** The other account; whoever signs in to it may have the same address. */
function otherAccount(email: string): AccountState {
  const account = newAccount();
  return { ...account, owner: { ...account.owner, email } };
}

describe.each([
  ['with addresses of their own', 'berta@beta.example'],
  ['with the same address', 'olivia@acme.example'],
])('two accounts %s', (_, email) => {
  let desk: Desk;
  let alpha: AccountState;
  const beta = otherAccount(email);
  beforeAll(async () => {
    desk = await openOperations();
    alpha = desk.dashboard.account;
  });
  afterAll(() => desk.close());

  /** Signs in to `account` on the same dashboard, shows its token page, and opens the popup once it is known. */
  const signInTo = async (account: AccountState): Promise<Popup> => {
    desk.dashboard.account = account;
    await desk.signIn('owner');
    await desk.tab.goto(desk.dashboard.origin + desk.dashboard.tokenPath);
    await desk.pageButton().waitForCount(1);
    const popup = await openAgain(desk);
    // A rotation that was being followed is gone on with.
    if (await popup.hasButton('Back')) await popup.click('Back');
    await popup.waitForText(new RegExp(`• ${account.token?.slice(-4)}`));
    return popup;
  };

  it('are told apart: one has a rotation, an overdue token, a place, a widget and a record', async () => {
    const popup = await openKnowing(desk);
    await popup.click('Places');
    await addPlace(popup, place.alpha);
    await popup.click('Back');
    await popup.click('Check token');
    await popup.click(`Use ${alpha.widgetId.slice(0, 8)}…`);
    await popup.waitForText(saying('check_accepted', 'just now'));
    await popup.click('Rotation…');
    await popup.click('Start rotation');
    await waitForStage(desk, 'prepare');
    await popup.click('Back');
    await popup.click('Copy token');
    await popup.waitForStatus(/^Copied$/);
    await createdAt(desk, noonDaysAgo(91));
    await popup.waitForText(saying('reminder_overdue'));
    await waitForBadge(desk, '!');
    await popup.close();
  });

  it('the popup of the other one shows nothing of that', async () => {
    const popup = await signInTo(beta);
    const text = await popup.text();
    expect(text).toContain(email);
    expect(text).toMatch(saying('places_none'));
    expect(text).toMatch(saying('check_none'));
    expect(text).toMatch(saying('age_seen_today'));
    expect(text).not.toMatch(saying('reminder_overdue'));
    for (const of of [place.alpha, String(alpha.token?.slice(-4)), alpha.widgetId]) expect(text).not.toContain(of);
    expect(await popup.hasButton('Go on')).toBe(false);
    await waitForBadge(desk, '');
    await popup.click('Copy token');
    await popup.waitForStatus(/^Copied$/);
    expect((await desk.clipboard()) === beta.token, 'the clipboard holds the other token').toBe(true);

    // Its own widget has not been seen anywhere yet.
    await popup.click('Check token');
    await popup.waitForText(saying('check_needsWidget'));
    await popup.button('Enter one in Settings');
    expect(await popup.text()).not.toContain(alpha.widgetId.slice(0, 8));
    await popup.click('Compare');
    await popup.fill('Token to compare', String(alpha.token));
    await popup.waitForText(saying('options_compare_unknown'));
    await popup.fill('Token to compare', String(beta.token));
    await popup.waitForText(saying('options_compare_current'));
    await popup.click('Back');
    await popup.click('Places');
    await popup.button('Add place');
    expect(await popup.text()).not.toContain(place.alpha);
    await addPlace(popup, place.beta);
    await waitForListed(popup, [place.beta]);
    await popup.close();
  });

  it('the options page shows and exports one of them at a time', async () => {
    await desk.tab.goto(`${desk.dashboard.origin}/app/settings`);
    const options = await desk.openOptions();
    await waitForListed(options, [place.beta]);
    await options.button(`Use ${beta.widgetId}`);
    expect(await options.text()).not.toContain(alpha.widgetId);
    expect(await options.value('Widget id')).toBe('');
    await isOnlyOf(beta, place.beta, await everythingOf(options));
    await options.choose('Account', `${alpha.owner.email}, organisation ${alpha.orgId}`);
    await waitForListed(options, [place.alpha]);
    expect(await options.value('Widget id')).toBe(alpha.widgetId);
    await options.waitForText(saying('options_reminder_overdue'));
    expect(await options.text()).not.toContain(beta.widgetId);
    await isOnlyOf(alpha, place.alpha, await everythingOf(options));

    // What was chosen is a matter of this page: the popup goes by whom the dashboard shows.
    await options.page.close();
    const popup = await openAgain(desk);
    await popup.click('Places');
    await waitForListed(popup, [place.beta]);
    await popup.close();
  });

  it('the first one is as it was when it is signed in to again', async () => {
    const popup = await signInTo(alpha);
    await popup.waitForText(saying('rotationRow_prepare'));
    await popup.waitForText(saying('reminder_overdue'));
    await popup.waitForText(saying('places_used_one', 1));
    await waitForBadge(desk, '!');
    await popup.click('Go on');
    await popup.waitForText(new RegExp(place.alpha));
    expect(await popup.text()).not.toContain(place.beta);
    expect(desk.dashboard.counts.received).toEqual({ generate: 0, regenerate: 0, delete: 0 });
    expect(desk.log.complaints()).toEqual([]);
  });

  /** All exports of the account that is shown, as one text. */
  async function everythingOf(options: View): Promise<string> {
    const texts: string[] = [];
    for (const button of [
      'Export everything about this account',
      'Export as CSV',
      'Export as Markdown',
      'Export places',
    ])
      texts.push((await savedBy(desk, () => options.click(button))).text);
    return texts.join('\n');
  }

  /** `exported` is of `account`, whose place is called `name`, and holds nothing of the other one. */
  async function isOnlyOf(account: AccountState, name: string, exported: string): Promise<void> {
    const other = account === alpha ? beta : alpha;
    expect(exported).toContain(account.orgId);
    for (const one of Object.values(place)) expect(exported.includes(one), one).toBe(one === name);
    for (const words of [other.orgId, other.widgetId, ...(await marksOf(other))]) expect(exported).not.toContain(words);
    for (const mark of await marksOf(account)) expect(exported).toContain(mark);
    expect(exported.includes('"rotationStarted"')).toBe(account === alpha);
    for (const { token } of [alpha, beta])
      expect(holdsPartOf(String(token), exported), 'a part of a token').toBe(false);
  }

  /** What tokens of `account` are called in the record. */
  async function marksOf({ orgId }: AccountState): Promise<string[]> {
    const { accounts } = (await stored(desk, 'local')) as unknown as { accounts: Known };
    const fingerprint = accounts.byKey[`${desk.dashboard.origin}#${orgId}`]?.mark.fingerprint ?? 'none';
    return [fingerprint, `${fingerprint.slice(0, 4)} ${fingerprint.slice(4)}`];
  }
});

interface Known {
  byKey: Record<string, { mark: { fingerprint: string } }>;
}
