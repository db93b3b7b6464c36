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

/** Only texts and pairs of other kinds need these. */
const PARSERS =
  /\/(?:saxes|fflate|papaparse|document\/read\/(?:pdf|word|excel|office|opendocument|powerpoint|rtf|epub)|opencc-js|rehype-[^/]*|remark-[^/]*)\//;

it.each([['--version'], ['align', 'mill.txt'], ['align', 'mill.txt', '-o', 'mill.tmx']])(
  '%s %s loads no parser of formats that it does not read',
  async (...args) => {
    const loaded = await loadedBy(...args);
    expect(loaded.some((url) => url.endsWith('/cli/dist/main.js'))).toBe(true);
    expect(loaded.filter((url) => PARSERS.test(url))).toEqual([]);
  },
);

it('a workbook is written with the one that makes archives', async () => {
  const loaded = await loadedBy('align', 'mill.txt', '-o', 'mill.xlsx');
  expect([...new Set(loaded.map((url) => PARSERS.exec(url)?.[0]))]).toEqual([undefined, '/fflate/']);
});
