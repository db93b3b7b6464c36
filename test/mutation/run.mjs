// Breaks lines of the library one by one and lists those that no test notices.
//   npm run test:mutation -- [FOLDER|FILE[:FROM-TO]]… [--tests NAME,NAME…]
// FOLDER and FILE are below packages/aligner/src, lines may be given: alignment/lattice/coarse.ts:30-60. Without any, all of
// alignment/ and document/structure/ is broken, which takes hours. NAME is that of a file in test/unit/; by default those
// that concern the folder (concerned.mjs), and the public gold set.
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { CONCERNED } from './concerned.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});
const SOURCES = 'packages/aligner/src';
const places = positionals.length > 0 ? positionals : ['alignment', 'document/structure'];

/** The tests of the innermost folder, or of all folders within. */
function testsOf(place) {
  const path = place.replace(/:.*/, '');
  const inside = Object.keys(CONCERNED).filter((folder) => folder.startsWith(`${path}/`));
  const around = Object.keys(CONCERNED)
    .filter((folder) => path === folder || path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)
    .slice(0, 1);
  return [...inside, ...around].flatMap((folder) => CONCERNED[folder]);
}

function mutated(place) {
  const [path, lines] = place.split(':');
  const full = `${SOURCES}/${path}`;
  if (!existsSync(full)) throw new Error(`There is no ${full}.`);
  return statSync(full).isDirectory() ? `${full}/**/*.ts` : `${full}${lines ? `:${lines}` : ''}`;
}

const names = values.tests?.split(',') ?? places.flatMap(testsOf);
const tests = [...new Set(names)].map((name) => `test/unit/${name}.test.ts`);
const absent = tests.filter((file) => !existsSync(file));
if (absent.length > 0) throw new Error(`There is no ${absent.join(', ')}.`);
if (values.tests === undefined) tests.push('test/gold.test.ts');
process.env.DUIQI_MUTATION_TESTS = JSON.stringify(tests);

await new Stryker({
  packageManager: 'pnpm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: places.map(mutated),
  coverageAnalysis: 'perTest',
  // Constants are weights and bounds, which the accuracy was fitted to: tests of their numbers would only repeat them.
  ignoreStatic: true,
  // Words of messages are no logic.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['examples/out', 'packages/cli/dist', 'packages/workbench', '.git'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.stryker-tmp/mutation.json' },
  clearTextReporter: { logTests: false, allowColor: false },
  concurrency: Number(values.jobs),
  // A change that loops for ever costs this much and a new process; the factor is of what the tests take otherwise.
  timeoutMS: 5_000,
  timeoutFactor: 5,
}).runMutationTest();
