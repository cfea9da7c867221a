/** What can be pressed at all, and how long a press takes. */
import { beforeEach, expect, it, vi } from 'vitest';
import { isPressable, press } from '../../../../lib/dashboard/press.ts';
import { stopClock } from '../support/clock.ts';
import { pageOf } from '../support/pages.ts';

beforeEach(stopClock);

it.each<[string, string, boolean]>([
  ['a button', '<button id="it">Delete</button>', true],
  ['a link', '<a id="it">Delete</a>', true],
  ['a button that is off', '<button id="it" disabled>Delete</button>', false],
  ['a link that is said to be off', '<a id="it" aria-disabled="true">Delete</a>', false],
  ['a link that is said to be on', '<a id="it" aria-disabled="false">Delete</a>', true],
  ['a hidden button', '<div hidden><button id="it">Delete</button></div>', false],
])('takes a press or not: %s', (_, html, takes) => {
  expect(isPressable(pageOf(html).getElementById('it') as HTMLElement)).toBe(takes);
});

it('nothing takes a press that the page has taken away', () => {
  const button = pageOf('<p><button id="it">Delete</button></p>').getElementById('it') as HTMLElement;
  expect(isPressable(button)).toBe(true);
  button.parentElement?.remove();
  expect(isPressable(button)).toBe(false);
});

it('a press takes as long as what it starts', () => {
  const button = pageOf('<button id="it">Delete</button>').getElementById('it') as HTMLElement;
  expect(press(button)).toBe(0);
  button.addEventListener('click', () => vi.setSystemTime(Date.now() + 5_000));
  expect(press(button)).toBe(5_000);
});
