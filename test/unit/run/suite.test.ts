// @vitest-environment node
import { expect, it } from 'vitest';
import { countOf, type Report } from '../../run/suite.ts';

function report(numPassedTests: number, numFailedTests: number, testResults: Report['testResults'] = []): Report {
  return { numPassedTests, numFailedTests, testResults };
}

it.each([
  ['all passed', report(3, 0), 0, { passed: 3, failed: 0 }],
  ['some failed', report(3, 2), 1, { passed: 3, failed: 2 }],
  ['no test at all', report(0, 0), 0, { passed: 0, failed: 1 }],
  ['no report', null, 1, { passed: 0, failed: 1 }],
  ['an error outside of every test', report(3, 0), 1, { passed: 3, failed: 1 }],
  [
    'a file that broke before its first test',
    report(3, 1, [
      { name: 'a', status: 'failed', assertionResults: [] },
      { name: 'b', status: 'failed', assertionResults: [{}] },
    ]),
    1,
    { passed: 3, failed: 2 },
  ],
])('%s is counted', (_, given, status, counted) => {
  expect(countOf(given, status)).toEqual(counted);
});
