import path, { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentName } from '../../packages/cli/src/document-name.js';

// A document has the same name, and its pairs the same ids, on every system.
describe('the name of a document', () => {
  it.each([
    ['report.md', 'report.md'],
    ['docs/report.md', 'docs/report.md'],
    ['./docs//report.md', 'docs/report.md'],
    ['docs/../report.md', 'report.md'],
    ['../report.md', '../report.md'],
    ['/elsewhere/report.md', 'report.md'],
  ])('of %s is %s', (file, name) => {
    expect(documentName(file, posix)).toBe(name);
    expect(documentName(file, win32)).toBe(name);
  });

  it.each([
    ['docs\\report.md', 'docs/report.md'],
    ['.\\docs\\..\\a\\报告.md', 'a/报告.md'],
    ['..\\report.md', '../report.md'],
    ['D:\\elsewhere\\report.md', 'report.md'],
    ['\\\\server\\share\\report.md', 'report.md'],
  ])('of %s of Windows is %s', (file, name) => {
    expect(documentName(file, win32)).toBe(name);
  });

  it('is that from the working directory, also of a path from the root', () => {
    expect(documentName(path.join(process.cwd(), 'docs', 'a.md'))).toBe('docs/a.md');
  });
});
