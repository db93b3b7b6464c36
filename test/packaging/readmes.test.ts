import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../helpers/command.js';

// The English README and the Chinese one say the same: what tables and lists name is compared, the words are for people.

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const READMES = [read('README.md'), read('README.zh-CN.md')] as const;

/** The first cells of all rows, and the codes in them, that begin as given. */
const firstCells = (readme: string, start: RegExp): string[] =>
  readme
    .split('\n')
    .map((line) => /^\| (`.*?`(?:(?:, |、)`.*?`)*) \|/.exec(line)?.[1] ?? '')
    .filter((cell) => start.test(cell))
    .map((cell) => cell.replace('、', ', '));

/** The examples in the second cells of tables of files. */
const examples = (readme: string): string[] =>
  readme
    .split('\n')
    .map((line) => /^\| [^|`]+ \| (`duiqi [^`]*`)/.exec(line)?.[1] ?? '')
    .filter((example) => example !== '')
    .sort();

const ENTRIES = ['index', 'pairs', 'check', 'words', 'documents', 'review', 'node'];

/** What an entry of the library exports beside types. */
const exportsOf = (entry: string): string[] =>
  Array.from(read(`packages/aligner/src/${entry}.ts`).matchAll(/^export \{([^}]*)\}/gm), ([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  ).flat();

describe('both READMEs', () => {
  test.each([
    ['commands', /^`duiqi /],
    ['options of align', /^`-/],
  ])('list the same %s', (_, start) => {
    const [english, chinese] = READMES.map((readme) => firstCells(readme, start));
    expect(english!.length).toBeGreaterThan(10);
    expect(chinese).toEqual(english);
  });

  test('list the same files, with the same examples', () => {
    const [english, chinese] = READMES.map(examples);
    expect(english!.length).toBeGreaterThan(15);
    expect(chinese).toEqual(english);
  });

  test('name the same entries of the library, and functions that are there', () => {
    const there = new Set(ENTRIES.flatMap(exportsOf));
    for (const readme of READMES) {
      const library = readme.split(/\n## (?:The library|库)\n/)[1]!.split('\n## ')[0]!;
      const named = library
        .split('\n')
        .filter((line) => /^(?:- | {2}\S)/.test(line))
        .flatMap((line) =>
          Array.from(line.matchAll(/`([a-z]+[A-Z]?\w*)(?:\([^`]*\))?`/g), ([, name]) => name!),
        );
      const functions = named.filter((name) => /[A-Z]/.test(name) || there.has(name));
      expect(functions.length).toBeGreaterThan(30);
      expect(functions.filter((name) => !there.has(name))).toEqual([]);
      for (const entry of ENTRIES.slice(1)) expect(library).toContain(`\`duiqi/${entry}\``);
    }
    const mentioned = READMES.map((readme) =>
      [...there].filter((name) => readme.includes(`\`${name}`)).sort(),
    );
    expect(mentioned[1]).toEqual(mentioned[0]);
  });

  test('list the options that the help of align does', async () => {
    const { out } = await runCommand('.', ['align', '--help']);
    const helped = Array.from(out.matchAll(/^ {2}(?:-\w,)? +(--[a-z-]+)/gm), ([, option]) => option!);
    for (const readme of READMES) {
      const listed = firstCells(readme, /^`-/).flatMap((cell) => cell.match(/--[a-z-]+/g)!);
      // What --update is for stands in the table of commands.
      expect([...listed, '--update'].sort()).toEqual(helped.sort());
    }
  });
});
