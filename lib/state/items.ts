/** Every stored item, one constant each: area, key, schema, what stands for nothing. No key is named elsewhere. */
import * as z from 'zod/mini';
import { clearingOff, clearingSettingsSchema, pendingSchema } from '../clearing/clearing.ts';
import { copyingSchema, defaultCopying, templateSchema } from '../copy/copying.ts';
import { placeListSchema } from '../places/merge.ts';
import { entrySchema } from '../record/entry.ts';
import { reminderSchema } from '../reminder.ts';
import { rotationSchema } from '../rotation/rotation.ts';
import { type AnyItem, defineItem, defineList } from './item.ts';
import {
  accountKeySchema,
  accountsSchema,
  checkingSchema,
  clearingNoteSchema,
  intentSchema,
  notifiedSchema,
  oldSecretSchema,
  popupPageSchema,
  problemSchema,
  readingSchema,
  secretSchema,
  syncReportSchema,
  tabsBeforeSchema,
  widgetIdSchema,
} from './schemas.ts';

const perAccount = <T>(schema: z.ZodMiniType<T>) => z.record(accountKeySchema, schema);

/** Accounts by key, and which one was seen last. No secret in it. */
export const accountsItem = defineItem('local', 'accounts', accountsSchema, { current: null, byKey: {} });
/** The intents, oldest first; the open one, if any, among them. */
export const ledgerItem = defineItem('local', 'ledger', z.array(intentSchema), []);
/** Path of the token page per origin, once recognised. */
export const pathsItem = defineItem('local', 'paths', z.record(z.string(), z.string()), {});
/** Where each account's token is used. */
export const placesItem = defineItem('local', 'places', perAccount(placeListSchema), {});
/** The rotations of all accounts, oldest first: one open for each account, and the newest closed ones. */
export const rotationsItem = defineList('local', 'rotations', rotationSchema);
/** What happened, of all accounts, oldest first. */
export const historyItem = defineList('local', 'history', entrySchema);
export const templatesItem = defineItem('local', 'templates', z.array(templateSchema), []);
/** How the token was copied last, and what commands for secret stores are written for. */
export const copyingItem = defineItem('local', 'copying', copyingSchema, defaultCopying);
export const clearingItem = defineItem('local', 'clearing', clearingSettingsSchema, clearingOff);
/** The clear of the clipboard that is to come. */
export const pendingClearItem = defineItem('local', 'pendingClear', z.nullable(pendingSchema), null);
export const remindersItem = defineItem('local', 'reminders', perAccount(reminderSchema), {});
/** Which token a notification was shown for. */
export const notifiedItem = defineItem('local', 'notified', perAccount(notifiedSchema), {});
/** The widget that a check asks about. */
export const widgetIdsItem = defineItem('local', 'widgetIds', perAccount(widgetIdSchema), {});
/** Whether places go along with the browser's sync. */
export const syncItem = defineItem('local', 'sync', z.boolean(), false);

/** Tokens by account key: in memory only, and readable by no content script. */
export const secretsItem = defineItem('session', 'secrets', perAccount(secretSchema), {});
/** The token that was replaced, by account key, until its rotation is closed: in memory only. */
export const oldSecretsItem = defineItem('session', 'oldSecrets', perAccount(oldSecretSchema), {});
export const readingItem = defineItem('session', 'reading', z.nullable(readingSchema), null);
export const problemItem = defineItem('session', 'problem', z.nullable(problemSchema), null);
/** Checks under way, and what the last one of each account said. */
export const checksItem = defineItem('session', 'checks', perAccount(checkingSchema), {});
/** Widget ids that SnapEngage's pages have shown, the newest first. */
export const widgetOffersItem = defineItem('session', 'widgetOffers', z.array(widgetIdSchema), []);
/** What became of the last clear of the clipboard, until the next copy or until it is dismissed. */
export const clearingNoteItem = defineItem('session', 'clearingNote', z.nullable(clearingNoteSchema), null);
/** What came of the last sync. */
export const syncReportItem = defineItem('session', 'syncReport', z.nullable(syncReportSchema), null);
/** Tabs that we opened and the person has not come to: ours to close. */
export const ownTabsItem = defineItem('session', 'ownTabs', z.array(z.int()), []);
/** The tabs there were at a time (epoch ms), while one of ours is being opened. */
export const tabsBeforeItem = defineItem('session', 'tabsBefore', z.nullable(tabsBeforeSchema), null);
/** The person was sent to sign in; what was wanted goes on by itself afterwards. */
export const awaitingSignInItem = defineItem('session', 'awaitingSignIn', z.boolean(), false);
/** What the popup showed when it closed: following a link closes it. */
export const popupPageItem = defineItem('session', 'popupPage', popupPageSchema, 'token');
/** What stands in forms and was not saved yet, by form and field. In memory only: somebody may paste a token. */
export const draftsItem = defineItem('session', 'drafts', z.record(z.string(), z.record(z.string(), z.string())), {});

/** The items on disk. */
export const durable: readonly AnyItem[] = [
  ...[accountsItem, ledgerItem, pathsItem, placesItem, rotationsItem, historyItem, templatesItem, copyingItem],
  ...[clearingItem, pendingClearItem, remindersItem, notifiedItem, widgetIdsItem, syncItem],
];
