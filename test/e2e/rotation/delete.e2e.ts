import { expect, it } from 'vitest';
import { openKnowing } from '../operations/helpers.ts';
import { only, tally } from '../operations/tally.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { saying } from '../support/texts.ts';
import {
  fiveNames,
  fivePlaces,
  openRotation,
  openWithPlaces,
  tick,
  waitForBadge,
  waitForItem,
  waitForProof,
  waitForStage,
  waitForStep,
} from './rotating.ts';

it('a planned delete says what stops, then lists where the old token is to be removed, and is recorded', async () => {
  const opened = await openWithPlaces(fivePlaces);
  await using desk = opened.desk;
  let { popup } = opened;
  const [counted, old] = [tally(desk), tokenOf(desk)];
  await popup.click('Rotation…');
  await popup.click('Plan a delete');
  await waitForStep(popup, 'What stops');
  const stops = await popup.text();
  for (const name of fiveNames) expect(stops).toContain(name);

  await popup.click('Delete…');
  await popup.page.waitForSelector('[role=alertdialog][open]');
  await popup.click('Delete token');
  expect(counted().posts, 'deleted before the last 4 were typed').toBe(0);
  await popup.typeInDialog(old.slice(-4));
  await popup.click('Delete token');
  await waitForStep(popup, 'Remove', 30_000);
  expect(desk.dashboard.account.token).toBe(null);
  await waitForBadge(desk, '5');
  expect(await waitForProof(desk, 'old')).toBe('refused');
  expect(await popup.hasButton('Copy for Billing export'), 'there is no token to copy').toBe(false);
  expect(await popup.hasButton('Copy old token')).toBe(true);
  await tick(desk, popup, ...fiveNames.slice(0, 4));
  await popup.click('Skip Old intranet…');
  await popup.fill('Why is it skipped?', '');
  await popup.click('Skip Old intranet');
  await popup.waitForText(saying('rotationRefused_reasonMissing'));
  await popup.fill('Why is it skipped?', 'Nobody can reach it any more');
  await popup.click('Skip Old intranet');
  await waitForItem(desk, 'Old intranet', 'skipped');
  await waitForBadge(desk, '');
  await popup.close();

  popup = await openRotation(desk);
  await popup.click('Go on to the record');
  await waitForStep(popup, 'Record');
  await popup.click('Copy as Markdown');
  await popup.waitForStatus(saying('rotation_recordCopied'));
  const record = await desk.clipboard();
  for (const words of [...fiveNames, 'Nobody can reach it any more', 'delete', 'refused'])
    expect(record).toContain(words);
  expect(holdsPartOf(old, record), 'the token is in the record').toBe(false);
  await popup.click('Close rotation');
  expect(await waitForStage(desk, 'closed')).toMatchObject({ path: 'delete', endedAs: 'completed', to: null });
  expect(counted()).toEqual(only('delete'));
  await popup.close();
  expect(await (await openKnowing(desk)).hasButton('Generate token')).toBe(true);
});
