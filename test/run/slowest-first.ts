/** The order of the test files: the samples of the campaigns take longest, and whoever starts last ends last. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

function isSlow({ moduleId }: TestSpecification): boolean {
  return moduleId.includes('/test/e2e/fire/');
}
