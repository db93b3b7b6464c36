import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-child-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(path.join(folder, 'en.txt'), 'The bridge was closed.\nThe ferry ran twice a day.\n');
writeFileSync(path.join(folder, 'zh.txt'), '桥封闭了。\n渡船每天开两班。\n');

function run(...args: string[]) {
  const child = spawnSync(process.execPath, [CHILD, 'en.txt', 'zh.txt', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { ended: child.status, figures: JSON.parse(child.stdout) };
}

test('a run has the figures of the command and of the yardstick', () => {
  const { ended, figures } = run('align', 'en.txt', 'zh.txt', '-o', 'out.beads');
  expect(ended).toBe(0);
  expect(figures.status).toBe(0);
  for (const figure of ['seconds', 'processor', 'bytes', 'yardstick', 'yardstickProcessor'])
    expect(figures[figure]).toBeGreaterThan(0);
});

test('a command that fails is a figure and no failed run', () => {
  const { ended, figures } = run('align', 'absent.txt', 'zh.txt', '-o', 'out.beads');
  expect(ended).toBe(0);
  expect(figures.status).toBe(1);
});
