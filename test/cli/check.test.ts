import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMORY } from '../helpers/broken-memories.js';
import { runCommand } from '../helpers/command.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-check-'));
});

afterEach(() => rm(directory, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(directory, name), text);
const duiqi = (args: readonly string[], input?: string) => runCommand(directory, ['check', ...args], input);

describe('duiqi check', () => {
  it('says of a sound file that nothing was found', async () => {
    await put('a.tmx', MEMORY);
    expect(await duiqi(['a.tmx'])).toEqual({ status: 0, out: '', err: 'a.tmx: no errors, no warnings.\n' });
    expect(await duiqi(['-'], MEMORY)).toMatchObject({
      status: 0,
      err: 'standard input: no errors, no warnings.\n',
    });
  });

  it('lists errors by their places and ends with 1', async () => {
    await put('a.tmx', MEMORY.replace('zh-CN', 'zh_CN').replace('12张', '13张'));
    const { status, out, err } = await duiqi(['a.tmx']);
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^a\.tmx:6:\d+ error {4}lang-tag {2}"zh_CN" is no .*: write zh-CN\.$/),
      expect.stringMatching(/^a\.tmx:7:1 warning {2}number-mismatch {2}The numbers differ/),
      '',
    ]);
    expect(err).toBe(
      'duiqi: a.tmx: 1 error (1 lang-tag), 1 warning (1 number-mismatch). With --fix, 1 of them would be repaired.\n',
    );
  });

  it('ends with 0 where there are warnings only', async () => {
    await put('a.tmx', MEMORY.replace('12张', '13张'));
    expect(await duiqi(['a.tmx', '-q'])).toEqual({
      status: 0,
      out: '',
      err: 'a.tmx: no errors, 1 warning (1 number-mismatch).\n',
    });
  });

  it('lists the first 20 of a code, or all', async () => {
    const lines = Array.from({ length: 25 }, (_, at) => `{"en":"line ${at}","zh":""}\n`);
    await put('a.jsonl', lines.join(''));
    const some = await duiqi(['a.jsonl']);
    expect(some.out.trimEnd().split('\n')).toHaveLength(21);
    expect(some.out).toMatch(/\n… and 5 more empty\n$/);
    expect((await duiqi(['a.jsonl', '--all'])).out.trimEnd().split('\n')).toHaveLength(25);
  });

  it('writes a repaired copy, and ends with 0 where no error is left', async () => {
    const text = MEMORY.replace('zh-CN', 'zh_CN');
    await put('a.tmx', text);
    const { status, err } = await duiqi(['a.tmx', '--fix', 'b.tmx']);
    expect([status, err]).toEqual([
      0,
      'a.tmx: 1 error (1 lang-tag), no warnings.\nb.tmx: 1 finding (1 lang-tag) repaired.\n',
    ]);
    expect(await readFile(join(directory, 'b.tmx'), 'utf8')).toBe(MEMORY);
    expect(await readFile(join(directory, 'a.tmx'), 'utf8')).toBe(text);
  });

  it.each([
    ['memory.fixed.tmx', ['memory.tmx', '--fix']],
    ['memory.fixed.tmx', ['--fix', 'memory.tmx']],
    ['b.tmx', ['memory.tmx', '--fix', '-o', 'b.tmx']],
  ])('calls it %s for %s', async (copy, args) => {
    await put('memory.tmx', MEMORY.replace('zh-CN', 'zh_CN'));
    expect(await duiqi(args)).toMatchObject({ status: 0 });
    expect(await readFile(join(directory, copy), 'utf8')).toBe(MEMORY);
  });

  it('says what cannot be repaired, and ends with 1', async () => {
    await put('a.tmx', MEMORY.replace('</body>', ''));
    const { status, err } = await duiqi(['a.tmx', '--fix', 'b.tmx']);
    expect(status).toBe(1);
    expect(err).toMatch(
      /\nduiqi: 1 error \(1 not-well-formed\) cannot be repaired without you: see the list\.\n$/,
    );
  });

  it('names no copy without --fix', async () => {
    await put('a.tmx', MEMORY);
    const { status, err } = await duiqi(['a.tmx', '-o', 'b.tmx']);
    expect([status, err]).toEqual([2, expect.stringMatching(/only with --fix/)]);
    expect(await readdir(directory)).toEqual(['a.tmx']);
  });

  it('never writes over its input', async () => {
    await put('a.tmx', MEMORY);
    expect(await duiqi(['a.tmx', '--fix', './a.tmx'])).toMatchObject({ status: 2 });
    expect(await readdir(directory)).toEqual(['a.tmx']);
  });

  it('refuses what it cannot check', async () => {
    await put('a.csv', 'en,zh\n');
    expect(await duiqi(['a.csv'])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/is neither TMX nor/),
    });
  });
});
