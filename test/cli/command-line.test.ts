import { describe, expect, it } from 'vitest';
import { CommandLine, type OptionName } from '../../packages/cli/src/command-line.js';
import { formatOf } from '../../packages/cli/src/formats.js';

const OPTIONS: readonly OptionName[] = ['date', 'min-score', 'output', 'quiet', 'segments', 'to'];

function parse(...args: string[]): CommandLine {
  return new CommandLine('align', args, OPTIONS);
}

describe('CommandLine', () => {
  it('reads files, flags and values in any order', () => {
    const line = parse('a.md', '-o', 'x.tmx', '-q', '--output=y.tsv', '-', '-f', 'tsv');
    expect(line.files(1, 2)).toEqual(['a.md', '-']);
    expect(line.all('output')).toEqual(['x.tmx', 'y.tsv']);
    expect(line.has('quiet')).toBe(true);
    expect(line.choice('to')).toBe('tsv');
    expect(line.choice('segments')).toBeUndefined();
  });

  it('lets the last of several values count', () => {
    expect(parse('--segments', 'lines', '--segments', 'sentences').choice('segments')).toBe('sentences');
  });

  it('takes all after -- for files', () => expect(parse('--', '--quiet').files(1, 1)).toEqual(['--quiet']));

  it('knows --help besides its own options', () => expect(parse('-qh').has('help')).toBe(true));

  it.each([
    ['0', 0],
    ['.5', 0.5],
    ['0.93', 0.93],
    ['1', 1],
  ])('reads the number %s', (text, number) =>
    expect(parse('--min-score', text).number('min-score', 1)).toBe(number),
  );

  it.each<[string, () => unknown, string]>([
    ['an unknown option', () => parse('--loud'), 'align has no option --loud.'],
    ['an unknown short option', () => parse('-z'), 'align has no option -z.'],
    ['an option of another command', () => parse('--preview', '3'), 'align has no option --preview.'],
    ['an inherited name', () => parse('--constructor'), 'align has no option --constructor.'],
    ['a missing value', () => parse('-o'), '--output takes a file name.'],
    ['an option for a value', () => parse('-o', '--quiet'), '--output takes a file name.'],
    ['a value too many', () => parse('--quiet=yes'), '--quiet takes no value.'],
    ['no file', () => parse().files(1, 2), 'align takes 1 or 2 files, not 0.'],
    ['three files', () => parse('a', 'b', 'c').files(1, 2), 'align takes 1 or 2 files, not 3.'],
    ['one file of two', () => parse('a').files(2, 2), 'align takes 2 files, not 1.'],
    ['standard input twice', () => parse('-', '-').files(1, 2), 'standard input can be read only once.'],
    [
      'no such choice',
      () => parse('--segments', 'words').choice('segments'),
      '--segments takes sentences or lines, not "words".',
    ],
    [
      'too high',
      () => parse('--min-score', '1.1').number('min-score', 1),
      '--min-score takes a number from 0 to 1, not "1.1".',
    ],
    [
      'no number',
      () => parse('--min-score', 'high').number('min-score', 1),
      '--min-score takes a number from 0 to 1, not "high".',
    ],
    [
      'no match',
      () => parse('--date', 'now').matching('date', /^\d+$/),
      '--date takes a time such as 20261122T093000Z, not "now".',
    ],
  ])('refuses %s', (_, use, message) => {
    expect(use).toThrow(expect.objectContaining({ status: 2, message }));
  });
});

describe('formatOf', () => {
  it.each([
    ['out/a.tmx', undefined, 'tmx'],
    ['a.JSONL', undefined, 'jsonl'],
    ['a.b.tsv', undefined, 'tsv'],
    ['a.beads', undefined, 'beads'],
    ['a.align', undefined, 'beads'],
    ['a.tmx', 'tsv', 'tmx'],
    ['a.txt', 'tsv', 'tsv'],
    ['pairs', 'jsonl', 'jsonl'],
  ] as const)('%s with -f %s is %s', (path, fallback, format) =>
    expect(formatOf(path, fallback)).toBe(format),
  );

  it('asks for -f where the ending says nothing, and names the endings it knows', () => {
    expect(() => formatOf('a.ndjson', undefined)).toThrow(
      /"a\.ndjson".*\.tmx, \.jsonl, \.tsv, \.csv, \.xlsx, .*\.beads, \.align or \.parquet.*-f/,
    );
  });
});
