import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../packages/aligner/src/common/version.js';

// What someone sees who types `npm start` on a fresh clone.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STEP = join(ROOT, 'scripts/step.mjs');
const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a step of npm start', () => {
  it.each(['setup', 'build', 'bundle'])('each part of %s is one', (name) => {
    const parts = scripts[name]
      .split(' && ')
      .filter((part: string) => !/^npm run (?:build|bundle)$/.test(part));
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatch(/^node scripts\/step\.mjs "[^"]+" \w/);
  });

  it('says what it is doing until a silent program ends', async () => {
    const sign = join(folder, 'sign');
    const silent = `const wait = () => fs.existsSync(${JSON.stringify(sign)}) || setTimeout(wait, 5); wait();`;
    const child = spawn(process.execPath, [STEP, 'doing nothing', process.execPath, '--eval', silent], {
      env: { ...process.env, DUIQI_STEP_MS: '20' },
    });
    const said: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.push(...text.trim().split('\n'));
      if (said.length > 2) void writeFile(sign, '');
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(said[0]).toBe('… doing nothing');
    for (const line of said.slice(1)) expect(line).toMatch(/^… doing nothing: \d+ s so far$/);
  });

  it('passes on what the program says and how it ends', async () => {
    const ends = [process.execPath, '--eval', 'console.log("a result"); process.exitCode = 7'];
    await expect(run(process.execPath, [STEP, 'failing', ...ends])).rejects.toMatchObject({
      code: 7,
      stdout: 'a result\n',
      stderr: '… failing\n',
    });
    await expect(run(process.execPath, [STEP, 'failing', './no-such-program'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^… failing\n.*no-such-program/),
    });
  });
});

it.skipIf(process.platform === 'win32')(
  'its last line, typed anywhere, puts this duiqi on the path',
  async () => {
    expect(scripts.start).toMatch(/ && node scripts\/path-line\.mjs$/);
    const { stdout } = await run(process.execPath, [join(ROOT, 'scripts/path-line.mjs')]);
    const line = stdout.trimEnd().split('\n').at(-1)!;
    const typed = await run('sh', ['-c', `${line}\ncommand -v duiqi\nduiqi --version`], { cwd: folder });
    expect(typed.stdout).toBe(`${join(ROOT, 'node_modules/.bin/duiqi')}\n${version}\n`);
  },
);
