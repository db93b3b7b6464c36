import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJsonl, toTmx } from 'duiqi/pairs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN } from '../helpers/command.js';
import { pairOf } from '../helpers/pair-records.js';

const FAULTS = new URL('../helpers/faults.mjs', import.meta.url).href;

// Some blocks, so that a fault can come in the midst of a file.
const PAIRS = Array.from({ length: 2000 }, (_, index) => pairOf(`The ${index}th weir.`, `第${index}座堰。`));

/** What is written: two files are replaced, of which one is for its owner alone, and one is new, in new folders. */
const OUTPUTS = ['old.tmx', 'old.tsv', 'new/deep/b.jsonl'];

let directory: string;
let pattern: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'duiqi-faults-'));
  pattern = join(directory, 'pattern');
  mkdirSync(pattern);
  writeFileSync(join(pattern, 'weirs.jsonl'), [...toJsonl(PAIRS)].join(''));
  writeFileSync(join(pattern, 'old.tmx'), [...toTmx(PAIRS.slice(0, 2))].join(''));
  writeFileSync(join(pattern, 'old.tsv'), 'en\tzh\nold\t旧\n', { mode: 0o600 });
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly signal: string | null;
  readonly err: string;
  /** Everything in the folder by its path: the contents, and the modes of files. */
  readonly left: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
}

async function exportTo(outputs: readonly string[], fault = ''): Promise<Run> {
  const own = mkdtempSync(join(directory, 'run-'));
  cpSync(pattern, own, { recursive: true });
  const counts = `${own}.json`;
  const args = outputs.flatMap((output) => ['-o', output]);
  const child = spawn(process.execPath, ['--import', FAULTS, BIN, 'export', 'weirs.jsonl', ...args, '-q'], {
    cwd: own,
    env: { ...process.env, FAULT: fault, COUNTS: counts },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const [status, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  );
  const left = contents(own);
  rmSync(own, { recursive: true });
  return {
    status,
    signal,
    err,
    left,
    counts: signal === null ? JSON.parse(readFileSync(counts, 'utf8')) : {},
  };
}

function contents(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    found.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const { mode } = lstatSync(path);
      const what = entry.isFile() ? `${mode.toString(8)} ${digest(readFileSync(path))}` : 'folder';
      return [path.slice(folder.length + 1), what];
    }),
  );
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'ENOENT'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What the failing of one call does not keep from being done: the owner, which only root can give; the second name, for which a copy does. */
const DISPENSABLE = ['fchownSync', 'linkSync'];

/** The number of calls is high for writes alone: the first, one in the midst and the last. */
function some(count: number): number[] {
  return [...new Set([1, Math.ceil(count / 2), count])];
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Runs of the command at once. */
const AT_ONCE = 4;

async function inTurns<Item>(
  items: readonly Item[],
  action: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const left = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await action(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

describe.each([
  ['several files', OUTPUTS],
  ['one file', ['old.tmx']],
])('writing %s', (_, outputs) => {
  it('is whole or nothing, and nothing is left behind, whatever fails and whenever a signal comes', async () => {
    const before = contents(pattern);
    const whole = await exportTo(outputs);
    expect(whole).toMatchObject({ status: 0, err: '' });
    expect(Object.keys(whole.left).sort()).toEqual(
      [...new Set([...Object.keys(before), ...outputs, ...outputs.flatMap(foldersOf)])].sort(),
    );
    const { counts } = whole;
    expect(Object.keys(counts).filter((method) => counts[method]! > 0)).toEqual(
      expect.arrayContaining(['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync']),
    );

    const calls = Object.entries(counts).flatMap(([method, count]) =>
      (method === 'writeSync' ? some(count) : upTo(count)).map((number) => ({ method, number })),
    );
    await inTurns(calls, async ({ method, number }, index) => {
      const fault = `${method} ${number} ${CODES[index % CODES.length]}`;
      const { status, err, left } = await exportTo(outputs, fault);
      if (DISPENSABLE.includes(method)) {
        expect({ fault, status, err, left }).toEqual({ fault, status: 0, err: '', left: whole.left });
        return;
      }
      expect({ fault, status, left }).toEqual({ fault, status: 1, left: before });
      expect(err).toMatch(/^duiqi: cannot write "[^\n]*": [^\n]*[^\n.]\.\n$/);
      expect(err).not.toContain('made to fail');
    });
    await inTurns(calls, async ({ method, number }, index) => {
      const name = SIGNALS[index % SIGNALS.length]!;
      const fault = `${method} ${number} ${name}`;
      const { signal, err, left } = await exportTo(outputs, fault);
      expect({ fault, signal, err }).toEqual({ fault, signal: name, err: '' });
      // While files are put in their places the signal comes too late, and all is done.
      const isTooLate = method === 'renameSync' || method === 'linkSync';
      expect({ fault, left }).toEqual({ fault, left: isTooLate ? whole.left : before });
    });
  }, 300_000);
});

function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

describe('a signal while nothing is written yet', () => {
  it.each(SIGNALS)('%s ends the command at once', async (signal) => {
    const child = spawn(process.execPath, [BIN, 'align', '-', '-o', 'a.tmx'], { cwd: pattern });
    // It waits for its input.
    setTimeout(() => child.kill(signal as NodeJS.Signals), 1000);
    const ended = await new Promise((resolve) => child.on('close', (...each) => resolve(each)));
    expect(ended).toEqual([null, signal]);
    expect(readdirSync(pattern).sort()).toEqual(['old.tmx', 'old.tsv', 'weirs.jsonl']);
  });
});

it('the shell sees by which signal the command has died', async () => {
  const command = `"${process.execPath}" --import "${FAULTS}" "${BIN}" export weirs.jsonl -o c.tsv -q`;
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    const child = spawn('sh', ['-c', `${command}; exit $?`], {
      cwd: pattern,
      env: { ...process.env, FAULT: `writeSync 1 ${signal}` },
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(status);
    expect(readdirSync(pattern)).toHaveLength(3);
  }
});
