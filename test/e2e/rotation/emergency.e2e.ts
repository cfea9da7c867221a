import { expect, it } from 'vitest';
import { confirm, dismiss, openKnowing } from '../operations/helpers.ts';
import { only, tally } from '../operations/tally.ts';
import { forgetChecks } from '../support/account.ts';
import { saying } from '../support/texts.ts';
import {
  fiveNames,
  fivePlaces,
  openRotation,
  openWithPlaces,
  pastes,
  rotation,
  rotations,
  textFor,
  tick,
  waitForBadge,
  waitForItem,
  waitForProof,
  waitForStage,
  waitForStep,
} from './rotating.ts';

it('an emergency regenerates first, and takes the list of places after', async () => {
  const opened = await openWithPlaces([]);
  await using desk = opened.desk;
  let { popup } = opened;
  const counted = tally(desk);
  await popup.click('Rotation…');
  await popup.click('Emergency: regenerate first');
  // Asked at once, with no list to go through before.
  await popup.page.waitForSelector('[role=alertdialog][open]');
  expect(await popup.text()).toMatch(saying('dialog_noPlaces'));
  await popup.click('Cancel');
  await waitForStep(popup, 'Regenerate');
  expect(counted().posts).toBe(0);
  await popup.click('Regenerate…');
  await popup.click('Regenerate token');
  await waitForStep(popup, 'Replace', 30_000);
  await popup.waitForText(/^Connections down for \d+ s$/m);
  await popup.waitForText(saying('rotation_noPlaces'));
  expect(await waitForProof(desk, 'old')).toBe('refused');

  await popup.click('Places');
  await popup.click('Add place');
  await popup.fill('Name', 'Old intranet');
  await popup.click('Save place');
  await waitForItem(desk, 'Old intranet', 'open');
  await waitForBadge(desk, '1');
  await popup.close();
  // All was saved on the page of the places: the popup opens on the token, which leads to the rotation.
  popup = await desk.openPopup();
  await popup.click('Go on');
  await waitForStep(popup, 'Replace');
  await popup.click('Copy for Old intranet');
  await popup.waitForStatus(saying('copiedAs', 'Plain token'));
  expect(await pastes(desk, textFor('Old intranet', desk))).toBe(true);
  await tick(desk, popup, 'Old intranet');
  await waitForBadge(desk, '');
  await popup.click('Go on to the proof');
  await forgetChecks(desk);
  await popup.click('Prove now');
  await popup.waitForText(saying('rotation_proof_new_accepted'), 20_000);
  await popup.click('Finish');
  await popup.click('Close rotation');
  expect(await waitForStage(desk, 'closed')).toMatchObject({ path: 'emergency', endedAs: 'completed' });
  expect(counted()).toEqual(only('regenerate'));
});

it('a plain Regenerate is followed by the list where places are listed', async () => {
  const opened = await openWithPlaces(fivePlaces);
  await using desk = opened.desk;
  const { popup } = opened;
  await confirm(popup, 'regenerate');
  await popup.waitForStatus(/regenerated/, 30_000);
  const begun = await waitForStage(desk, 'replace');
  expect(begun.path).toBe('emergency');
  expect(begun.items.map(({ name }) => name)).toEqual(fiveNames);
  await waitForBadge(desk, '5');
  await popup.waitForText(saying('rotationRow_replacing', 5, 5));
  await popup.click('Go on');
  await waitForStep(popup, 'Replace');

  // One that is given up keeps the token changed, and says so before it does.
  await popup.click('Abandon rotation');
  await popup.waitForText(saying('rotation_abandon_changed'));
  await popup.click('Abandon it now');
  expect(await waitForStage(desk, 'closed')).toMatchObject({ endedAs: 'abandoned' });
  await waitForBadge(desk, '');
});

it('a change while the list is open begins it again, for what had the token in between', async () => {
  const opened = await openWithPlaces(fivePlaces.slice(0, 2));
  await using desk = opened.desk;
  let { popup } = opened;
  await confirm(popup, 'regenerate');
  await waitForStage(desk, 'replace', 30_000);
  await popup.click('Go on');
  await tick(desk, popup, 'Billing export');
  await waitForBadge(desk, '1');
  await popup.click('Back');
  await dismiss(popup);
  await confirm(popup, 'regenerate');
  await waitForItem(desk, 'Billing export', 'open');
  await waitForBadge(desk, '2');
  await popup.close();
  popup = await openRotation(desk);
  await waitForStep(popup, 'Replace');
  await popup.waitForText(saying('rotation_again'));
  expect((await rotations(desk)).length).toBe(1);
  expect((await rotation(desk)).overtaken.length).toBe(1);
});

it('a plain Regenerate with no places listed begins nothing', async () => {
  const opened = await openWithPlaces([]);
  await using desk = opened.desk;
  await confirm(opened.popup, 'regenerate');
  await opened.popup.waitForStatus(/regenerated/, 30_000);
  await opened.popup.close();
  const popup = await openKnowing(desk);
  expect(await rotations(desk)).toEqual([]);
  expect(await popup.hasButton('Go on')).toBe(false);
  await waitForBadge(desk, '');
});
