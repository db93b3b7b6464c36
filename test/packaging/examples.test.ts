import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, examplesOf, ROOT, readmeAndOutput } from './readme-examples.mjs';

// These run in a plain Node, on what was built: vitest would resolve imports that Node does not.

describe('examples', () => {
  it('examples/library.mjs prints pairs with scores and clauses, and what is left over', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['examples/library.mjs'], {
      cwd: ROOT,
    });
    const lines = stdout.trim().split('\n');
    expect(stderr).toBe('');
    expect(lines.filter((line) => /^[01]\.\d\d {2}/.test(line)).map((line) => line.slice(6))).toEqual([
      '- = -',
      '(1) = （一）',
      '(1) = （一）',
      '(2) = （二）',
      '(3) = （三）',
    ]);
    expect(lines.at(-1)).toMatch(/^only zh: （四）/);
  });

  it.skipIf(process.platform === 'win32').each(EXAMPLES)(
    'example $number of $readme prints what it says, scores and all (else: npm run readmes)',
    async (example) => {
      const { said, printed } = await readmeAndOutput(example);
      expect(said).toBe(printed);
    },
  );

  it('none is forgotten: a document shows code of ours with its output, or it is said here who runs it', () => {
    const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
      .trim()
      .split('\n')
      .filter((file) => !file.startsWith('test/') && !file.startsWith('examples/'));
    expect(documents.length).toBeGreaterThan(15);
    const withOutput: string[] = [];
    const without: string[] = [];
    for (const file of documents) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const shown = examplesOf(text);
      for (const number of shown.keys()) withOutput.push(`${file} ${number}`);
      const rest = shown.reduce((left, [whole]) => left.replace(whole, ''), text);
      for (const [, code] of rest.matchAll(/^ *```(?:js|ts|mjs)\n([\s\S]*?)^ *```$/gm)) {
        without.push(`${file}: ${code!.trim().split('\n')[0]}`);
      }
    }
    expect(withOutput).toEqual(EXAMPLES.map(({ readme, number }) => `${readme} ${number}`));
    // Those of CONTRIBUTING.md are pieces of recipes.
    expect(without.filter((each) => !each.startsWith('CONTRIBUTING.md'))).toEqual([
      // With a place that a bundler gives: test/matrix builds it with each of them.
      "packages/aligner/README.md: import place from 'duiqi/data/lexicon.bin';",
    ]);
  });
});
