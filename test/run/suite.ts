/** Runs one of the vitest projects and sums it up from vitest's own report. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execute, projectRoot } from './execute.ts';

export interface Outcome {
  passed: number;
  failed: number;
  /** What to show when something failed. */
  findings: string;
}

/** The parts of vitest's JSON report that count. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

/** Runs the project `name`; a suite that ran nothing has failed. */
export async function runSuite(name: 'unit' | 'e2e'): Promise<Outcome> {
  const file = join(projectRoot, '.output', 'results', `${name}.json`);
  await rm(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status, output } = await execute('vitest', ['run', '--project', name, ...reporters]);
  const report = await readFile(file, 'utf8').then(
    (text): Report => JSON.parse(text),
    () => null,
  );
  return { ...countOf(report, status), findings: output };
}

/** Counts tests, and each file that broke before its first test as one failure. */
export function countOf(report: Report | null, status: number): { passed: number; failed: number } {
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken.length;
  // Errors outside of any test, and a suite without tests, show in the exit status alone or nowhere.
  const silent = failed === 0 && (status !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + silent };
}
