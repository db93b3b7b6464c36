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

/** Changes the sheet of pairs of a workbook, as its reviewer would. */
function edit(name: string, change: (sheet: string) => string): void {
  const path = join(directory, name);
  const parts = unzipSync(readFileSync(path));
  const sheet = 'xl/worksheets/sheet2.xml';
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
        .replace(/<row r="2".*?<\/row>/, ''),
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

test('a mended pair has the flags of its own texts, confirmed or not', async () => {
  writeFileSync(
    join(directory, 'mill.md'),
    'The mill ground 12 sacks.\n\n磨坊磨了七袋。\n\nThe miller sold 3 ducks.\n\n磨坊主卖了三只鸭子。\n',
  );
  await run('align', 'mill.md', '-o', 'mill.csv', '-o', 'mill.xlf');
  for (const name of ['mill.csv', 'mill.xlf']) {
    expect(written(name).match(/number-mismatch/g)).toHaveLength(1);
    writeFileSync(
      join(directory, name),
      written(name).replace('磨了七袋', '磨了十二袋').replace('卖了三只', '卖了五只'),
    );
    const { out } = await run('export', name, '-f', 'jsonl');
    const flags = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).flags);
    expect(flags).toEqual([[], ['number-mismatch']]);
  }
});

describe('what a person has confirmed', () => {
  // The aligner is not sure of these: the numbers differ.
  const sacks = 'The mill ground 12 sacks.\n\n磨坊磨了七袋。\n\nThe miller sleeps.\n\n磨坊主睡着了。\n';
  const strict = ['--min-score', '1', '--drop', 'number-mismatch,low-score,conflict'];

  test('is left out by no score and no doubt, in any command, and has no note', async () => {
    writeFileSync(join(directory, 'sacks.md'), sacks);
    await run('align', 'sacks.md', '-o', 'sacks.csv');
    const sheet = written('sacks.csv');
    expect(sheet).toContain('number-mismatch');
    writeFileSync(
      join(directory, 'sacks-reviewed.csv'),
      sheet.replace(/^,(The mill ground 12 sacks\.),磨坊磨了七袋。,[\d.]+/m, 'yes,$1,磨坊磨了十袋。,0.1'),
    );
    for (const command of [
      ['export', 'sacks-reviewed.csv'],
      ['merge', 'sacks-reviewed.csv'],
      ['align', 'sacks.md', '--update', 'sacks-reviewed.csv'],
    ]) {
      const { err, status } = await run(
        ...command,
        ...strict,
        '-o',
        'kept.jsonl',
        '-o',
        'kept.tmx',
        '-o',
        'kept.xlf',
      );
      expect(status).toBe(0);
      const lines = written('kept.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toEqual([expect.objectContaining({ zh: '磨坊磨了十袋。', score: 0.1, confirmed: true })]);
      expect(written('kept.tmx')).toContain('x-confirmed');
      expect(written('kept.tmx') + written('kept.xlf')).not.toContain('Please check');
      expect(err).toContain(
        'Left out: 1 below score 1.\n1 confirmed pair stays, whatever its score and flags.\n',
      );
      expect(err).not.toContain('No pair bears');
    }
  });

  test('is not counted among the doubtful pairs, which are counted once', async () => {
    const before = await run('align', 'sacks.md', '-o', 'before.jsonl');
    expect(before.err).toContain('1 doubtful');
    expect(before.err).toMatch(/^\? 1 /m);
    expect(before.err.match(/doubtful|wants? a look/gi)).toHaveLength(2);
    expect(before.err).toContain(
      'Doubtful pairs: add -o review.xlsx, mend the yellow rows, then: duiqi export review.xlsx',
    );
    const reviewed = written('before.jsonl').replaceAll('"doc"', '"confirmed":true,"doc"');
    writeFileSync(join(directory, 'reviewed-sacks.jsonl'), reviewed);
    const after = await run('align', 'sacks.md', '--update', 'reviewed-sacks.jsonl', '-o', 'after.jsonl');
    expect(after.err).toContain('0 doubtful');
    expect(after.err).not.toMatch(/Doubtful|Flags:|^\? /m);
  });

  test('in a gap that was filled is written, shown and counted as a pair', async () => {
    const gap = 'The ferry sails.\n\n渡轮开航。\n\n船票在码头的小屋里出售，每张三元。\n';
    writeFileSync(join(directory, 'gap.md'), gap);
    await run('align', 'gap.md', '--unaligned', '-o', 'gap.csv');
    const sheet = written('gap.csv');
    expect(sheet).toMatch(/^,,船票/m);
    writeFileSync(
      join(directory, 'filled.csv'),
      sheet.replace(/^,,船票/m, 'yes,Tickets are three yuan.,船票'),
    );
    const { err } = await run('align', 'gap.md', '--update', 'filled.csv', '-o', 'filled.jsonl');
    expect(err).toContain('2 pairs from gap.md');
    expect(err).toContain(' 0 unaligned');
    expect(err).toContain('2 pairs kept (1 confirmed)');
    expect(err).toMatch(/^ {2}Tickets are three yuan\. +\| 船票/m);
    expect(written('filled.jsonl')).toMatch(
      /"en":"Tickets are three yuan\.","zh":"船票在码头的小屋里出售，每张三元。"/,
    );
  });
});
