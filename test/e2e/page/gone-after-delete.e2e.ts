import { expect, it } from 'vitest';
import { openThisDesk } from '../popup/this-build.ts';
import { until } from '../support/until.ts';
import { lookedAt } from './copying.ts';

const generate = [
  ['forms', 'Generate API Token'],
  ['spa', 'Generate Token'],
] as const;

it.each(generate)('goes with the token, and comes with the next one (%s)', async (skin, name) => {
  await using desk = await openThisDesk({ skin });
  const button = desk.pageButton();
  await button.waitForCount(1);
  const press = (name: string) => desk.tab.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  // On the page itself, by hand: first the button, then the one of the same name in its dialog.
  await press('Delete');
  await desk.tab.locator('dialog[open], [role=dialog]').wait();
  await desk.tab.locator(':is(dialog[open], [role=dialog]) ::-p-aria([name="Delete"][role="button"])').click();
  // A page that draws itself anew takes the button away for a moment before it has asked for anything.
  await until('the delete', () => desk.dashboard.counts.applied.delete === 1);
  await button.waitForCount(0);
  expect(desk.dashboard.counts.applied.delete).toBe(1);
  await until('a page without a token', async () => (await lookedAt(desk)) === 'none');
  expect(await button.count()).toBe(0);

  await press(name);
  await button.waitForCount(1);
  expect(desk.dashboard.counts.applied.generate).toBe(1);
});
