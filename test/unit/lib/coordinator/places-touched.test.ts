// @vitest-environment node
/** What the page is told when the person presses Regenerate or Delete there: a count, of the account at hand. */
import { beforeEach, expect, it } from 'vitest';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { noPlaces } from '../../../../lib/places/merge.ts';
import type { Place } from '../../../../lib/places/place.ts';
import { accountsItem, placesItem } from '../../../../lib/state/items.ts';
import { place } from '../places/support.ts';
import { key, knowAccount, showing, startBackground, token } from '../support/background.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';

let tabs: FakeTabs;
let tab: number;
beforeEach(() => {
  const background = startBackground();
  tabs = background.tabs;
  tab = tabs.open(showing(token)).id;
  return background.end;
});

const asked = () => handleReport(tab, { type: 'pressed', kind: 'delete' });
const list = (...places: Place[]) => ({ ...noPlaces, places });

it.each<[string, Place[], number]>([
  ['that are in use', [place(1), place(2), place(3)], 3],
  ['archived ones left out', [place(1), place(2, { archived: true })], 1],
  ['none of which is in use', [place(1, { archived: true })], 0],
])('counts the places %s', async (_, places, count) => {
  await knowAccount();
  await placesItem.set({ [key]: list(...places), another: list(place(4), place(5)) });
  expect(await asked()).toEqual({ places: count });
  // What shows the notice is brought in only where there is one to show.
  expect(tabs.log).toEqual(count > 0 ? [`enter ${tab} notice.js`] : []);
});

it('counts none where none are listed', async () => {
  await knowAccount();
  expect(await asked()).toEqual({ places: 0 });
});

it('knows of none without an account', async () => {
  await placesItem.set({ [key]: list(place(1)) });
  expect(await asked()).toEqual({ places: null });
});

it('has none for an account that is called like something built in', async () => {
  await knowAccount();
  await accountsItem.set({ ...(await accountsItem.get()), current: 'constructor' });
  expect(await asked()).toEqual({ places: 0 });
});
