import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../helpers/command.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-review-'));
afterAll(() => rmSync(directory, { recursive: true }));

const run = (...args: readonly string[]) => runCommand(directory, args);
const written = (name: string): string => readFileSync(join(directory, name), 'utf8');

writeFileSync(
  join(directory, 'ferry.md'),
  '(1) The ferry sails at noon.\n\n（一）渡轮正午开航。\n\n(2) Tickets are sold on the pier.\n\n（二）船票在码头出售。\n',
);

/** Changes the only sheet of a workbook, as its reviewer would. */
function edit(name: string, change: (sheet: string) => string): void {
  const path = join(directory, name);
  const parts = unzipSync(readFileSync(path));
  const sheet = 'xl/worksheets/sheet1.xml';
  writeFileSync(path, zipSync({ ...parts, [sheet]: strToU8(change(strFromU8(parts[sheet]))) }));
}

describe('a review', () => {
  test('in Excel: what was edited goes into the memory, and nothing is aligned again', async () => {
    const aligned = await run('align', 'ferry.md', '-o', 'review.xlsx', '-o', 'all.jsonl');
    expect(aligned.status).toBe(0);
    edit('review.xlsx', (sheet) =>
      sheet
        // No aligner would take this for a translation.
        .replace('船票在码头出售。', '此句由审校者改写。')
        .replace(/<row r="2">.*?<\/row>/, ''),
    );
    const exported = await run(
      'export',
      'review.xlsx',
      '-o',
      'memory.tmx',
      '-o',
      'reviewed.jsonl',
      '--markers',
      'keep',
    );
    expect(exported).toMatchObject({
      status: 0,
      out: '',
      err: '1 pair written to memory.tmx and reviewed.jsonl.\n',
    });
    expect(written('memory.tmx').match(/<seg>.*?<\/seg>/g)).toEqual([
      '<seg>(2) Tickets are sold on the pier.</seg>',
      '<seg>（二）此句由审校者改写。</seg>',
    ]);
    const [, before] = written('all.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(JSON.parse(written('reviewed.jsonl'))).toEqual({
      ...before,
      zh: '（二）此句由审校者改写。',
      en_spans: [],
      zh_spans: [],
    });
  });

  test('in CSV or XLIFF, there and back', async () => {
    await run('align', 'ferry.md', '-o', 'a.csv', '-o', 'a.xlf', '-o', 'a.jsonl');
    const pairs = written('a.jsonl').replace(/"(en|zh)_spans":\[[^\]]*\]+/g, '"$1_spans":[]');
    for (const name of ['a.csv', 'a.xlf']) {
      expect(await run('export', name, '-f', 'jsonl')).toEqual({ status: 0, out: pairs, err: '' });
    }
  });

  test('a sheet in which no pair can be found is refused in one sentence', async () => {
    writeFileSync(join(directory, 'notes.csv'), 'Friday,Pier\n');
    const { status, err } = await run('export', 'notes.csv', '-o', 'notes.tmx');
    expect(status).toBe(1);
    expect(err).toContain('name them "en" and "zh" in the first row');
  });
});
