import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJsonl } from 'duiqi/pairs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BIN, type Ended, runCommand } from '../helpers/command.js';
import { pairOf } from '../helpers/pair-records.js';

let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);
const place = (name: string): string => join(directory, name);
const write = (name: string, text: string): void => writeFileSync(place(name), text);
const written = (name: string): string => readFileSync(place(name), 'utf8');

const PAIRS = [pairOf('The weir was mended.', '堰修好了。'), pairOf('The eels came back.', '鳗鱼回来了。')];
const TSV = 'en\tzh\nThe weir was mended.\t堰修好了。\nThe eels came back.\t鳗鱼回来了。\n';
const AS_TSV = ['--columns', 'en,zh', '-f', 'tsv', '-q'] as const;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duiqi-outputs-'));
  write('weir.jsonl', [...toJsonl(PAIRS)].join(''));
});

afterEach(() => rmSync(directory, { recursive: true }));

/** Runs a script of the shell in which `duiqi` is the command. */
function shell(script: string): Promise<Ended> {
  const command = `duiqi() { "${process.execPath}" "${BIN}" "$@"; }\n${script}`;
  const child = spawn('sh', ['-c', command], { cwd: directory });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  child.stdin.end();
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

describe('temporary files', () => {
  it('go through no link that somebody has put in their place', async () => {
    write('victim', 'mine');
    const { status } = await shell(
      `ln -s victim ".duiqi-$$-0.tmp"; exec "${process.execPath}" "${BIN}" export weir.jsonl -o a.tsv -q`,
    );
    expect(status).toBe(0);
    expect(written('victim')).toBe('mine');
    expect(lstatSync(place('a.tsv')).isSymbolicLink()).toBe(false);
  });

  it('of processes with the same number are different ones', async () => {
    write('same.mjs', "Object.defineProperty(process, 'pid', { value: 7 });");
    const names = Array.from({ length: 6 }, (_, index) => `rows-${index}`);
    for (const name of names) {
      const pairs = Array.from({ length: 5000 }, (_, index) => pairOf(`${name}, ${index}.`, `第${index}。`));
      write(`${name}.jsonl`, [...toJsonl(pairs)].join(''));
    }
    const exports = names.map((name) => `duiqi export ${name}.jsonl -o ${name}.tsv --columns en,zh -q &`);
    const { err } = await shell(`export NODE_OPTIONS="--import ./same.mjs"\n${exports.join('\n')}\nwait`);
    expect(err).toBe('');
    for (const name of names) {
      const lines = written(`${name}.tsv`).trimEnd().split('\n').slice(1);
      expect([lines.length, lines.every((line) => line.startsWith(`${name}, `))]).toEqual([5000, true]);
    }
  });
});

describe('a file that is replaced', () => {
  it.each([0o600, 0o640, 0o664, 0o444])('keeps its mode %o', async (mode) => {
    write('old.tsv', 'old');
    chmodSync(place('old.tsv'), mode);
    expect(await duiqi('export', 'weir.jsonl', '-o', 'old.tsv', ...AS_TSV)).toMatchObject({ status: 0 });
    expect(statSync(place('old.tsv')).mode & 0o7777).toBe(mode);
    expect(written('old.tsv')).toBe(TSV);
  });

  it.runIf(process.getuid?.() === 0)('keeps its owner', async () => {
    write('old.tsv', 'old');
    chownSync(place('old.tsv'), 4321, 1234);
    await duiqi('export', 'weir.jsonl', '-o', 'old.tsv', '-q');
    const { uid, gid } = statSync(place('old.tsv'));
    expect([uid, gid]).toEqual([4321, 1234]);
  });

  it('has the mode that the user gives to new files where it is new', async () => {
    const { status } = await shell('umask 027; duiqi export weir.jsonl -o new.tsv -q');
    expect([status, statSync(place('new.tsv')).mode & 0o777]).toEqual([0, 0o640]);
  });
});

describe('links', () => {
  it.each([
    ['that lead nowhere yet', 'later/real.tsv', 'later/real.tsv'],
    ['to links', 'second.tsv', 'real.tsv'],
    ['through a folder and back', 'folder/../real.tsv', 'elsewhere/real.tsv'],
  ])('%s are followed', async (_, target, real) => {
    mkdirSync(place('elsewhere/inner'), { recursive: true });
    symlinkSync('elsewhere/inner', place('folder'));
    symlinkSync('real.tsv', place('second.tsv'));
    symlinkSync(target, place('link.tsv'));
    expect(await duiqi('export', 'weir.jsonl', '-o', 'link.tsv', ...AS_TSV)).toMatchObject({ status: 0 });
    expect(lstatSync(place('link.tsv')).isSymbolicLink()).toBe(true);
    expect(written(real)).toBe(TSV);
  });

  it('a name that goes through a link and back is where the system has it', async () => {
    mkdirSync(place('elsewhere/inner'), { recursive: true });
    symlinkSync('elsewhere/inner', place('folder'));
    await duiqi('export', 'weir.jsonl', '-o', 'folder/../real.tsv', ...AS_TSV);
    expect(written('elsewhere/real.tsv')).toBe(TSV);
  });

  it('that lead to themselves are refused', async () => {
    symlinkSync('b.tsv', place('a.tsv'));
    symlinkSync('a.tsv', place('b.tsv'));
    const { status, err } = await duiqi('export', 'weir.jsonl', '-o', 'a.tsv');
    expect({ status, err }).toEqual({
      status: 1,
      err: 'duiqi: cannot write "a.tsv": its links lead in a circle.\n',
    });
  });
});

describe('what is no file', () => {
  it.each([
    ['standard output', '/dev/stdout', '>>held.txt'],
    ['standard error', '/dev/stderr', '2>>held.txt'],
    ['a descriptor', '/dev/fd/3', '3>>held.txt'],
    ['a descriptor behind a link', 'link.tsv', '>>held.txt'],
  ])('%s is written to, after what the file held', async (_, output, redirection) => {
    write('held.txt', 'held\n');
    symlinkSync('/dev/stdout', place('link.tsv'));
    const { status } = await shell(`duiqi export weir.jsonl -o ${output} ${AS_TSV.join(' ')} ${redirection}`);
    expect(status).toBe(0);
    expect(written('held.txt')).toBe(`held\n${TSV}`);
  });

  it('a pipe with a name', async () => {
    const { status, out } = await shell(
      `mkfifo pipe; cat pipe & duiqi export weir.jsonl -o pipe ${AS_TSV.join(' ')}; status=$?; wait; exit $status`,
    );
    expect({ status, out }).toEqual({ status: 0, out: TSV });
    expect(lstatSync(place('pipe')).isFIFO()).toBe(true);
  });

  it('a reader of a pipe that has had enough keeps no other file from being written', async () => {
    const pairs = Array.from({ length: 20_000 }, (_, index) => pairOf(`Row ${index}.`, `第${index}行。`));
    write('many.jsonl', [...toJsonl(pairs)].join(''));
    const { status, err } = await shell(
      'mkfifo pipe; head -c 1 pipe >/dev/null & duiqi export many.jsonl -o pipe -o all.jsonl -f tsv -q',
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(written('all.jsonl').split('\n')).toHaveLength(20_001);
  });

  it('nothing at all, and a device that is full', async () => {
    expect(await duiqi('export', 'weir.jsonl', '-o', '/dev/null', ...AS_TSV)).toMatchObject({ status: 0 });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const { status, err } = await duiqi('export', 'weir.jsonl', '-o', '/dev/full', '-o', 'a.tmx', ...AS_TSV);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'duiqi: cannot write "/dev/full": no space is left.\n',
    });
    expect(readdirSync(directory)).toEqual(['weir.jsonl']);
  });

  it('a descriptor that is not open is refused', async () => {
    const { status, err } = await duiqi('export', 'weir.jsonl', '-o', '/dev/fd/99', ...AS_TSV);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'duiqi: cannot write "/dev/fd/99": nothing is open under that number.\n',
    });
  });

  it.each(['', '-o /dev/stdout'])('no input is written to its own end by redirection %s', async (output) => {
    const before = written('weir.jsonl');
    const { status, err } = await shell(
      `timeout 20 "${process.execPath}" "${BIN}" export weir.jsonl -f jsonl ${output} >>weir.jsonl`,
    );
    expect(status).toBe(2);
    expect(err).toMatch(/^duiqi: .* is an input; name another file\.\n/);
    expect(written('weir.jsonl')).toBe(before);
  });
});

