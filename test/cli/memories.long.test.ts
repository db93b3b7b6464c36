import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { omegatMatches, translateWithOmegat } from '../helpers/omegat.js';
import { hasProgram } from '../helpers/programs.js';

let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);
const place = (name: string): string => join(directory, name);
const written = (name: string): string => readFileSync(place(name), 'utf8');
const sources = (name: string): string[] => [
  ...new Set(
    [...written(name).matchAll(/<tuv xml:lang="en-US"><seg>(.*?)<\/seg>/g)].map(([, text]) => text!),
  ),
];

const SURE = 'The ferry sails at noon.';
const DOUBTFUL = 'The mill ground 12 sacks.';
const NUMBERS = '4,820';
const MILL = `${SURE}\n\n渡轮正午开航。\n\n${DOUBTFUL}\n\n磨坊磨了七袋。\n`;
/** Pairs as another program may hold them. */
const TABLE = `en\tzh\tflags\n${SURE}\t渡轮正午开航。\t\n${DOUBTFUL}\t磨坊磨了七袋。\tnumber-mismatch\n${NUMBERS}\t4,820\t\n5.2 %\t５.２％\t\n12\t13\t\n`;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duiqi-memories-'));
  writeFileSync(place('mill.md'), MILL);
  writeFileSync(place('table.tsv'), TABLE);
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('doubtful pairs', () => {
  it('go to a memory beside the other, and translators are told what to do with it', async () => {
    const { status, err } = await duiqi('align', 'mill.md', '-o', 'a/mill.tmx', '-o', 'mill.jsonl');
    expect(status).toBe(0);
    expect(sources('a/mill.tmx')).toEqual([SURE]);
    expect(sources('a/mill.doubtful.tmx')).toEqual([DOUBTFUL]);
    expect(written('a/mill.doubtful.tmx')).toContain('<note>Please check: ');
    expect(written('mill.jsonl').trim().split('\n')).toHaveLength(2);
    expect(err).toContain('Written to a/mill.tmx, a/mill.doubtful.tmx and mill.jsonl.\n');
    expect(err).toMatch(
      /^a\/mill\.doubtful\.tmx has the doubtful pairs: .*tm\/penalty-30.*Trados.*memoQ.*penalty/m,
    );
  });

  it('are as before in what has no place beside it, and where that is asked for', async () => {
    const { out } = await duiqi('align', 'mill.md', '-f', 'tmx');
    await duiqi('align', 'mill.md', '-o', 'marked.tmx', '--doubtful', 'mark');
    expect(written('marked.tmx')).toBe(out);
    expect(sources('marked.tmx')).toEqual([SURE, DOUBTFUL]);
    await duiqi('align', 'mill.md', '-o', 'kept.tmx', '--doubtful', 'keep');
    expect(written('kept.tmx')).toBe(out.replace(/<note>Please check: .*?<\/note>/g, ''));
    await duiqi('align', 'mill.md', '-o', 'sure.tmx', '--doubtful', 'leave-out');
    expect(sources('sure.tmx')).toEqual([SURE]);
    for (const name of ['marked', 'kept', 'sure'])
      expect(existsSync(place(`${name}.doubtful.tmx`))).toBe(false);
  });

  it('make no file where there are none; an older one does not stay as if it were of today', async () => {
    writeFileSync(place('sure.md'), `${SURE}\n\n渡轮正午开航。\n`);
    const { err } = await duiqi('align', 'sure.md', '-o', 'sure.tmx');
    expect(existsSync(place('sure.doubtful.tmx'))).toBe(false);
    expect(err).toContain('Written to sure.tmx.\n');
    expect(err).not.toContain('penalty');
    await duiqi('align', 'mill.md', '-o', 'mill.tmx');
    writeFileSync(place('mill.md'), `${SURE}\n\n渡轮正午开航。\n`);
    const { err: later } = await duiqi('align', 'mill.md', '-o', 'mill.tmx');
    expect(sources('mill.doubtful.tmx')).toEqual([]);
    expect(written('mill.doubtful.tmx')).toMatch(/<\/tmx>\n$/);
    expect(later).toContain('Written to mill.tmx and mill.doubtful.tmx.\n');
  });

  it('are told apart after a review and a merge, too, and a confirmed pair is none', async () => {
    await duiqi('align', 'mill.md', '-o', 'review.csv');
    writeFileSync(place('review.csv'), written('review.csv').replace(`\n,${SURE}`, `\nno,${SURE}`));
    await duiqi('export', 'review.csv', '-o', 'memory.tmx');
    expect(sources('memory.tmx')).toEqual([]);
    expect(sources('memory.doubtful.tmx')).toEqual([SURE, DOUBTFUL]);
    writeFileSync(place('review.csv'), written('review.csv').replace(/^(?:no)?,(?=The)/gm, 'yes,'));
    const { err } = await duiqi('merge', 'memory.tmx', 'review.csv', '-o', 'all.tmx');
    expect(sources('all.tmx')).toEqual([SURE, DOUBTFUL]);
    expect(existsSync(place('all.doubtful.tmx'))).toBe(false);
    expect(err).toContain('Written to all.tmx.\n');
  });

  it('of two translations of one sentence are both, whichever came first', async () => {
    writeFileSync(place('two.tsv'), `en\tzh\n${SURE}\t渡轮正午开航。\n${SURE}\t渡船中午启程。\n`);
    await duiqi('export', 'two.tsv', '-o', 'two.tmx');
    expect(written('two.tmx')).not.toContain('<tu ');
    expect(written('two.doubtful.tmx').match(/<tu /g)).toHaveLength(2);
  });

  it.each([
    [['-o', 'a.jsonl', '--doubtful', 'mark'], /--doubtful is for translation memories/],
    [['-f', 'tmx', '--doubtful', 'separate'], /makes two files: name one with -o/],
    [['-o', 'a.tmx', '--doubtful', 'drop'], /keep, mark, separate or leave-out/],
    [['-o', 'a.jsonl', '--numbers'], /--numbers is for translation memories/],
    [['-o', 'a.tmx', '-o', 'a.doubtful.tmx'], /"a\.doubtful\.tmx" is named twice/],
  ])('%j is refused', async (args, message) => {
    const { status, err } = await duiqi('align', 'mill.md', ...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  it('are not written over the file that they are read from', async () => {
    await duiqi('align', 'mill.md', '-o', 'mill.tmx');
    const before = written('mill.doubtful.tmx');
    const { status, err } = await duiqi('export', 'mill.doubtful.tmx', '-o', 'mill.tmx');
    expect(status).toBe(2);
    expect(err).toContain('"mill.doubtful.tmx" is an input');
    expect(written('mill.doubtful.tmx')).toBe(before);
  });
});

describe('pairs without a letter', () => {
  it('that are the same on both sides are in no memory, and counted', async () => {
    const { err } = await duiqi('export', 'table.tsv', '-o', 'table.tmx', '-o', 'table.jsonl');
    expect(sources('table.tmx')).toEqual([SURE, '12']);
    expect(err).toMatch(/Not in the memory are 2 pairs without a letter, .*--numbers/);
    expect(written('table.jsonl').trim().split('\n')).toHaveLength(5);
  });

  it('are there where they are asked for, or a person has confirmed them', async () => {
    const { err } = await duiqi('export', 'table.tsv', '-o', 'table.tmx', '--numbers');
    expect(sources('table.tmx')).toEqual([SURE, NUMBERS, '5.2 %', '12']);
    expect(err).not.toContain('without a letter');
    writeFileSync(place('confirmed.tsv'), `en\tzh\tconfirmed\n${NUMBERS}\t4,820\tyes\n`);
    await duiqi('export', 'confirmed.tsv', '-o', 'confirmed.tmx');
    expect(sources('confirmed.tmx')).toEqual([NUMBERS]);
  });

  it('are not spoken of where no memory is written', async () => {
    expect((await duiqi('export', 'table.tsv', '-o', 'table.jsonl')).err).not.toContain('letter');
  });
});

const TWO = ['The boats came home in the evening.', 'The harbour was full by eight.'];
const ONE = '船队傍晚回港，八点前港口已满。';

describe('the parts of a pair', () => {
  const row = (en: string, zh: string, bead = '2-1') => `en\tzh\tbead\n${en}\t${zh}\t${bead}\n`;

  it('of two sentences with one are written where they are asked for and clear, and read back as one pair', async () => {
    writeFileSync(place('two.tsv'), row(TWO.join(' '), ONE));
    await duiqi('export', 'two.tsv', '-o', 'plain.tmx');
    expect(sources('plain.tmx')).toEqual([TWO.join(' ')]);
    await duiqi('export', 'two.tsv', '-o', 'parts.tmx', '--parts');
    expect(sources('parts.tmx')).toEqual([TWO.join(' '), ...TWO]);
    expect(written('parts.tmx')).toContain('<seg>船队傍晚回港。</seg>');
    expect(written('parts.tmx')).toContain('<seg>八点前港口已满。</seg>');
    const [whole, parts] = [await duiqi('export', 'plain.tmx'), await duiqi('export', 'parts.tmx')];
    expect(parts.out.replaceAll('parts.tmx', 'plain.tmx').replace(/"id":"\w+"/, '')).toBe(
      whole.out.replace(/"id":"\w+"/, ''),
    );
  });

  it.each([
    ['several commas', TWO.join(' '), '船队傍晚回港，八点前，港口已满。', '2-1'],
    ['no comma', TWO.join(' '), '船队傍晚回港八点前港口已满。', '2-1'],
    [
      'other numbers',
      'The boats came home at 5 in the evening. It was full.',
      '船队傍晚回港，5点前港口已满。',
      '2-1',
    ],
    ['one sentence', TWO.join(' '), ONE, '1-1'],
  ])('are not written with %s', async (_, en, zh, bead) => {
    writeFileSync(place('two.tsv'), row(en, zh, bead));
    await duiqi('export', 'two.tsv', '-o', 'parts.tmx', '--parts', '--doubtful', 'mark');
    expect(written('parts.tmx').match(/<tu /g)).toHaveLength(1);
  });
});

const hasOmegat = hasProgram('omegat');
if (!hasOmegat) console.warn('Skipped: omegat is not installed.');

describe.skipIf(!hasOmegat)('OmegaT', () => {
  const translate = (tmx: string, memories: Record<string, string> = {}): string[] =>
    translateWithOmegat({
      languages: ['en-US', 'zh-CN'],
      documents: { 'text.txt': `${SURE}\n\n${DOUBTFUL}\n` },
      tmx,
      memories,
    })
      .targets['text.txt']!.trim()
      .split('\n\n');

  it('finds each sentence of a pair that was written in its parts', async () => {
    writeFileSync(place('two.tsv'), `en\tzh\tbead\n${TWO.join(' ')}\t${ONE}\t2-1\n`);
    const translated = (name: string): string =>
      translateWithOmegat({
        languages: ['en-US', 'zh-CN'],
        documents: { 'text.txt': `${TWO.join(' ')}\n` },
        tmx: written(name),
      }).targets['text.txt']!.trim();
    await duiqi('export', 'two.tsv', '-o', 'plain.tmx');
    expect(translated('plain.tmx')).toBe(TWO.join(' '));
    await duiqi('export', 'two.tsv', '-o', 'parts.tmx', '--parts');
    expect(translated('parts.tmx').replace(/\s/g, '')).toBe('船队傍晚回港。八点前港口已满。');
  });

  it('fills in no doubtful pair, with both memories in their folders', async () => {
    await duiqi('align', 'mill.md', '-o', 'mill.tmx');
    const [sure, doubtful] = [written('mill.tmx'), written('mill.doubtful.tmx')];
    expect(translate(sure, { 'penalty-30/mill.doubtful.tmx': doubtful })).toEqual([
      '渡轮正午开航。',
      DOUBTFUL,
    ]);
    // That it is the folder which keeps it from doing so.
    expect(translate(sure, { 'auto/mill.doubtful.tmx': doubtful })).toEqual([
      '渡轮正午开航。',
      '磨坊磨了七袋。',
    ]);
  });

  it('offers a doubtful pair far below what it would fill in, with both memories where they belong', async () => {
    await duiqi('align', 'mill.md', '-o', 'mill.tmx');
    const offered = (folder: string) =>
      omegatMatches({
        languages: ['en-US', 'zh-CN'],
        documents: { 'text.txt': `${SURE}\n\n${DOUBTFUL}\n` },
        memories: {
          'mill.tmx': written('mill.tmx'),
          [`${folder}mill.doubtful.tmx`]: written('mill.doubtful.tmx'),
        },
      });
    const { matches, filledInFrom } = offered('penalty-30/');
    expect(matches).toEqual([
      { source: SURE, translation: '渡轮正午开航。', score: 100 },
      { source: DOUBTFUL, translation: '磨坊磨了七袋。', score: 70 },
    ]);
    expect(filledInFrom).toBeGreaterThan(70);
    // That it is the folder which does so.
    expect(offered('').matches[1]).toMatchObject({ source: DOUBTFUL, score: 100 });
  });
});
