// @vitest-environment node
/**
 * The clock was an hour ahead when the person confirmed, and is corrected before the outcome is known. It ends as
 * without that: done on a change seen since, not done only on a page asked for long enough after the correction, which
 * came after the true press; what is older than that proves nothing.
 */
import { beforeEach, expect, it } from 'vitest';
import { follow } from '../../../../lib/coordinator/follow.ts';
import { operationLimit, silentLimit, silentVerdictAfter } from '../../../../lib/coordinator/limits.ts';
import { recover } from '../../../../lib/coordinator/operate.ts';
import { refresh } from '../../../../lib/coordinator/read.ts';
import { ownTabsItem, secretsItem } from '../../../../lib/state/items.ts';
import type { Intent } from '../../../../lib/state/schemas.ts';
import {
  key,
  knowAccount,
  lastIntent,
  next,
  openIntent,
  showing,
  startBackground,
  token,
} from '../support/background.ts';
import { through } from '../support/clock.ts';
import type { FakePage } from '../support/fake-page.ts';
import type { FakeTabs } from '../support/fake-tabs.ts';
import { noon } from '../support/stored.ts';

const hour = 3_600_000;
/** Written by the clock that was ahead; the true press was a moment before noon. */
const wrong = { armedAt: noon - 2_000 + hour, firedAt: noon - 1_000 + hour };
const fired = { stage: 'fired', step: 'watching', ...wrong } as const;

let tabs: FakeTabs;
/** What a page says that is asked for now. */
let shows: () => FakePage;
beforeEach(async () => {
  const background = startBackground();
  tabs = background.tabs;
  tabs.serve = () => shows();
  shows = () => showing(token);
  await knowAccount();
  return background.end;
});

/** An open intent in a tab of ours, whose document is `page`, or gone. */
async function sent(changes: Partial<Intent>, page: FakePage | null = null): Promise<Intent> {
  const shown = page ?? showing(token);
  const { id } = tabs.open(shown);
  await ownTabsItem.set([id]);
  if (!page) tabs.tabs.delete(id);
  return openIntent({ tab: id, document: shown.document, ...changes });
}
const opened = () => tabs.log.filter((each) => each.startsWith('open')).length;

it('is done, where a page asked for now shows the change', async () => {
  shows = () => showing(next);
  const { id } = await sent(fired);
  await through(follow(id));
  expect(await lastIntent()).toMatchObject({ outcome: { kind: 'done' }, armedAt: noon, firedAt: noon });
  expect([opened(), await secretsItem.get()]).toEqual([1, { [key]: { token: next } }]);
});

it('is not done only once a page asked for long enough after the correction shows no change', async () => {
  const { id } = await sent(fired);
  await through(follow(id));
  expect(await lastIntent()).toMatchObject({ stage: 'fired', doubt: 'timedOut', firedAt: noon });
  for (; (await lastIntent())?.stage === 'fired'; ) {
    expect(Date.now()).toBeLessThan(noon + 2 * silentVerdictAfter);
    await through(recover(false));
  }
  expect(await lastIntent()).toMatchObject({ outcome: { kind: 'notDone', failure: 'refused' }, firedAt: noon });
  expect(Date.now()).toBeGreaterThanOrEqual(noon + silentVerdictAfter);
});

it.each([
  ['before the press', () => noon - 5_000],
  ['by the clock that was ahead, before the press', () => noon - 5_000 + hour],
])('is open still, where what pages say is as of %s', async (_, asOf) => {
  shows = () => Object.assign(showing(token), { asOf: asOf() });
  const { id } = await sent({ ...fired, answered: true });
  tabs.open(Object.assign(showing(next), { asOf: asOf() }));
  await through(follow(id));
  expect(await lastIntent()).toMatchObject({ stage: 'fired', doubt: 'unknownOutcome', outcome: null });
  await through(refresh());
  expect((await lastIntent())?.stage).toBe('fired');
});

it('is done, where its own document saw the change before the correction', async () => {
  const page = Object.assign(showing(next), { asOf: noon - 500 + hour });
  const intent = await sent(fired, page);
  page.progress.set(intent.id, { kind: 'pressed', changed: true, answered: true });
  shows = () => showing(next);
  await through(follow(intent.id));
  expect(await lastIntent()).toMatchObject({ outcome: { kind: 'done' } });
});

it('comes to the limits of a document that does not get on, or does not answer', async () => {
  const page = showing(token);
  const intent = await sent({ armedAt: wrong.armedAt }, page);
  page.progress.set(intent.id, { kind: 'inFlight', step: 'reading', need: null });
  const started = Date.now();
  await through(follow(intent.id), 2 * operationLimit);
  expect((await lastIntent())?.stage).toBe('settled');
  expect(Date.now() - started).toBeLessThan(operationLimit + 30_000);

  const silent = showing(token);
  const other = await sent({ armedAt: Date.now() + hour }, silent);
  silent.held = true;
  const asked = Date.now();
  await through(follow(other.id), 2 * silentLimit);
  expect(await lastIntent()).toMatchObject({ id: other.id, doubt: 'unknownOutcome' });
  expect(Date.now() - asked).toBeLessThan(silentLimit + 60_000);
});
