import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-terms-'));
afterAll(() => rmSync(directory, { recursive: true }));
const duiqi = (...args: string[]) => runCommand(directory, args);

const rows = [
  'A safety certificate is valid for two years.\t安全证书有效期为两年。',
  'The committee may revoke the safety certificate.\t委员会可以吊销安全证书。',
];
writeFileSync(join(directory, 'a.tsv'), `en\tzh\n${rows[0]}\n`);
writeFileSync(join(directory, 'b.tsv'), `en\tzh\n${rows[1]}\n`);

describe('duiqi terms', () => {
  it('proposes terms of several files, for the next alignment', async () => {
    const { status, out, err } = await duiqi('terms', 'a.tsv', 'b.tsv', '-o', 'terms.tsv', '-o', 'terms.tbx');
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(err).toMatch(
      /^\d+ terms? proposed from 2 pairs, written to terms\.tsv and terms\.tbx\.\n.*--glossary/,
    );
    const [header, first] = readFileSync(join(directory, 'terms.tsv'), 'utf8').split('\n');
    expect(header).toBe(
      'English\tChinese\ttogether\tin English\tin Chinese\tscore\tan example\tin translation',
    );
    expect(first).toMatch(/^safety certificate\t安全证书\t2\t2\t2\t0\.\d+\tA safety certificate is valid/);
    writeFileSync(join(directory, 'next.txt'), 'Show the safety certificate.\n\n请出示安全证书。\n');
    for (const glossary of ['terms.tsv', 'terms.tbx']) {
      expect(await duiqi('align', 'next.txt', '--glossary', glossary, '-q')).toMatchObject({
        status: 0,
        err: '',
      });
    }
  });

  it('prints them without -o, and says where there are none', async () => {
    const { out } = await duiqi('terms', 'a.tsv', 'b.tsv');
    expect(out).toContain('\nsafety certificate\t安全证书\t');
    const none = await duiqi('terms', 'a.tsv', '-o', 'none.tsv');
    expect(none.status).toBe(3);
    expect(none.err).toMatch(/^duiqi: no terms were found in 1 pair: .*at least 2 pairs.*\n$/);
    expect(existsSync(join(directory, 'none.tsv'))).toBe(false);
  });

  it.each([
    [['terms'], /at least 1 file/],
    [['terms', 'a.tsv', '-o', 'a.doc'], /let it end in \.tsv, \.xlsx or \.tbx/],
    [['terms', 'a.tsv', '-o', 'a.tsv'], /is an input/],
    [['terms', 'a.tsv', '--min-count', '0'], /--min-count takes a whole number of pairs/],
  ])('%j is refused', async (args, message) => {
    const { status, err } = await duiqi(...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});
