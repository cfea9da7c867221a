/** The pages the fuzzing starts from: every skin's token page as the browser draws it, hidden parts marked inline. */
import type { Page } from 'puppeteer-core';
import { skinNames, startDashboard } from '../dashboard/server.ts';
import { launchPlainChromium } from './browser.ts';
import { orgWord, type Seed, tokenWord } from './page/scene.ts';

/** Draws the token page of each skin. */
export async function drawSeeds(): Promise<Seed[]> {
  const dashboard = await startDashboard();
  const browser = await launchPlainChromium(dashboard.port);
  try {
    const value = dashboard.createSession('owner');
    await browser.setCookie({ name: 'SESSION', value, domain: 'www.snapengage.com', path: '/', secure: true });
    const page = await browser.newPage();
    const seeds: Seed[] = [];
    for (const name of skinNames) {
      dashboard.useSkin(name);
      await page.goto(new URL(dashboard.tokenPath, dashboard.origin).href, { waitUntil: 'networkidle0' });
      const html = await draw(page);
      const { token, orgId } = dashboard.account;
      seeds.push({ name, html: html.replaceAll(token ?? '', tokenWord).replaceAll(orgId, orgWord) });
    }
    return seeds;
  } finally {
    await browser.close();
    await dashboard.close();
  }
}

/** The page as it stands, with what its style sheets hide hidden by attribute, and its fields' values written out. */
function draw(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { display, visibility } = getComputedStyle(element);
      if (display === 'none' || visibility === 'hidden') Object.assign(element.style, { display, visibility });
    }
    for (const field of document.querySelectorAll('input')) field.setAttribute('value', field.value);
    for (const useless of document.querySelectorAll('script, style, link')) useless.remove();
    return document.documentElement.outerHTML;
  });
}
