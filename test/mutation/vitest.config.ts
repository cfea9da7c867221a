/**
 * The unit tests as the mutation tester runs them: those of the group alone. They are chosen here and not by Stryker's
 * own `testFiles`, with which it never breaks what runs while a file is loaded.
 */
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { filesVariable, groups, groupVariable } from './groups.ts';

/** Seconds to start or to draw at random: what the quick ones have noticed needs none of them. */
const slow = /(skins|urls|labels?|structure-report|operate(-generate)?|held|large-pages)\.test\.ts$/;
/** The tests named like the files that are broken come first: they notice most. */
const own = (process.env[filesVariable] ?? '').split(',').map((file) => basename(file, '.ts'));

/** 0: first, 2: last. */
function rankOf(testFile: string): number {
  if (own.includes(basename(testFile, '.test.ts'))) return 0;
  return slow.test(testFile) ? 2 : 1;
}

class QuickOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: groups[process.env[groupVariable] ?? '']?.tests ?? [],
    environment: 'happy-dom',
    isolate: false,
    sequence: { sequencer: QuickOnesFirst },
    // A busy machine is no reason to take a mutant as noticed; those that run for ever have a limit of their own.
    testTimeout: 60_000,
    setupFiles: ['test/mutation/fresh-modules.ts'],
    mockReset: true,
    restoreMocks: true,
  },
});
