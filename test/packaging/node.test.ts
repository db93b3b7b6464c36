import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMadePdf } from '../helpers/pdf.js';
import { ROOT } from './readme-examples.mjs';

// `duiqi/node` starts threads, which are of what was built: so all of it runs in a plain Node.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-node-'));
  await writeFile(join(folder, 'mill.md'), '(1) The mill grinds rye.\n\n（一）磨坊磨黑麦。\n');
  await writeFile(
    join(folder, 'mill.pdf'),
    handMadePdf(
      'BT /F1 12 Tf 72 720 Td (The mill grinds rye.) Tj ET',
      '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ),
  );
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.4\n');
  await writeFile(join(folder, 'mill.zh.txt'), '磨坊磨黑麦。\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function aligned(...files: readonly string[]): Promise<unknown> {
  const code = `
    import { alignFiles } from 'duiqi/node';
    const files = ${JSON.stringify(files.map((file) => join(folder, file)))};
    const told = ({ pairs, sources }) => [sources.map(({ name }) => name), pairs.map(({ en, zh }) => en.text + zh.text)];
    const failed = ({ name, code, message }) => [name, code, message];
    console.log(JSON.stringify(await alignFiles(files.length === 1 ? files[0] : files).then(told, failed)));`;
  const args = ['--input-type=module', '--eval', code];
  return JSON.parse((await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout);
}

describe('alignFiles', () => {
  it('aligns one file by its path', async () => {
    expect(await aligned('mill.md')).toEqual([['mill.md'], ['(1) The mill grinds rye.（一）磨坊磨黑麦。']]);
  });

  it('reads a PDF in a thread, and ends', async () => {
    expect(await aligned('mill.pdf', 'mill.zh.txt')).toEqual([
      ['mill.pdf', 'mill.zh.txt'],
      ['The mill grinds rye.磨坊磨黑麦。'],
    ]);
  });

  it.each([
    ['broken.pdf', /^"broken\.pdf" is .*\.$/],
    ['none.md', /^".*none\.md" cannot be read: there is no such file\.$/],
  ])('refuses %s in one sentence', async (file, sentence) => {
    expect(await aligned(file)).toEqual(['DuiqiError', 'unreadable', expect.stringMatching(sentence)]);
  });
});
