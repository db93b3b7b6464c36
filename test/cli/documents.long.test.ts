import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';

// What the command takes for a document, and how it calls it.

const directory = mkdtempSync(join(tmpdir(), 'duiqi-documents-'));
afterAll(() => rmSync(directory, { recursive: true }));

const EN = 'The ferry sails at noon.\n';
const ZH = '渡轮正午开航。\n';
for (const folder of ['a', 'b', 'a/deep']) {
  mkdirSync(join(directory, folder));
  writeFileSync(join(directory, folder, 'report.txt'), `${EN}\n${ZH}`);
  writeFileSync(join(directory, folder, 'report.csv'), `English,Chinese\n${EN.trim()},${ZH.trim()}\n`);
}
writeFileSync(join(directory, 'a', 'report.en.txt'), EN);
writeFileSync(join(directory, 'b', 'report.zh.txt'), ZH);

interface Line {
  readonly id: string;
  readonly doc: string;
}
async function pairIn(folder: string, ...args: string[]): Promise<Line> {
  const { out } = await runCommand(join(directory, folder), args);
  const { id, doc } = JSON.parse(out);
  return { id, doc };
}

describe('the name of a document', () => {
  it('is its path from here, so that documents of one name have different ids', async () => {
    const [a, b] = [await pairIn('.', 'align', 'a/report.txt'), await pairIn('.', 'align', 'b/report.txt')];
    expect([a.doc, b.doc]).toEqual(['a/report.txt', 'b/report.txt']);
    expect(a.id).not.toBe(b.id);
    const tables = [
      await pairIn('.', 'export', 'a/report.csv', '-f', 'jsonl'),
      await pairIn('.', 'export', 'b/report.csv', '-f', 'jsonl'),
    ];
    expect(tables.map(({ doc }) => doc)).toEqual(['a/report.csv', 'b/report.csv']);
    expect(tables[0].id).not.toBe(tables[1].id);
  });

  it('is the same however the path is written, and tells nothing of the machine', async () => {
    const plain = await pairIn('.', 'align', 'a/report.txt');
    expect(await pairIn('.', 'align', './b/..//a/report.txt')).toEqual(plain);
    expect(await pairIn('.', 'align', join(directory, 'a', 'report.txt'))).toEqual(plain);
    expect((await pairIn('b', 'align', '../a/report.txt')).doc).toBe('../a/report.txt');
    const elsewhere = await pairIn('b', 'align', join(directory, 'a', 'report.txt'));
    expect(elsewhere.doc).toBe('report.txt');
    const { out, err } = await runCommand(join(directory, 'b'), [
      'align',
      join(directory, 'a', 'report.txt'),
      '-f',
      'tmx',
    ]);
    expect(out + err).not.toContain(basename(directory));
  });

  it('is the same whichever of two files is named first', async () => {
    const first = await pairIn('.', 'align', 'a/report.en.txt', 'b/report.zh.txt');
    expect(first.doc).toBe('a/report.en.txt | b/report.zh.txt');
    expect(await pairIn('.', 'align', 'b/report.zh.txt', 'a/report.en.txt')).toEqual(first);
  });

  it('is what the caller says, for standard input too', async () => {
    const named = await pairIn('.', 'align', 'a/report.txt', '--document', 'reports/7');
    expect(named.doc).toBe('reports/7');
    const { out } = await runCommand(directory, ['align', '-', '--document', 'reports/7'], `${EN}\n${ZH}`);
    expect(JSON.parse(out)).toMatchObject(named);
    await runCommand(directory, ['align', 'a/report.txt', '--document', 'reports/7', '-o', 'named.tmx']);
    expect(readFileSync(join(directory, 'named.tmx'), 'utf8')).toContain(`<tu tuid="${named.id}">`);
  });
});

describe('what is no document', () => {
  const json = '{"id":7,"text":"The ferry sails at noon. 渡轮正午开航。"}\n';
  const tmx =
    '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><body></body></tmx>\n';

  it.each([
    ['JSON lines', json + json],
    ['JSON', '[\n  {\n    "en": "The ferry."\n  }\n]\n'],
    ['lists in JSON', '["The ferry.","渡轮。"]\n["Noon.","正午。"]\n'],
    ['JSON in UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['a list over many lines', '[\n  "The ferry.",\n  "渡轮。"\n]\n'],
  ])('%s, by name or not', async (_, text) => {
    writeFileSync(join(directory, 'docs.jsonl'), text);
    writeFileSync(join(directory, 'docs'), text);
    for (const [args, name] of [
      [['align', 'docs.jsonl'], '"docs.jsonl"'],
      [['align', 'docs'], '"docs"'],
      [['segment', 'docs'], '"docs"'],
    ] as const) {
      const { status, out, err } = await runCommand(directory, args);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err.split('\n')).toHaveLength(3);
      expect(err).toContain(
        `${name} holds JSON, which is no document: duiqi export reads pairs in JSON lines`,
      );
    }
  });

  it.each([
    ['TMX', tmx, 'holds pairs already: duiqi export writes them in other formats.'],
    [
      'XLIFF',
      '<xliff version="2.1"></xliff>',
      'holds pairs already: duiqi export writes them in other formats.',
    ],
    ['JSON lines', json, 'holds JSON, which is no document'],
  ])('%s from standard input', async (_, text, sentence) => {
    const { status, out, err } = await runCommand(directory, ['align', '-'], text);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`standard input ${sentence}`);
  });

  it('beads, which hold no text that export could write', async () => {
    writeFileSync(join(directory, 'got.beads'), '[0]:[0]\n');
    const { status, err } = await runCommand(directory, ['align', 'got.beads']);
    expect(status).toBe(2);
    expect(err).toContain('"got.beads" holds numbers of sentences: give the two texts that they count.');
  });

  it.each([
    ['a text that begins with a bracket', `[1]\n\n[Note] ${EN}\n${ZH}`],
    ['a text with braces', `{The ferry} sails at noon.\n\n${ZH}`],
    ['a text about TMX', `A unit is \`<tmx version="1.4">\`, and the ferry sails.\n\n${ZH}`],
  ])('but %s is one', async (_, text) => {
    expect((await runCommand(directory, ['align', '-'], text)).status).toBe(0);
  });

  it('but files of strings are, and JSON lines of that name are not', async () => {
    writeFileSync(join(directory, 'en.json'), '{ "ferry": { "noon": "The ferry sails at noon." } }');
    writeFileSync(join(directory, 'zh.json'), '{ "ferry": { "noon": "渡轮中午开航。" } }');
    const { status, out } = await runCommand(directory, [
      'align',
      'en.json',
      'zh.json',
      '-f',
      'tsv',
      '--columns',
      'en,zh',
    ]);
    expect({ status, out }).toEqual({ status: 0, out: 'en\tzh\nThe ferry sails at noon.\t渡轮中午开航。\n' });
    writeFileSync(join(directory, 'lines.json'), json + json);
    expect((await runCommand(directory, ['align', 'lines.json'])).status).toBe(2);
  });

  it('but what the caller calls a text', async () => {
    expect((await runCommand(directory, ['align', '-', '--format', 'text'], json)).status).not.toBe(2);
  });
});
