/** Renders public/icon-*.png from icon.svg: run by hand (`npm run icons`) after a change to the drawing. */
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { findBrowser, sandboxArgs } from './browsers.ts';

const sizes = [16, 32, 48, 96, 128];
const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const browser = await puppeteer.launch({
  executablePath: await findBrowser('chromium'),
  args: sandboxArgs(),
  pipe: true,
});
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>* { margin: 0 } svg { display: block; width: ${size}px; height: auto }</style>${svg}`,
    );
    await page.screenshot({ path: `public/icon-${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
