/** What is mutated together, and the tests that have to notice. Time limits are data and are left as they are. */

/** Tell the tester's workers, which get no arguments of ours, the name of the group, and the files where only some are broken. */
export const groupVariable = 'MUTATION_GROUP';
export const filesVariable = 'MUTATION_FILES';

export interface Group {
  mutate: string[];
  tests: string[];
}

/** What an operation goes through until its outcome is proved. */
const recovery = ['ledger', 'lock', 'evidence', 'follow', 'record', 'operate', 'reports', 'requests'];
const recoveryFiles = recovery.map((name) => `lib/coordinator/${name}.ts`);

export const groups: Record<string, Group> = {
  messages: {
    mutate: ['lib/messages/*.ts', 'lib/senders.ts', 'lib/send.ts'],
    tests: ['test/unit/lib/messages/*.test.ts', 'test/unit/lib/{senders,send}.test.ts'],
  },
  recovery: {
    mutate: recoveryFiles,
    tests: ['test/unit/lib/coordinator/*.test.ts'],
  },
  coordinator: {
    mutate: ['lib/coordinator/*.ts', '!lib/coordinator/limits.ts', ...recoveryFiles.map((file) => `!${file}`)],
    tests: ['test/unit/lib/coordinator/*.test.ts'],
  },
  driver: {
    mutate: ['lib/dashboard/*.ts', '!lib/dashboard/limits.ts'],
    tests: ['test/unit/lib/dashboard/!(page-size).test.ts'],
  },
  content: {
    mutate: ['lib/content/*.ts'],
    tests: ['test/unit/lib/content/*.test.ts'],
  },
};
