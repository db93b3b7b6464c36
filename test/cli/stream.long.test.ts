import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawValue } from '../../packages/cli/src/corpus/raw-value.js';
import { pairLines } from '../../packages/cli/src/corpus/rows.js';
import { BIN, type Ended, runCommand } from '../helpers/command.js';
import { recordOf } from '../helpers/pair-records.js';
import { UNRELATED } from '../helpers/unrelated-texts.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-stream-'));
afterAll(() => rmSync(directory, { recursive: true }));

interface Row {
  readonly id: string;
  readonly meta: unknown;
  readonly status: string;
  readonly code: string;
  readonly message: string;
  readonly quality: number;
  readonly signature: string;
  readonly pairs: readonly Readonly<Record<string, unknown>>[];
}

const KEYS = ['id', 'meta', 'status', 'code', 'message', 'quality', 'signature', 'pairs'];
const PAIR_KEYS = 'id en zh score bead clause clause_zh flags en_spans zh_spans doc file'.split(' ');

const MILL = { en: 'The mill grinds rye.\n\nIt was built in 1850.', zh: '磨坊磨黑麦。\n\n它建于1850年。' };

function lines(...documents: readonly unknown[]): string {
  return documents.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join('');
}

async function stream(input: string, ...args: readonly string[]): Promise<Ended & { rows: Row[] }> {
  const ended = await runCommand(directory, ['stream', ...args], input);
  const rows = ended.out.split('\n').slice(0, -1);
  return { ...ended, rows: rows.map((row) => JSON.parse(row)) };
}

describe('the protocol', () => {
  let ended: Awaited<ReturnType<typeof stream>>;
  beforeAll(async () => {
    writeFileSync(join(directory, 'mill.txt'), `${MILL.en}\n\n${MILL.zh}\n`);
    writeFileSync(join(directory, 'mill.bin'), Uint8Array.of(0x80, 0x00, 0xff, 0x00, 0x81));
    ended = await stream(
      lines(
        { id: 'two', ...MILL, meta: { url: 'a' } },
        'no JSON',
        '',
        { id: 3, text: `${MILL.en}\n\n${MILL.zh}` },
        { id: 'files', files: ['mill.txt'] },
        { id: 'gone', files: ['gone.txt'], meta: 'kept' },
        { id: 'bytes', files: ['mill.bin'] },
        { id: 'one side', en: MILL.en },
        { id: 'both', ...MILL, text: 'x' },
        { id: 'number', text: 1 },
        { ...MILL, meta: [1] },
        '["a list"]',
        { id: 'English', text: 'There is nothing here but English, and there will be nothing else.' },
        { id: 'apart', ...UNRELATED },
        `{"zh":"早。\u2028","en":"Good morning.","id":"\\ud800"}\r`,
      ),
    );
  });

  it('answers each line with a row, in order, and ends well', () => {
    expect([ended.status, ended.rows.length]).toEqual([0, 15]);
    expect(ended.rows.map(({ id, status, code }) => [id, status, code])).toEqual([
      ['two', 'ok', ''],
      ['', 'error', 'bad-line'],
      ['', 'error', 'bad-line'],
      ['3', 'ok', ''],
      ['files', 'ok', ''],
      ['gone', 'error', 'bad-input'],
      ['bytes', 'error', 'undecodable'],
      ['one side', 'error', 'bad-line'],
      ['both', 'error', 'bad-line'],
      ['number', 'error', 'bad-line'],
      ['', 'error', 'bad-line'],
      ['', 'error', 'bad-line'],
      ['English', 'nothing', 'nothing-to-align'],
      ['apart', 'mismatch', 'not-a-translation'],
      ['\uFFFD', 'ok', ''],
    ]);
    expect(ended.err).toContain('from 15 documents; 1 with nothing to align, 1 that are no translations');
  });

  it('writes every key on every row, of one type', () => {
    for (const row of ended.rows) {
      expect(Object.keys(row)).toEqual(KEYS);
      expect([typeof row.id, typeof row.code, typeof row.message, typeof row.quality]).toEqual([
        'string',
        'string',
        'string',
        'number',
      ]);
      expect(row.message === '').toBe(row.status === 'ok');
      for (const pair of row.pairs) expect(Object.keys(pair)).toEqual(PAIR_KEYS);
    }
    expect(ended.out.match(/"quality":\d+[,}]/)).toBe(null);
  });

  it('says which line is wrong, and keeps what can be told of it', () => {
    expect(ended.rows[1]?.message).toBe('line 2 is no JSON.');
    expect(ended.rows[5]).toMatchObject({ meta: 'kept', message: expect.stringContaining('"gone.txt"') });
    expect(ended.rows[10]).toMatchObject({ meta: [1], message: expect.stringContaining('"id"') });
    expect(ended.rows[12]?.message).toContain('"English"');
  });

  it('gives pairs the ids that align gives them', async () => {
    const { out } = await runCommand(directory, ['align', 'mill.txt', '--document', 'files']);
    const wanted = out.split('\n').slice(0, -1);
    expect(ended.rows[4]?.pairs.map(({ id, doc }) => [id, doc])).toEqual(
      wanted.map((each) => [JSON.parse(each).id, 'files']),
    );
  });

  it('answers before the next line comes', async () => {
    const child = spawn(process.execPath, [BIN, 'stream', '--quiet'], { cwd: directory });
    const answers: string[] = [];
    for (const id of ['first', 'second']) {
      child.stdin.write(lines({ id, ...MILL }));
      answers.push(
        await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data)))),
      );
    }
    child.stdin.end();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([answers.map((each) => JSON.parse(each).id), status]).toEqual([['first', 'second'], 0]);
  });
});

