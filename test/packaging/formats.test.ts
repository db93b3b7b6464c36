import { readFileSync } from 'node:fs';
import { INPUT_FORMATS } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../helpers/command.js';

// What is said of the formats that are read follows from one table, and what cannot follow is held to it here.

const readme = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const README = readme('README.md');
const READS = README.split('\n## What it reads\n')[1]!.split('\n## ')[0]!;
const NAMES = INPUT_FORMATS.map(({ name }) => name);

describe('every format', () => {
  test.each(INPUT_FORMATS.map(({ name, endings }) => [name, endings[0]!] as const))(
    '%s has an example in the table of the README, with a file that ends in .%s',
    (_, ending) => {
      const rows = READS.split('\n').filter((line) => line.startsWith('|'));
      expect(rows.some((row) => new RegExp(`\\.${ending}\\b`).test(row.split('|')[2]!))).toBe(true);
    },
  );

  test.each(['README.md', 'README.zh-CN.md'])(
    'the option --format of %s lists them all, and nothing else',
    (path) => {
      const row = readme(path)
        .split('\n')
        .find((line) => line.startsWith('| `--format F` |'))!;
      expect([...row.split(/[;；]/)[0]!.matchAll(/`([a-z]+)`/g)].map(([, name]) => name)).toEqual(NAMES);
    },
  );

  test('the help lists them all, in lines that fit', async () => {
    const { out } = await runCommand('.', ['segment', '--help']);
    const option = /--format FORMAT([^-]*)/.exec(out)![1]!;
    expect(option.replace(/\s+/g, ' ').trim()).toBe(
      `auto, ${NAMES.slice(0, -1).join(', ')} or ${NAMES.at(-1)} (auto)`,
    );
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('no ending says two of them', () => {
    const endings = INPUT_FORMATS.flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
  });
});
