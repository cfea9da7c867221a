import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { placesOf, stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';
import { savePlace } from './listing.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openOperations();
});
afterAll(() => desk.close());

/** What somebody might paste where, around the token. */
const pasted: Record<string, (token: string) => string> = {
  Name: (token) => token,
  System: (token) => `Jenkins, ${token.toUpperCase()}`,
  Link: (token) => `https://acme.example/set?key=${token}`,
  'Who to ask': (token) => `Bea (${token})`,
  Note: (token) => `Put it here:\nSNAPENGAGE_API_TOKEN=${token}`,
};

async function triesEachField(view: View): Promise<void> {
  await view.click('Add place');
  await view.fill('Name', 'Billing export');
  for (const [field, textOf] of Object.entries(pasted)) {
    await view.fill(field, textOf(tokenOf(desk)));
    await view.click('Save place');
    await view.waitForText(saying('place_error_looksLikeASecret'));
    await until(`the focus on ${field}`, async () => (await wrongFields(view)).focused === field);
    expect((await wrongFields(view)).named, 'what is marked as wrong').toEqual([field]);
    expect(await view.status()).toBe('');
    await view.fill(field, field === 'Name' ? 'Billing export' : '');
  }
  expect(await placesOf(desk)).toEqual([]);
  await savePlace(view, {});
  await view.waitForStatus(saying('places_added', 'Billing export'));
  const { name, note, link } = (await placesOf(desk))[0] ?? {};
  expect({ name, note, link }).toEqual({ name: 'Billing export', note: '', link: null });
  const local = JSON.stringify([await stored(desk, 'local'), await stored(desk, 'sync')]);
  expect(holdsPartOf(tokenOf(desk), local), 'a part of the token is stored').toBe(false);
}

/** The labels of the fields that are marked as wrong, and of the one with the focus. */
async function wrongFields({ page }: View): Promise<{ named: string[]; focused: string }> {
  return page.evaluate(() => {
    const labelOf = (field: Element | null) => (field as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '';
    const named = [...document.querySelectorAll('[aria-invalid=true]')].map(labelOf);
    return { named, focused: labelOf(document.activeElement) };
  });
}

it('refuses a token in each field of a place, in the popup', async () => {
  const popup = await openKnowing(desk);
  await popup.click('Places');
  await triesEachField(popup);
  await popup.close();
});

it('refuses a token in each field of a place, on the options page', async () => {
  await desk.worker.backstage.evaluate('chrome.storage.local.remove("places")');
  const options = await desk.openOptions('places');
  await triesEachField(options);
  await options.page.close();
});
