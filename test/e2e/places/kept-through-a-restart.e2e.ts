import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { placesOf } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import type { View } from '../support/view.ts';
import { addPlace, listed, savePlace, storedNames, unfold, waitForListed } from './listing.ts';

const snowflake = 'Chat logs in Snowflake';
/** What the browser is killed over. */
const inOrder = ['Kiosk', 'Billing exports', snowflake];

describe('places', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations();
  });
  afterAll(() => desk.close());

  it('are added, changed, moved, archived and brought back in the popup', async () => {
    const popup = await openKnowing(desk);
    await popup.click('Places');
    await popup.waitForText(saying('places_why'));
    await addPlace(popup, 'Billing export', {
      texts: {
        System: 'Jenkins',
        Link: 'jenkins.acme.example/job/billing',
        'Who to ask': 'Bea in Finance',
        Note: 'Open the job.\nRun it once.',
      },
      api: 'Logs',
      format: 'Authorization header',
    });
    expect(await placesOf(desk)).toMatchObject([
      {
        ...{ name: 'Billing export', system: 'Jenkins', link: 'https://jenkins.acme.example/job/billing' },
        ...{ contact: 'Bea in Finance', note: 'Open the job.\nRun it once.', api: 'logs', format: 'authorization' },
        archived: false,
      },
    ]);
    await popup.choose('Add from a preset', snowflake);
    await popup.click('Add preset');
    await popup.waitForStatus(saying('places_added', snowflake));
    await addPlace(popup, 'Kiosk');
    await waitForListed(popup, ['Billing export', snowflake, 'Kiosk']);

    await popup.click('Edit Billing export');
    await savePlace(popup, { texts: { Name: 'Billing exports' }, api: 'Visitor Chat' });
    await popup.waitForStatus(saying('places_saved', 'Billing exports'));
    expect(await placesOf(desk)).toMatchObject([
      { name: 'Billing exports', system: 'Jenkins', api: 'visitorChat' },
      {},
      {},
    ]);
    await popup.click('Move Kiosk up');
    await popup.waitForStatus(saying('places_moved', 'Kiosk', 2, 3));
    // What is said comes first, the list that it makes follows.
    await waitForListed(popup, ['Billing exports', 'Kiosk', snowflake]);
    await popup.click('Move Kiosk up');
    await popup.waitForStatus(saying('places_moved', 'Kiosk', 1, 3));
    await waitForListed(popup, ['Kiosk', 'Billing exports', snowflake]);
    await archiveAndBringBack(popup);
    await popup.close();
  });

  it('are added, changed, moved, archived and brought back on the options page', async () => {
    const options = await desk.openOptions('places');
    await waitForListed(options, inOrder);
    await addPlace(options, 'Zap', { texts: { Link: 'https://zapier.com/app/zaps' }, format: 'JSON' });
    await options.click('Edit Zap');
    await savePlace(options, { texts: { 'Who to ask': 'Zoe' } });
    await options.waitForStatus(saying('places_saved', 'Zap'));
    await options.click('Move Zap up');
    await options.waitForStatus(saying('places_moved', 'Zap', 3, 4));
    await waitForListed(options, ['Kiosk', 'Billing exports', 'Zap', snowflake]);
    await options.click('Archive Zap');
    await options.waitForStatus(saying('places_archived', 'Zap'));
    expect(await storedNames(desk)).toEqual(['Kiosk', 'Billing exports', '(Zap)', snowflake]);
    await waitForListed(options, inOrder);
    await archiveAndBringBack(options);
    await options.page.close();
  });

  it('are as they were after the browser was killed and started again', async () => {
    const before = await placesOf(desk);
    await desk.restart();
    expect(await placesOf(desk)).toEqual(before);
    const popup = await openAgain(desk);
    await popup.waitForText(saying('places_used_other', 3));
    await popup.click('Places');
    await waitForListed(popup, inOrder);
    await unfold(popup, /^Archived \(1\)$/);
    await popup.button('Bring back Zap');
    await popup.close();

    const options = await desk.openOptions('places');
    await waitForListed(options, inOrder);
    await unfold(options, /^Archived \(1\)$/);
    await options.click('Bring back Zap');
    await options.waitForStatus(saying('places_broughtBack', 'Zap'));
    await waitForListed(options, ['Kiosk', 'Billing exports', 'Zap', snowflake]);
    const text = await options.text();
    for (const words of ['Jenkins', 'Ask Bea in Finance', 'jenkins.acme.example', 'Ask Zoe', 'zapier.com'])
      expect(text).toContain(words);
    expect(desk.log.complaints()).toEqual([]);
  });

  /** Archives the place from the preset, undoes that, archives it once more and brings it back out of the archive. */
  async function archiveAndBringBack(view: View): Promise<void> {
    const before = await storedNames(desk);
    const archived = before.map((name) => (name === snowflake ? `(${name})` : name));
    const shown = await listed(view);
    await view.click(`Archive ${snowflake}`);
    await view.waitForStatus(saying('places_archived', snowflake));
    expect(await storedNames(desk)).toEqual(archived);
    await view.click(`Undo archiving ${snowflake}`);
    await view.waitForStatus(saying('places_broughtBack', snowflake));
    expect(await storedNames(desk)).toEqual(before);
    await view.click(`Archive ${snowflake}`);
    await view.waitForStatus(saying('places_archived', snowflake));
    // A page that is opened anew has it in the archive; a popup opens on the token.
    await view.page.reload();
    if (view instanceof Popup) await view.click('Places');
    await waitForListed(
      view,
      shown.filter((name) => name !== snowflake),
    );
    await unfold(view, /^Archived \(\d\)$/);
    await view.click(`Bring back ${snowflake}`);
    await view.waitForStatus(saying('places_broughtBack', snowflake));
    await waitForListed(view, shown);
    expect(await storedNames(desk)).toEqual(before);
  }
});
