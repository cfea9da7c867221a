/** The one command of the offscreen document, and its replies. */
import { expect, it } from 'vitest';
import { clearOutcomeSchema, offscreenCommandSchema } from '../../../../lib/messages/offscreen.ts';

it.each([
  [{ type: 'clear', pending: null }, true],
  [{ type: 'copy', pending: null }, false],
  [{ type: '', pending: null }, false],
  [{ pending: null }, false],
  [{ type: 'clear' }, false],
])('the command %j: %s', (command, known) => {
  expect(offscreenCommandSchema.safeParse(command).success).toBe(known);
});

it.each([
  ['cleared', true],
  ['left', true],
  ['denied', true],
  ['', false],
  ['done', false],
])('the reply %j: %s', (reply, known) => {
  expect(clearOutcomeSchema.safeParse(reply).success).toBe(known);
});
