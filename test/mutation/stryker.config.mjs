/** How Stryker works here; what it mutates is the group's (groups.ts). All that it writes goes below .output. */

export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  incremental: true,
  // Two noisy cores: a second worker makes the first one's time-outs false.
  concurrency: 1,
  timeoutMS: 20_000,
  timeoutFactor: 3,
  disableTypeChecks: false,
  // Stryker would rewrite a tsconfig.json by an interface that TypeScript no longer has; ours needs no rewriting.
  tsconfigFile: 'tsconfig.none.json',
  ignorePatterns: ['.output', '.wxt', '/test/{canary,e2e,faults,fuzz,hostile,results,run}', '*.log'],
  tempDirName: '.output/mutation/tmp',
  allowConsoleColors: false,
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  thresholds: { high: 95, low: 90, break: null },
};
