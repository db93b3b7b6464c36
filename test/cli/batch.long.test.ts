import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairedByName, pairedInFolder } from '../../packages/cli/src/corpus/document-list.js';
import { BIN, runCommand } from '../helpers/command.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { UNRELATED } from '../helpers/unrelated-texts.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-batch-'));
afterAll(() => rmSync(directory, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  const place = join(directory, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}

function read(path: string): string {
  return readFileSync(join(directory, path), 'utf8');
}

function rows(path: string): Record<string, unknown>[] {
  return read(path)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

/** All files below a folder with what is in them, hidden ones too. */
function contents(folder: string): Record<string, string> {
  const paths = readdirSync(join(directory, folder), { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.filter((path) => path.includes('.')).map((path) => [path, read(`${folder}/${path}`)]),
  );
}

const batch = (...args: readonly string[]) => runCommand(directory, ['batch', ...args]);

const DOCUMENTS = 60;
const COMMON = { en: 'The mill is closed on Mondays.', zh: '磨坊星期一关门。' };

beforeAll(() => {
  for (let n = 0; n < DOCUMENTS; n++) {
    const name = String(n).padStart(3, '0');
    const lines = Array.from({ length: 3 + ((n * 5) % 7) }, (_, k) => 100 * n + k);
    const en = [COMMON.en, ...lines.map((sack) => `The miller sold sack ${sack} of rye in the town.`)];
    const zh = [COMMON.zh, ...lines.map((sack) => `磨坊主在城里卖了第${sack}袋黑麦。`)];
    write(`en/${name}.txt`, `${en.join('\n\n')}\n`);
    write(`zh/${name}.txt`, `${zh.join('\n\n')}\n`);
  }
});

describe('documents', () => {
  const named = ({ documents }: ReturnType<typeof pairedByName>) =>
    documents.map(({ id, files }) => [id, ...files]);

  it('of two folders belong together by their names', () => {
    const list = pairedByName(
      ['e', 'z'],
      [
        ['a.txt', 'b/c.en.docx', 'd.txt.gz', 'twice.md', 'twice.txt', 'x_EN.txt', 'alone.txt'],
        ['a.txt', 'b/c.zh-CN.pdf', 'd.md', 'twice.md', 'twice.txt', 'x_zh.txt', 'lonely.txt'],
      ],
    );
    expect(named(list)).toEqual([
      ['a.txt', 'e/a.txt', 'z/a.txt'],
      ['b/c', 'e/b/c.en.docx', 'z/b/c.zh-CN.pdf'],
      ['d', 'e/d.txt.gz', 'z/d.md'],
      ['twice.md', 'e/twice.md', 'z/twice.md'],
      ['twice.txt', 'e/twice.txt', 'z/twice.txt'],
      ['x.txt', 'e/x_EN.txt', 'z/x_zh.txt'],
    ]);
    expect(list.alone.map(({ files }) => files)).toEqual([['e/alone.txt'], ['z/lonely.txt']]);
  });

  it('of one folder do so by the marks of their languages, and the others are bilingual', () => {
    const list = pairedInFolder('p', [
      'a.en.txt',
      'a.zh.txt',
      'en/b.html',
      'zh/b.html',
      'c.docx',
      'c_ZH.docx',
      'd (英文).txt',
      'd (中文).txt',
      'mixed.md',
      'en route.txt',
      'only.en.txt',
      'men.txt',
      'en.json',
      'zh-CN.json',
      'locales/en.yml',
      'locales/zh.yml',
    ]);
    expect(named(list)).toEqual([
      ['a.txt', 'p/a.en.txt', 'p/a.zh.txt'],
      ['b.html', 'p/en/b.html', 'p/zh/b.html'],
      ['c.docx', 'p/c.docx', 'p/c_ZH.docx'],
      ['d.txt', 'p/d (英文).txt', 'p/d (中文).txt'],
      ['en route.txt', 'p/en route.txt'],
      ['en.json + zh-CN.json', 'p/en.json', 'p/zh-CN.json'],
      ['locales.yml', 'p/locales/en.yml', 'p/locales/zh.yml'],
      ['men.txt', 'p/men.txt'],
      ['mixed.md', 'p/mixed.md'],
      ['only.en.txt', 'p/only.en.txt'],
    ]);
  });

  it('are several where the original has a translation into each kind of a language', () => {
    const files = ['a.en.txt', 'a.zh-CN.txt', 'a.zh_TW.txt', 'b.docx', 'b_chs.docx', 'b_CHT.docx'];
    const unclear = ['c.en.txt', 'c.zh.txt', 'c_中文.txt'];
    const pairs = [
      ['a.en.txt + a.zh-CN.txt', 'p/a.en.txt', 'p/a.zh-CN.txt'],
      ['a.en.txt + a.zh_TW.txt', 'p/a.en.txt', 'p/a.zh_TW.txt'],
      ['b_CHT.docx + b.docx', 'p/b.docx', 'p/b_CHT.docx'],
      ['b_chs.docx + b.docx', 'p/b.docx', 'p/b_chs.docx'],
    ];
    const list = pairedInFolder('p', [...files, ...unclear]);
    expect(named(list)).toEqual(pairs);
    expect(list.alone.map(({ id, namesake }) => [id, namesake])).toEqual([
      ['c.en.txt', 'p/c.zh.txt'],
      ['c.zh.txt', 'p/c.en.txt'],
      ['c_中文.txt', 'p/c.en.txt'],
    ]);
    const folders = pairedByName(['e', 'z'], [['x.txt'], ['x.txt', 'zh-TW/x.txt']]);
    expect(named(folders)).toEqual([
      ['x.txt + x.txt', 'e/x.txt', 'z/x.txt'],
      ['x.txt + zh-TW/x.txt', 'e/x.txt', 'z/zh-TW/x.txt'],
    ]);
  });
});

describe('a corpus', () => {
  beforeAll(async () => {
    const { status, err } = await batch('en', 'zh', '-o', 'corpus', '--jobs', '1', '--shard', '100');
    expect([status, err]).toEqual([0, expect.stringContaining(`from ${DOCUMENTS} documents`)]);
  });

  it('is written in shards, with a row for each document', () => {
    const files = Object.keys(contents('corpus'));
    expect(files).toEqual([
      '.duiqi-run.json',
      'README.md',
      'manifest.jsonl',
      'pairs-00000.jsonl',
      'pairs-00001.jsonl',
      'pairs-00002.jsonl',
      'pairs-00003.jsonl',
      'summary.json',
    ]);
    const pairs = files.filter((file) => file.startsWith('pairs')).map((file) => rows(`corpus/${file}`));
    for (const shard of pairs.slice(0, -1)) expect(shard.length).toBeGreaterThanOrEqual(100);
    const manifest = rows('corpus/manifest.jsonl');
    const id = (n: number) => `${String(n).padStart(3, '0')}.txt`;
    expect(manifest.map((row) => row['id'])).toEqual(Array.from({ length: DOCUMENTS }, (_, n) => id(n)));
    const total = manifest.reduce((sum, row) => sum + Number(row['pairs']), 0);
    expect(pairs.flat()).toHaveLength(total);
    expect(JSON.parse(read('corpus/summary.json'))).toMatchObject({ documents: DOCUMENTS, pairs: total });
  });

  it('has each pair once', () => {
    const all = rows('corpus/pairs-00000.jsonl').filter(({ en }) => en === COMMON.en);
    expect(all).toHaveLength(1);
    const manifest = rows('corpus/manifest.jsonl');
    expect(manifest.map((row) => row['duplicates'])).toEqual(manifest.map((_, n) => (n === 0 ? 0 : 1)));
  });

  it('has the same bytes whatever the jobs', async () => {
    await batch('en', 'zh', '-o', 'three', '--jobs', '3', '--shard', '100');
    expect(contents('three')).toEqual(contents('corpus'));
  });

  it('has them too after runs that were killed at any moment', async () => {
    const args = ['batch', 'en', 'zh', '-o', 'killed', '--jobs', '2', '--shard', '100', '--resume'];
    await killedAndResumed(args, KILLS);
    expect(contents('killed')).toEqual(contents('corpus'));
  }, 300_000);

  it.each([
    ['a memory', 'm.tmx', []],
    ['Parquet', 'c', ['-f', 'parquet', '--shard', '150']],
    ['pairs found by content', 'f', ['--profile', 'flat', '--pair', 'content', '--shard', '150']],
  ])(
    'has them too where it is %s',
    async (_kind, output, options) => {
      const args = (folder: string) => ['batch', 'en', 'zh', '-o', `${folder}/${output}`, ...options];
      expect(await runCommand(directory, args(`whole-${output}`))).toMatchObject({ status: 0 });
      await killedAndResumed([...args(`killed-${output}`), '--resume'], 4);
      expect(contents(`killed-${output}`)).toEqual(contents(`whole-${output}`));
    },
    300_000,
  );

  it('is not written over, and a run that is over is not begun again', async () => {
    expect(await batch('en', 'zh', '-o', 'corpus')).toMatchObject({
      status: 2,
      err: expect.stringContaining('holds files already'),
    });
    expect(await batch('en', 'zh', '-o', 'corpus', '--shard', '100', '--resume')).toMatchObject({
      status: 0,
      err: expect.stringContaining('nothing left to do'),
    });
  });
});

const KILLS = 20;
const FAULTS = new URL('../helpers/faults.mjs', import.meta.url).href;

/** Kills a command again and again, each time before some call that changes what is on the disk, and lets it come to its end. */
async function killedAndResumed(args: readonly string[], kills: number): Promise<void> {
  const random = randomNumbers(19);
  const upTo = (most: number): number => 1 + Math.floor(most * random());
  const signals: (NodeJS.Signals | null)[] = [];
  for (let kill = 0; kill < kills; kill++) {
    // Nothing that lies between two such calls could make a difference.
    const method = ['writeSync', 'writeSync', 'openSync', 'closeSync', 'renameSync'][upTo(5) - 1]!;
    const fault = `${method} ${upTo(method === 'writeSync' ? 10 : 4)} SIGKILL`;
    signals.push(
      await new Promise((resolve) => {
        const child = spawn(process.execPath, ['--import', FAULTS, BIN, ...args], {
          cwd: directory,
          stdio: 'ignore',
          env: { ...process.env, FAULT: fault },
        });
        child.on('close', (_status, signal) => resolve(signal));
      }),
    );
  }
  expect(signals.filter((signal) => signal === 'SIGKILL').length).toBe(kills);
  const { status } = await runCommand(directory, args);
  expect(status).toBe(0);
}

describe('a run that was ended', () => {
  beforeAll(async () => {
    const args = [BIN, 'batch', 'en', 'zh', '-o', 'ended', '--jobs', '1', '--shard', '100'];
    const child = spawn(process.execPath, args, { cwd: directory, stdio: 'ignore' });
    const journal = join(directory, 'ended/.duiqi-run/journal-00000');
    while (!existsSync(journal)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    // As when it is ended in the midst of a line.
    appendFileSync(journal, '{"row":{"id":"torn"');
  });

  it('is neither begun anew nor gone on with by mistake', async () => {
    expect(await batch('en', 'zh', '-o', 'ended')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--resume goes on with it'),
    });
    expect(await batch('en', 'zh', '-o', 'ended', '--resume', '--min-score', '0.5')).toMatchObject({
      status: 2,
      err: expect.stringContaining('begun with other documents or options'),
    });
  });

  it('goes on', async () => {
    await batch('en', 'zh', '-o', 'ended', '--shard', '100', '--resume');
    expect(contents('ended')).toEqual(contents('corpus'));
  });
});

describe('a project', () => {
  beforeAll(async () => {
    write('project/lease.en.txt', 'The tenant pays 500 yuan a month.\n\nPets are not allowed.\n');
    write('project/lease.zh.txt', '承租人每月支付600元。\n\n不得饲养宠物。\n');
    write('project/notice.md', 'The lift is out of order.\n\n电梯停止使用。\n');
    write('project/packed.txt.gz', gzipSync('The cellar is dry.\n\n地下室很干燥。\n'));
    write('project/no text.bin', Uint8Array.of(0, 0xff, 0, 0x80, 0x81));
    write('project/short.gz', gzipSync('It is cut off.').subarray(0, 12));
    write('project/apart.en.txt', `${UNRELATED.en}\n`);
    write('project/apart.zh.txt', `${UNRELATED.zh}\n`);
    write('project/large.txt', 'I see. 我懂。\n'.repeat(300_000));
    const { status, err } = await batch('project', '-o', 'project/memory.tmx', '--max-mb', '50');
    expect([status, err]).toEqual([0, expect.stringContaining('from 7 documents')]);
  });

  it('becomes one memory, one list of doubts and a row for each document', () => {
    expect(read('project/memory.tmx').match(/<tu /g)).toHaveLength(3);
    expect(read('project/memory.doubtful.tmx').match(/<tu /g)).toHaveLength(1);
    expect(existsSync(join(directory, 'project/memory.doubts.xlsx'))).toBe(true);
    expect(rows('project/memory.manifest.jsonl').map(({ id, status, code }) => [id, status, code])).toEqual([
      ['apart.txt', 'mismatch', 'not-a-translation'],
      ['large.txt', 'error', 'too-large'],
      ['lease.txt', 'ok', ''],
      ['no text.bin', 'error', 'undecodable'],
      ['notice.md', 'ok', ''],
      ['packed.txt.gz', 'ok', ''],
      ['short.gz', 'error', 'bad-input'],
    ]);
  });

  it('keeps apart what are no translations', async () => {
    expect(read('project/memory.tmx')).not.toContain('lighthouse');
    write('unrelated/apart.en.txt', `${UNRELATED.en}\n`);
    write('unrelated/apart.zh.txt', `${UNRELATED.zh}\n`);
    const { status, err } = await batch('unrelated', '-o', 'text.jsonl', '--unaligned');
    expect([status, err]).toEqual([3, expect.stringContaining('"text.manifest.jsonl" says why')]);
    expect(existsSync(join(directory, 'text.jsonl'))).toBe(false);
    expect(read('text.apart.jsonl')).toContain('lighthouse');
  });

  it('is done once more in the same way: what was written is no document', async () => {
    const before = read('project/memory.manifest.jsonl');
    await batch('project', '-o', 'project/memory.tmx', '--max-mb', '50');
    expect(read('project/memory.manifest.jsonl')).toBe(before);
  });
});

it('takes a list in place of folders', async () => {
  write(
    'list.tsv',
    'en\tzh\tscore\nen/001.txt\tzh/001.txt\t0.9\nen/002.txt\tzh/002.txt\t0.8\nen/003.txt\t\t\n',
  );
  const { status } = await batch('--list', 'list.tsv', '-o', 'listed.jsonl');
  expect([status, rows('listed.manifest.jsonl').map(({ id, code }) => [id, code])]).toEqual([
    0,
    [
      ['en/001.txt', ''],
      ['en/002.txt', ''],
      ['en/003.txt', 'no-partner'],
    ],
  ]);
});

it.each([
  [['en', 'zh'], 'name it with -o OUT'],
  [['en', 'zh', '-o', 'x.beads'], 'beads count the sentences of one document'],
  [['none', 'zh', '-o', 'x'], 'cannot read "none": there is no such file.'],
  [['en', '-o', 'x.tmx', '--shard', '5'], '--shard is for a folder'],
  [['en', '--list', 'list.tsv', '-o', 'x'], 'give no folders with it'],
  [['en', 'zh', '-o', 'x', '--max-mb', '10'], '--max-mb takes at least 50'],
])('refuses %j', async (args, message) => {
  const { status, err } = await batch(...args);
  expect(status).toBeGreaterThan(0);
  expect(err).toContain(message);
  expect(existsSync(join(directory, 'x'))).toBe(false);
});
