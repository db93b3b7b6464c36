import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJsonl } from 'duiqi/pairs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { pairOf } from '../helpers/pair-records.js';

let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);
const written = (name: string): Promise<string> => readFile(join(directory, name), 'utf8');

const pears = pairOf('The pears are ripe.', '梨熟了。', { score: 0.9 });
const wasps = pairOf('Wasps come at noon.', '黄蜂中午来。', { score: 0.4 });
const plums = pairOf('The plums are ripe.', '梨熟了。', { score: 0.5 });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-merge-'));
  await writeFile(join(directory, 'a.jsonl'), [...toJsonl([pears, wasps])].join(''));
  await writeFile(join(directory, 'b.jsonl'), [...toJsonl([{ ...wasps, score: 0.8 }, plums])].join(''));
});

afterEach(() => rm(directory, { recursive: true }));

describe('duiqi merge', () => {
  it('writes one memory in several formats and says what it found', async () => {
    const { status, out, err } = await duiqi(
      'merge',
      'a.jsonl',
      'b.jsonl',
      '-o',
      'all.tmx',
      '-o',
      'all.jsonl',
    );
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toBe(
      [
        '2 pairs in "a.jsonl"',
        '2 pairs in "b.jsonl"',
        '3 different pairs; 1 repeat left out, 2 in conflict',
        'Written to all.tmx, all.doubtful.tmx and all.jsonl.',
        'all.doubtful.tmx has the doubtful pairs: in OmegaT put it into tm/penalty-30, in Trados and memoQ give it a penalty, and none of them is inserted as if it were certain.\n',
      ].join('\n'),
    );
    const lines = (await written('all.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { en: pears.en, flags: ['conflict'] },
      { en: wasps.en, score: 0.8, flags: [] },
      { en: plums.en, flags: ['conflict'] },
    ]);
    expect((await written('all.tmx')).match(/<tu /g)).toHaveLength(1);
    expect((await written('all.doubtful.tmx')).match(/<tu /g)).toHaveLength(2);
  });

  it('writes JSON lines to standard output, and takes the options of writing', async () => {
    const { status, out, err } = await duiqi('merge', 'a.jsonl', 'b.jsonl', '--drop', 'conflict', '-q');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ en: wasps.en });
  });

  it('refuses an output that is an input, no input, and a file that is not there', async () => {
    expect((await duiqi('merge', 'a.jsonl', 'b.jsonl', '-o', 'a.jsonl')).err).toMatch(/is an input/);
    expect((await duiqi('merge', '-o', 'all.tmx')).status).toBe(2);
    const missing = await duiqi('merge', 'a.jsonl', 'none.jsonl', '-o', 'all.tmx');
    expect(missing).toMatchObject({
      status: 1,
      err: 'duiqi: cannot read "none.jsonl": there is no such file.\n',
    });
    await expect(written('all.tmx')).rejects.toThrow();
  });
});
