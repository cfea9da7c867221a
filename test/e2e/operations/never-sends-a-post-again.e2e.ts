import { expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { confirm, lastWord, openKnowing } from './helpers.ts';
import { only, tally } from './tally.ts';

/** Skins whose page after a refusal is the answer to the POST itself: reloading it would send the POST again. */
const cases = [
  { skin: 'forms', first: 'delete', second: 'regenerate' },
  { skin: 'legacy', first: 'regenerate', second: 'regenerate' },
] as const;

it.each(cases)('asks for the page anew and sends nothing again: a refused $first on $skin', async (each) => {
  const { skin, first, second } = each;
  await using desk = await openDesk({ skin, faults: { refuse: 1 } });
  const popup = await openKnowing(desk);
  const refused = tally(desk);
  await confirm(popup, first);
  expect(await lastWord(desk, popup, refused, first)).toBe('notDone');

  const counted = tally(desk);
  const before = desk.dashboard.requests.length;
  await confirm(popup, second);
  expect(await lastWord(desk, popup, counted, second)).toBe('done');
  expect(counted()).toEqual(only(second));
  const [next] = desk.dashboard.requests.slice(before);
  expect(next?.method).toBe('GET');
});
