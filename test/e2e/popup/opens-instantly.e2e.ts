import type { Target } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { isMasked, maskOf, openThisDesk, tokenOf } from './this-build.ts';

it('opens with what is known: no tab, no request, nothing that moves', async () => {
  await using desk = await openThisDesk();
  const first = await desk.openPopup();
  await first.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  await first.close();
  await desk.tab.goto('about:blank');
  await desk.killWorker();
  const before = desk.dashboard.requests.length;
  const opened: string[] = [];
  desk.browser.on('targetcreated', (target: Target) => opened.push(target.type()));

  const popup = await desk.openPopup();
  const shifts = await popup.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shifts = 0;
        const observer = new PerformanceObserver((list) => {
          shifts += list.getEntries().length;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(shifts), 700);
      }),
  );
  expect(await isMasked(desk, popup), 'it shows the mask').toBe(true);
  expect(await popup.hasButton('Copy token')).toBe(true);
  expect(shifts).toBe(0);
  expect(opened.filter((type) => type === 'tab')).toEqual([]);
  expect(desk.dashboard.requests.length).toBe(before);
});

it('paints from stored state alone, with no worker there to ask', async () => {
  await using desk = await openThisDesk();
  const first = await desk.openPopup();
  await first.waitForText(new RegExp(`• ${tokenOf(desk).slice(-4)}`));
  await first.close();
  await desk.tab.goto('about:blank');
  // In a tab its messages can be held back before its scripts run: whatever it says, nobody hears.
  await desk.tab.evaluateOnNewDocument(() => {
    const { runtime } = (globalThis as unknown as { chrome?: { runtime?: object } }).chrome ?? {};
    if (runtime) Object.assign(runtime, { sendMessage: () => undefined });
  });
  await desk.killWorker();
  await desk.tab.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  await desk.tab.waitForSelector('::-p-aria([name="Copy token"][role="button"])');
  const shown = await desk.tab.$eval('[aria-label="API token"]', (field) => (field as HTMLInputElement).value);
  expect(shown === maskOf(desk), 'it shows the mask').toBe(true);
  expect(desk.worker.running).toBe(false);
});
