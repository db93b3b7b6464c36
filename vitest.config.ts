import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string): string =>
  fileURLToPath(new URL(`packages/aligner/src/${name}.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    // Tests of the library run on its sources; tests of the command run on what was built.
    alias: [
      { find: /^duiqi$/, replacement: source('index') },
      { find: /^duiqi\/(pairs|check|words|documents|review)$/, replacement: source('$1') },
    ],
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
