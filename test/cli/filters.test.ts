import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runCommand } from '../helpers/command.js';

const PAIRS = [
  ['The ferry leaves the old harbour every morning.', '渡船每天早晨从旧港口出发。'],
  ['A ticket for the crossing costs 12 yuan.', '过河的船票售价15元。'],
  ['Children travel with their parents for free.', '儿童随父母乘船免费。'],
  ['Keep off the deck.', '请勿靠近甲板。'],
  ['The captain rings the bell before we sail.', '开船前船长会敲钟。'],
  ['Keep off the deck.', '请勿靠近甲板。'],
  ['Dogs have to stay below during the trip.', '航行期间狗必须留在下面。'],
];

let directory: string;
const duiqi = (...args: string[]): Promise<Ended> => runCommand(directory, args);
const texts = (lines: string): string[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).en);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-filters-'));
  for (const [name, column] of [
    ['en.txt', 0],
    ['zh.txt', 1],
  ] as const) {
    await writeFile(join(directory, name), PAIRS.map((pair) => `${pair[column]}\n`).join(''));
  }
});
afterAll(() => rm(directory, { recursive: true }));

describe('duiqi align --drop', () => {
  it('leaves nothing out unless asked', async () => {
    const { out, err } = await duiqi('align', 'en.txt', 'zh.txt', '--segments', 'lines');
    expect(texts(out)).toEqual(PAIRS.map(([en]) => en));
    expect(err).not.toContain('Left out');
  });

  it('leaves out pairs with a flag, all but the first of identical ones, and counts them by reason', async () => {
    const args = ['--segments', 'lines', '--drop', 'number-mismatch,duplicate', '-o', 'kept.jsonl'];
    const { status, err } = await duiqi('align', 'en.txt', 'zh.txt', ...args);
    expect(status).toBe(0);
    expect(err).toContain('5 pairs from');
    expect(err).toContain('\nLeft out: 1 duplicate, 1 number-mismatch.\n');
    expect(texts(await readFile(join(directory, 'kept.jsonl'), 'utf8'))).toEqual(
      [0, 2, 3, 4, 6].map((index) => PAIRS[index]![0]),
    );
  });

  it('counts a pair once, for the first reason', async () => {
    const args = ['--segments', 'lines', '--drop', 'duplicate', '--min-score', '1'];
    const { out, err } = await duiqi('align', 'en.txt', 'zh.txt', ...args);
    expect(out).toBe('');
    expect(err).toContain('\nLeft out: 7 below score 1.\n');
  });

  it.each(['align', 'export'])('%s names the flags where one is unknown', async (command) => {
    const { status, out, err } = await duiqi(command, 'en.txt', 'zh.txt', '--drop', 'conflict,typo');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('--drop takes flags (conflict, crossing, ');
    expect(err).toContain('not "typo".');
  });
});
