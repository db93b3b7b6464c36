import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { BIN } from '../helpers/command.js';

// What is loaded and not needed makes every run of the command start later.

const directory = mkdtempSync(join(tmpdir(), 'duiqi-start-'));
afterAll(() => rmSync(directory, { recursive: true }));

const HOOKS = `import { writeSync } from 'node:fs';
export const load = (url, context, next) => (writeSync(2, 'loaded ' + url + '\\n'), next(url, context));`;
writeFileSync(join(directory, 'hooks.mjs'), HOOKS);
writeFileSync(
  join(directory, 'register.mjs'),
  "import { register } from 'node:module';\nregister('./hooks.mjs', import.meta.url);\n",
);
writeFileSync(join(directory, 'mill.txt'), 'The mill grinds rye.\n\n磨坊磨黑麦。\n');

/** The modules that a run of the command loads, as URLs. */
async function loadedBy(...args: readonly string[]): Promise<string[]> {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', './register.mjs', BIN, ...args],
    { cwd: directory },
  );
  return [...stderr.matchAll(/^loaded (.*)$/gm)].map(([, url]) => url!);
}

/** Only texts and pairs of other kinds need these: packages of others, and what the bundle keeps apart. */
const PARSERS =
  /\/(?:saxes|fflate|papaparse|opencc-js|rehype-[^/]*|remark-[^/]*)\/|\/bundle\/(?:pdf|word|excel|opendocument|powerpoint|rtf|epub)-/;

it.each([['--version'], ['align', 'mill.txt'], ['align', 'mill.txt', '-o', 'mill.tmx']])(
  '%s %s loads no parser of formats that it does not read',
  async (...args) => {
    const loaded = await loadedBy(...args);
    expect(loaded.some((url) => url.endsWith('/cli/dist/bundle/main.js'))).toBe(true);
    expect(loaded.filter((url) => PARSERS.test(url))).toEqual([]);
  },
);

it.each([['--version'], ['-V']])('%s loads nothing of the library', async (...args) => {
  const loaded = await loadedBy(...args);
  expect(loaded.filter((url) => /\/aligner\//.test(url))).toEqual([]);
});

it('the library and the command are loaded as few files', async () => {
  const loaded = await loadedBy('align', 'mill.txt', '-o', 'mill.tmx');
  const ours = loaded.filter((url) => /\/(?:aligner|cli)\//.test(url));
  expect(ours.filter((url) => !url.includes('/dist/bundle/') && !url.endsWith('/bin.mjs'))).toEqual([]);
  // As modules of their own they were 280; with a file for all that two parts share, 110.
  expect(ours.length).toBeLessThan(25);
});

it('a workbook is written with the one that makes archives', async () => {
  const loaded = await loadedBy('align', 'mill.txt', '-o', 'mill.xlsx');
  expect([...new Set(loaded.map((url) => PARSERS.exec(url)?.[0]))]).toEqual([undefined, '/fflate/']);
});
