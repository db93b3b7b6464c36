import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toXlsx } from '../../packages/aligner/src/pairs/export/xlsx.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';
import { pairRecord } from '../helpers/review-records.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-sheets-'));
afterAll(() => rmSync(directory, { recursive: true }));

const PAIRS: readonly PairRecord[] = [
  pairRecord({ en: '=1+1', zh: '＝1', clause: '1/2', clause_zh: '(1)', bead: '2-1' }),
  pairRecord({ id: '1234567890123456', en: '  two\nlines ', flags: ['low-score'], note: '@Mei' }),
  pairRecord({ en: "'=x", zh: '', confirmed: true, score: null, doc: '2024-03-05' }),
];

async function workbook(): Promise<string> {
  const path = join(directory, 'review.xlsx');
  writeFileSync(path, Buffer.concat([...(await toXlsx(PAIRS, { unaligned: true }))]));
  return path;
}

const read = async (path: string): Promise<PairRecord[]> => [
  ...(await readPairs(readFileSync(path), { names: [path] })),
];

describe.skipIf(!hasPythonModule('openpyxl'))('openpyxl (in DUIQI_PYTHON)', () => {
  test('sees texts and numbers and no formulas; what it changes is read back', async () => {
    const path = await workbook();
    const edited = join(directory, 'edited.xlsx');
    const program = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
print(json.dumps([[[cell.value, cell.data_type] for cell in row[1:4]] for row in sheet.iter_rows(min_row=2)]))
sheet['A2'] = 'x'
sheet['B2'].value = 'Two ferries'
sheet.delete_rows(3)
book.save(sys.argv[2])
`;
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', program, path, edited], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      [
        ['=1+1', 's'],
        ['＝1', 's'],
        [0.9312, 'n'],
      ],
      [
        ['  two\nlines ', 's'],
        ['渡轮正午开航。', 's'],
        [0.9312, 'n'],
      ],
      [
        ["''=x", 's'],
        [null, 'n'],
        [null, 'n'],
      ],
    ]);
    expect(await read(edited)).toEqual([{ ...PAIRS[0], en: 'Two ferries', confirmed: true }, PAIRS[2]]);
  });
});

/** Other parts of LibreOffice have the command too; without this one it opens no sheet. */
const hasCalc = hasProgram('soffice') && existsSync('/usr/lib/libreoffice/program/libsclo.so');

describe.skipIf(!hasCalc)('LibreOffice Calc', () => {
  test('saves the workbook anew, and it holds the same', async () => {
    const path = await workbook();
    const saved = join(directory, 'saved');
    const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved, path]);
    expect(await read(join(saved, 'review.xlsx'))).toEqual(PAIRS);
  });
});
