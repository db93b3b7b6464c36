import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byteLines } from '../../packages/cli/src/corpus/byte-lines.js';
import { documentOfLine, identityOfBeginning } from '../../packages/cli/src/corpus/document-line.js';
import { pairedByName } from '../../packages/cli/src/corpus/document-list.js';
import { BIN, runCommand } from '../helpers/command.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-odd-'));
afterAll(() => rmSync(directory, { recursive: true }));

const EN = 'The oven was repaired in March.\n\nThe baker opens at six.\n';
const ZH = '烤炉三月修好了。\n\n面包师六点开门。\n';
const place = (path: string): string => join(directory, path);
const run = (...args: readonly string[]) => runCommand(directory, args);

function rows(path: string): Record<string, unknown>[] {
  const lines = readFileSync(place(path), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

beforeAll(() => {
  for (const folder of ['en', 'zh', 'dot', 'foreign', 'tabs']) mkdirSync(place(folder));
  writeFileSync(place('en/oven.txt'), EN);
  writeFileSync(place('en/~$oven.txt'), 'a lock');
  writeFileSync(place('zh/oven.txt'), ZH);
  writeFileSync(place('zh/cut.docx'), 'PK\u0003\u0004 is cut off');
  writeFileSync(place('dot/-'), EN + ZH);
  writeFileSync(place('foreign/kept'), 'It is kept.');
  writeFileSync(place('plain'), 'It is kept.');
  writeFileSync(place('tabs/a\tb.txt'), '春天的雨下了三天。\n');
  writeFileSync(place('tabs/oven.txt'), ZH);
  symlinkSync('nowhere.txt', place('en/broken.txt'));
  symlinkSync('.', place('en/loop'));
});

describe('folders', () => {
  it('that were mistaken for each other have their pairs, and rows that say so', async () => {
    mkdirSync(place('papers/en'), { recursive: true });
    mkdirSync(place('papers/zh'));
    writeFileSync(place('papers/en/oven.txt'), ZH);
    writeFileSync(place('papers/zh/oven.txt'), EN);
    writeFileSync(place('exchanged.tsv'), 'papers/en/oven.txt\tpapers/zh/oven.txt\n');
    for (const [name, args] of [
      ['two', ['papers/en', 'papers/zh']],
      ['one', ['papers']],
      ['listed', ['--list', 'exchanged.tsv']],
    ] as const) {
      const { status, err } = await run('batch', ...args, '-o', `${name}.jsonl`, '--jobs', '1');
      expect([status, err]).toEqual([0, expect.stringContaining('sides-exchanged: ')]);
      const [row] = rows(`${name}.manifest.jsonl`);
      expect(row).toMatchObject({ status: 'ok', code: 'sides-exchanged', pairs: 2 });
      expect(row!['message']).toContain('given as English is the Chinese one');
      expect(rows(`${name}.jsonl`)[0]).toMatchObject({ en: 'The oven was repaired in March.', file: [1, 0] });
    }
    // Of two in their places nothing is said, nor of one bilingual text.
    writeFileSync(place('papers/zh/oven.txt'), ZH);
    writeFileSync(place('papers/en/oven.txt'), EN);
    writeFileSync(place('papers/both.txt'), `${ZH}\n${EN}`);
    expect((await run('batch', 'papers', '-o', 'right.jsonl', '--jobs', '1')).status).toBe(0);
    expect(rows('right.manifest.jsonl').map(({ code }) => code)).toEqual(['', '']);
  });

  it('in which something cannot be read are done, with a row that says what', async () => {
    const { status } = await run('batch', 'en', 'zh', '-o', 'odd.jsonl', '--jobs', '1');
    expect(status).toBe(0);
    expect(rows('odd.manifest.jsonl').map(({ id, status, message }) => [id, status, message])).toEqual([
      ['oven.txt', 'ok', ''],
      ['cut.docx', 'nothing', expect.stringContaining('no file in the other language')],
      ['broken.txt', 'error', 'cannot read "en/broken.txt": there is no such file.'],
      ['loop', 'error', 'cannot read "en/loop": its links lead in a circle.'],
    ]);
  });

  it('have names that differ in letters only as systems write them', () => {
    const { documents, alone } = pairedByName(
      ['e', 'z'],
      [
        ['caf\u00e9.txt', 'LEASE.txt'],
        ['cafe\u0301.txt', 'lease.txt'],
      ],
    );
    expect(documents.map(({ files }) => files)).toEqual([
      ['e/caf\u00e9.txt', 'z/cafe\u0301.txt'],
      ['e/LEASE.txt', 'z/lease.txt'],
    ]);
    expect(alone).toEqual([]);
  });

  it('give no two documents one id', () => {
    const { alone } = pairedByName(['e', 'z'], [['x.txt', 'x.txt.gz'], ['x.txt']]);
    expect(alone.map(({ id }) => id)).toEqual(['x.txt', 'x.txt.gz', 'z/x.txt']);
    expect(alone.map(({ namesake }) => namesake)).toEqual(['z/x.txt', 'z/x.txt', 'e/x.txt']);
  });

  it('in which no counterpart is clear have rows that say so', async () => {
    mkdirSync(place('unclear'));
    for (const name of ['a.en.txt', 'a.zh.txt', 'a_中文.txt']) writeFileSync(place(`unclear/${name}`), EN);
    const { status } = await run('batch', 'unclear', '-o', 'unclear.jsonl', '--jobs', '1');
    expect([status, rows('unclear.manifest.jsonl').map(({ code }) => code)]).toEqual([
      3,
      ['no-partner', 'no-partner', 'no-partner'],
    ]);
  });

  it('may hold pictures, styles and the like, which are no documents and are told of once', async () => {
    for (const folder of ['site', 'site/en', 'site/zh', 'site/en/img']) mkdirSync(place(folder));
    for (const side of ['en', 'zh']) {
      writeFileSync(place(`site/${side}/oven.txt`), side === 'en' ? EN : ZH);
      writeFileSync(place(`site/${side}/style.css`), 'body { color: red }');
    }
    for (const name of ['en/logo.PNG', 'en/img/a.png', 'zh/Thumbs.db', 'en/app.js.gz'])
      writeFileSync(place(`site/${name}`), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff));
    const told = '6 files that are no documents left aside: 2 .css, 2 .png, 1 .db and 1 .js\n';
    const skipped = { '.css': 2, '.png': 2, '.db': 1, '.js': 1 };
    for (const [number, inputs] of [
      ['site'],
      ['site/en', 'site/zh'],
      ['site/en', 'site/zh', '--pair', 'content'],
    ].entries()) {
      const { status, err } = await run('batch', ...inputs, '-o', `skipped-${number}`, '--jobs', '1');
      expect([status, err]).toEqual([0, expect.stringContaining(told)]);
      expect(rows(`skipped-${number}/manifest.jsonl`).map(({ status }) => status)).toEqual(['ok']);
      expect(JSON.parse(readFileSync(place(`skipped-${number}/summary.json`), 'utf8'))).toMatchObject({
        documents: 1,
        skipped,
      });
    }
    expect((await run('pair', 'site/en', 'site/zh', '--jobs', '1')).err).toBe(
      `${told}1 pair of files; without a counterpart: 0 English, 0 Chinese\n`,
    );
    const { status, err } = await run('batch', 'site/en/img', '-o', 'pictures.tmx');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining(
        'no files to be read in "site/en/img" (1 file that is no document left aside: 1 .png).',
      ),
    ]);
  });

  it('may hold a file that is called as standard input is', async () => {
    const { status } = await runCommand(place('dot'), ['batch', '.', '-o', '../dash.jsonl', '--jobs', '1']);
    expect([status, rows('dash.jsonl').length]).toEqual([0, 2]);
  });

  // The stand-in is a script of a shell. Ten seconds, since a thread takes some to begin on a machine that is busy.
  it.skipIf(process.platform === 'win32')(
    'with an old Office file at which LibreOffice never ends have a row that says so, and nothing that is left running',
    async () => {
      const office = mkdtempSync(place('office-'));
      const stub = '#!/bin/sh\necho $$ > "$(dirname "$0")/process"\nexec sleep 300\n';
      writeFileSync(join(office, 'soffice'), stub, { mode: 0o755 });
      const old = Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('WordDocument\0', 'utf16le'),
      ]);
      writeFileSync(join(office, 'lease.doc'), old);
      const line = `${JSON.stringify({ id: 'lease', files: [join(office, 'lease.doc')] })}\n`;
      const { status, stdout } = spawnSync(
        process.execPath,
        [BIN, 'stream', '--jobs', '1', '--max-seconds', '10'],
        {
          input: line,
          encoding: 'utf8',
          env: { ...process.env, PATH: `${office}:${process.env.PATH}` },
        },
      );
      expect([status, JSON.parse(stdout)]).toEqual([
        0,
        expect.objectContaining({
          status: 'error',
          code: 'too-long',
          message: `LibreOffice took more than 5 seconds to convert "${join(office, 'lease.doc')}": open it there, and save it as .docx.`,
        }),
      ]);
      const left = Number(readFileSync(join(office, 'process'), 'utf8'));
      expect(() => process.kill(left, 0)).toThrow('ESRCH');
    },
  );

  it('are compared with a reason for what could not be read', async () => {
    const { err } = await run('pair', 'en', 'zh', '--jobs', '1');
    expect(err).toContain('3 files could not be compared:\n  en/broken.txt: cannot read');
    expect(err).toContain('zh/cut.docx: ');
  });

  it('are left out of a list that cannot hold their names, and the others stand in it', async () => {
    const { status, err } = await run('pair', 'en', 'tabs', '-o', 'list.tsv', '--jobs', '1');
    expect(err).toContain('1 name has a tab or a line end, which the list cannot hold;');
    expect(err).toContain(String.raw`"tabs/a\tb.txt"`);
    expect(status).toBe(0);
    expect(readFileSync(place('list.tsv'), 'utf8')).toMatch(
      /^en\tzh\tscore\nen\/oven\.txt\ttabs\/oven\.txt\t[\d.]+\n/,
    );
  });
});

