/**
 * `npm run mutate -- <group> [--file lib/…]… [--force]`: breaks the code of a group in every way Stryker knows, one at
 * a time, and sees whether its tests notice. Fails below the promised score. Ends with one line of JSON.
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { filesVariable, groups, groupVariable } from './groups.ts';

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const leastScore = 90;
const folder = '.output/mutation';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string', multiple: true }, force: { type: 'boolean', default: false } },
});

/** Counts as Stryker does: a mutant that makes a test run for ever is noticed, one that cannot run is none. */
function countOf(results: readonly MutantResult[]) {
  const count = (status: MutantResult['status']) => results.filter((each) => each.status === status).length;
  const [killed, timeout, survived, noCoverage] = [
    count('Killed'),
    count('Timeout'),
    count('Survived'),
    count('NoCoverage'),
  ];
  const mutants = killed + timeout + survived + noCoverage;
  const score = mutants === 0 ? 0 : Math.round(((killed + timeout) / mutants) * 10_000) / 100;
  return { mutants, killed, timeout, survived, noCoverage, score };
}

/** Lists what was not noticed, and what ran into the time limit: on a busy machine that may be no endless loop. */
function show(results: readonly MutantResult[]): void {
  const shown = new Set<MutantResult['status']>(['Survived', 'NoCoverage', 'Timeout']);
  const missed = results.filter(({ status }) => shown.has(status));
  for (const { fileName, location, mutatorName, replacement, status } of missed) {
    const { line, column } = location.start;
    process.stdout.write(`${fileName}:${line}:${column} ${status} ${mutatorName} → ${replacement?.slice(0, 160)}\n`);
  }
}

async function run(name: string): Promise<boolean> {
  const group = groups[name];
  if (!group) throw new Error(`No such group; there are ${Object.keys(groups).join(', ')}.`);
  process.env[groupVariable] = name;
  process.env[filesVariable] = (values.file ?? []).join();
  await mkdir(folder, { recursive: true });
  const results = await new Stryker({
    configFile: 'test/mutation/stryker.config.mjs',
    mutate: values.file ?? group.mutate,
    force: values.force,
    // What is kept of other files would be counted, too.
    incremental: !values.file,
    incrementalFile: `${folder}/${name}.incremental.json`,
    jsonReporter: { fileName: `${folder}/${name}.json` },
  }).runMutationTest();
  const counted = countOf(results);
  show(results);
  process.stdout.write(`${JSON.stringify({ group: name, ...(values.file && { files: values.file }), ...counted })}\n`);
  return counted.score >= leastScore;
}

process.exitCode = (await run(positionals[0] ?? '')) ? 0 : 1;