describe('a name that cannot be written', () => {
  // An input that is not there says whether the output was looked at before any work.
  it.each([
    ['of 5,000 characters', 'n'.repeat(5000), 'its name is too long'],
    ['of 300 characters in a folder that is not there', `new/${'n'.repeat(300)}`, 'its name is too long'],
    ['as long as paths can be', `${'d'.repeat(99)}/`.repeat(40) + 'n'.repeat(85), 'its name is too long'],
    ['behind a file', 'weir.jsonl/a', 'a part of its path is not a directory'],
  ])('%s is refused before any work', async (_, name, why) => {
    const { status, err } = await duiqi('align', 'not-there.md', '-o', name, '-f', 'tsv');
    expect(status).toBe(1);
    expect(err).toMatch(/^duiqi: cannot write "[^\n]*\.\n$/);
    expect(err).toContain(`": ${why}.`);
    expect(err.length).toBeLessThan(600);
  });

  it.runIf(process.platform === 'linux')('where no folder can be made', async () => {
    const { status, err } = await shell(
      `timeout 20 "${process.execPath}" "${BIN}" export weir.jsonl -o /proc/x/y -f tsv`,
    );
    expect({ status, err }).toEqual({
      status: 1,
      err: 'duiqi: cannot write "/proc/x/y": no folder can be made there.\n',
    });
  });

  it.runIf(process.platform === 'linux').each([
    ['a name', 'name=$(printf "\\377.tsv")'],
    ['a link to a name', 'ln -s "$(printf "\\377.tsv")" link.tsv; name=link.tsv'],
    ['a folder', 'folder=$(printf "\\377"); mkdir "$folder"; cd "$folder"; cp ../weir.jsonl .; name=a.tsv'],
  ])('%s that is no UTF-8 is refused, and nothing is written', async (_, preparation) => {
    const { status, err } = await shell(
      `${preparation}; ls -1R "${directory}" >"${directory}/before"; duiqi align not-there.md -o "$name" -f tsv; status=$?; ls -1R "${directory}" | cmp - "${directory}/before" || exit 99; exit $status`,
    );
    expect(status).toBe(1);
    expect(err).toMatch(/^duiqi: cannot write ".*": its name, or one on the way to it, is no UTF-8: .*\.\n$/);
  });

  it.runIf(process.platform === 'linux').each(['inspect', 'export', 'check'])(
    'an input of duiqi %s that is no UTF-8 is not just said to be missing',
    async (command) => {
      const { status, err } = await shell(
        `name=$(printf "\\377.${command === 'inspect' ? 'txt' : 'tmx'}"); cp weir.jsonl "$name"; duiqi ${command} "$name"`,
      );
      expect({ status, err }).toEqual({
        status: 1,
        err: `duiqi: cannot read "\uFFFD.${command === 'inspect' ? 'txt' : 'tmx'}": its name, or one on the way to it, is no UTF-8: rename it.\n`,
      });
    },
  );
});

describe('folders', () => {
  it('that were made for a run that failed are not left', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => pairOf(`Row ${index}.`, `第${index}行。`));
    write('broken.jsonl', `${[...toJsonl(many)].join('')}{"en": "no Chinese"}\n`);
    mkdirSync(place('there'));
    const { status } = await duiqi('export', 'broken.jsonl', '-o', 'new/deep/a.tsv', '-o', 'there/b/c.tsv');
    expect(status).toBe(1);
    expect(readdirSync(directory).sort()).toEqual(['broken.jsonl', 'there', 'weir.jsonl']);
    expect(readdirSync(place('there'))).toEqual([]);
  });

  it('are made where they are missing', async () => {
    expect(await duiqi('export', 'weir.jsonl', '-o', 'new/deep/a.tsv', '-q')).toMatchObject({ status: 0 });
    expect(existsSync(place('new/deep/a.tsv'))).toBe(true);
  });
});
