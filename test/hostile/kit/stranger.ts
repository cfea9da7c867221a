/** Another extension on the stage: installed once in each browser, with a page of its own opened when it is needed. */
import type { Page } from 'puppeteer-core';
import { installOtherExtension, openPageOf } from '../../e2e/fire/other-extension.ts';
import type { Host } from '../../faults/host.ts';
import type { Stage } from './stage.ts';

const installed = new WeakMap<Host, Promise<string>>();

/** A page of the other extension. */
export async function openStranger({ host }: Stage): Promise<Page> {
  const id = installed.get(host) ?? installOtherExtension(host.browser);
  installed.set(host, id);
  return openPageOf(host.browser, host.vendor.strangerUrl(await id, 'page.html'));
}
