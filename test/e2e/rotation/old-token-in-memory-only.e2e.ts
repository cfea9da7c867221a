import { expect, it } from 'vitest';
import { scanProfile } from '../../canary/scan-profile.ts';
import { confirm } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { accountKey, forgetChecks, stored } from '../support/account.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import {
  fivePlaces,
  openRotation,
  openWithPlaces,
  pastes,
  tick,
  waitForProof,
  waitForStage,
  waitForStep,
} from './rotating.ts';

it('the dead token is offered until its rotation is closed, and is nowhere on disk', async () => {
  const opened = await openWithPlaces(fivePlaces.slice(0, 1));
  await using desk = opened.desk;
  let { popup } = opened;
  const old = tokenOf(desk);
  await confirm(popup, 'regenerate');
  await waitForStage(desk, 'replace', 30_000);
  const tokens = [old, tokenOf(desk)];
  await popup.click('Go on');
  await popup.click('Copy old token');
  await popup.waitForStatus(saying('rotation_oldCopied'));
  expect(await pastes(desk, old), 'the clipboard holds the old token').toBe(true);
  expect(holdsPartOf(old, await popup.page.content()), 'the popup shows it').toBe(false);

  // A worker that dies does not know it less.
  await desk.killWorker();
  await popup.close();
  popup = await openRotation(desk);
  await popup.click('Copy for Billing export');
  await popup.waitForStatus(saying('copiedAs', 'Authorization header'));
  await popup.click('Copy old token');
  await popup.waitForStatus(saying('rotation_oldCopied'));
  expect(await pastes(desk, old), 'the clipboard holds the old token').toBe(true);
  expect(Object.keys(await oldSecrets(desk))).toEqual([accountKey(desk)]);
  const kept = JSON.stringify([await stored(desk, 'local'), await stored(desk, 'sync')]);
  for (const token of tokens) expect(holdsPartOf(token, kept), 'a token is stored').toBe(false);
  expect(await scanProfile(desk.profile, tokens)).toEqual([]);

  await tick(desk, popup, 'Billing export');
  await popup.click('Go on to the proof');
  await forgetChecks(desk);
  await popup.click('Prove now');
  await popup.waitForText(saying('rotation_proof_new_accepted'), 20_000);
  await popup.click('Finish');
  await waitForStep(popup, 'Record');
  expect(Object.keys(await oldSecrets(desk))).toEqual([accountKey(desk)]);
  await popup.click('Close rotation');
  await waitForStage(desk, 'closed');
  await until('the old token to be forgotten', async () => Object.keys(await oldSecrets(desk)).length === 0);
  expect(holdsPartOf(old, JSON.stringify(await stored(desk, 'session'))), 'it is in memory').toBe(false);
});

it('a question about it that a worker died over is asked again, as long as it is in memory', async () => {
  const opened = await openWithPlaces(fivePlaces.slice(0, 1), { faults: { apiStall: 'noAnswer' } });
  await using desk = opened.desk;
  await confirm(opened.popup, 'regenerate');
  await waitForStage(desk, 'replace', 30_000);
  await until('SnapEngage to be asked', () => desk.dashboard.apiCalls.length === 1);
  await desk.killWorker();
  desk.dashboard.faults.apiStall = 'off';
  await forgetChecks(desk);
  await desk.worker.wake();
  expect(await waitForProof(desk, 'old')).toBe('refused');
  // Once is enough, however often a worker starts.
  await desk.killWorker();
  await forgetChecks(desk);
  await opened.popup.close();
  const popup = await openRotation(desk);
  await popup.click('Copy old token');
  await popup.waitForStatus(saying('rotation_oldCopied'));
  expect(desk.dashboard.apiCalls.map(({ key }) => key)).toEqual(['other', 'other']);
});

it('a restart loses it, which is said, and a rotation with no proof of its death is closed as that', async () => {
  const opened = await openWithPlaces(fivePlaces.slice(0, 1), { faults: { apiStatus: 500 } });
  await using desk = opened.desk;
  const tokens = [tokenOf(desk)];
  await confirm(opened.popup, 'regenerate');
  await waitForStage(desk, 'replace', 30_000);
  tokens.push(tokenOf(desk));
  expect(await waitForProof(desk, 'old')).toBe('cannotTell');
  await opened.popup.close();
  await desk.restart();
  expect(await scanProfile(desk.profile, tokens)).toEqual([]);
  desk.dashboard.faults.apiStatus = 0;
  const popup = await openRotation(desk);
  await popup.waitForText(saying('rotation_old_gone'));
  expect(await popup.hasButton('Copy old token')).toBe(false);
  await tick(desk, popup, 'Billing export');
  await popup.click('Go on to the proof');
  await popup.waitForText(saying('rotation_proof_cannotTell'));
  await popup.click('Prove now');
  await popup.waitForText(saying('rotation_proof_new_accepted'), 20_000);
  expect(await popup.text()).toMatch(/Cannot tell\. SnapEngage answered with an error\./);
  expect(desk.dashboard.apiCalls.map(({ key }) => key)).toEqual(['other', 'current']);
  await popup.click('Finish without proof');
  await popup.waitForText(saying('rotation_close_unproven'));
  await popup.click('Close rotation');
  expect(await waitForStage(desk, 'closed')).toMatchObject({ endedAs: 'unproven' });
});

async function oldSecrets(desk: Parameters<typeof stored>[0]): Promise<object> {
  const { oldSecrets: all = {} } = (await stored(desk, 'session')) as { oldSecrets?: object };
  return all;
}