it.each([
  [['-o', 'plain'], '"plain" is a file, and its ending names no format'],
  [['-o', 'foreign', '--resume'], '"foreign" holds files already'],
  [['-o', ''], '-o takes the name'],
  [['-o', 'x.jsonl.gz'], '".jsonl.gz" is the ending of no format that batch writes'],
  [['-o', 'x.tmx', '--profile', 'flat'], '--profile is for JSON lines, not for tmx'],
  [['-o', 'x', '-f', 'parquet', '--columns', 'en'], '--columns is for TSV, not for parquet'],
  [['-o', 'x.jsonl', '--doubtful', 'keep'], '--doubtful is for translation memories'],
])('a batch neither writes over what is there nor passes over an option: %j', async (args, message) => {
  expect(await run('batch', 'en', 'zh', ...args)).toMatchObject({
    status: 2,
    err: expect.stringContaining(message),
  });
});

it('a batch refuses a folder that cannot be made, and does not wait for ever', async () => {
  for (const args of [
    ['batch', 'en', 'zh', '-o', '/proc/none'],
    ['batch', 'en', 'zh', '-o', '/proc/none/x.tmx'],
    ['stream', '--manifest', '/proc/none/x.jsonl'],
  ]) {
    const { status, err } = await run(...args);
    expect([status, err]).toEqual([1, expect.stringMatching(/^duiqi: cannot write "\/proc\/none.*\n$/)]);
  }
});

describe('a run that is over', () => {
  const again = (...args: readonly string[]) => run('batch', ...args, '--jobs', '1', '--resume');

  it('is not gone on with by other documents or options', async () => {
    for (const output of ['over', 'over.tmx']) {
      expect(await again('en', 'zh', '-o', output)).toMatchObject({ status: 0 });
      expect(await again('en', 'zh', '-o', output)).toMatchObject({
        status: 0,
        err: expect.stringContaining('nothing left to do'),
      });
      for (const other of [
        ['en', 'zh', '--min-score', '0.5'],
        ['en', 'tabs'],
        ['en', 'zh', '--pair', 'content'],
      ]) {
        expect(await again(...other, '-o', output)).toMatchObject({
          status: 2,
          err: expect.stringContaining('was written with other documents or options'),
        });
      }
    }
  });

  it('is not over where what it wrote is gone', async () => {
    rmSync(place('over/pairs-00000.jsonl'));
    expect(await again('en', 'zh', '-o', 'over')).toMatchObject({
      status: 2,
      err: expect.stringContaining('"over" lacks "pairs-00000.jsonl"'),
    });
    rmSync(place('over.tmx'));
    expect(await again('en', 'zh', '-o', 'over.tmx')).toMatchObject({ status: 0 });
    expect(readFileSync(place('over.tmx'), 'utf8')).toContain('The oven was repaired');
  });

  it('without pairs ends as it did', async () => {
    const args = ['zh', '-o', 'none.tmx'];
    expect([(await again(...args)).status, (await again(...args)).status]).toEqual([3, 3]);
  });
});

describe('an output in a folder of documents', () => {
  it('is not written over a document', async () => {
    mkdirSync(place('sheets'));
    writeFileSync(place('sheets/oven.csv'), 'en,zh\nThe oven is hot.,烤炉很烫。\n');
    const { status, err } = await run('batch', 'sheets', '-o', 'sheets/oven.csv');
    expect([status, err]).toEqual([2, expect.stringContaining('the output "sheets/oven.csv" is an input')]);
    expect(readFileSync(place('sheets/oven.csv'), 'utf8')).toContain('hot');
  });

  it('is none of those of the next batch either, and no list, card or folder beside it', async () => {
    mkdirSync(place('again'));
    // A number that is wrong is a doubt, so that there is a list of them.
    writeFileSync(place('again/a.txt'), 'The oven was repaired in 9 days.\n\n烤炉3天修好了。\n');
    for (const output of ['one.tmx', 'two.moses', 'corpus', 'deep/er', 'three.jsonl']) {
      const { status } = await run('batch', 'again', '-o', `again/${output}`, '--jobs', '1');
      expect([output, status]).toEqual([output, 0]);
    }
    expect(existsSync(place('again/one.doubts.xlsx'))).toBe(true);
    expect(rows('again/three.manifest.jsonl').map(({ id }) => id)).toEqual(['a.txt']);
    writeFileSync(place('again/corpus/b.txt'), 'The baker opens at six.\n\n面包师六点开门。\n');
    await run('batch', 'again', '-o', 'four.jsonl', '--jobs', '1');
    expect(rows('four.manifest.jsonl').map(({ id }) => id)).toEqual(['a.txt', 'corpus/b.txt']);
  });

  it('is none of them, whatever files it consists of and however they are paired', async () => {
    for (const args of [['sheets'], ['en', 'zh', '--pair', 'content']]) {
      const output = `${args[0]}/out.moses`;
      for (let time = 0; time < 2; time++) await run('batch', ...args, '-o', output, '--jobs', '1');
      const ids = rows(`${args[0]}/out.manifest.jsonl`).map(({ id }) => String(id));
      expect(ids.filter((id) => id.includes('out'))).toEqual([]);
      expect(ids.length).toBeGreaterThan(0);
    }
  });
});

it('a file without its language is none of a pair, and no error', async () => {
  mkdirSync(place('mixed'));
  writeFileSync(place('mixed/oven.txt'), ZH);
  writeFileSync(place('mixed/foreign.txt'), 'The baker sleeps until noon on Sundays.\n');
  await run('batch', 'foreign', 'mixed', '--pair', 'content', '-o', 'lacking.jsonl', '--jobs', '1');
  expect(rows('lacking.manifest.jsonl').map(({ id, status, code }) => [id, status, code])).toEqual([
    ['foreign/kept', 'nothing', 'no-partner'],
    ['mixed/foreign.txt', 'nothing', 'nothing-to-align'],
    ['mixed/oven.txt', 'nothing', 'no-partner'],
  ]);
});

it('pairs in Parquet are for other programs', async () => {
  await run('batch', 'en', 'zh', '-o', 'odd.parquet', '--jobs', '1');
  for (const args of [['export', '-o', 'x.tsv'], ['terms']]) {
    const { status, err } = await run(...args, 'odd.parquet');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('"odd.parquet" is a Parquet file, which duiqi writes'),
    ]);
  }
});

it('a batch leaves no list of doubts that an earlier one has written', async () => {
  for (const [folder, ovens] of [
    ['doubtful', 9],
    ['sure', 3],
  ] as const) {
    mkdirSync(place(folder));
    writeFileSync(place(`${folder}/a.txt`), `The oven was repaired in ${ovens} days.\n\n烤炉3天修好了。\n`);
  }
  const units = async () => {
    const { out } = await run('export', 'memory.doubts.xlsx', '-f', 'jsonl', '--unaligned');
    return out.split('\n').length - 1;
  };
  expect(await run('batch', 'doubtful', '-o', 'v1.0', '-f', 'tmx', '--jobs', '1')).toMatchObject({
    status: 0,
  });
  expect(readFileSync(place('v1.0/pairs-00000.doubtful.tmx'), 'utf8')).toContain('repaired');
  const { err } = await run('batch', 'doubtful', '-o', 'memory.tmx', '--jobs', '1');
  expect(await units()).toBe(1);
  // As of align, the doubtful ones stand in a memory beside it, unless something else is asked for.
  const memories = () =>
    ['memory.tmx', 'memory.doubtful.tmx'].map((name) => readFileSync(place(name), 'utf8'));
  expect(err).toContain('memory.doubtful.tmx has the doubtful pairs');
  expect(memories().map((text) => text.includes('repaired'))).toEqual([false, true]);
  await run('batch', 'doubtful', '-o', 'kept.tmx', '--doubtful', 'keep', '--jobs', '1');
  expect(readFileSync(place('kept.tmx'), 'utf8')).toContain('repaired');
  await run('batch', 'sure', '-o', 'memory.tmx', '--jobs', '1');
  expect(await units()).toBe(0);
  expect(memories().map((text) => text.includes('repaired'))).toEqual([true, false]);
});

it('what stream reads or writes is not written over by its manifest', () => {
  const line = `${JSON.stringify({ id: 'a', en: EN, zh: ZH })}\n`;
  writeFileSync(place('line.jsonl'), line);
  linkSync(place('line.jsonl'), place('linked.jsonl'));
  const [input, output] = [openSync(place('line.jsonl'), 'r'), openSync(place('rows.jsonl'), 'w')];
  const ended = ['line.jsonl', 'linked.jsonl', 'rows.jsonl'].map((manifest) => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'stream', '--manifest', manifest], {
      cwd: directory,
      stdio: [input, output, 'pipe'],
      encoding: 'utf8',
    });
    return [status, stderr.split('\n')[0]];
  });
  for (const descriptor of [input, output]) closeSync(descriptor);
  expect(ended).toEqual([
    [2, 'duiqi: the output "line.jsonl" is an input; name another file.'],
    [2, 'duiqi: the output "linked.jsonl" is an input; name another file.'],
    [2, 'duiqi: standard output goes to "rows.jsonl"; name another file.'],
  ]);
  expect(readFileSync(place('line.jsonl'), 'utf8')).toBe(line);
});

