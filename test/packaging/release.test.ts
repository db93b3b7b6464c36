import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { version } from '../../packages/aligner/src/common/version.js';
import { ROOT } from './readme-examples.mjs';

const checked = (
  tag: string,
  repository = '',
): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  promisify(execFile)(process.execPath, [join(ROOT, 'scripts/release-check.mjs'), tag], {
    env: { ...process.env, GITHUB_REPOSITORY: repository },
  });

test('a tag that is not the version is refused, with all that speaks against it', async () => {
  await expect(checked('v999.0.0')).rejects.toMatchObject({
    code: 1,
    stderr: [
      `packages/aligner/package.json says ${version}, the tag v999.0.0.`,
      `packages/cli/package.json says ${version}, the tag v999.0.0.`,
      `packages/aligner/src/common/version.ts says ${version}, the tag v999.0.0.`,
      'CHANGELOG.md has no section "## 999.0.0".',
      '',
    ].join('\n'),
  });
});

test('nothing is released from a repository that the packages do not name, as long as their addresses are placeholders', async () => {
  const { repository } = JSON.parse(readFileSync(join(ROOT, 'packages/aligner/package.json'), 'utf8'));
  const named = /github\.com\/(.+)\.git$/.exec(repository.url)![1]!;
  const refusal =
    /packages\/cli\/package\.json says that its source is at .*, and this is someone\/else: see "Release"/;
  await expect(checked(`v${version}`, 'someone/else')).rejects.toMatchObject({
    stderr: expect.stringMatching(refusal),
  });
  await expect(checked('v999.0.0', named)).rejects.toMatchObject({
    stderr: expect.not.stringMatching('its source'),
  });
});

test('the change log tells of this version first', () => {
  const [newest] = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').split('\n## ').slice(1);
  expect(newest!.split('\n')[0]).toBe(version);
});

test('the workflows use the scripts that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const files = ['.github/workflows/ci.yml', '.github/workflows/release.yml', 'CONTRIBUTING.md', '.ci/run'];
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const used = new Set(Array.from(text.matchAll(/\bnpm run ([a-z:]+)/g), ([, name]) => name!));
  expect(used.size).toBeGreaterThan(4);
  expect([...used].filter((name) => !(name in scripts))).toEqual([]);
});
