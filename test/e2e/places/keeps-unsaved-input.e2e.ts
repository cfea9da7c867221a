import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanProfile } from '../../canary/scan-profile.ts';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { placesOf, stored, storePlaces } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';

/** Like a token, and pasted into the wrong field: it must not get to the disk. */
const secret = randomBytes(16).toString('hex');

describe('what was typed and not saved', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations();
    await storePlaces(desk, [{ name: 'Kiosk', note: 'By the door' }]);
    await (await openKnowing(desk)).close();
  });
  afterAll(() => desk.close());

  it('survives a reload of the options page, and its being closed', async () => {
    const options = await desk.openOptions('places');
    await options.click('Add place');
    await options.fill('Name', 'Half typed');
    await options.fill('Note', `Here: ${secret}`);
    await options.choose('API', 'Logs');
    await options.fill('Widget id', secret);
    await options.fill('Days', '12x');
    await options.click('Add template');
    await options.fill('Text', `{{token}} ${secret}`);
    await options.fill('Variable', 'HALF_TYPED');
    await isInMemoryOnly('HALF_TYPED');
    await options.page.reload();
    await showsAll(options);
    await options.page.close();
    const again = await desk.openOptions();
    await showsAll(again);
    expect(await placesOf(desk)).toMatchObject([{ name: 'Kiosk', note: 'By the door' }]);

    await again.click('Discard changes');
    await until('an empty name', async () => (await again.value('Name')) === '');
    // The form is empty at once; a reload before that is stored would bring back what was typed.
    await until('the draft to be forgotten', async () => !(await drafts()).includes('Half typed'));
    await again.page.reload();
    await until('the widget id', async () => (await again.value('Widget id')) === secret);
    expect(await again.has('Save place', 'button'), 'the form is open').toBe(false);
    expect(await drafts()).not.toContain('Half typed');
    await again.page.close();
  });

  it('survives closing the popup, and the death of the worker', async () => {
    const popup = await openAgain(desk);
    await popup.click('Places');
    await popup.click('Edit Kiosk');
    await popup.fill('Note', `In the hall ${secret}`);
    await isInMemoryOnly(`In the hall ${secret}`);
    await popup.close();
    await desk.killWorker();
    const again = await openAgain(desk);
    await until('the note as typed', async () => (await again.value('Note')) === `In the hall ${secret}`);
    expect(await again.value('Name')).toBe('Kiosk');
    await again.close();
  });

  it('is nowhere on the disk, and gone when the browser is started again', async () => {
    const local = JSON.stringify([await stored(desk, 'local'), await stored(desk, 'sync')]);
    for (const typed of ['In the hall', 'HALF_TYPED', '12x']) expect(local).not.toContain(typed);
    expect(await scanProfile(desk.profile, [secret])).toEqual([]);
    await desk.restart();
    expect(await scanProfile(desk.profile, [secret])).toEqual([]);
    const options = await desk.openOptions();
    await options.button('Edit Kiosk');
    expect(await options.value('Widget id')).toBe('');
    expect(await options.value('Days')).toBe('90');
    expect(await options.hasButton('Save template')).toBe(false);
    expect(await placesOf(desk)).toMatchObject([{ name: 'Kiosk', note: 'By the door' }]);
    expect(desk.log.complaints()).toEqual([]);
  });

  async function showsAll(options: View): Promise<void> {
    await until('the name as typed', async () => (await options.value('Note')) === `Here: ${secret}`);
    const fields = { 'Widget id': secret, Days: '12x', Text: `{{token}} ${secret}`, Variable: 'HALF_TYPED' };
    // Each form takes up its draft by itself.
    for (const [name, typed] of Object.entries(fields))
      await until(`${name} as typed`, async () => (await options.value(name)) === typed);
    const api = await options.named('API', 'combobox');
    expect(await api.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.text)).toBe('Logs');
  }

  /** All that is kept of what was typed, as one text. */
  async function drafts(): Promise<string> {
    return JSON.stringify((await stored(desk, 'session')).drafts ?? {});
  }

  /** Waits until `typed` is kept, and sees that nothing of the secret is where it would stay. */
  async function isInMemoryOnly(typed: string): Promise<void> {
    await until('the draft', async () => (await drafts()).includes(typed) && (await drafts()).includes(secret));
    const local = JSON.stringify([await stored(desk, 'local'), await stored(desk, 'sync')]);
    expect(holdsPartOf(secret, local), 'a part of it is stored on disk').toBe(false);
  }
});
