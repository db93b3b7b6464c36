import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { UiLanguage } from '../../packages/aligner/src/pairs/export/review-words.js';
import { toXlsx } from '../../packages/aligner/src/pairs/export/xlsx.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';
import { pairRecord } from '../helpers/review-records.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-sheets-'));
afterAll(() => rmSync(directory, { recursive: true }));

const PAIRS: readonly PairRecord[] = [
  pairRecord({ en: '=1+1', zh: '＝1', clause: '1/2', clause_zh: '(1)', bead: '2-1' }),
  pairRecord({ id: '1234567890123456', en: '  two\nlines ', flags: ['doubted', 'low-score'], note: '@Mei' }),
  pairRecord({ en: "'=x", zh: '', confirmed: true, score: null, doc: '2024-03-05' }),
];

async function workbook(ui: UiLanguage = 'en'): Promise<string> {
  const path = join(directory, 'review.xlsx');
  writeFileSync(path, Buffer.concat([...(await toXlsx(PAIRS, { unaligned: true, ui }))]));
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
sheet = book['pairs']
print(json.dumps([[[row[place].value, row[place].data_type] for place in (1, 2, 5)] for row in sheet.iter_rows(min_row=2)]))
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

  test('sees a sheet that is made for a person and for paper', async () => {
    const program = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[1]
[choice] = sheet.data_validations.dataValidation
print(json.dumps({
    'sheets': book.sheetnames,
    'guide': [row[0].value[:3] for row in book.worksheets[0].iter_rows(min_row=2)],
    'headings': [cell.value for cell in sheet[1] if not sheet.column_dimensions[cell.column_letter].hidden],
    'hidden': [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].outlineLevel == 1],
    'choice': [choice.formula1, choice.showErrorMessage],
    'frozen': sheet.freeze_panes,
    'filter': sheet.auto_filter.ref,
    'titles': sheet.print_title_rows,
    'page': [sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage],
}))
`;
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', program, await workbook('zh')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      sheets: ['说明', '句对'],
      guide: ['1. ', '2. ', '3. ', '4. ', '5. '],
      headings: ['确认', '英文', '中文', '请核对', '备注', '得分', '条款'],
      hidden: ['flags', 'clause_zh', 'bead', 'doc', 'id'],
      choice: ['"是,否"', false],
      frozen: 'A2',
      filter: 'A1:G4',
      titles: '$1:$1',
      page: ['landscape', 1, 0, true],
    });
  });
});

/** Other parts of LibreOffice have the command too; without this one it opens no sheet. */
const hasCalc = hasProgram('soffice') && existsSync('/usr/lib/libreoffice/program/libsclo.so');

describe.skipIf(!hasCalc)('LibreOffice Calc', () => {
  test.each<UiLanguage>(['en', 'zh', 'zh-Hant'])(
    'saves the workbook anew, and it holds the same: %s',
    async (ui) => {
      const path = await workbook(ui);
      const saved = join(directory, 'saved');
      const profile = `-env:UserInstallation=file://${join(directory, 'profile')}`;
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', saved, path]);
      expect(await read(join(saved, 'review.xlsx'))).toEqual(PAIRS);
    },
  );
});
