/** Two suites: `unit` runs in happy-dom on a fake browser, `e2e` drives real browsers on the built extension. */
import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { SlowestFirst } from './test/run/slowest-first.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['test/unit/setup.ts'],
          // Every core: by itself Vitest leaves one to whoever watches.
          maxWorkers: '100%',
          mockReset: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: configDefaults.exclude,
          environment: 'node',
          // A press that nobody answers is waited out for 45 s; a test that needs twice that is stuck.
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // Two more than the cores of a small machine: they wait for half of their time.
          maxWorkers: 4,
          retry: 0,
        },
      },
    ],
  },
});
