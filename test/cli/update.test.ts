import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PairRecord } from 'duiqi/pairs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

const TEXT = CHRONICLE.slice(0, 8);
let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);
const write = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);
const written = (name: string): Promise<string> => readFile(join(directory, name), 'utf8');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-update-'));
  await write('town.txt', TEXT.flat().join('\n\n'));
  await duiqi('align', 'town.txt', '-o', 'old.jsonl');
});

afterEach(() => rm(directory, { recursive: true }));

describe('duiqi align --update', () => {
  it('changes nothing where nothing has changed', async () => {
    const { status, err } = await duiqi('align', 'town.txt', '--update', 'old.jsonl', '-o', 'new.jsonl');
    expect({ status, err }).toEqual({
      status: 0,
      err: expect.stringContaining('\n8 pairs kept (0 confirmed), 0 aligned anew\n'),
    });
    expect(await written('new.jsonl')).toBe(await written('old.jsonl'));
  });

  it('keeps what was confirmed and reworded, aligns the rest, and says what is gone', async () => {
    const old = (await written('old.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as PairRecord);
    const reviewed = old.map((pair, index) => ({
      ...pair,
      ...(index < 3 && { confirmed: true }),
      ...(index === 1 && { zh: '头一年，他们只收了三筐酸苹果。' }),
    }));
    await write('reviewed.jsonl', reviewed.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
    const now = [
      ...TEXT.slice(1, 5),
      ['Nobody remembers the first stationmaster.', '没有人记得第一任站长。'],
      ...TEXT.slice(5),
    ];
    await write('town.txt', now.flat().join('\n\n'));
    const { err } = await duiqi('align', 'town.txt', '--update', 'reviewed.jsonl', '-o', 'new.jsonl');
    expect(err).toContain(
      '\n7 pairs kept (2 confirmed), 1 aligned anew, 1 confirmed pair is no longer in the text\n',
    );
    expect(err).toContain(`Warning: A pair that you had confirmed is no longer in the text: “${TEXT[0][0]}”`);
    const lines = (await written('new.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as PairRecord);
    expect(lines.map(({ en }) => en)).toEqual(now.map(([en]) => en));
    expect(lines[0]).toMatchObject({ zh: '头一年，他们只收了三筐酸苹果。', confirmed: true, id: old[1].id });
  });

  it('refuses to overwrite the pairs that it starts from, and names a file that is not there', async () => {
    const same = await duiqi('align', 'town.txt', '--update', 'old.jsonl', '-o', 'old.jsonl');
    expect(same).toMatchObject({ status: 2, err: expect.stringContaining('is an input') });
    const missing = await duiqi('align', 'town.txt', '--update', 'none.jsonl');
    expect(missing).toMatchObject({
      status: 1,
      err: 'duiqi: cannot read "none.jsonl": there is no such file.\n',
    });
  });
});