describe('meta', () => {
  it('is handed through as it is written', async () => {
    const meta = '{"z": 1.0,"a":[12345678901234567890, "\\u00e9}\\""],"2":1e3, "1":null}';
    const { out } = await stream(`{"id":"a","meta":${meta} ,"en":"Yes.","zh":"是。"}\n`);
    expect(out).toContain(`"meta":${meta},"status"`);
  });

  it('is found in any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
        fc.nat(4),
        (rest, meta, indent) => {
          const object = { ...rest, meta, more: rest };
          const found = rawValue(JSON.stringify(object, null, indent), 'meta');
          expect(JSON.parse(found!)).toEqual(JSON.parse(JSON.stringify(meta)));
        },
      ),
      { seed: 19, numRuns: 300 },
    );
    expect(rawValue('{"a":{"meta":1}}', 'meta')).toBe(undefined);
    expect(rawValue('{"meta":1,"meta":[2 ] }', 'meta')).toBe('[2 ]');
    expect(rawValue(' {"m\\u0065ta" : -1.50e+3 }', 'meta')).toBe('-1.50e+3');
  });
});

it('writes the same bytes whatever the jobs, and the same rows whatever the order', async () => {
  const documents = Array.from({ length: 40 }, (_, n) => ({
    id: `d${n}`,
    en: `Mill ${n} grinds rye.\n\n`.repeat(1 + ((n * 7) % 13)) + MILL.en,
    zh: `磨坊${n}磨黑麦。\n\n`.repeat(1 + ((n * 7) % 13)) + MILL.zh,
  }));
  const [one, three, reversed] = await Promise.all([
    stream(lines(...documents), '--jobs', '1'),
    stream(lines(...documents), '--jobs', '3'),
    stream(lines(...[...documents].reverse()), '--jobs', '2'),
  ]);
  expect(three.out).toBe(one.out);
  expect([...reversed.rows].reverse()).toEqual(one.rows);
});

describe('a document that takes too much', () => {
  const long = (sentences: number) => ({
    en: Array.from({ length: sentences }, (_, n) => `Mill ${n} grinds rye and ${n * 7} sacks.`).join('\n'),
    zh: Array.from({ length: sentences }, (_, n) => `磨坊${n}磨黑麦和${n * 7}袋。`).join('\n'),
  });

  const ENDLESS = { en: 'I see. '.repeat(300_000), zh: '我懂。'.repeat(300_000) };

  it('of time is given up, and its thread replaced', async () => {
    const input = lines({ id: 'a', ...MILL }, { id: 'slow', meta: 1, ...long(30_000) }, { id: 'b', ...MILL });
    const { rows, status } = await stream(input, '--jobs', '1', '--max-seconds', '1.5');
    expect(rows.map(({ id, status, code }) => [id, status, code])).toEqual([
      ['a', 'ok', ''],
      ['slow', 'error', 'too-long'],
      ['b', 'ok', ''],
    ]);
    expect([rows[1]?.meta, status]).toEqual([1, 0]);
  });

  it('of memory is given up, and its thread replaced', async () => {
    const input = lines({ id: 'a', ...MILL }, { id: 'large', ...ENDLESS }, { id: 'b', ...MILL });
    const { rows, status } = await stream(input, '--jobs', '1', '--max-mb', '50');
    expect(rows.map(({ id, status, code }) => [id, status, code])).toEqual([
      ['a', 'ok', ''],
      ['large', 'error', 'too-large'],
      ['b', 'ok', ''],
    ]);
    expect(status).toBe(0);
  });
});

