import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJsonl, toTmx } from 'duiqi/pairs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as help from '../../packages/cli/src/help.js';
import { runCommand } from '../helpers/command.js';
import { pairOf } from '../helpers/pair-records.js';

let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);
const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);
const written = (name: string): string => readFileSync(join(directory, name), 'utf8');

const PAIRS = [pairOf('The mill grinds rye.', '磨坊磨黑麦。'), pairOf('It stops at dusk.', '黄昏时停工。')];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duiqi-writing-'));
  write('mill.jsonl', [...toJsonl(PAIRS)].join(''));
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('Moses', () => {
  it('is two files under one name, for reading as for writing', async () => {
    const exported = await duiqi('export', 'mill.jsonl', '-o', 'mill.moses');
    expect(exported).toEqual({ status: 0, out: '', err: '2 pairs written to mill.en and mill.zh.\n' });
    const merged = await duiqi('merge', 'mill.moses', 'mill.jsonl', '-o', 'all.moses');
    expect(merged.err).toContain('2 different pairs; 2 repeats left out');
    expect(written('all.zh')).toBe('磨坊磨黑麦。\n黄昏时停工。\n');
    expect((await duiqi('diff', 'all.moses', 'mill.jsonl')).out).toContain('2 the same');
  });

  it('has no place on standard output, which is said before any work', async () => {
    const { status, out, err } = await duiqi('align', 'not-there.md', '-f', 'moses');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('name them with -o, as in -f moses -o corpus.');
  });

  it('is not written over its own input', async () => {
    await duiqi('export', 'mill.jsonl', '-o', 'mill.moses');
    const { status, err } = await duiqi('export', 'mill.moses', '-o', 'mill.moses');
    expect({ status, err }).toMatchObject({
      status: 2,
      err: expect.stringContaining('"mill.en" is an input'),
    });
  });
});

describe('wrong use', () => {
  it('two files of pairs are not taken for texts in line', async () => {
    write('other.tmx', [...toTmx(PAIRS)].join(''));
    const { status, err } = await duiqi('export', 'mill.jsonl', 'other.tmx', '-o', 'both.tmx');
    expect(status).toBe(2);
    expect(err).toContain('to join files of pairs, use duiqi merge.');
  });

  it('a profile without JSON lines has no silent end', async () => {
    const { status, err } = await duiqi('export', 'mill.jsonl', '--profile', 'hf', '-o', 'mill.tmx');
    expect(status).toBe(2);
    expect(err).toContain('--profile is for JSON lines, not for tmx.');
  });

  it('pairs are not aligned again, with their markup for text', async () => {
    const { status, err } = await duiqi('align', 'mill.jsonl', '-o', 'mill.tmx');
    expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining('duiqi export') });
  });

  it.each([
    ['cut.tmx', 'duiqi check cut.tmx --fix'],
    ['cut.en', 'name both, as in corpus.en corpus.zh.'],
    ['cut.dat', '--from'],
  ])(
    '%s, which cannot be read, is answered with what helps, and no file is written',
    async (name, advice) => {
      write(name, name === 'cut.tmx' ? [...toTmx(PAIRS)].join('').slice(0, 500) : 'One line only.\n');
      const { status, err } = await duiqi('export', name, '-o', 'whole.jsonl');
      expect(status).toBe(1);
      expect(err).toMatch(/^duiqi: .*\n$/);
      expect(err).toContain(advice);
      expect(readdirSync(directory).sort()).toEqual([name, 'mill.jsonl'].sort());
    },
  );
});

