import { expect, it } from 'vitest';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { stored } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import { chooseFormat } from './copying-as.ts';

/** The format that is stored as the last choice. */
async function storedFormat(desk: Desk): Promise<string | undefined> {
  const { copying } = (await stored(desk, 'local')) as { copying?: { format: string } };
  return copying?.format;
}

/** Whether a paste would give just `text`; says nothing of what it gives instead. */
const pastes = async (desk: Desk, text: string) => (await desk.clipboard()) === text;

it('remembers the format over a restart, and the button on the token’s page copies the plain token all the same', async () => {
  await using desk = await openOperations();
  const popup = await openKnowing(desk);
  await popup.click('Copy as');
  await chooseFormat(popup, 'x-api-key header');
  await until('the choice to be stored', async () => (await storedFormat(desk)) === 'xApiKey');
  await popup.close();

  await desk.restart();
  const again = await openAgain(desk);
  await again.click('Copy token');
  await again.waitForStatus(/^Copied$/, 20_000);
  expect(await pastes(desk, tokenOf(desk)), 'the clipboard holds the plain token').toBe(true);
  await again.click('Copy as');
  await again.click('Copy as x-api-key header');
  await again.waitForStatus(saying('copiedAs', 'x-api-key header'));
  expect(await pastes(desk, `x-api-key: ${tokenOf(desk)}`), 'the clipboard holds the line').toBe(true);
});

it('writes commands for the computer and the names that were chosen', async () => {
  await using desk = await openOperations();
  await (await openKnowing(desk)).close();
  const options = await desk.openOptions('copy');
  await options.fill('Variable', "it's");
  await options.click('Save names');
  await options.waitForText(saying('options_stores_unfit_variable'));
  await options.fill('Variable', tokenOf(desk));
  await options.click('Save names');
  await options.waitForText(saying('options_stores_looksLikeToken'));
  await options.fill('Variable', 'CHAT_TOKEN');
  await options.choose('Computer', 'macOS');
  await options.click('Save names');
  await options.waitForStatus(saying('options_stores_saved'));
  await options.page.close();

  await desk.restart();
  const popup = await openAgain(desk);
  await popup.click('Copy as');
  await chooseFormat(popup, 'Doppler');
  await popup.click('Copy as Doppler');
  await popup.waitForStatus(saying('copiedCommand'));
  expect(await desk.clipboard()).toBe("pbpaste | doppler secrets set 'CHAT_TOKEN' --no-interactive --silent");
});
