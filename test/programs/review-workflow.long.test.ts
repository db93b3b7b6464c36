import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PairRecord } from 'duiqi/pairs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../helpers/command.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-workflow-'));
afterAll(() => rmSync(directory, { recursive: true }));

const duiqi = (...args: readonly string[]) => runCommand(directory, args);
const written = (name: string): string => readFileSync(join(directory, name), 'utf8');
const pairsIn = (name: string): PairRecord[] =>
  written(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const hasCalc = hasProgram('soffice') && existsSync('/usr/lib/libreoffice/program/libsclo.so');

/** What a reviewer does with LibreOffice: the workbook opened and saved. */
function savedByCalc(name: string): void {
  const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`;
  const outcome = spawnSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', 'saved', name],
    { cwd: directory },
  );
  expect(outcome.status).toBe(0);
  writeFileSync(join(directory, name), readFileSync(join(directory, 'saved', name)));
}

/** Edits by a person, with openpyxl, row by row as she sees them: `row(en, zh)` is the first one with these texts. */
const EDITS = `
import copy, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = next(each for each in book.worksheets if 'confirmed' in [cell.value for cell in each[1]])
names = {'English': 'en', 'Chinese': 'zh'}
columns = {names.get(cell.value, cell.value): cell.column for cell in sheet[1]}
def row(en, zh):
    for number in range(2, sheet.max_row + 1):
        texts = [sheet.cell(number, columns[side]).value or '' for side in ('en', 'zh')]
        if texts[0].startswith(en) and texts[1].startswith(zh) and all(bool(t) == bool(w) for t, w in zip(texts, (en, zh))):
            return number
    raise KeyError((en, zh))
def put(number, **values):
    for name, value in values.items():
        sheet.cell(number, columns[name]).value = value
# A gap is filled.
put(row('', '候车室'), en='A cat was kept in the waiting room.', confirmed='yes')
# A sentence is split at its comma: the row is copied, and each copy keeps its half.
whole = row('The station opened', '车站于')
sheet.insert_rows(whole + 1)
for cell in sheet[whole]:
    sheet.cell(whole + 1, cell.column).value = copy.copy(cell.value)
put(whole, en='The station opened in 1901.', zh='车站于1901年开放，', confirmed='yes')
put(whole + 1, en='It was built of brick.', zh='由砖砌成。', confirmed='yes')
# A doubtful pair is mended.
put(row('The mill', '磨坊'), zh='磨坊磨了十二袋。', confirmed='yes', score=0.35, flags='low-score, number-mismatch')
# Another one is left as it is.
put(row('Tickets', '船票'), score=0.35, flags='low-score')
book.save(sys.argv[1])
`;

const TEXT = [
  '# The Station',
  '# 车站',
  'The station opened in 1901. It was built of brick.',
  '车站于1901年开放，由砖砌成。',
  'The clock has never been right.',
  '大钟从来没有准过。',
  '候车室里养了一只猫。',
  'The mill ground 12 sacks.',
  '磨坊磨了七袋。',
  'Tickets are sold on the pier.',
  '船票在码头出售。',
];

const HERS = [
  ['The station opened in 1901.', '车站于1901年开放，'],
  ['It was built of brick.', '由砖砌成。'],
  ['A cat was kept in the waiting room.', '候车室里养了一只猫。'],
  ['The mill ground 12 sacks.', '磨坊磨了十二袋。'],
];
const confirmedIn = (name: string): string[][] =>
  pairsIn(name)
    .filter(({ confirmed }) => confirmed)
    .map(({ en, zh }) => [en, zh]);

describe.skipIf(!hasPythonModule('openpyxl'))('the sheet of a reviewer', () => {
  beforeAll(async () => {
    writeFileSync(join(directory, 'station.md'), `${TEXT.join('\n\n')}\n`);
    const aligned = await duiqi('align', 'station.md', '--unaligned', '-o', 'sheet.xlsx');
    expect(aligned.status).toBe(0);
    if (hasCalc) savedByCalc('sheet.xlsx');
    const edited = spawnSync(PYTHON, ['-c', EDITS, 'sheet.xlsx'], { cwd: directory, encoding: 'utf8' });
    expect(edited.stderr).toBe('');
    if (hasCalc) savedByCalc('sheet.xlsx');
  });

  test.each([
    ['export', ['export', 'sheet.xlsx']],
    ['merge', ['merge', 'sheet.xlsx']],
    ['--update', ['align', 'station.md', '--update', 'sheet.xlsx', '--unaligned']],
  ])('%s: what she filled, split and mended is there, whatever is filtered', async (_, command) => {
    const { status, err } = await duiqi(
      ...command,
      '--min-score',
      '0.5',
      '--drop',
      'low-score,number-mismatch,conflict',
      '-o',
      'kept.jsonl',
      '-o',
      'kept.tmx',
    );
    expect(status).toBe(0);
    expect(err).not.toContain('no longer in the text');
    expect(confirmedIn('kept.jsonl')).toEqual(HERS);
    const units = written('kept.tmx')
      .split('\n')
      .filter((line) => line.includes('x-confirmed'));
    expect(units).toHaveLength(HERS.length);
    expect(units.join('')).not.toContain('Please check');
    // The doubtful pair that she has not looked at stays out of the memory.
    expect(written('kept.tmx')).not.toContain('码头');
  });

  test('--update: no text of the document is lost or doubled beside hers', async () => {
    await duiqi('align', 'station.md', '--update', 'sheet.xlsx', '--unaligned', '-o', 'all.jsonl');
    const all = pairsIn('all.jsonl');
    const texts = all
      .flatMap(({ en, zh, confirmed }) => (confirmed ? [] : [en, zh]))
      .filter((text) => text !== '');
    const left = ['The Station', '车站', TEXT[4], TEXT[5], TEXT[9], TEXT[10]];
    expect(texts.sort()).toEqual(left.sort());
    expect(confirmedIn('all.jsonl')).toEqual(HERS);
    // The doubtful pair that she has not looked at goes into a memory of its own, with its note; hers do not.
    await duiqi('export', 'all.jsonl', '-o', 'all.tmx');
    expect(written('all.tmx')).not.toContain('Please check');
    expect(written('all.doubtful.tmx').match(/Please check/g)).toHaveLength(1);
    expect(written('all.doubtful.tmx')).toContain('码头');
    for (const [, zh] of HERS) expect(written('all.tmx')).toContain(`<seg>${zh}</seg>`);
  });

  test('--update of a changed document: hers stay where their text stays, and what is gone is listed', async () => {
    const changed = [
      ...TEXT.slice(0, 4),
      'The clock was mended at last.',
      '大钟终于修好了。',
      TEXT[6],
      ...TEXT.slice(9),
    ];
    writeFileSync(join(directory, 'station.md'), `${changed.join('\n\n')}\n`);
    const { err } = await duiqi('align', 'station.md', '--update', 'sheet.xlsx', '-o', 'changed.jsonl');
    expect(confirmedIn('changed.jsonl')).toEqual(HERS.slice(0, 3));
    expect(err).toContain('1 confirmed pair is no longer in the text');
    expect(err).toContain(
      'A pair that you had confirmed is no longer in the text: “The mill ground 12 sacks.”',
    );
  });
});
