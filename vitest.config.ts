import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { StillRunning } from './test/helpers/still-running.js';

const source = (name: string): string =>
  fileURLToPath(new URL(`packages/aligner/src/${name}.ts`, import.meta.url));

export const resolve = {
  // Tests of the library run on its sources; tests of the command run on what was built.
  alias: [
    { find: /^duiqi$/, replacement: source('index') },
    { find: /^duiqi\/(pairs|check|words|documents|node|review)$/, replacement: source('$1') },
  ],
};

const LONG = 'test/**/*.long.test.ts';

/** Those that run a browser, our command or somebody's program, and wait for it: one at a time, so that none waits for another. */
const RUN_PROGRAMS = ['bench', 'browser', 'cli', 'packaging', 'programs'].map(
  (folder) => `test/${folder}/**/*.long.test.ts`,
);

export default defineConfig({
  resolve,
  test: {
    globalSetup: 'scripts/bundle.mjs',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', new StillRunning()],
    // The only rule: what `npm test` has no time for is called `*.long.test.ts`, and `npm run test:long` runs it, both of the
    // projects whose names begin so.
    projects: [
      {
        extends: true,
        test: {
          name: 'short',
          include: ['test/**/*.test.ts'],
          exclude: [LONG],
          // Files share their modules, which have no state but what was loaded: a worker opens the lexicon once. `npm test` asks
          // for as many workers as there are cores: by itself Vitest leaves out one, which is half of two.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [LONG],
          exclude: RUN_PROGRAMS,
          testTimeout: 180_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long-programs',
          include: RUN_PROGRAMS,
          testTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          // Of what a browser shows, a busy machine is not done within the second that is usual.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
