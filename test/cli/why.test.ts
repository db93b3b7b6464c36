import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlternativeBead, Bead } from 'duiqi';
import { segmentIndex } from 'duiqi';
import { afterAll, describe, expect, it } from 'vitest';
import { describeAlternative } from '../../packages/cli/src/alternative.js';
import { displayWidth } from '../../packages/cli/src/display-width.js';
import { BIN } from '../helpers/command.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

const TEXT = [
  'Nobody knew the new baker, whose name was said to be Xiaoyu, though she had lived by the river for 31 years.',
  '谁也不认识新来的面包师，据说她名叫晓雨，尽管她在河边住了三十一年。',
  'The harbor was closed.',
  '港口关闭了。',
  'The ferry waited for two days. Then it sailed to the island with 48 sheep.',
  '渡船等了两天，然后载着48只羊驶向岛上。',
].join('\n\n');

const directory = mkdtempSync(join(tmpdir(), 'duiqi-why-'));
writeFileSync(join(directory, 'town.txt'), `${TEXT}\n`);
afterAll(() => rmSync(directory, { recursive: true }));

function duiqi(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: directory,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

describe('duiqi inspect --why', () => {
  it('tells of line N of the pairs what spoke for it and what else there was', () => {
    const line = duiqi('align', 'town.txt', '-q').out.split('\n')[2];
    const { status, out, err } = duiqi('inspect', 'town.txt', '--why', '3');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { score, bead } = JSON.parse(line) as { score: number; bead: string };
    expect(bead).toBe('2-1');
    expect(out).toMatch(new RegExp(`^Pair 3: score ${score.toFixed(2)}, 2-1\n  The ferry waited`));
    expect(out).toMatch(/\n +\d+\.\d\d {2}48 +48 +the same number\n/);
    expect(out).toMatch(/\n +\d+\.\d\d {2}sheep +羊 +a known translation\n/);
    expect(out).toMatch(/\nWords that nothing spoke for\n/);
    expect(out).toMatch(/\n +-\d+\.\d\d {2}words, numbers and names\n/);
    expect(out).toMatch(
      /\n +\d+\.\d\d {2}its first English sentence left without a counterpart\n {10}1-0 The ferry/,
    );
  });

  it('keeps to 100 columns', () => {
    for (const number of ['1', '3']) {
      const lines = duiqi('inspect', 'town.txt', '--why', number).out.split('\n');
      expect(lines.length).toBeGreaterThan(20);
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }
  });

  it('says of a pair out of order why there is no other way', () => {
    const [en, zh] = [CHRONICLE.slice(0, 12), CHRONICLE.slice(0, 12)];
    zh.splice(9, 0, ...zh.splice(2, 1));
    writeFileSync(join(directory, 'en.txt'), en.map(([english]) => english).join('\n\n'));
    writeFileSync(join(directory, 'zh.txt'), zh.map(([, chinese]) => chinese).join('\n\n'));
    const { status, out } = duiqi('inspect', 'en.txt', 'zh.txt', '--why', '3');
    expect(status).toBe(0);
    expect(out).toMatch(/^Pair 3: score [01]\.\d\d, 1-1, crossing\n/);
    expect(out).toContain(
      '  None: it was found afterwards, among the sentences that no pair in order had taken.\n',
    );
  });

  it.each([
    ['4', /^duiqi: There is no pair 4: the pairs are numbered from 1 to 3\.\nSee: duiqi inspect --help\n$/],
    ['0', /^duiqi: --why takes the number of a pair, from 1 on, not "0"\.\n/],
    ['two', /^duiqi: --why takes .*, not "two"\.\n/],
  ])('refuses pair %s in one sentence', (number, message) => {
    const { status, out, err } = duiqi('inspect', 'town.txt', '--why', number);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });
});

/** `'2-4:1-2'` holds the segments 2 and 3 of English and 1 of Chinese. */
function bead(notation: string): Bead {
  const [en, zh] = notation.split(':').map((range) => {
    const [start, end] = range.split('-').map((number) => segmentIndex(Number(number)));
    return { start, end };
  });
  return { en, zh };
}

describe('describeAlternative', () => {
  it.each([
    ['4-6:4-5', '4-5:4-5 5-7:5-6', 'its last English sentence left to the next pair'],
    ['4-5:4-6', '3-4:3-5 4-5:5-6', 'its first Chinese sentence left to the pair before'],
    ['4-7:4-5', '2-6:3-4 6-7:4-5', 'its first 2 English sentences left to the pair before'],
    ['4-5:4-5', '4-6:4-5 6-7:5-6', 'the next English sentence added'],
    ['4-5:4-5', '4-5:2-5', 'the last 2 Chinese sentences before it added'],
    ['4-5:4-5', '3-5:3-5', 'the last sentence before it added on both sides'],
    ['4-5:4-5', '3-5:4-6', 'the last English sentence before it added and the next Chinese sentence added'],
    ['4-6:4-6', '4-5:4-5 5-6:5-6', 'cut into 2 pairs'],
    ['4-6:4-5', '4-5:4-4 5-6:4-5', 'its first English sentence left without a counterpart'],
    ['4-5:4-5', '4-5:4-4 5-5:4-5', 'its sentence left without a counterpart on both sides'],
    [
      '4-5:4-5',
      '3-4:3-5 4-6:5-6',
      'its English sentence left to the next pair and its Chinese sentence left to the pair before',
    ],
    [
      '4-8:4-6',
      '4-5:4-5 5-9:5-6',
      'its first sentence made a pair of its own on both sides and the next English sentence added',
    ],
    ['4-8:4-5', '3-5:3-4 5-6:4-4 6-8:4-5', 'its first 2 English sentences shared out'],
  ])('%s instead: %s', (pair, instead, words) => {
    const beads = instead
      .split(' ')
      .map((each): AlternativeBead => ({ ...bead(each), enText: '', zhText: '' }));
    expect(describeAlternative({ extra: 1, beads }, bead(pair))).toBe(words);
  });
});
