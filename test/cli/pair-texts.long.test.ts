import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';

// Pairs as text, through the command: JSONL with its profiles, TSV with its columns, Moses with its two files.

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-pairs-'));
  await writeFile(join(directory, 'pairs.tsv'), 'en\tzh\tscore\nRain.\t雨。\t0.5\nSnow.\t雪。\t1\n');
  await writeFile(join(directory, 'bare.tsv'), '0.5\t雨。\tRain.\n');
});

afterAll(() => rm(directory, { recursive: true }));

const duiqi = (...args: string[]) => runCommand(directory, ['export', ...args]);

describe('duiqi export', () => {
  it('writes a profile in either direction, and reads it again', async () => {
    const { out } = await duiqi('pairs.tsv', '--profile', 'flat', '--direction', 'zh-en');
    expect(out.split('\n')[0]).toBe('{"src":"雨。","tgt":"Rain.","score":0.5}');
    await writeFile(join(directory, 'flat.jsonl'), out);
    const back = await duiqi('flat.jsonl', '-f', 'tsv', '--columns', 'en,zh,score');
    expect(back.out).toBe(await readFile(join(directory, 'pairs.tsv'), 'utf8'));
    expect(back.err).toBe(
      '"flat.jsonl" does not say which text is in which language; by their characters it has Chinese first.\n',
    );
  });

  it('gives a date to the profile that has one', async () => {
    const { out } = await duiqi('pairs.tsv', '--profile', 'mnbvc', '--date', '20260131T080000Z');
    expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({
      en_text: 'Rain.',
      zh_text: '雨。',
      时间: '20260131',
    });
  });

  it('writes any columns, whatever the file read has', async () => {
    const { out } = await duiqi('pairs.tsv', '-f', 'tsv', '--columns', 'score,zh');
    expect(out).toBe('score\tzh\n0.5\t雨。\n1\t雪。\n');
  });

  it('is told what the columns of a file without names hold', async () => {
    const refused = await duiqi('bare.tsv');
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('"bare.tsv" has 3 columns') });
    expect(refused.err).toContain('--from-columns');
    const { out } = await duiqi('bare.tsv', '--from-columns', 'score,zh,en', '--profile', 'st');
    expect(out).toBe('{"anchor":"Rain.","positive":"雨。"}\n');
    const wrong = await duiqi('bare.tsv', '--from-columns', 'score,zh');
    expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('columns must name an English') });
  });

  it('takes names of columns to be written for none of the file read', async () => {
    await writeFile(join(directory, 'numbered.csv'), 'ID,Source,Target\n7,Rain.,雨。\n8,Snow.,雪。\n');
    for (const command of ['export', 'merge']) {
      const args = [command, 'numbered.csv', '--columns', 'en,zh', '-f', 'tsv'];
      const { out } = await runCommand(directory, args);
      expect(out).toBe('en\tzh\nRain.\t雨。\nSnow.\t雪。\n');
    }
    await writeFile(join(directory, 'bare.csv'), '雨。,Rain.,7\n');
    const named = await duiqi('bare.csv', '--from-columns', 'zh,en,-', '--columns', 'en,zh', '-f', 'tsv');
    expect(named.out).toBe('en\tzh\nRain.\t雨。\n');
    const wrong = await duiqi('bare.csv', '--from-columns', 'en,score');
    expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('columns must name an English') });
  });

  it('refuses names of columns for formats that have none to choose', async () => {
    const { status, err } = await duiqi('pairs.tsv', '--columns', 'en,zh', '-o', 'pairs.tmx');
    expect(status).toBe(2);
    expect(err).toContain('--columns is for TSV, not for tmx; --from-columns names those of the input.');
  });

  it('reads Moses files in either order', async () => {
    await duiqi('pairs.tsv', '-o', 'corpus.moses');
    for (const files of [
      ['corpus.en', 'corpus.zh'],
      ['corpus.zh', 'corpus.en'],
    ]) {
      const { out } = await duiqi(...files, '--profile', 'hf');
      expect(out.split('\n')[0]).toBe('{"translation":{"en":"Rain.","zh":"雨。"}}');
    }
  });
});
