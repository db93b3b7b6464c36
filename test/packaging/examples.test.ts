import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

// These run in a plain Node, on what was built: vitest would resolve imports that Node does not.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The last fenced block in a language of a README: what comes before it is how to install and to start. */
async function block(readme: string, language: string): Promise<string> {
  const text = await readFile(join(ROOT, readme), 'utf8');
  const found = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language);
  return found.at(-1)?.[2] ?? '';
}

/** Scores may change with the weights; everything else that a README prints may not. */
function withoutScores(output: string): string[] {
  return output
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/\b[01]\.\d+/, 'score'));
}

describe('examples', () => {
  it('examples/library.mjs prints pairs with scores and clauses, and what is left over', async () => {
    const { stdout, stderr } = await run(process.execPath, ['examples/library.mjs'], { cwd: ROOT });
    const lines = withoutScores(stdout);
    expect(stderr).toBe('');
    expect(lines.filter((line) => line.startsWith('score'))).toEqual([
      'score  - = -',
      'score  (1) = （一）',
      'score  (1) = （一）',
      'score  (2) = （二）',
      'score  (3) = （三）',
    ]);
    expect(lines.at(-1)).toMatch(/^only zh: （四）/);
  });

  it.each(['README.md', 'packages/aligner/README.md'])(
    'the library example of %s prints what it says',
    async (readme) => {
      const code = await block(readme, 'js');
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT });
      expect(withoutScores(stdout)).toEqual(withoutScores(await block(readme, 'text')));
    },
  );

  it.skipIf(process.platform === 'win32')(
    'the example in the README of the command prints what the README says',
    async () => {
      const readme = 'packages/cli/README.md';
      const directory = await mkdtemp(join(tmpdir(), 'duiqi-readme-'));
      try {
        await symlink(join(ROOT, 'packages/cli/bin.mjs'), join(directory, 'duiqi'));
        const { stdout } = await run('sh', ['-c', await block(readme, 'sh')], {
          cwd: directory,
          env: { ...process.env, PATH: `${directory}${delimiter}${process.env.PATH}` },
        });
        expect(withoutScores(stdout)).toEqual(withoutScores(await block(readme, 'text')));
      } finally {
        await rm(directory, { recursive: true });
      }
    },
  );
});