it('pair says so where the folders were mistaken for each other, or are files', async () => {
  expect((await run('pair', 'tabs', 'foreign')).err).toContain('name the folder of the English ones first');
  const { status, err } = await run('pair', 'plain', 'tabs');
  expect([status, err]).toEqual([2, expect.stringContaining('"plain" is a file, and a folder is wanted')]);
});

describe('a list', () => {
  it('may be in UTF-16, as Excel writes it', async () => {
    writeFileSync(place('wide.tsv'), Buffer.from('\uFEFFen/oven.txt\tzh/oven.txt\r\n', 'utf16le'));
    const { status } = await run('batch', '--list', 'wide.tsv', '-o', 'wide.jsonl', '--jobs', '1');
    expect([status, rows('wide.jsonl').length]).toEqual([0, 2]);
  });

  it('may name an original with several translations, and what it names twice is done once', async () => {
    writeFileSync(place('zh/other.txt'), '三月，烤炉修好了。\n\n面包师六点钟开门。\n');
    const lines = ['zh/oven.txt', 'zh/other.txt', 'zh/oven.txt'].map((zh) => `en/oven.txt\t${zh}\n`);
    writeFileSync(place('several.tsv'), [...lines, '\t\t0.5\n'].join(''));
    const { status } = await run('batch', '--list', 'several.tsv', '-o', 'several.jsonl', '--jobs', '1');
    expect(status).toBe(0);
    expect(rows('several.jsonl').map(({ doc }) => doc)).toEqual([
      'en/oven.txt + zh/oven.txt',
      'en/oven.txt + zh/oven.txt',
      'en/oven.txt + zh/other.txt',
      'en/oven.txt + zh/other.txt',
    ]);
    expect(rows('several.manifest.jsonl').map(({ id, code, message }) => [id, code, message])).toEqual([
      ['en/oven.txt + zh/oven.txt', '', ''],
      ['en/oven.txt + zh/other.txt', '', ''],
      ['en/oven.txt + zh/oven.txt:3', 'bad-line', 'line 3 of "several.tsv" names what line 1 names.'],
      ['several.tsv:4', 'bad-line', 'line 4 of "several.tsv" names no file.'],
    ]);
  });

  it.each([
    ['in another encoding', Buffer.from([0xb1, 0xa8, 0x2e, 0x74]), 'is no text in UTF-8 or UTF-16'],
    ['that is empty', Buffer.from('\n'), 'names no files'],
  ])('%s is refused', async (_kind, bytes, message) => {
    writeFileSync(place('bad.tsv'), bytes);
    const { status, err } = await run('batch', '--list', 'bad.tsv', '-o', 'bad.jsonl');
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('a stream', () => {
  const stream = (input: Uint8Array | string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'stream', '--jobs', '1', ...args], {
      input,
    });
    return { status, out: String(stdout), err: String(stderr) };
  };

  it.each([
    ['gzip', gzipSync('{}\n'), 'compressed by gzip: unpack it on the way, as in: zcat FILE | duiqi stream'],
    ['Zstandard', Buffer.from('28b52ffd04', 'hex'), 'zstdcat FILE'],
    ['Parquet', Buffer.from('PAR1'), 'a Parquet file: give its rows as JSON lines'],
    ['UTF-16', Buffer.from('\uFEFF{}\n', 'utf16le'), 'in UTF-16: JSON lines are in UTF-8'],
  ])('in %s is refused as a whole', (_kind, input, message) => {
    expect(stream(input)).toEqual({ status: 2, out: '', err: expect.stringContaining(message) });
  });

  it('from a folder is none', () => {
    const folder = openSync(directory, 'r');
    const ended = [['stream'], ['align', '-']].map((args) =>
      spawnSync(process.execPath, [BIN, ...args], { stdio: [folder, 'pipe', 'pipe'], encoding: 'utf8' }),
    );
    closeSync(folder);
    for (const { status, stderr } of ended)
      expect([status, stderr]).toEqual([1, 'duiqi: cannot read standard input: it is a directory.\n']);
  });

  it('ends with what was wrong with its documents, the first of each kind', () => {
    const list = [
      { id: 'a', en: ['It rains.'], zh: '下雨了。' },
      { id: 'b', files: ['none.txt'] },
      { id: 'c', en: 'x' },
    ];
    const { status, err } = stream(`[\n${list.map((each) => `${JSON.stringify(each)}\n`).join('')}`);
    expect([status, err]).toEqual([
      0,
      '0 pairs from 4 documents; 4 with an error\n' +
        '  bad-input: cannot read "none.txt": there is no such file.\n' +
        '  bad-line: 3, of which the first: line 1 is the beginning of JSON over several lines, and each line holds a document: jq -c ".[]" makes lines of a list.\n',
    ]);
  });

  it('gives only the beginning of a line that is longer than it may be, however it comes', async () => {
    const text = `{"id":"a b","en":"${'x'.repeat(99)}"}\nshort\n\n{"id":7, "en":"${'y'.repeat(99)}"}`;
    for (const size of [1, 7, 64, 1000]) {
      const whole = Buffer.from(text);
      async function* chunks() {
        for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
      }
      const found = [];
      for await (const line of byteLines(chunks(), 50)) found.push(line);
      expect(found.map(({ isCut }) => isCut)).toEqual([true, false, false, true]);
      expect(found.map(({ bytes }) => Buffer.from(bytes).toString().slice(0, 10))).toEqual([
        '{"id":"a b',
        'short',
        '',
        '{"id":7, "',
      ]);
      expect(found.map(({ bytes }) => identityOfBeginning(bytes).id)).toEqual(['a b', '', '', '7']);
    }
  });
});

describe('a line', () => {
  const bytes = (value: string | object) =>
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

  it('may have null for what it does not have, as tables do', () => {
    const row = { id: 1, en: null, zh: null, text: 'It rains. 下雨了。', files: null };
    expect(documentOfLine(bytes(row), 1).content).toEqual({ input: row.text });
  });

  it.each([
    [' \r', 'line 7 is blank: each line holds a document.'],
    [{ id: true, text: 'x' }, 'line 7 has no "id" that is a text or a number'],
    [{ id: 1, en: 'x' }, 'line 7 has no "zh": give "en" and "zh", or "text" for a bilingual text.'],
    [{ id: 1, en: 'x', zh: ['y'] }, 'line 7 gives "zh" as a list: join its texts, with a blank line between'],
    [{ id: 1, en: 1, zh: 'y' }, 'line 7 gives "en" as something else than text.'],
    ['[{', 'line 7 is the beginning of JSON over several lines'],
    ['{"id":1,', 'line 7 is no JSON.'],
  ])('%j is told of as what it is', (value, message) => {
    expect(() => documentOfLine(bytes(value), 7)).toThrow(message);
  });

  it('whose texts were mistaken for each other has its pairs, and says so', async () => {
    const line = `${JSON.stringify({ id: 'a', en: ZH, zh: EN })}\n`;
    const { out } = await runCommand(directory, ['stream', '--jobs', '1'], line);
    const { status, code, message, pairs } = JSON.parse(out);
    expect([status, code, message]).toEqual(['ok', 'sides-exchanged', expect.stringContaining('Chinese')]);
    expect(pairs[0]).toMatchObject({ en: 'The oven was repaired in March.', file: [1, 0], flags: [] });
  });

  it('has its row in a manifest whose folder is missing, or the reason why not', async () => {
    const line = `${JSON.stringify({ id: 'a', en: EN, zh: ZH })}\n`;
    const to = (manifest: string) =>
      runCommand(directory, ['stream', '--jobs', '1', '--manifest', manifest], line);
    expect((await to('new/status.jsonl')).status).toBe(0);
    expect(rows('new/status.jsonl')).toMatchObject([{ id: 'a', status: 'ok', pairs: 2 }]);
    const { status, err } = await to('plain/status.jsonl');
    expect([status, err]).toEqual([1, expect.stringMatching(/^duiqi: cannot write .*directory\.\n$/)]);
  });
});
