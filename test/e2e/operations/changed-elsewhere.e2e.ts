import { expect, it } from 'vitest';
import { dismiss, openKnowing, openOperations, serversLastFour, showsServersToken } from './helpers.ts';
import { tally } from './tally.ts';

it.each(['forms', 'spa', 'legacy', 'lookalikes'] as const)(
  'is said with both last 4 once the page of %s is seen again',
  async (skin) => {
    await using desk = await openOperations({ skin });
    const popup = await openKnowing(desk);
    const old = serversLastFour(desk);
    expect(await popup.alert()).toBe('');
    desk.dashboard.changeElsewhere();
    const { origin, tokenPath } = desk.dashboard;
    // The popup closes on its own where the person goes elsewhere.
    await popup.close();
    await desk.tab.goto(new URL(tokenPath, origin).href);
    const again = await openKnowing(desk);
    const said = new RegExp(`^Changed outside this browser on .*, from …${old} to …${serversLastFour(desk)}\\.$`);
    await again.waitForAlert(said);

    // It stays until it is dismissed, and then is not said again.
    await again.close();
    const later = await desk.openPopup();
    await later.waitForAlert(said);
    await dismiss(later);
    await later.close();
    const last = await desk.openPopup();
    await showsServersToken(desk, last);
    expect(await last.alert()).toBe('');
    expect(tally(desk)().posts).toBe(0);
  },
);
