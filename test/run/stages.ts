/** The stages of `npm test`, in order: what each runs, and how it counts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execute, projectRoot } from './execute.ts';
import { type Build, manifestFaults } from './manifest.ts';
import { type Outcome, runSuite } from './suite.ts';
import { weigh } from './weight.ts';

export interface Stage {
  name: string;
  run: () => Promise<Outcome>;
  /** A stage that must have passed for this one to mean anything. */
  needs?: string;
}

const builds: Build[] = ['chrome-mv3', 'firefox-mv3'];

export const stages: Stage[] = [
  { name: 'format', run: () => tool('biome', ['format']) },
  { name: 'lint', run: () => tool('biome', ['lint', '--error-on-warnings']) },
  { name: 'types', run: () => tool('tsc', []) },
  { name: 'dead code', run: () => tool('knip', []) },
  { name: 'unit', run: () => runSuite('unit') },
  { name: 'build', run: build },
  { name: 'manifest', run: manifest, needs: 'build' },
  { name: 'size', run: size, needs: 'build' },
  { name: 'store lint', run: storeLint, needs: 'build' },
  { name: 'e2e', run: () => runSuite('e2e'), needs: 'build' },
];

async function tool(name: string, args: string[]): Promise<Outcome> {
  const { status, output } = await execute(name, args);
  return single(status === 0, output);
}

async function build(): Promise<Outcome> {
  const chromium = await execute('wxt', ['build']);
  const firefox = await execute('wxt', ['build', '-b', 'firefox', '--mv3']);
  return single(chromium.status + firefox.status === 0, chromium.output + firefox.output);
}

async function manifest(): Promise<Outcome> {
  const faults = await Promise.all(
    builds.map(async (name) => manifestFaults(name, JSON.parse(await readFile(built(name, 'manifest.json'), 'utf8')))),
  );
  return single(faults.flat().length === 0, faults.flat().join('\n'));
}

async function size(): Promise<Outcome> {
  const weights = await Promise.all(builds.map((name) => weigh(built(name), name)));
  return single(!weights.some(({ failed }) => failed), weights.flatMap(({ lines }) => lines).join('\n'));
}

/** What addons.mozilla.org would say, its warnings counted as errors. */
function storeLint(): Promise<Outcome> {
  return tool('web-ext', ['lint', '--warnings-as-errors', '--source-dir', built('firefox-mv3')]);
}

function built(name: Build, file = ''): string {
  return join(projectRoot, '.output', name, file);
}

function single(passed: boolean, findings: string): Outcome {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, findings };
}
