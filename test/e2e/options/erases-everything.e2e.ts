import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirm, openAgain, openKnowing, openOperations, showsServersToken } from '../operations/helpers.ts';
import { openIntents } from '../operations/stored.ts';
import { tally } from '../operations/tally.ts';
import { waitForBadge } from '../rotation/rotating.ts';
import { stored, storePlaces, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';

const areas = ['local', 'session', 'sync'] as const;

describe('Erase everything', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations({ at: '/app/' });
    await (await openKnowing(desk)).close();
  });
  afterAll(() => desk.close());

  it('refuses while a change of the token is in progress, and the change comes to its end', async () => {
    const counted = tally(desk);
    const popup = await openAgain(desk);
    // That it is not erased is said after 10 s; the page is given 20 s to show the change.
    desk.dashboard.faults.latencyMs = 19_000;
    await confirm(popup, 'regenerate');
    await until('the change to be asked for', () => counted().posts === 1, 30_000);
    const options = await desk.openOptions('data');
    const before = Object.keys(await stored(desk, 'local')).sort();
    await erase(options, 'erase');
    await options.waitForAlert(saying('options_notErased'), 20_000);
    expect(Object.keys(await stored(desk, 'local')).sort()).toEqual(before);
    expect(await openIntents(desk)).toMatchObject([{ kind: 'regenerate' }]);
    desk.dashboard.faults.latencyMs = 0;
    await options.page.close();
    const again = await openAgain(desk);
    await again.waitForText(/Token regenerated:/, 40_000);
    await showsServersToken(desk, again);
    await again.close();
  });

  it('asks for the word first', async () => {
    const options = await desk.openOptions('data');
    const before = await stored(desk, 'local');
    for (const typed of ['', 'everything']) {
      await erase(options, typed);
      await options.waitForText(saying('options_erase_error'));
      await options.page.reload();
    }
    expect(await stored(desk, 'local')).toEqual(before);
    await options.page.close();
  });

  it('leaves nothing on disk, in memory or in the sync, and the token as it was', async () => {
    await storeWidget(desk);
    await storePlaces(desk, [{ name: 'Kiosk' }]);
    const token = desk.dashboard.account.token;
    const options = await desk.openOptions('data');
    await options.clickOn('Sync places', 'checkbox');
    await until('the place in the sync', async () => JSON.stringify(await stored(desk, 'sync')).includes('Kiosk'));
    await options.fill('Widget id', 'not saved');
    const counted = tally(desk);
    await erase(options, ' Erase ');
    await options.waitForStatus(saying('options_erased'));
    await options.waitForText(saying('options_noAccount'));
    // It is said once nothing is left on disk that the person would miss; memory and alarms follow.
    for (const area of areas) await until(`${area} to be empty`, async () => isEmpty(await stored(desk, area)));
    await until('no alarms', async () => isEmpty(await desk.worker.backstage.evaluate('chrome.alarms.getAll()')));
    await waitForBadge(desk, '');

    // Neither the worker's next life nor a page that is opened anew knows anything.
    await desk.killWorker();
    await options.page.reload();
    await options.waitForText(saying('options_noAccount'));
    await desk.worker.wake();
    for (const area of areas) expect(await stored(desk, area), area).toEqual({});
    await options.page.close();
    expect(counted().posts, 'the dashboard was asked for a change').toBe(0);
    expect(desk.dashboard.account.token === token).toBe(true);

    const popup = await openKnowing(desk);
    expect(await popup.text()).toMatch(saying('places_none'));
    expect(await popup.text()).toMatch(saying('age_seen_today'));
    expect(desk.log.complaints()).toEqual([]);
  });
});

function isEmpty(all: unknown): boolean {
  return ['{}', '[]'].includes(JSON.stringify(all));
}

async function erase(options: View, typed: string): Promise<void> {
  await options.fill('To confirm, type: erase', typed);
  await options.click('Erase everything');
}
