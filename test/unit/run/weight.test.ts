// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { weigh, weightOf } from '../../run/weight.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weight-'));
  await mkdir(join(directory, 'chunks'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Writes files and returns the sum of their bytes. */
async function files(contents: Record<string, string>): Promise<number> {
  for (const [name, text] of Object.entries(contents)) await writeFile(join(directory, name), text);
  return Object.values(contents).reduce((sum, text) => sum + text.length, 0);
}

it('counts a script and, once each, the chunks it imports, at once or on demand', async () => {
  const later = await files({ 'chunks/d.js': 'import "./a.js"; import(`./e.js`)', 'chunks/e.js': '123' });
  const bytes = await files({
    'background.js': 'import{a as b}from"./chunks/a.js";import"./chunks/b.js";',
    'chunks/a.js': 'import "./b.js"; export { x } from "../c.js"',
    'chunks/b.js': 'import("./d.js")',
    'c.js': '1',
  });
  await files({ 'stranger.js': 'not imported' });
  expect(await weightOf(directory, 'background.js')).toBe(bytes);
  expect(await weightOf(directory, 'background.js', true)).toBe(bytes + later);
});

it('counts the scripts and preloads of a page, but not the page', async () => {
  const bytes = await files({ 'chunks/a.js': 'import"./b.js"', 'chunks/b.js': '12345', 'chunks/p.js': '1' });
  await files({
    'popup.html':
      '<script type="module" crossorigin src="/chunks/a.js"></script><link rel="modulepreload" href="/chunks/p.js">',
  });
  expect(await weightOf(directory, 'popup.html')).toBe(bytes);
});

it.each([
  ['chrome-mv3', 61_500],
  ['firefox-mv3', 66_000],
] as const)('fails what is one byte over its budget, and nothing at it: %s', async (build, limit) => {
  await files({
    'dashboard.js': ' '.repeat(limit),
    'operate.js': '',
    'notice.js': '',
    'popup.html': '',
    'options.html': '',
    'background.js': '',
  });
  expect((await weigh(directory, build)).failed).toBe(false);
  await files({ 'dashboard.js': ' '.repeat(limit + 1) });
  expect((await weigh(directory, build)).failed).toBe(true);
});
