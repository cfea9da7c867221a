/** What the built scripts weigh, each with the chunks it loads: the budgets of the extension's contexts. */
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Build } from './manifest.ts';

export interface Budget {
  /** The entry as built: a script, or a page that loads scripts. */
  entry: string;
  /** Bytes, minified and uncompressed; for Firefox, where it differs. */
  limit: number;
  limitInFirefox?: number;
  /** Together with what it loads once it stands: `import()`. */
  onDemand?: true;
}

export const budgets: Budget[] = [
  // Firefox does not say whether something is covered: what looks for covers there is left out for Chromium.
  { entry: 'dashboard.js', limit: 61_500, limitInFirefox: 66_000 },
  // Brought into a page only where there is something for them to do.
  { entry: 'operate.js', limit: 11_000 },
  { entry: 'notice.js', limit: 7_200 },
  // What the first paint waits for; the further pages come after it.
  { entry: 'popup.html', limit: 105_500 },
  { entry: 'popup.html', limit: 165_000, onDemand: true },
  { entry: 'options.html', limit: 145_000 },
  { entry: 'background.js', limit: 107_000 },
];

const pageScripts = /<(?:script|link)\b[^>]*?\b(?:src|href)="(\/[^"]+\.js)"/g;
const moduleImports = /\b(?:import|from)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const importsOnDemand = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;

/**
 * Bytes of all scripts that `entry` loads, itself included, in the built extension at `directory`; `onDemand`: those
 * that it loads later, too.
 */
export async function weightOf(directory: string, entry: string, onDemand = false): Promise<number> {
  const seen = new Set<string>();
  let bytes = 0;
  const queue = [entry];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const content = await readFile(join(directory, file));
    const isPage = file.endsWith('.html');
    if (!isPage) bytes += content.length;
    const patterns = isPage ? [pageScripts] : [moduleImports, ...(onDemand ? [importsOnDemand] : [])];
    queue.push(...patterns.flatMap((pattern) => pathsIn(file, content.toString(), pattern)));
  }
  return bytes;
}

/** The paths of the files that `pattern` finds in `file`; a page names them from the root, a script from where it is. */
function pathsIn(file: string, text: string, pattern: RegExp): string[] {
  const paths = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return paths.map((path) => (path.startsWith('/') ? path.slice(1) : normalize(join(dirname(file), path))));
}

/** One line per entry of the `build` in `directory`; `failed` says whether any is over its budget. */
export async function weigh(directory: string, build: Build): Promise<{ failed: boolean; lines: string[] }> {
  const weights = await Promise.all(
    budgets.map(async ({ entry, limit, limitInFirefox = limit, onDemand = false }) => ({
      entry: onDemand ? `${entry}, all` : entry,
      limit: build === 'firefox-mv3' ? limitInFirefox : limit,
      bytes: await weightOf(directory, entry, onDemand),
    })),
  );
  return {
    failed: weights.some(({ bytes, limit }) => bytes > limit),
    lines: weights.map(({ entry, bytes, limit }) => `${entry}: ${bytes} of ${limit} bytes`),
  };
}
