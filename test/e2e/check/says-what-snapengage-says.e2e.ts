import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noFaults } from '../../dashboard/faults.ts';
import type { Faults } from '../../dashboard/server.ts';
import { dismiss, openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { recorded, stored, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { check, openChecking } from './checking.ts';

const accepted = saying('check_accepted', 'just now');
const refused = saying('check_refused', 'just now');

describe('check says what SnapEngage says', () => {
  let desk: Desk;
  let popup: Popup;
  beforeAll(async () => {
    ({ desk, popup } = await openChecking());
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    Object.assign(desk.dashboard.faults, noFaults());
    await storeWidget(desk);
  });

  it('accepted', async () => {
    await check(desk, popup, accepted);
    expect(await lastVerdict(desk)).toEqual({ kind: 'accepted' });
    expect(desk.dashboard.apiCalls.at(-1)).toMatchObject({ key: 'current', cookie: false });
  });

  it.each<[string, Partial<Faults>, string]>([
    ['429', { apiStatus: 429 }, 'rateLimited'],
    ['500', { apiStatus: 500 }, 'serverError'],
    ['200 with an error', { apiErrorBody: true }, 'errorInBody'],
    ['a status that is none of these', { apiStatus: 403 }, 'unexpected'],
  ])('cannot tell, for %s', async (_, faults, why) => {
    Object.assign(desk.dashboard.faults, faults);
    await check(desk, popup, cannotTell(why));
    expect(await lastVerdict(desk)).toEqual({ kind: 'cannotTell', why });
  });

  it.each([
    ['a widget that the account does not have: 404', randomUUID(), 'widgetNotFound'],
    ['what is no id of a widget: 400', 'main-site', 'badRequest'],
  ])('cannot tell, for %s', async (_, widgetId, why) => {
    await storeWidget(desk, widgetId);
    await check(desk, popup, cannotTell(why));
  });

  it('cannot tell, for a redirect, which is not followed', async () => {
    desk.dashboard.faults.apiStatus = 302;
    await check(desk, popup, cannotTell('unexpected'));
    expect(desk.dashboard.requests.filter(({ path }) => path.startsWith('/api/v1/moved'))).toEqual([]);
  });

  it('cannot tell, offline', async () => {
    desk.dashboard.faults.offline = true;
    await check(desk, popup, cannotTell('offline'));
  });

  it('refused, with 401', async () => {
    desk.dashboard.faults.apiStatus = 401;
    await check(desk, popup, refused);
    expect(await lastVerdict(desk)).toEqual({ kind: 'refused' });
  });

  it('refused, for a token that is dead, though the popup still shows it and the browser is signed in', async () => {
    desk.dashboard.changeElsewhere();
    await check(desk, popup, refused);
    const call = desk.dashboard.apiCalls.at(-1);
    expect(call).toMatchObject({ key: 'other', cookie: false });
    expect((await desk.browser.cookies()).some(({ name }) => name === 'SESSION')).toBe(true);
  });

  it('nothing of the new token, once that is seen', async () => {
    await check(desk, popup, refused);
    await popup.close();
    await desk.tab.goto(new URL(desk.dashboard.tokenPath, desk.dashboard.origin).href);
    const again = await openKnowing(desk);
    await again.waitForText(saying('check_none'));
    expect(await again.text()).not.toMatch(/Refused|Accepted/);
    await dismiss(again);
    await check(desk, again, accepted);
    await again.close();
  });

  it('and the record has each answer, and no token', async () => {
    const history = await recorded(desk);
    const verdicts = history.flatMap(({ event }) => (event.kind === 'checked' ? [event.verdict] : []));
    expect(new Set(verdicts)).toEqual(new Set(['accepted', 'refused', 'cannotTell']));
    expect(verdicts.length).toBe(desk.dashboard.apiCalls.length + 1);
    expect(JSON.stringify(history).includes(desk.dashboard.account.token ?? '?')).toBe(false);
  });
});

describe.concurrent('check waits for 10 seconds and no longer', () => {
  it.each(['noAnswer', 'noEnd'] as const)('%s', async (apiStall) => {
    const opened = await openChecking({ faults: { apiStall } });
    await using desk = opened.desk;
    const started = Date.now();
    await check(desk, opened.popup, cannotTell('timedOut'), 20_000);
    expect(Date.now() - started).toBeGreaterThan(9_900);
    // The popup may be closed meanwhile.
    desk.dashboard.faults.apiStall = 'off';
    await opened.popup.close();
    const again = await openAgain(desk);
    await again.waitForText(cannotTell('timedOut'));
  });

  it('a check whose worker dies is over, and can be asked for again', async () => {
    const opened = await openChecking({ faults: { apiStall: 'noAnswer' } });
    await using desk = opened.desk;
    await check(desk, opened.popup, saying('check_asking'));
    await until('the call', () => desk.dashboard.apiCalls.length === 1);
    await desk.killWorker();
    desk.dashboard.faults.apiStall = 'off';
    await opened.popup.close();
    const again = await openAgain(desk);
    await again.waitForText(saying('check_none'));
    await check(desk, again, accepted);
  });
});

it('check reads a token first that is not in memory', async () => {
  await using desk = await openOperations();
  const first = await openKnowing(desk);
  await storeWidget(desk);
  await first.close();
  await desk.restart();
  const popup = await desk.openPopup();
  await popup.waitForText(saying('remembered_text'));
  await popup.click('Check token');
  await popup.waitForText(accepted, 20_000);
  expect(desk.dashboard.apiCalls).toMatchObject([{ key: 'current', cookie: false }]);
});

function cannotTell(why: string): RegExp {
  const sentence = saying(`cannotTell_${why}` as 'cannotTell_offline').source;
  return new RegExp(`Cannot tell, asked just now. ${sentence}`);
}

async function lastVerdict(desk: Desk): Promise<unknown> {
  const { checks } = (await stored(desk, 'session')) as { checks: Record<string, { result: { verdict: unknown } }> };
  return Object.values(checks)[0]?.result.verdict;
}
