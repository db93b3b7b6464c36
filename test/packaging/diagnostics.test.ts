import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../packages/aligner/src/common/diagnostic.js';

const SOURCES = new URL('../../packages/aligner/src/', import.meta.url);
const PAGE = readFileSync(new URL('../docs/diagnostics.md', SOURCES), 'utf8');
const CODE = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/common[/\\]diagnostic\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), SOURCES), 'utf8'))
  .join('\n');

test('docs/diagnostics.md explains each code once, in three columns, and none that there is not', () => {
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));
  for (const row of rows) expect(row).toMatch(/^\| `[a-z-]+` \| [^|]+[.:]* \| [^|]+\. \|$/);
  expect(rows.map((row) => row.split('`')[1]).sort()).toEqual([...DIAGNOSTIC_CODES]);
});

test.each(DIAGNOSTIC_CODES)('%s is said somewhere', (code) => {
  expect(CODE).toContain(`'${code}'`);
});
