import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKnowing, openOperations } from '../operations/helpers.ts';
import { storePlaces, storeWidget } from '../support/account.ts';
import type { Desk } from '../support/desk.ts';
import { saying } from '../support/texts.ts';
import { until } from '../support/until.ts';
import type { View } from '../support/view.ts';

/** Every section by the name it is called by, with the sentence on what it is for; `own`: of an account. */
const sections = [
  { id: 'places', own: true },
  { id: 'copy', own: false },
  { id: 'check', own: true },
  { id: 'reminder', own: true },
  { id: 'clipboard', own: false },
  { id: 'sync', own: false },
  { id: 'compare', own: true },
  { id: 'record', own: true },
  { id: 'data', own: false },
  { id: 'about', own: false },
] as const;

async function violations({ page }: View): Promise<string[]> {
  // Colours may still be on their way to those of another scheme.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  await page.evaluate(axe.source);
  const run = 'axe.run(document, { resultTypes: ["violations"] })';
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** Follows each link to a section, and reads the sentence there. */
async function showsSections(options: View, wanted: readonly (typeof sections)[number][]): Promise<void> {
  const links = await options.page.$$eval('nav a', (all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(wanted.map(({ id }) => `#${id}`));
  for (const { id } of wanted) {
    const title = saying(`options_${id}`).source;
    await options.clickOn(title.replaceAll('\\', ''), 'link');
    await until(`the focus on ${title}`, async () => new RegExp(`^${title}$`).test(await options.focused()));
    const said = await options.page.$eval(`#${id}`, (section) => (section as HTMLElement).innerText);
    expect(said).toMatch(saying(`options_${id}_text`));
  }
}

describe('the options page', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openOperations({ at: '/app/' });
  });
  afterAll(() => desk.close());

  it('has what can be set before any account is known, and says why there is no more', async () => {
    const options = await desk.openOptions();
    await options.waitForText(saying('options_noAccount'));
    await showsSections(
      options,
      sections.filter(({ own }) => !own),
    );
    expect(await violations(options)).toEqual([]);
    await options.page.close();
  });

  it('has every section with its sentence, and keeps to WCAG in light and dark, with forms open and errors shown', async () => {
    await (await openKnowing(desk)).close();
    await storeWidget(desk);
    await storePlaces(desk, [
      { name: 'Kiosk', link: 'https://acme.example/' },
      { name: 'Gone', archived: true },
    ]);
    const options = await desk.openOptions();
    await options.button('Edit Kiosk');
    await showsSections(options, sections);
    expect(await options.text()).toContain(desk.dashboard.account.owner.email);
    expect(await violations(options)).toEqual([]);

    await options.click('Add place');
    await options.click('Save place');
    await options.click('Add template');
    await options.click('Save template');
    await options.fill('Days', '0');
    await options.click('Save days');
    await options.click('Erase everything');
    for (const key of ['place_error_missing', 'options_template_error_missing', 'options_erase_error'] as const)
      await options.waitForText(saying(key));
    expect(await violations(options)).toEqual([]);
    await options.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await violations(options)).toEqual([]);
    expect(desk.log.complaints()).toEqual([]);
  });

  it('says what the browser allows, and no more than it does', async () => {
    const options = await desk.openOptions('about');
    const about = await options.page.$eval('#about', (section) => (section as HTMLElement).innerText);
    const allowed = ['storage', 'alarms', 'scripting', 'offscreen'] as const;
    for (const each of allowed) expect(about).toMatch(saying(`options_permission_${each}`));
    for (const each of ['clipboardRead', 'clipboardWrite', 'notifications'] as const)
      expect(about).not.toMatch(saying(`options_permission_${each}`));
    expect(about).toMatch(saying('options_permission_site', 'www.snapengage.com'));
    expect(about).not.toContain('eu.snapengage.com');
    expect(about).toMatch(saying('options_about_licence', 'Preact', 'MIT'));
  });
});
