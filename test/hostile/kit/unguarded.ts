/** A button as ours would be without a guard, to see what a disguise does where nothing is against it. */
import type { Page } from 'puppeteer-core';
import { until } from '../../e2e/support/until.ts';
import type { Stage } from './stage.ts';

/** The stand-in answers here, too, and the extension has not been let in. */
const elsewhere = 'https://eu.snapengage.com/';

/** Opens, in front and where no script of ours is, the page as `asServed`, with such a button in the place of ours. */
export async function openUnguarded(stage: Stage, asServed: string): Promise<Page> {
  const tab = await stage.host.browser.newPage();
  await tab.bringToFront();
  await tab.goto(elsewhere, { waitUntil: 'load' });
  await tab.setContent(asServed.replaceAll(stage.token, 'f'.repeat(stage.token.length)));
  await until('the button that nobody guards', () => tab.$('token-desk-copy'));
  await tab.$eval('token-desk-copy', fill);
  return tab;
}

/** In the page: all is inherited that can be, and nothing is marked so that it wins. */
function fill(host: Element): void {
  const button = document.createElement('span');
  button.textContent = 'Copy token';
  button.setAttribute('part', 'button');
  button.style.cssText = 'padding: 2px 10px; border: 1px solid gray; white-space: nowrap';
  host.removeAttribute('style');
  host.attachShadow({ mode: 'open' }).append(button);
}
