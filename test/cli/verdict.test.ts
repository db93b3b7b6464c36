import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-verdict-'));
afterAll(() => rmSync(directory, { recursive: true }));

const text = (side: 0 | 1, ...ranges: readonly (readonly [number, number])[]): string =>
  ranges.flatMap(([from, to]) => CHRONICLE.slice(from, to).map((pair) => pair[side])).join('\n\n');
writeFileSync(join(directory, 'en.txt'), text(0, [0, 16]));
writeFileSync(join(directory, 'wrong.txt'), text(1, [16, 30]));
writeFileSync(join(directory, 'half.txt'), text(1, [0, 8], [22, 30]));

const NONE = /^Warning: The English and the Chinese text seem to be no translations of each other/m;

test('a wrong file: nothing to align, or all of it alone where that is wanted', async () => {
  const refused = await runCommand(directory, ['align', 'en.txt', 'wrong.txt', '-f', 'jsonl']);
  expect(refused).toMatchObject({ status: 3, out: '' });
  expect(refused.err).toMatch(/nothing in one is the translation of anything in the other/);
  const alone = await runCommand(directory, ['align', 'en.txt', 'wrong.txt', '-f', 'jsonl', '--unaligned']);
  expect(alone.status).toBe(0);
  expect(alone.err).toMatch(NONE);
  expect(alone.out.trim().split('\n').length).toBe(30);
});

test('a wrong half: its place is said before all else, and the rest is written', async () => {
  const { status, out, err } = await runCommand(directory, ['align', 'en.txt', 'half.txt', '-f', 'jsonl']);
  expect(status).toBe(0);
  expect(out.trim().split('\n').length).toBe(8);
  expect(err).toMatch(
    /^Warning: 8 English segments from “.*” on and 8 Chinese ones from “.*” on seem to be no translations of each other\./,
  );
});
