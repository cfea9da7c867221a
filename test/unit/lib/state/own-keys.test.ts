// @vitest-environment node
/** Names of built-ins as keys of what is stored: a content script may have written them, where browsers let it. */
import { expect, it } from 'vitest';
import { type Desk, shownOf } from '../../../../lib/state/desk.ts';
import { accountsSchema } from '../../../../lib/state/schemas.ts';
import { desk } from '../../../gallery/desks.ts';

const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];
const nothing: Desk = desk();

it.each(names)('takes %s, with no account of that name, for no account', (current) => {
  const accounts = accountsSchema.parse({ current, byKey: {} });
  expect(shownOf({ ...nothing, accounts })).toEqual(shownOf(nothing));
});

it.each(names)('knows no token of an account called %s', (key) => {
  const mark = { fingerprint: 'a1b2c3d4', lastFour: null };
  const parts = { origin: 'o', orgId: null, label: null, asOf: 1, change: null } as const;
  const account = { key, ...parts, mark, since: { at: 1, how: 'seen' as const } };
  const accounts = { current: 'a', byKey: { a: account } };
  expect(shownOf({ ...nothing, accounts }).view).toEqual({ name: 'remembered', mark });
});
