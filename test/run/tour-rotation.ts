/** The tour's rotation: three places, one guided replacement with proof, and its record. */
import type { Desk } from '../e2e/support/desk.ts';
import type { Popup } from '../e2e/support/popup.ts';
import { until } from '../e2e/support/until.ts';
import type { View } from '../e2e/support/view.ts';
import type { Step } from './tour.ts';
import { ask, newTokenOf, tokenOf } from './tour-parts.ts';

/** The places of the tour, and what each is to be given. */
const places = [
  { name: 'Chat logs', system: 'Snowflake', api: 'Logs', format: 'Authorization header', prefix: 'Authorization: ' },
  {
    name: 'Shop backend',
    system: 'Kubernetes',
    api: 'Visitor Chat',
    format: 'x-api-key header',
    prefix: 'x-api-key: ',
  },
  { name: 'Phone presence', system: 'Asterisk', api: 'Agent Status', format: 'Plain token', prefix: '' },
] as const;

export const rotationSteps: Step[] = [
  { name: 'widget', take: giveWidget },
  { name: 'check', take: check },
  { name: 'places', take: listPlaces },
  { name: 'rotation', take: begin },
  { name: 'prepare', take: prepare },
  { name: 'regenerate?', take: askRegenerate },
  { name: 'regenerate', take: regenerate },
  { name: 'replace', take: replace },
  { name: 'prove', take: prove },
  { name: 'record', take: record },
  { name: 'closed', take: close },
];

/** On the options page, as a person would who wants to check. */
async function giveWidget(_popup: Popup, desk: Desk): Promise<{ saw: string; on: View }> {
  const options = await desk.openOptions('check');
  await options.fill('Widget id', desk.dashboard.account.widgetId);
  await options.click('Save widget id');
  await options.waitForText(/The widget id is saved\./);
  return { saw: 'the settings know which widget to ask about', on: options };
}

async function check(popup: Popup, desk: Desk): Promise<string> {
  await popup.click('Check token');
  const said = await popup.waitForText(/accepted/i, 20_000);
  if (desk.dashboard.apiCalls.length !== 1) throw new Error('SnapEngage was not asked exactly once.');
  return `"${/^.*accepted.*$/im.exec(said)?.[0]}"`;
}

async function listPlaces(popup: Popup): Promise<string> {
  await popup.click('Places');
  for (const { name, system, api, format } of places) {
    await popup.click('Add place');
    await popup.fill('Name', name);
    await popup.fill('System', system);
    await popup.choose('API', api);
    await popup.choose('Copy format', format);
    await popup.click('Save place');
    await popup.button(`Edit ${name}`);
  }
  return `${places.length} places are listed`;
}

async function begin(popup: Popup): Promise<string> {
  await popup.click('Back');
  await popup.click('Rotation…');
  await popup.button('Start rotation');
  return 'says what a rotation is, and offers to start one';
}

async function prepare(popup: Popup): Promise<string> {
  await popup.click('Start rotation');
  await atStep(popup, 'Prepare');
  await popup.fill('Reason for the change', 'Yearly change');
  const text = await popup.text();
  for (const { name } of places) if (!text.includes(name)) throw new Error(`${name} is not among the places.`);
  return 'all places to be changed, and the reason';
}

async function askRegenerate(popup: Popup): Promise<string> {
  const asked = await ask(popup, 'Regenerate');
  const text = await popup.text();
  for (const { name } of places) if (!text.includes(name)) throw new Error(`The dialog does not name ${name}.`);
  return `${asked}; it names what stops working`;
}

async function regenerate(popup: Popup, desk: Desk): Promise<string> {
  const old = tokenOf(desk);
  await popup.click('Regenerate token');
  const token = await newTokenOf(desk, old);
  await atStep(popup, 'Replace', 30_000);
  return `after the confirmation the token ends in ${token.slice(-4)}; before, in ${old.slice(-4)}`;
}

async function replace(popup: Popup, desk: Desk): Promise<string> {
  for (const { name, prefix } of places) {
    await popup.click(`Copy for ${name}`);
    await until(`what ${name} wants`, async () => (await desk.clipboard()) === prefix + tokenOf(desk));
    await popup.click(`Done: ${name}`);
    await popup.button(`Undo: ${name}`);
  }
  return 'each place was given the token in its own format, and ticked';
}

async function prove(popup: Popup): Promise<string> {
  await popup.click('Go on to the proof');
  await atStep(popup, 'Prove');
  await popup.click('Prove now');
  await popup.button('Finish');
  return 'the new token is accepted, and the old one refused';
}

async function record(popup: Popup, desk: Desk): Promise<string> {
  await popup.click('Finish');
  await atStep(popup, 'Record');
  await popup.click('Copy as Markdown');
  const [first = ''] = (await until('the record', async () => /^# .*/.exec(await desk.clipboard()))) ?? [];
  if ((await desk.clipboard()).includes(tokenOf(desk))) throw new Error('The record holds the token.');
  return `the record is on the clipboard: "${first}"`;
}

async function close(popup: Popup): Promise<string> {
  await popup.click('Close rotation');
  await popup.click('Back to the token');
  await popup.button('Copy token');
  return 'the rotation is closed';
}

async function atStep(popup: Popup, name: string, limitMs?: number): Promise<void> {
  await popup.waitForText(new RegExp(`^Step \\d of \\d: ${name}$`, 'm'), limitMs);
}
