import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { tokenOf } from '../popup/this-build.ts';
import { holdsPartOf } from '../privacy/secrets.ts';
import { storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { saying } from '../support/texts.ts';
import { chooseFormat, copiesAs } from './copying-as.ts';

let desk: Desk;
let popup: Popup;
beforeAll(async () => {
  desk = await openOperations();
  popup = await openKnowing(desk);
  await popup.click('Copy as');
});
afterAll(() => desk.close());

/** What a paste gives in each format, written out as a person would know it. */
function texts(): Record<string, string> {
  const { orgId, widgetId } = desk.dashboard.account;
  const token = tokenOf(desk);
  const site = 'https://www.snapengage.com';
  return {
    'Plain token': token,
    'Authorization header': `Authorization: ${token}`,
    'x-api-key header': `x-api-key: ${token}`,
    'cURL for the Logs API': `curl '${site}/api/v2/${orgId}/logs?start=YYYY-MM-DD&end=YYYY-MM-DD' -H 'Authorization: ${token}'`,
    'cURL for the Visitor Chat API': `curl '${site}/api/v1/chat/${widgetId}' -H 'x-api-key: ${token}'`,
    'Lines of a .env file': `SNAPENGAGE_API_TOKEN=${token}\nSNAPENGAGE_ORG_ID=${orgId}\nSNAPENGAGE_WIDGET_ID=${widgetId}`,
    JSON: `{\n  "apiToken": "${token}",\n  "orgId": "${orgId}",\n  "widgetId": "${widgetId}"\n}`,
  };
}

/** The commands for secret stores, as a shell is given them. */
const commands: Record<string, RegExp> = {
  'GitHub Actions': /^wl-paste -n \| gh secret set 'SNAPENGAGE_API_TOKEN'$/,
  'GitLab CI': /^wl-paste -n \| glab api --method PUT '\S+\/SNAPENGAGE_API_TOKEN' --field value=@- > \/dev\/null$/,
  'HashiCorp Vault': /^wl-paste -n \| vault kv patch '-mount=secret' 'snapengage' 'token=-'$/,
  'AWS Secrets Manager': /^wl-paste -n \| aws secretsmanager put-secret-value .*file:\/\/\/dev\/stdin$/,
  '1Password': /wl-paste -n \| jq -Rs \.; \} \| .* \| op item edit 'SnapEngage API token'$/,
  Doppler: /^wl-paste -n \| doppler secrets set 'SNAPENGAGE_API_TOKEN' --no-interactive --silent$/,
  Kubernetes: /^wl-paste -n \| kubectl create secret generic 'snapengage' .* \| kubectl apply -f -$/,
};

it('says what a format lacks, and copies nothing', async () => {
  await desk.copyElsewhere('before');
  await chooseFormat(popup, 'cURL for the Visitor Chat API');
  await popup.waitForText(saying('lacks_widgetId'));
  await popup.click('Copy as cURL for the Visitor Chat API');
  await popup.waitForAlert(saying('copyAs_notCopied', 'cURL for the Visitor Chat API'));
  expect(await desk.clipboard()).toBe('before');
  await storeWidget(desk);
  await popup.named('Preview of cURL for the Visitor Chat API', 'textbox');
});

it('copies the token in each format, with the ids of its account, and shows only the mask', async () => {
  const all = texts();
  for (const [name, text] of Object.entries(all)) await copiesAs(desk, popup, name, text);
  const offered = await (await popup.named('Formats', 'listbox')).evaluate((list) =>
    [...(list as HTMLSelectElement).options].map(({ text }) => text),
  );
  expect(offered, 'every format is among them').toEqual([...Object.keys(all), ...Object.keys(commands)]);
  expect((await popup.page.content()).includes(tokenOf(desk)), 'the token is in the page').toBe(false);
});

it.each(Object.entries(commands))(
  'copies a command for %s that a shell can read, without the token',
  async (name, command) => {
    await chooseFormat(popup, name);
    await popup.click(`Copy as ${name}`);
    await popup.waitForStatus(saying('copiedCommand'));
    const copied = await desk.clipboard();
    expect(holdsPartOf(tokenOf(desk), copied), 'a part of the token is in the command').toBe(false);
    expect(copied).toMatch(command);
    // `-n`: it is read and not run.
    await promisify(execFile)('sh', ['-n', '-c', copied]);
  },
);
