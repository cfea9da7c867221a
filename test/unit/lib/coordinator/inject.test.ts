// @vitest-environment node
/** A script is brought in where none answers, and nowhere else. */
import { beforeEach, expect, it } from 'vitest';
import { bringPart, ensureScript, enterOpenTabs, lookSurely } from '../../../../lib/coordinator/inject.ts';
import { replyLimit } from '../../../../lib/coordinator/limits.ts';
import { showing, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import type { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';

let tabs: FakeTabs;
beforeEach(() => {
  const background = startBackground();
  tabs = background.tabs;
  return background.end;
});

it.each<[string, Partial<FakePage>, boolean, boolean, number]>([
  ['with a live script', {}, false, true, 0],
  ['without one', { script: false }, true, true, 0],
  ['that lets no script in', { script: false, enterable: false }, false, false, 0],
  ['that a dialog holds', { held: true }, false, false, 2 * replyLimit],
])('a page %s', async (_, changes, entered, answers, after) => {
  const page = Object.assign(showing(token), changes);
  const tab = tabs.open(page).id;
  const started = Date.now();
  expect(await through(ensureScript(tab))).toBe(answers);
  expect(Date.now() - started).toBe(after);
  expect(tabs.log).toEqual(entered ? [`enter ${tab} dashboard.js`] : []);
  expect(await through(lookSurely(tab))).toEqual(answers ? page.observation() : null);
});

it('a tab that is gone lets nobody in', async () => {
  expect([await ensureScript(99), await lookSurely(99)]).toEqual([false, null]);
});

it('looks at a page once it has a script', async () => {
  const page = Object.assign(showing(token), { script: false });
  expect(await lookSurely(tabs.open(page).id)).toEqual(page.observation());
});

it('after an update every open dashboard tab gets a live script, each for itself', async () => {
  const dead = [tabs.open(Object.assign(showing(token), { held: true })), tabs.open(showing(token))];
  const [silent, closed] = [showing(token), showing(token)];
  tabs.open(Object.assign(closed, { script: false, enterable: false }));
  const { id } = tabs.open(Object.assign(silent, { script: false }));
  await through(enterOpenTabs());
  expect(dead).toHaveLength(2);
  expect(tabs.log).toEqual([`enter ${id} dashboard.js`]);
  expect([silent.script, closed.script]).toEqual([true, false]);
});

it('a driver is brought into the one tab, live script or not, and fails quietly', async () => {
  const [page, closed] = [showing(token), Object.assign(showing(token), { enterable: false })];
  const { id } = tabs.open(page);
  await bringPart(id, 'operate');
  await bringPart(id, 'operate');
  await bringPart(tabs.open(closed).id, 'operate');
  await bringPart(99, 'notice');
  expect(tabs.log).toEqual(Array(2).fill(`enter ${id} operate.js`));
  expect([page.driven, closed.driven]).toEqual([true, false]);
});
