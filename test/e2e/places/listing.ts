/** What the tests of places share: what a list shows, and the forms of places as a person fills them in. */
import { expect } from 'vitest';
import { placesOf } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';

/** The names of the places in the list of those in use, from top to bottom. */
export async function listed(view: View): Promise<string[]> {
  const labels = await view.page.$$eval('.places [aria-label^="Edit "]', (all) => all.map((each) => each.ariaLabel));
  return labels.map((label) => String(label).slice('Edit '.length));
}

/** Scrolls down to the place called `name`: what is far out of sight is not drawn, and has no buttons yet. */
export async function scrollTo(view: View, name: string): Promise<void> {
  await view.page.$eval(`[aria-label="Edit ${name}"]`, (button) => button.scrollIntoView({ block: 'center' }));
}

/** Waits until the list shows just these, in that order. */
export async function waitForListed(view: View, names: readonly string[]): Promise<void> {
  await until(`the list ${names.join(', ')}`, async () => (await listed(view)).join('\n') === names.join('\n'));
}

/** The names of the stored places in their order, archived ones in brackets. */
export async function storedNames(desk: Desk): Promise<string[]> {
  return (await placesOf(desk)).map(({ name, archived }) => (archived ? `(${name})` : name));
}

/** Opens the part of the page whose title matches. */
export async function unfold(view: View, title: RegExp): Promise<void> {
  const summary = await until(`a part called ${title}`, async () => {
    for (const each of await view.page.$$('summary'))
      if (title.test(await each.evaluate((element) => (element as HTMLElement).innerText))) return each;
    return null;
  });
  if (await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open)) return;
  await summary.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await summary.click();
}

/** What a person types into the form of a place; what is not named stays. */
export interface Typed {
  texts?: Record<string, string>;
  api?: string;
  format?: string;
}

/** Fills in the open form and saves it. */
export async function savePlace(view: View, { texts = {}, api, format }: Typed): Promise<void> {
  for (const [field, text] of Object.entries(texts)) await view.fill(field, text);
  if (api) await view.choose('API', api);
  if (format) await view.choose('Copy format', format);
  await view.click('Save place');
}

/** Adds a place by its form, and sees that this is said. */
export async function addPlace(view: View, name: string, typed: Typed = {}): Promise<void> {
  await view.click('Add place');
  await savePlace(view, { ...typed, texts: { Name: name, ...typed.texts } });
  expect(await view.waitForStatus(saying('places_added', name))).not.toBe('');
}
