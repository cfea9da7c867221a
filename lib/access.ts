/** Whether the browser lets us work on the dashboard's site: in Firefox the person may refuse it at any time. */
import { browser } from './browser.ts';
import { dashboardPattern } from './dashboard/urls.ts';

/** Whether the dashboard's site is granted. */
export async function hasAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: [dashboardPattern] });
}

/** Asks for the dashboard's site; must be called straight in a click. Gives whether it is granted now. */
export async function requestAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: [dashboardPattern] });
}