it('what one document has left in memory is not laid to the next one', async () => {
  const large = { en: 'The oven was repaired. '.repeat(20_000), zh: '烤炉修好了。'.repeat(20_000) };
  const { rows } = await stream(
    lines({ id: 'large', ...large }, { id: 'b', ...MILL }),
    '--jobs',
    '1',
    '--max-mb',
    '60',
  );
  expect(rows.map(({ id, code }) => [id, code])).toEqual([
    ['large', 'too-large'],
    ['b', ''],
  ]);
});

describe('rules for segments', () => {
  const RULES =
    '<srx version="2.0"><header cascade="yes"/><body><languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>[;；]</beforebreak><afterbreak></afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern="(EN|ZH).*" languagerulename="all"/></maprules></body></srx>';
  const DOCUMENT = { en: 'The mill grinds rye; the miller sleeps.', zh: '磨坊磨黑麦；磨坊主睡着了。' };

  it('are those of every thread, as of align', async () => {
    writeFileSync(join(directory, 'semicolon.srx'), RULES);
    writeFileSync(join(directory, 'rules.txt'), `${DOCUMENT.en}\n\n${DOCUMENT.zh}\n`);
    const documents = ['a', 'b', 'c'].map((id) => ({ id, files: ['rules.txt'] }));
    const { rows, status } = await stream(lines(...documents), '--jobs', '2', '--rules', 'semicolon.srx');
    expect(status).toBe(0);
    const { out } = await runCommand(directory, ['align', 'rules.txt', '--rules', 'semicolon.srx']);
    const wanted = out.split('\n').slice(0, -1);
    expect(wanted).toHaveLength(2);
    for (const { pairs } of rows) {
      expect(pairs.map(({ en, zh }) => [en, zh])).toEqual(
        wanted.map((line) => [JSON.parse(line).en, JSON.parse(line).zh]),
      );
    }
  });

  it('are refused before anything is aligned', async () => {
    writeFileSync(join(directory, 'bad.srx'), 'no rules');
    const refused = await stream(lines({ id: 'a', ...DOCUMENT }), '--rules', 'bad.srx');
    expect(refused).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/^duiqi: .*bad\.srx.*\n$/),
    });
  });
});

it('writes pairs with the same fields, whatever a pair has', () => {
  const text = 'He wrote "numbers":"5 | –", "en_spans":[] and "score":1, in the book.';
  const records = [
    recordOf({ en: text, zh: '是。', score: 1, flags: ['number-mismatch'] }),
    recordOf({ en: 'Rain.', zh: '雨\u2028\ud800', clause: '1' }),
  ].map((record) => ({ ...record, numbers: '5 | –', confirmed: true as const, note: 'So it is.' }));
  const found = [...pairLines(records)];
  for (const line of found) expect(Object.keys(JSON.parse(line))).toEqual(PAIR_KEYS);
  expect(found[0]).toContain('"score":1.0,');
  expect(JSON.parse(found[0]!)).toMatchObject({ en: text, flags: ['number-mismatch'] });
  expect(found[1]).toContain('"zh":"雨\\u2028\uFFFD"');
});

describe('flat pairs', () => {
  it('carry what was handed through, and the rest goes to the manifest', async () => {
    const input = lines({ id: 'a', ...MILL, meta: { url: 'x' } }, 'bad', { id: 'b', ...MILL });
    const { rows, status } = await stream(input, '--pairs', 'flat', '--manifest', 'status.jsonl');
    expect(status).toBe(0);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => [...PAIR_KEYS, 'meta']));
    const manifest = readFileSync(join(directory, 'status.jsonl'), 'utf8').split('\n').slice(0, -1);
    expect(manifest.map((row) => JSON.parse(row))).toMatchObject([
      { id: 'a', status: 'ok', pairs: 2 },
      { id: '', status: 'error', pairs: 0 },
      { id: 'b', status: 'ok', pairs: 2 },
    ]);
    expect(Object.keys(JSON.parse(manifest[0]!))).toEqual(KEYS);
  });

  it('want a manifest', async () => {
    const { status, err } = await stream('', '--pairs', 'flat');
    expect([status, err]).toEqual([2, expect.stringContaining('--manifest FILE')]);
  });
});

it('takes no files, and align names it where it is given such lines', async () => {
  expect(await runCommand(directory, ['stream', 'mill.txt'])).toMatchObject({
    status: 2,
    err: expect.stringContaining('stream takes no files: it reads standard input.'),
  });
  expect(await runCommand(directory, ['align', '-'], lines({ id: 'a', ...MILL }))).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('duiqi stream aligns documents in them'),
  });
});

it('ends quietly when nobody reads on', async () => {
  const input = lines(...Array.from({ length: 300 }, (_, n) => ({ id: n, ...MILL })));
  const { status, err } = await runCommand(directory, ['stream'], input, (_chunk, close) => close());
  expect([status, err]).toEqual([0, '']);
});
