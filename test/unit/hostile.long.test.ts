import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { align, type InputFormat, segment } from 'duiqi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { expectConservation } from '../helpers/conservation.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';

const MEGABYTE = 1_000_000;

/** Reads a text as plain text and as Markdown, and hands over what came of it. */
async function readAs(text: string, format: InputFormat) {
  const { en, zh, diagnostics, sources } = await segment(text, { format });
  expect(sources[0]?.text).toBe(text);
  return {
    segments: en.segments.length + zh.segments.length,
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('next to nothing', () => {
  it.each([
    ['no bytes', new Uint8Array()],
    ['no characters', ''],
    ['white space', ' \n\t\u3000\r\n\f '],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['a byte order mark in UTF-16', Uint8Array.of(0xff, 0xfe)],
  ])('%s has no segments', async (_, input) => {
    for (const format of ['text', 'markdown'] as const) {
      const alignment = await align(input, { format });
      expect([alignment.pairs, alignment.unaligned, alignment.languages]).toEqual([[], [], []]);
    }
  });
});

describe('characters that no one types', () => {
  it.each([
    ['NUL', 'The boat\0 is old.\n\n船\0很旧。'],
    ['halves of characters', 'The \ud83d boat is \udea2 old.\n\n船很\udc00旧。\ud800'],
    ['control characters', 'The\u0007 boat\u001b[31m is old.\n\n船\u0008很旧。'],
    ['non-characters', 'The \uffff boat.\n\n\ufffe船。'],
  ])('%s are kept', async (_, text) => {
    for (const format of ['text', 'markdown'] as const) {
      const alignment = await align(text, { format });
      expectConservation(alignment);
      expect(alignment.pairs).toHaveLength(1);
    }
  });
});

describe('a line of a megabyte', () => {
  it.each([
    ['English', 'The boat is old. '],
    ['Chinese', '船很旧。'],
    ['digits', '0123456789'],
    ['a word without end', 'a'],
    ['Han without end', '船'],
    ['punctuation', '。，！？.,!?'],
    ['white space', ' '],
    ['marks of headings', '#'],
    ['rules', '-'],
  ])('%s', async (_, unit) => {
    const { segments } = await readAs(unit.repeat(Math.ceil(MEGABYTE / unit.length)), 'text');
    expect(segments > 0).toBe(unit !== ' ');
  });
});

describe('Markdown that no one wrote', () => {
  it.each([
    ['lists nested on one line', `${'- '.repeat(10_000)}boat`],
    ['lists nested by indentation', indented(1000, '- boat')],
    ['numbered lists nested by indentation', indented(1000, '1. boat')],
    ['quotations nested', `${'> '.repeat(10_000)}boat`],
    ['emphasis that never ends', '**a'.repeat(32_000)],
    ['links that never end', '[a]('.repeat(64_000)],
    ['quotations that go on in plain lines', '> a\nb\n'.repeat(32_000)],
    ['underlined headings', 'a\n===\n'.repeat(32_000)],
    ['a quotation of megabytes', `> ${'boat '.repeat(2000)}\n`.repeat(210)],
    ['a table of ten thousand columns', `|${' a |'.repeat(10_000)}\n|${'---|'.repeat(10_000)}`],
  ])('%s is read as text, and it says so', async (_, text) => {
    const { codes } = await readAs(text, 'markdown');
    expect(codes).toContain('read-as-text');
  });

  it('as many headings as anyone has read', async () => {
    const { segments, codes } = await readAs('# The boat is old\n\n'.repeat(5000), 'markdown');
    expect(segments).toBe(5000);
    expect(codes).not.toContain('read-as-text');
  });
});

describe('tables that no one made', () => {
  it.each([
    ['half a million marks in the midst of words', 'a"b'.repeat(500_001)],
    ['twenty thousand columns', `${'a,'.repeat(20_000)}\n`.repeat(2)],
  ])('%s', async (_, text) => {
    const { codes } = await readAs(text, 'csv');
    expect(codes).toContain('read-as-text');
  });
});

function indented(levels: number, item: string): string {
  return Array.from({ length: levels }, (_, level) => ' '.repeat(3 * level) + item).join('\n');
}

describe('more than can be held at once', () => {
  it.each([
    ['lines', new Uint8Array(6_000_000).map((_, at) => (at % 2 === 0 ? 0x61 : 0x0a)), '2,500,000 lines'],
    ['bytes', new Uint8Array(500_000_001), '500 MB'],
  ])('%s', async (_, bytes, most) => {
    const refused = { code: 'unreadable', message: expect.stringContaining(`more than ${most}`) };
    await expect(segment(bytes, { format: 'text' })).rejects.toMatchObject(refused);
  });

  it('lines that are segments already are no more than they are', async () => {
    const { en } = await segment('a\n'.repeat(2_500_001), { segments: 'lines' });
    expect(en.segments).toHaveLength(2_500_001);
  });
});

describe('files that are no text', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'duiqi-hostile-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const random = randomNumbers(20261122);
  const noise = (length: number): number[] => Array.from({ length }, () => Math.floor(random() * 256));

  it.each([
    ['random bytes', noise(20_000)],
    ['an executable', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array<number>(9).fill(0), ...noise(4000)]],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, ...noise(4000)]],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, ...noise(4000)]],
  ])('%s: one sentence, status 1, no file', async (_, bytes) => {
    await writeFile(join(directory, 'a.txt'), Uint8Array.from(bytes));
    const { status, out, err } = await runCommand(directory, ['align', 'a.txt', '-o', 'out.tmx']);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^duiqi: .*a\.txt.*\.\n$/);
    expect(await readdir(directory)).toEqual(['a.txt']);
  });

  it('an empty file: one sentence, status 3, no file', async () => {
    await writeFile(join(directory, 'a.txt'), '');
    const { status, err } = await runCommand(directory, ['align', 'a.txt', '-o', 'out.tmx']);
    expect([status, err]).toEqual([3, 'duiqi: nothing to align in "a.txt": it holds no text.\n']);
    expect(await readdir(directory)).toEqual(['a.txt']);
  });
});
