import { expect, it } from 'vitest';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { openChecking } from './checking.ts';

const pace = 5_000;

it('a double press is one question, and the next one waits for its time', async () => {
  const opened = await openChecking();
  await using desk = opened.desk;
  const { popup } = opened;
  const calls = () => desk.dashboard.apiCalls;
  const pressed = Date.now();
  await popup.click('Check token', { count: 2 });
  await popup.waitForText(saying('check_accepted', 'just now'));
  expect(calls().length).toBe(1);

  // All in one: an answer may come between two clicks of the mouse.
  await popup.page.evaluate(pressThrice);
  // On a slow machine the pace is kept by now, and this question is answered at once.
  const isOver = () => Date.now() >= pressed + pace;
  await until('the wait', async () => saying('check_asking').test(await popup.text()) || isOver());
  const asked = calls().length;
  if (!isOver()) expect(asked).toBe(1);
  await until('the second question', () => calls().length > 1, 2 * pace);
  await popup.waitForText(saying('check_accepted', 'just now'));
  const [, second, ...more] = calls().map(({ at }) => at);
  expect(more).toEqual([]);
  // The pace is kept from the first press on, in the browser: how long its call took to arrive says nothing.
  expect((second ?? 0) - pressed).toBeGreaterThan(pace - 50);
});

function pressThrice(): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Check token');
  for (let press = 0; press < 3; press += 1) button?.click();
}
