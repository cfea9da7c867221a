/** One planned rotation from its beginning to its record, with the browser killed and started again twice on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanProfile } from '../../canary/scan-profile.ts';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { only, type Tally, tally } from '../operations/tally.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { stored, storePlaces, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import {
  fiveNames,
  fivePlaces,
  formatNames,
  openRotation,
  type PlaceName,
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

const reason = 'Yearly change, ticket OPS-4711';
const skipReason = 'Switched off last week';
/** The one that is added in the popup. */
const added = fivePlaces[3];

describe('a planned rotation of five places, with the browser killed and started again twice', () => {
  let desk: Desk;
  let popup: Popup;
  let counted: Tally;
  /** Every token there has been: none of them may be found in anything that is kept. */
  const tokens: string[] = [];
  beforeAll(async () => {
    desk = await openOperations();
    await storeWidget(desk);
    await storePlaces(
      desk,
      fivePlaces.filter((place) => place !== added),
    );
    tokens.push(tokenOf(desk));
    counted = tally(desk);
    popup = await openKnowing(desk);
  });
  afterAll(() => desk.close());

  const reopen = async () => {
    await popup.close();
    popup = await openRotation(desk);
  };
  const restart = async () => {
    await desk.restart();
    popup = await openRotation(desk);
  };
  const copyFor = async (name: PlaceName) => {
    await popup.click(`Copy for ${name}`);
    await popup.waitForStatus(saying('copiedAs', formatNames[name]), 30_000);
    expect(await pastes(desk, textFor(name, desk)), `the clipboard holds what ${name} wants`).toBe(true);
  };

  it('is prepared: the missing place is listed, a reason noted, one place skipped with its own', async () => {
    await popup.click('Places');
    await popup.click('Add place');
    await popup.fill('Name', added.name);
    await popup.choose('API', 'Logs');
    await popup.choose('Copy format', formatNames[added.name]);
    await popup.click('Save place');
    await popup.waitForStatus(saying('places_added', added.name));
    await popup.click('Back');

    await popup.click('Rotation…');
    await popup.click('Start rotation');
    await waitForStep(popup, 'Prepare');
    await popup.fill('Reason for the change', reason);
    await popup.click('Skip Old intranet…');
    await popup.fill('Why is it skipped?', skipReason);
    await popup.click('Skip Old intranet');
    await waitForItem(desk, 'Old intranet', 'skipped');
    // The popup is closed before the pause in typing was over, perhaps.
    await reopen();
    await waitForStep(popup, 'Prepare');
    const text = await popup.text();
    for (const words of [reason, skipReason, ...fiveNames]) expect(text).toContain(words);
    expect(counted().posts).toBe(0);
    await waitForBadge(desk, '');
  });

  it('asks with every place by its name, and cancelled it changes nothing', async () => {
    await popup.click('Regenerate…');
    const dialog = await popup.page.waitForSelector('[role=alertdialog][open]');
    const asked = await dialog?.evaluate((element) => (element as HTMLElement).innerText);
    for (const name of fiveNames) expect(asked).toContain(name);
    expect(await popup.focused()).toBe('Cancel');
    await popup.click('Cancel');
    expect((await rotation(desk)).stage).toBe('prepare');
    expect(counted().posts).toBe(0);
  });

  it('regenerates once, counts what is left, and has asked about the old token by itself', async () => {
    await popup.click('Regenerate…');
    await popup.click('Regenerate token');
    await waitForStep(popup, 'Replace', 30_000);
    tokens.push(tokenOf(desk));
    expect(counted()).toEqual(only('regenerate'));
    await waitForBadge(desk, '4');
    await popup.waitForText(/^Connections down for \d+ s$/m);
    expect(await waitForProof(desk, 'old')).toBe('refused');
    expect(desk.dashboard.apiCalls).toMatchObject([{ key: 'other', cookie: false }]);
  });

  it('gives each place what it wants, at the same step also in a popup opened anew', async () => {
    expect(await linkOf(popup, 'Billing export')).toBe(fivePlaces[0].link);
    await copyFor('Billing export');
    await tick(desk, popup, 'Billing export');
    await waitForBadge(desk, '3');
    await popup.click('Undo: Billing export');
    await waitForItem(desk, 'Billing export', 'open');
    await waitForBadge(desk, '4');
    await reopen();
    await waitForStep(popup, 'Replace');
    await tick(desk, popup, 'Billing export');
    await copyFor('Chat on the shop');
    expect(await popup.hasButton('Go on to the proof')).toBe(true);
    await popup.click('Go on to the proof');
    await popup.waitForAlert(saying('rotationRefused_placesOpen'));
    expect((await rotation(desk)).stage).toBe('replace');
  });

  it('goes on at the same step when the worker has died', async () => {
    await desk.killWorker();
    await tick(desk, popup, 'Chat on the shop');
    await waitForBadge(desk, '2');
  });

  it('goes on at the same step when the browser was killed and started again', async () => {
    await restart();
    await waitForStep(popup, 'Replace');
    await waitForBadge(desk, '2');
    const text = await popup.text();
    expect(text).toMatch(saying('rotation_old_gone'));
    expect(text).toMatch(saying('rotation_left_other', 2));
    for (const name of ['Billing export', 'Chat on the shop'])
      expect(await popup.hasButton(`Undo: ${name}`), `${name} is done`).toBe(true);
    // The new token is in memory no more: it is read first.
    await copyFor('Presence board');
    await copyFor('Nightly archive');
    await tick(desk, popup, 'Presence board');
    await waitForBadge(desk, '1');
    await tick(desk, popup, 'Nightly archive');
    await waitForBadge(desk, '');
    await popup.click('Go on to the proof');
    await waitForStep(popup, 'Prove');
  });

  it('goes on at the proof when it was killed once more, and proves what no memory holds', async () => {
    await restart();
    await waitForStep(popup, 'Prove');
    // Asked right after the change, while it was in memory: the answer has outlived two restarts.
    await popup.waitForText(saying('rotation_proof_old_refused'));
    await popup.waitForText(saying('rotation_proof_notYet'));
    await popup.click('Prove now');
    await popup.waitForText(saying('rotation_proof_new_accepted'), 30_000);
    expect(desk.dashboard.apiCalls.map(({ key, cookie }) => [key, cookie])).toEqual([
      ['other', false],
      ['current', false],
    ]);
    expect(await popup.hasButton('Finish without proof')).toBe(false);
    await popup.click('Finish');
    await waitForStep(popup, 'Record');
  });

  it('is recorded: five places, their times, both proofs, and no token', async () => {
    await popup.click('Copy as Markdown');
    await popup.waitForStatus(saying('rotation_recordCopied'));
    const record = await desk.clipboard();
    console.log(record);
    for (const name of fiveNames) expect(rowOf(record, name)).toMatch(time);
    for (const name of ['Billing export', 'Chat on the shop', 'Presence board', 'Nightly archive'])
      expect(rowOf(record, name)).toMatch(/ done /);
    expect(rowOf(record, 'Old intranet')).toMatch(new RegExp(` skipped .*${skipReason}`));
    expect(rowOf(record, 'new token')).toMatch(/ accepted /);
    expect(rowOf(record, 'old token')).toMatch(/ refused /);
    for (const line of [/Started/, /Down since/]) expect(lineOf(record, line)).toMatch(time);
    expect(lineOf(record, /Downtime/)).toMatch(/\d+ (s|min)/);
    expect(lineOf(record, /Reason/)).toContain('OPS');
    expect(tokens.length).toBe(2);
    for (const token of tokens) expect(holdsPartOf(token, record), 'a token is in the record').toBe(false);
    const saved = await savedBy(popup, 'Save as Markdown');
    // The clock of what happens until the close runs on.
    expect(saved.split('\n').length).toBe(record.split('\n').length);
    expect(rowOf(saved, 'new token')).toBe(rowOf(record, 'new token'));
  });

  it('is closed: done once, with nothing left open and no token kept', async () => {
    await popup.click('Close rotation');
    await popup.waitForStatus(saying('rotation_closed'));
    expect(await waitForStage(desk, 'closed')).toMatchObject({ endedAs: 'completed', reason });
    expect((await rotations(desk)).length).toBe(1);
    expect(counted()).toEqual(only('regenerate'));
    await waitForBadge(desk, '');
    await popup.close();
    // The next popup is for what people come for.
    popup = await openKnowing(desk);
    expect(await popup.focused()).toBe('Copy token');
    expect(await popup.hasButton('Go on')).toBe(false);
    expect(await popup.hasButton('Rotation…')).toBe(true);
    const local = JSON.stringify([await stored(desk, 'local'), await stored(desk, 'sync')]);
    for (const token of tokens) expect(holdsPartOf(token, local), 'a token is stored').toBe(false);
    expect(await scanProfile(desk.profile, tokens)).toEqual([]);
    expect(desk.log.complaints()).toEqual([]);
  });
});

const time = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/;

/** The first row of a table in `markdown` whose first cell reads `cell`. */
function rowOf(markdown: string, cell: string): string {
  return lineOf(markdown, new RegExp(`^\\| *${cell} *\\|`));
}

/** The first line of `text` that matches. */
function lineOf(text: string, pattern: RegExp): string {
  return text.split('\n').find((line) => pattern.test(line)) ?? expect.fail(`no line matches ${pattern}`);
}

async function linkOf(popup: Popup, place: string): Promise<string> {
  const link = await popup.named(`Open ${place}`, 'link');
  return link.evaluate((element) => (element as HTMLAnchorElement).href);
}

/** The text of the file that the popup's button gives to the person. */
async function savedBy(popup: Popup, button: string): Promise<string> {
  await popup.page.evaluate(() => {
    const before = URL.createObjectURL;
    URL.createObjectURL = (file: Blob) => {
      document.documentElement.dataset.saving = '';
      void file.text().then((text) => Object.assign(document.documentElement.dataset, { saved: text }));
      return before(file);
    };
  });
  await popup.click(button);
  return until('the file', () => popup.page.evaluate(() => document.documentElement.dataset.saved));
}
