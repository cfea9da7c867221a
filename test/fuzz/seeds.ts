/**
 * The pages the fuzzing starts from: every skin's token page as the browser draws it, of an account with a token and of
 * one without; hidden parts are marked inline.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { type Dashboard, type SkinName, skinNames, startDashboard } from '../dashboard/server.ts';
import { launchPlainChromium } from './browser.ts';
import { orgWord, type Seed, tokenWord } from './page/scene.ts';

/** Draws the token page of each skin, with a token and without. */
export async function drawSeeds(): Promise<Seed[]> {
  const dashboard = await startDashboard();
  const browser = await launchPlainChromium(dashboard.port);
  try {
    const value = dashboard.createSession('owner');
    await browser.setCookie({ name: 'SESSION', value, domain: 'www.snapengage.com', path: '/', secure: true });
    const page = await browser.newPage();
    const seeds: Seed[] = [];
    for (const name of skinNames) seeds.push(await seedOf(dashboard, page, name));
    dashboard.account.token = null;
    for (const name of skinNames) seeds.push(await seedOf(dashboard, page, name));
    return seeds;
  } finally {
    await browser.close();
    await dashboard.close();
  }
}

async function seedOf(dashboard: Dashboard, page: Page, skin: SkinName): Promise<Seed> {
  dashboard.useSkin(skin);
  await page.goto(new URL(dashboard.tokenPath, dashboard.origin).href, { waitUntil: 'networkidle0' });
  const html = await draw(page);
  const { token, orgId } = dashboard.account;
  const name = token === null ? `${skin} without a token` : skin;
  const worded = token === null ? html : html.replaceAll(token, tokenWord);
  return { name, html: withSteadySecrets(worded.replaceAll(orgId, orgWord), name) };
}

/** `html` with the look-alikes' values, new at each start, replaced by the same each time: a run can be repeated. */
function withSteadySecrets(html: string, name: string): string {
  const steady = (value: string) => {
    const digest = createHash('sha256')
      .update(`${name} ${html.indexOf(value)}`)
      .digest('hex');
    let at = 0;
    return value.replace(/[0-9a-f]/g, () => digest[at++ % digest.length] ?? '0');
  };
  return html.replace(/\b[0-9a-f]{32}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, steady);
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
