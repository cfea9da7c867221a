/** The states of the options page by name, and builders for them; tests and pictures run over this list. */
import type { Template } from '../../lib/copy/copying.ts';
import { noPlaces } from '../../lib/places/merge.ts';
import type { Entry, RecordedEvent } from '../../lib/record/entry.ts';
import { defaultReminder } from '../../lib/reminder.ts';
import type { Desk } from '../../lib/state/desk.ts';
import type { OptionsState } from '../../lib/state/options.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { account, daysAgo, desk, deskWith, fakeToken, galleryNow, mark, markOf, oldMark } from './desks.ts';
import { galleryPlaces } from './places-states.ts';

export interface OptionsGalleryState {
  name: string;
  state: OptionsState;
  /** What stands in forms and was not saved, by form and field. */
  drafts?: Record<string, Record<string, string>>;
  said?: { role: 'status' | 'alert'; text: string };
}

const idOf = (n: number): string => n.toString(16).padStart(32, '0');

/** What a browser grants at the installation. */
export const grantedAtFirst: OptionsState['granted'] = {
  permissions: ['storage', 'alarms', 'scripting', 'offscreen'],
  origins: ['https://www.snapengage.com/*'],
  checkConsent: true,
};
export const grantedAll: OptionsState['granted'] = {
  ...grantedAtFirst,
  permissions: [...grantedAtFirst.permissions, 'clipboardRead', 'clipboardWrite', 'notifications'],
};

/** The options page on `changes` of a desk that knows nothing. */
export function optionsState(known: Partial<Desk> = {}, changes: Partial<OptionsState> = {}): OptionsState {
  return {
    ...{ desk: desk(known), history: [], sync: false, syncReport: null, granted: grantedAtFirst, version: '0.1.0' },
    ...changes,
  };
}

/** A second account, on the same site. */
export const otherAccount: Account = account({
  ...{ key: 'https://www.snapengage.com#7001', orgId: '7001'.repeat(4), label: 'second@example.com' },
  mark: markOf(fakeToken(32, 9), 'd'),
});

export const widgetId = '5f0c1c9e-7d5e-4a53-8b1e-3a2f6c7d8e90';
export const otherWidgetId = 'fedcba98-7654-3210-fedc-ba9876543210';

export const templates: Template[] = [
  { id: idOf(0xabc), name: 'Terraform', text: 'snapengage_token = {{token|json}}\nsnapengage_org   = {{orgId|json}}' },
  { id: idOf(0xabd), name: 'Widget header', text: 'x-api-key: {{token}} # {{widgetId}}' },
];

/** An entry of the gallery's account, `n` days ago. */
export function entry(n: number, event: RecordedEvent, key = account().key): Entry {
  return { id: idOf(n), at: daysAgo(n), account: key, event };
}

const rotation = idOf(0xf00);
export const history: Entry[] = [
  entry(63, { kind: 'rotationStarted', rotation, path: 'planned', reason: 'Quarterly rotation', from: oldMark }),
  entry(62, { kind: 'regenerated', from: oldMark, to: mark }),
  entry(61, { kind: 'placeDone', rotation, place: 'Chat logs in Snowflake' }),
  entry(60, { kind: 'placeSkipped', rotation, place: 'Old kiosk', reason: 'Switched off for good' }),
  entry(59, { kind: 'checked', which: 'old', mark: oldMark, verdict: 'refused', why: null }),
  entry(3, { kind: 'checked', which: 'current', mark, verdict: 'cannotTell', why: 'offline' }),
  entry(2, { kind: 'copied', format: `template:${idOf(0xabc)}`, mark }),
  entry(1, { kind: 'shown', mark }),
];

/** `count` entries of the gallery's account, oldest first. */
export const manyEntries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, n) => entry(count - n, { kind: 'shown', mark }));

const { key } = account();
/** Everything set up. */
export const settledDesk: Desk = deskWith(account(), fakeToken(), {
  places: { [key]: { ...noPlaces, places: galleryPlaces } },
  templates,
  widgetIds: { [key]: widgetId },
  widgetOffers: [widgetId, otherWidgetId],
  clearing: { seconds: 60, offered: true },
  reminders: { [key]: { ...defaultReminder, notify: true } },
});
const settled = optionsState(settledDesk, {
  history,
  sync: true,
  syncReport: { at: galleryNow - 600_000, left: 0, failed: false },
  granted: grantedAll,
});
/** Two accounts of one profile. */
export const twoAccounts: Desk = {
  ...settledDesk,
  accounts: { current: key, byKey: { [key]: account(), [otherAccount.key]: otherAccount } },
};
const snooze = { until: galleryNow + 3 * 86_400_000, fingerprint: mark.fingerprint };
const overdue = account({ since: { at: daysAgo(91), how: 'seen' } });
const longLabel = account({ label: 'a-very-long-account-name.'.repeat(8) });

export const optionsStates: OptionsGalleryState[] = [
  { name: 'options-no-account', state: optionsState() },
  { name: 'options-first', state: optionsState(deskWith(account())) },
  { name: 'options', state: settled },
  { name: 'options-two-accounts', state: { ...settled, desk: twoAccounts } },
  { name: 'options-long-label', state: optionsState(deskWith(longLabel)) },
  { name: 'options-said', state: settled, said: { role: 'status', text: 'The widget id is saved.' } },
  {
    name: 'options-refused',
    state: settled,
    said: { role: 'alert', text: 'The browser was not allowed to read the clipboard, so nothing has changed.' },
  },
  {
    name: 'options-revoked',
    state: { ...settled, granted: { ...grantedAtFirst, checkConsent: false } },
  },
  {
    name: 'options-sync-failed',
    state: { ...settled, syncReport: { at: daysAgo(2), left: 12, failed: true } },
  },
  {
    name: 'options-snoozed',
    state: optionsState(deskWith(overdue, fakeToken(), { reminders: { [key]: { ...defaultReminder, snooze } } })),
  },
  { name: 'options-overdue', state: optionsState(deskWith(overdue)) },
  { name: 'options-long-record', state: { ...settled, history: manyEntries(250) } },
  {
    name: 'options-template-open',
    state: settled,
    drafts: {
      templates: { edited: 'new' },
      'template new': { name: 'Deploy', text: 'deploy --account {{account|sh}}' },
    },
  },
];
