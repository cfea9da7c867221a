/** What the tests of rotations share: five places and what each is to be given, and where the rotation stands. */
import type { Rotation } from '../../../lib/rotation/rotation.ts';
import { openAgain, openKnowing, openOperations } from '../operations/helpers.ts';
import { accountKey, type PlaceWords, stored, storePlaces, storeWidget } from '../support/account.ts';
import type { Desk, DeskOptions } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';

/** Five places as an owner would list them, each of which wants the token in another format. */
export const fivePlaces = [
  {
    name: 'Billing export',
    system: 'Jenkins',
    link: 'https://jenkins.acme.example/job/billing/configure',
    contact: 'Bea in Finance',
    api: 'logs',
    format: 'authorization',
  },
  {
    name: 'Chat on the shop',
    system: 'Kubernetes',
    link: 'https://shop.acme.example/admin/secrets',
    api: 'visitorChat',
    format: 'xApiKey',
    note: 'Then restart the pods.',
  },
  { name: 'Presence board', contact: 'Pat at the service desk', api: 'agentStatus', format: 'json' },
  { name: 'Nightly archive', api: 'logs', format: 'env' },
  { name: 'Old intranet', format: 'token' },
] as const satisfies readonly PlaceWords[];

export type PlaceName = (typeof fivePlaces)[number]['name'];

/** The names of all five. */
export const fiveNames = fivePlaces.map(({ name }) => name);

/** A desk that knows its token, with `places` listed and a widget to ask about, and its popup. */
export async function openWithPlaces(
  places: readonly PlaceWords[],
  options: DeskOptions = {},
): Promise<{ desk: Desk; popup: Popup }> {
  const desk = await openOperations(options);
  await storeWidget(desk);
  if (places.length > 0) await storePlaces(desk, places);
  return { desk, popup: await openKnowing(desk) };
}

/** What the formats of the five are called. */
export const formatNames: Record<PlaceName, string> = {
  'Billing export': 'Authorization header',
  'Chat on the shop': 'x-api-key header',
  'Presence board': 'JSON',
  'Nightly archive': 'Lines of a .env file',
  'Old intranet': 'Plain token',
};

/** What a paste gives after the token was copied for one of the five; written out here, as a person would know it. */
export function textFor(name: PlaceName, { dashboard }: Desk): string {
  const { token, orgId, widgetId } = dashboard.account;
  switch (name) {
    case 'Billing export':
      return `Authorization: ${token}`;
    case 'Chat on the shop':
      return `x-api-key: ${token}`;
    case 'Presence board':
      return JSON.stringify({ apiToken: token, orgId, widgetId }, null, 2);
    case 'Nightly archive':
      return `SNAPENGAGE_API_TOKEN=${token}\nSNAPENGAGE_ORG_ID=${orgId}\nSNAPENGAGE_WIDGET_ID=${widgetId}`;
    case 'Old intranet':
      return String(token);
  }
}

/** The account's rotations as they are stored, oldest first. */
export async function rotations(desk: Desk): Promise<Rotation[]> {
  const { rotations: all = [] } = (await stored(desk, 'local')) as { rotations?: Rotation[] };
  return all.filter(({ account }) => account === accountKey(desk));
}

/** The newest rotation; there must be one. */
export async function rotation(desk: Desk): Promise<Rotation> {
  const newest = (await rotations(desk)).at(-1);
  if (!newest) throw new Error('There is no rotation.');
  return newest;
}

/** Waits until the newest rotation stands at `stage`, as stored; gives it. */
export async function waitForStage(desk: Desk, stage: Rotation['stage'], limitMs?: number): Promise<Rotation> {
  const look = async () => {
    const newest = await rotation(desk);
    return newest.stage === stage && newest.wish === null ? newest : null;
  };
  return until(`a rotation at ${stage}`, look, limitMs);
}

/** Waits until the check of `which` token has come into the rotation; gives what it said. */
export async function waitForProof(desk: Desk, which: 'new' | 'old'): Promise<string> {
  const proof = await until(`a proof of the ${which} token`, async () =>
    (await rotation(desk)).proofs.findLast((each) => each.which === which),
  );
  return proof.verdict.kind;
}

/** Waits until the badge on the toolbar button reads `text`. */
export async function waitForBadge(desk: Desk, text: string): Promise<void> {
  const badge = () => desk.worker.backstage.evaluate('chrome.action.getBadgeText({})');
  await until(`the badge "${text}"`, async () => (await badge()) === text);
}

/** Whether a paste would give just `text`; says nothing of what it gives instead. */
export async function pastes(desk: Desk, text: string): Promise<boolean> {
  return (await desk.clipboard()) === text;
}

/** Marks places as done, and waits until each has been stored. */
export async function tick(desk: Desk, popup: Popup, ...names: string[]): Promise<void> {
  for (const name of names) {
    await popup.click(`Done: ${name}`);
    await waitForItem(desk, name, 'done');
  }
}

/** Waits until the place stands so in the newest rotation, as stored. */
export async function waitForItem(desk: Desk, name: string, state: 'open' | 'done' | 'skipped'): Promise<void> {
  await until(`${name} to be ${state}`, async () =>
    (await rotation(desk)).items.some((item) => item.name === name && item.state === state),
  );
}

/** Opens the popup, and goes to its open rotation where it was not left there. */
export async function openRotation(desk: Desk): Promise<Popup> {
  const popup = await openAgain(desk);
  await popup.waitForText(/^Step \d of \d: |^Go on$/m, 20_000);
  if (!(await popup.has('Rotation', 'heading'))) await popup.click('Go on');
  return popup;
}

/** Whether the popup shows the open rotation at the step called `name`; waits for it. */
export async function waitForStep(popup: Popup, name: string, limitMs?: number): Promise<void> {
  await popup.waitForText(new RegExp(`^Step \\d of \\d: ${name}$`, 'm'), limitMs);
}
