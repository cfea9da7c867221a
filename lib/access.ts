/** What the browser lets us do: in Firefox the person may refuse even the dashboard's site at any time. */
import { browser, type Permissions } from './browser.ts';
import { dashboardPattern } from './dashboard/urls.ts';

/** Whether the dashboard's site is granted. */
export async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: [dashboardPattern] });
}

/** Asks for the dashboard's site; must be called straight in a click. Gives whether it is granted now. */
export async function requestAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: [dashboardPattern] });
}

/** Sending the token to SnapEngage counts as this in Firefox, which asks for it by name; other browsers do not know it. */
const checkConsent: Permissions.Permissions = { data_collection: ['authenticationInfo'] };
const clipboard: Permissions.Permissions = { permissions: ['clipboardRead', 'clipboardWrite'] };
const notifications: Permissions.Permissions = { permissions: ['notifications'] };

/** Whether Check may send the token to SnapEngage. */
export async function hasCheckConsent(): Promise<boolean> {
  return import.meta.env.FIREFOX ? browser.permissions.contains(checkConsent) : true;
}

/** Asks whether Check may send the token to SnapEngage; must be called straight in a click. Gives whether it may now. */
export async function requestCheckConsent(): Promise<boolean> {
  return import.meta.env.FIREFOX ? browser.permissions.request(checkConsent) : true;
}

/** Asks for reading and writing the clipboard at any time; must be called straight in a click. Gives whether it is granted. */
export async function requestClipboard(): Promise<boolean> {
  return browser.permissions.request(clipboard);
}

/** Asks for notifications; must be called straight in a click. Gives whether they are granted. */
export async function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(notifications);
}

/** What is granted now, as the browser names it: permissions, and patterns of sites. */
export interface Granted {
  permissions: readonly string[];
  origins: readonly string[];
  /** Whether Check may send the token to SnapEngage. */
  checkConsent: boolean;
}

/** Everything that is granted now, what was granted with the installation among it. */
export async function granted(): Promise<Granted> {
  const [{ permissions = [], origins = [] }, checkConsent] = await Promise.all([
    browser.permissions.getAll(),
    hasCheckConsent(),
  ]);
  return { permissions, origins, checkConsent };
}

/** Whether the clipboard may be read and written at any time. */
export function mayClear({ permissions }: Granted): boolean {
  return clipboard.permissions?.every((each) => permissions.includes(each)) ?? false;
}
