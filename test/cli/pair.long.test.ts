import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-pair-'));
afterAll(() => rmSync(directory, { recursive: true }));

const TEXTS = {
  mill: [
    'The old mill grinds rye and barley. The miller bought it in 1850 with a loan of 300 silver coins.',
    '老磨坊磨黑麦和大麦。磨坊主在1850年用300枚银币的贷款买下了它。',
  ],
  clinic: [
    'The clinic vaccinates children on Saturdays. Parents bring the certificate of birth.',
    '诊所星期六给儿童接种疫苗。父母要带出生证明。',
  ],
  bridge: [
    'Engineers repaired the railway bridge after the flood. Trains crossed it again in June.',
    '工程师在洪水后修好了铁路桥。火车六月又通过了它。',
  ],
} as const;

beforeAll(() => {
  for (const folder of ['en', 'zh/deep']) mkdirSync(join(directory, folder), { recursive: true });
  const write = (path: string, content: string | Uint8Array) => writeFileSync(join(directory, path), content);
  write('en/1.txt', TEXTS.mill[0]);
  write('en/2.md', TEXTS.clinic[0]);
  write('en/3.txt.gz', gzipSync(TEXTS.bridge[0]));
  write('en/alone.txt', 'Penguins breed on the ice of Antarctica during the long winter night.');
  write('zh/x.txt', TEXTS.bridge[1]);
  write('zh/deep/y.txt', TEXTS.mill[1]);
  write('zh/z.html', `<!doctype html><p>${TEXTS.clinic[1]}</p>`);
  write('zh/damaged.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0));
});

it('finds what belongs together, and lists what is left over', async () => {
  const { out, err, status } = await runCommand(directory, ['pair', 'en', 'zh', '--jobs', '2']);
  expect(status).toBe(0);
  const rows = out.split('\n').map((line) => line.split('\t'));
  expect(rows.map(([en, zh]) => [en, zh])).toEqual([
    ['en', 'zh'],
    ['en/1.txt', 'zh/deep/y.txt'],
    ['en/2.md', 'zh/z.html'],
    ['en/3.txt.gz', 'zh/x.txt'],
    ['en/alone.txt', ''],
    ['', 'zh/damaged.docx'],
    ['', undefined],
  ]);
  for (const [, , score] of rows.slice(1, 4)) expect(Number(score)).toBeGreaterThan(0.1);
  expect(err).toContain('3 pairs of files; without a counterpart: 1 English, 1 Chinese');
});

it('is what a batch takes, as a list or at once', async () => {
  await runCommand(directory, ['pair', 'en', 'zh', '-o', 'list.tsv', '--quiet']);
  await runCommand(directory, ['batch', '--list', 'list.tsv', '-o', 'listed.jsonl']);
  const ended = await runCommand(directory, ['batch', 'en', 'zh', '--pair', 'content', '-o', 'found.jsonl']);
  expect(ended.status).toBe(0);
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  expect(read('found.jsonl').split('\n')).toHaveLength(7);
  expect(read('found.jsonl')).toBe(read('listed.jsonl'));
});

it('says so when nothing belongs together', async () => {
  mkdirSync(join(directory, 'empty'), { recursive: true });
  const { status, err } = await runCommand(directory, ['pair', 'en', 'empty']);
  expect([status, err]).toEqual([3, expect.stringContaining('no two files of the folders say the same')]);
});