describe('rules of a translation tool', () => {
  it('cut the sentences, in every command that reads documents', async () => {
    write(
      'semicolon.srx',
      '<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>[;；]</beforebreak><afterbreak></afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern="(EN|ZH).*" languagerulename="all"/></maprules></body></srx>',
    );
    write('rain.md', 'The mill grinds rye; the miller sleeps.\n\n磨坊磨黑麦；磨坊主睡着了。\n');
    const { out } = await duiqi(
      'align',
      'rain.md',
      '--rules',
      'semicolon.srx',
      '-f',
      'tsv',
      '--columns',
      'en,zh',
      '-q',
    );
    expect(out).toBe('en\tzh\nThe mill grinds rye;\t磨坊磨黑麦；\nthe miller sleeps.\t磨坊主睡着了。\n');
    const { out: sentences } = await duiqi('segment', 'rain.md', '--rules', 'semicolon.srx', '-q');
    expect(sentences.trimEnd().split('\n')).toHaveLength(4);
    for (const [rules, status] of [
      ['none.srx', 1],
      ['rain.md', 1],
    ] as const) {
      const refused = await duiqi('align', 'rain.md', '--rules', rules);
      expect(refused.status).toBe(status);
      expect(refused.err).toMatch(/^duiqi: .*\n$/);
    }
  });
});

describe('subtitles', () => {
  it('are written in both languages, of subtitles only', async () => {
    const cue = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n\n`;
    write('film.en.srt', cue('The mill grinds rye.'));
    write('film.zh.srt', cue('磨坊磨黑麦。'));
    const { out } = await duiqi('align', 'film.en.srt', 'film.zh.srt', '-f', 'srt', '-q');
    expect(out).toBe(cue('The mill grinds rye.\n磨坊磨黑麦。'));
    write('mill.md', 'The mill grinds rye.\n\n磨坊磨黑麦。\n');
    const before = readdirSync(directory);
    for (const [args, wanted] of [
      [['align', 'mill.md', '-o', 'mill.srt'], { status: 2, err: /Only subtitles have times/ }],
      [['export', 'mill.jsonl', '-o', 'mill.srt'], { status: 2, err: /only duiqi align/ }],
    ] as const) {
      const { status, err } = await duiqi(...args);
      expect(status).toBe(wanted.status);
      expect(err).toMatch(wanted.err);
    }
    expect(readdirSync(directory)).toEqual(before);
  });
});

describe('what to do next', () => {
  // The numbers differ, so somebody has to look.
  const doubtful = 'The mill ground 12 sacks.\n\n磨坊磨了七袋。\n';

  it('is said where pairs want a look', async () => {
    write('sacks.md', doubtful);
    const memory = await duiqi('align', 'sacks.md', '-o', 'sacks.tmx', '--preview', '0');
    expect(memory.err).toMatch(/^Doubtful pairs: add -o review\.xlsx, .*duiqi export review\.xlsx -o/m);
    const sheet = await duiqi('align', 'sacks.md', '-o', 'my sacks.xlsx', '--preview', '0');
    expect(sheet.err).toMatch(/^Doubtful pairs: .*duiqi export "my sacks\.xlsx" -o memory\.tmx$/m);
  });

  it('is not said where none does', async () => {
    write('mill.md', 'The mill grinds rye.\n\n磨坊磨黑麦。\n');
    expect((await duiqi('align', 'mill.md', '-o', 'mill.tmx')).err).not.toContain('Doubtful pairs');
  });
});

describe('help', () => {
  it.each(Object.entries(help))('%s fits into 100 columns', (_, text) => {
    const tooLong = text.split('\n').filter((line) => line.length > 100);
    expect(tooLong).toEqual([]);
  });

  it.each([help.ALIGN_HELP, help.EXPORT_HELP, help.MERGE_HELP])(
    'says where it offers TSV that texts may be formulas to a spreadsheet',
    (text) => {
      expect(text).toMatch(/^ {2}\.tsv .*\n.* = .*formula.*\.xlsx or \.csv/m);
    },
  );

  it('tells of every option of the commands that write pairs', async () => {
    const { WRITING_OPTIONS } = await import('../../packages/cli/src/writing-options.js');
    for (const text of [help.ALIGN_HELP, help.EXPORT_HELP, help.MERGE_HELP]) {
      // Of files of pairs, text without a counterpart is always written.
      const options = WRITING_OPTIONS.filter((name) => name !== 'unaligned' || text === help.ALIGN_HELP);
      expect(options.filter((name) => !text.includes(`--${name} `))).toEqual([]);
    }
  });
});
