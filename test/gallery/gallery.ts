/**
 * Takes a picture of every popup state, light and dark: `node test/gallery/gallery.ts`. The pictures and a page with
 * all of them are in .output/gallery; a name or part of one as argument takes only those.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type PreviewServer, preview } from 'vite';
import { findBrowser, sandboxArgs } from '../run/browsers.ts';
import { galleryStates } from './states.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../.output/gallery/', import.meta.url));
const schemes = ['light', 'dark'] as const;
const width = 360;
/** The browser's own limit for a popup. */
const maxHeight = 600;

async function servePage(): Promise<PreviewServer> {
  const config = {
    configFile: false,
    root: here,
    logLevel: 'warn',
    resolve: { alias: [{ find: /^.*\/native\.ts$/, replacement: `${here}texts.ts` }] },
    build: { outDir: `${out}page`, emptyOutDir: true, target: 'chrome123' },
  } as const;
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

function contactSheet(names: string[]): string {
  const figure = (name: string) =>
    `<figure>${schemes.map((scheme) => `<img src="${name}-${scheme}.png" width="${width}" alt="">`).join('')}` +
    `<figcaption>${name}</figcaption></figure>`;
  const style =
    'body{display:flex;flex-wrap:wrap;gap:24px;background:#c9cdd3;font:13px system-ui}figure{margin:0}img{vertical-align:top;margin-inline-end:8px}';
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${names.map(figure).join('\n')}`;
}

const wanted = process.argv[2] ?? '';
const names = galleryStates.map(({ name }) => name).filter((name) => name.includes(wanted));
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const server = await servePage();
const browser = await launch(await findBrowser('chromium'));
try {
  const page = await browser.newPage();
  const url = server.resolvedUrls?.local[0] ?? '';
  for (const name of names) for (const scheme of schemes) await take(page, url, name, scheme);
  await writeFile(`${out}index.html`, contactSheet(names));
  console.log(`${names.length} states, light and dark: .output/gallery/index.html`);
} finally {
  await browser.close();
  await server.close();
}
