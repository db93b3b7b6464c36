import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, ROOT, readmeAndOutput } from './readme-examples.mjs';

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
    'the example of $readme prints what it says, scores and all (else: npm run readmes)',
    async (example) => {
      const { said, printed } = await readmeAndOutput(example);
      expect(said).toBe(printed);
    },
  );
});
