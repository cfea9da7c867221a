/**
 * Takes a picture of every state of the popup and the options page, light and dark: `node test/gallery/gallery.ts`. The
 * pictures and a page with all of them are in .output/gallery; a name or part of one as argument takes only those.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type InlineConfig, type PreviewServer, preview } from 'vite';
import { findBrowser, sandboxArgs } from '../run/browsers.ts';
import { optionsStates } from './options-states.ts';
import { galleryStates } from './states.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../.output/gallery/', import.meta.url));
const schemes = ['light', 'dark'] as const;
const width = 360;
/** The browser's own limit for a popup. */
const maxHeight = 600;
/** The options page is in a tab, of any width. */
const tabWidths = [360, 1200];

async function servePage(): Promise<PreviewServer> {
  const config: InlineConfig = {
    configFile: false,
    root: here,
    logLevel: 'warn',
    resolve: {
      alias: [
        { find: /^.*\/native\.ts$/, replacement: `${here}texts.ts` },
        { find: /^.*\/browser\.ts$/, replacement: `${here}memory-browser.ts` },
      ],
    },
    build: {
      ...{ outDir: `${out}page`, emptyOutDir: true, target: 'chrome123' },
      rolldownOptions: { input: [`${here}index.html`, `${here}options.html`] },
    },
  };
  await build(config);
  return preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
}

function launch(executablePath: string): Promise<Browser> {
  const args = [...sandboxArgs(), '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return puppeteer.launch({ executablePath, pipe: true, headless: true, args });
}

/** One picture, as high as the popup would be. */
async function take(page: Page, url: string, name: string, scheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto('about:blank');
  await page.setViewport({ width, height: 384, deviceScaleFactor: 2 });
  await page.goto(`${url}#${name}`);
  await page.waitForSelector('main');
  const height = await page.evaluate(() => document.body.offsetHeight);
  await page.setViewport({ width, height: Math.min(height, maxHeight), deviceScaleFactor: 2 });
  await page.screenshot({ path: `${out}${name}-${scheme}.png` });
}

/** The whole options page in a tab of `width` px; gives the picture's name. */
async function takeTab(page: Page, url: string, name: string, scheme: string, width: number): Promise<string> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto('about:blank');
  await page.setViewport({ width, height: 900 });
  await page.goto(`${url}options.html#${name}`);
  await page.waitForSelector('main');
  const file = `${name}-${width}-${scheme}.png`;
  await page.screenshot({ path: `${out}${file}`, fullPage: true });
  return file;
}

function contactSheet(names: string[], tabs: string[]): string {
  const figure = (name: string) =>
    `<figure>${schemes.map((scheme) => `<img src="${name}-${scheme}.png" width="${width}" alt="">`).join('')}` +
    `<figcaption>${name}</figcaption></figure>`;
  const style =
    'body{display:flex;flex-wrap:wrap;gap:24px;background:#c9cdd3;font:13px system-ui}figure{margin:0}img{vertical-align:top;margin-inline-end:8px}';
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${[...names.map(figure), ...tabs.map((file) => `<p><a href="${file}">${file}</a></p>`)].join('\n')}`;
}

const wanted = process.argv[2] ?? '';
const names = galleryStates.map(({ name }) => name).filter((name) => name.includes(wanted));
const tabNames = optionsStates.map(({ name }) => name).filter((name) => name.includes(wanted));
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const server = await servePage();
const browser = await launch(await findBrowser('chromium'));
try {
  const page = await browser.newPage();
  const url = server.resolvedUrls?.local[0] ?? '';
  for (const name of names) for (const scheme of schemes) await take(page, url, name, scheme);
  const tabs: string[] = [];
  for (const name of tabNames)
    for (const scheme of schemes) for (const wide of tabWidths) tabs.push(await takeTab(page, url, name, scheme, wide));
  await writeFile(`${out}index.html`, contactSheet(names, tabs));
  console.log(`${names.length + tabNames.length} states, light and dark: .output/gallery/index.html`);
} finally {
  await browser.close();
  await server.close();
}
