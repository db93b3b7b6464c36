import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, runCommand } from '../helpers/command.js';
import { aboutHouse, byMeaning, unclear } from '../helpers/unknown-name.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-train-'));
  const halcyon = aboutHouse('Halcyon');
  await write('unclear.txt', `${unclear.en}\n${unclear.zh}`);
  await write('halcyon.txt', `${halcyon.en}\n${halcyon.zh}`);
  await write('en.txt', halcyon.en);
  await write('zh.txt', halcyon.zh);
});

afterEach(() => rm(directory, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(directory, name), text);
const written = (name: string) => readFile(join(directory, name), 'utf8');

/** Runs the command in the temporary directory. */
function duiqi(...args: readonly string[]): Promise<Ended> {
  return runCommand(directory, args);
}

/** What the unclear text gives for the two sentences that are in doubt. */
async function lookedAt(...options: readonly string[]): Promise<string[]> {
  const { out } = await duiqi('align', 'unclear.txt', '-q', ...options);
  const pairs = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly en: string; readonly zh: string });
  return pairs.filter(({ en }) => en.includes('looked')).map(({ zh }) => zh);
}

describe('duiqi train', () => {
  it('writes what align takes with --lexicon', async () => {
    await write('meridian.txt', (await written('halcyon.txt')).replaceAll('Halcyon', 'Meridian'));
    for (const name of ['Halcyon', 'Meridian'] as const) {
      const { status, out, err } = await duiqi('train', `${name.toLowerCase()}.txt`, '-o', 'my.lexicon');
      expect({ status, out }).toEqual({ status: 0, out: '' });
      expect(err).toMatch(/^\d+ translations learnt from 16 pairs of 1 document, written to "my.lexicon"\n$/);
      expect(await written('my.lexicon')).toMatch(/^duiqi-lexicon\t1\tcc-cedict@/);
      expect(await lookedAt('--lexicon', 'my.lexicon')).toEqual(byMeaning[name]);
    }
  });

  it.each([
    ['two files of one language each', ['en.txt', 'zh.txt'], 1],
    ['the other order', ['zh.txt', 'en.txt'], 1],
    ['both kinds', ['halcyon.txt', 'zh.txt', 'en.txt', 'unclear.txt'], 3],
  ])('takes %s', async (_, files, documents) => {
    const { status, err } = await duiqi('train', ...files, '-o', 'my.lexicon');
    expect(err).toMatch(new RegExp(`^\\d+ translations .* of ${documents} documents?,.*\n$`));
    expect(status).toBe(0);
  });

  it('passes over files that teach nothing, naming them', async () => {
    await write('empty.txt', '\n');
    const { status, err } = await duiqi('train', 'en.txt', 'halcyon.txt', 'empty.txt', '-q', '-o', 'x');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^Warning: nothing to align in "en.txt": it holds English .* and no Chinese\.$/),
      'Warning: nothing to align in "empty.txt": it holds no text.',
      '',
    ]);
    expect(status).toBe(0);
    expect((await written('x')).split('\n').length).toBeGreaterThan(5);
  });

  it('goes on from a lexicon, in the same file', async () => {
    await duiqi('train', 'halcyon.txt', '-o', 'my.lexicon');
    const before = await written('my.lexicon');
    const { status } = await duiqi('train', 'unclear.txt', '--lexicon', 'my.lexicon', '-o', 'my.lexicon');
    expect(status).toBe(0);
    expect((await written('my.lexicon')).length).toBeGreaterThan(before.length);
  });

  it.each<[string, string[], number, string]>([
    ['no file', ['-o', 'x'], 2, 'train takes at least 1 file, not 0.'],
    ['no output', ['halcyon.txt'], 2, 'train writes one file: name it with -o OUT.'],
    ['two outputs', ['halcyon.txt', '-o', 'x', '-o', 'y'], 2, 'train writes one file: name it with -o OUT.'],
    ['standard input', ['-', '-o', 'x'], 2, 'train reads files, not standard input.'],
    [
      'an input as output',
      ['en.txt', '-o', 'en.txt'],
      2,
      'the output "en.txt" is an input; name another file.',
    ],
    ['a missing file', ['halcyon.txt', 'y', '-o', 'x'], 1, 'cannot read "y": there is no such file.'],
    ['nothing to learn', ['en.txt', '-o', 'x'], 3, 'there is nothing to learn from in any of the files.'],
    ['a wrong lexicon', ['en.txt', '--lexicon', 'zh.txt', '-o', 'x'], 1, '"zh.txt" is no lexicon that duiqi'],
    [
      'a wrong glossary',
      ['en.txt', '--glossary', 'zh.txt', '-o', 'x'],
      1,
      '"zh.txt" has no columns that are known to be English and Chinese',
    ],
    [
      'a glossary from standard input',
      ['en.txt', '--glossary', '-', '-o', 'x'],
      2,
      '--glossary takes a file name, not "-".',
    ],
    ['a glossary as output', ['en.txt', '--glossary', 'x', '-o', 'x'], 2, 'the output "x" is an input'],
  ])('refuses %s and writes nothing', async (_, args, status, message) => {
    const before = await readdir(directory);
    const ended = await duiqi('train', ...args);
    expect(ended.status).toBe(status);
    expect(ended.err).toContain(`duiqi: ${message}`);
    expect(await readdir(directory)).toEqual(before);
  });
});

describe('--glossary', () => {
  it.each(['Halcyon', 'Meridian'] as const)('decides what align pairs: %s', async (name) => {
    await write('terms.tsv', `望舒阁\tthe ${name}\n`);
    expect(await lookedAt('--glossary', 'terms.tsv')).toEqual(byMeaning[name]);
  });

  it('counts for inspect', async () => {
    await write('terms.tsv', '望舒阁\tthe Halcyon\n');
    const { status } = await duiqi('inspect', 'unclear.txt', '--glossary', 'terms.tsv');
    expect(status).toBe(0);
    const wrong = await duiqi('inspect', 'unclear.txt', '--glossary', 'zh.txt');
    expect(wrong).toMatchObject({ status: 1, err: expect.stringContaining('"zh.txt" has no columns') });
  });

  it('warns of a file without terms', async () => {
    await write('terms.tsv', 'English\tChinese\n');
    const { status, err } = await duiqi('align', 'unclear.txt', '--glossary', 'terms.tsv', '-q');
    expect({ status, err }).toEqual({
      status: 0,
      err: 'Warning: the glossary "terms.tsv" holds no terms.\n',
    });
  });

  it('is no place to write to', async () => {
    await write('terms.tsv', '望舒阁\tthe Halcyon\n');
    const { status, err } = await duiqi('align', 'unclear.txt', '--glossary', 'terms.tsv', '-o', 'terms.tsv');
    expect(status).toBe(2);
    expect(err).toContain('the output "terms.tsv" is an input; name another file.');
  });
});
