import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { UiLanguage } from '../../packages/aligner/src/pairs/export/review-words.js';
import { toXlsx } from '../../packages/aligner/src/pairs/export/xlsx.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { excelFile } from '../helpers/excel.js';
import { anyRecord, anyText, pairRecord } from '../helpers/review-records.js';

const write = async (pairs: Iterable<PairRecord>, ui?: UiLanguage): Promise<Uint8Array> =>
  Buffer.concat([...(await toXlsx(pairs, { unaligned: true, ...(ui && { ui }) }))]);

async function read(bytes: Uint8Array) {
  const messages: string[] = [];
  const onDiagnostic = ({ message }: { readonly message: string }) => messages.push(message);
  const pairs = [...(await readPairs(bytes, { names: ['pier.xlsx'], onDiagnostic }))];
  return { pairs, messages };
}

const sheetOf = async (pairs: Iterable<PairRecord>, ui?: UiLanguage): Promise<string> =>
  strFromU8(unzipSync(await write(pairs, ui))['xl/worksheets/sheet2.xml']);

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

describe('writing', () => {
  test('a header that stays and filters, and the score as a number', async () => {
    const sheet = await sheetOf([pairRecord(), pairRecord()]);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:G3"/>');
    expect(sheet).toMatch(/<c r="F3" s="\d"><v>0\.9312<\/v><\/c>/);
  });

  test('doubtful rows are filled, to the last empty cell', async () => {
    const sheet = await sheetOf([
      pairRecord({ flags: ['stitched'] }),
      pairRecord({ flags: ['low-score'] }),
      pairRecord({ flags: ['low-score'], confirmed: true }),
      pairRecord({ zh: '', confirmed: true }),
    ]);
    const [plain, doubtful, confirmed, alone] = [2, 3, 4, 5].map((number) => [
      ...new Set(
        [...sheet.matchAll(new RegExp(`<c r="[A-L]${number}" s="(\\d)"`, 'g'))].map(([, style]) => style),
      ),
    ]);
    expect(sheet.match(/<c r="[A-L]3"/g)).toHaveLength(12);
    expect(plain.filter((style) => doubtful.includes(style))).toEqual([]);
    expect([confirmed, alone]).toEqual([plain, plain]);
  });

  test('texts that look like formulas as text, without an apostrophe', async () => {
    const sheet = await sheetOf([pairRecord({ en: '=1+1', zh: '+852' })]);
    expect(sheet).toContain('t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(sheet).not.toContain('<f>');
  });

  test('the same bytes for the same pairs, in any time zone', async () => {
    const zone = process.env.TZ;
    const first = await write([pairRecord()]);
    process.env.TZ = 'Pacific/Auckland';
    try {
      expect(await write([pairRecord()])).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('nothing is cut off: texts longer than a cell holds are refused', async () => {
    await expect(write([pairRecord(), pairRecord({ zh: '船'.repeat(32_768) })])).rejects.toMatchObject({
      code: 'bad-input',
      message:
        'Pair 2 has 32,768 characters in zh, and an Excel cell holds 32,767: write CSV or JSONL, which hold them all.',
    });
  });
});

test('what is read back is what was written, in whichever language, and the guide is passed over', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRecord(anyText)),
      fc.constantFrom<UiLanguage>('en', 'zh', 'zh-Hant'),
      async (pairs, ui) => {
        expect(await read(await write(pairs, ui))).toEqual({ pairs, messages: [] });
      },
    ),
    { seed: 20261122, numRuns: 100 },
  );
});

describe('what a reviewer reads', () => {
  const doubtful = pairRecord({
    en: 'In 2024, 5 boats',
    zh: '6艘船',
    flags: ['low-score', 'number-mismatch', 'stitched'],
  });

  test.each<[UiLanguage, string]>([
    ['en', 'the score is low; the numbers differ: the English has 2024, 5, the Chinese 6'],
    ['zh', '得分偏低；数字不一致：英文有2024, 5，中文有6'],
    ['zh-Hant', '得分偏低；數字不一致：英文有2024, 5，中文有6'],
  ])('the reasons in words, with the numbers: %s', async (ui, reasons) => {
    expect(await sheetOf([doubtful], ui)).toContain(`<t>${reasons}</t>`);
  });

  test('an unknown language is refused at once', async () => {
    await expect(write([], 'fr' as UiLanguage)).rejects.toMatchObject({ code: 'bad-option' });
  });

  test('rows are as high as their texts', async () => {
    const sheet = await sheetOf([
      pairRecord(),
      // Three lines of a column that holds some 60 letters, and of one that holds 20 characters.
      pairRecord({ en: 'The ferry sails at noon. '.repeat(6) }),
      pairRecord({ zh: '渡轮正午开航，'.repeat(8) }),
      pairRecord({ note: 'a\nb\nc\nd' }),
      pairRecord({ en: 'x'.repeat(30_000) }),
    ]);
    const heights = [...sheet.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(([, height]) => Number(height));
    expect(heights).toEqual([18, 16, 48, 48, 64, 409]);
  });
});

describe('a no', () => {
  test.each<[UiLanguage, string]>([
    ['en', 'no'],
    ['zh', '否'],
  ])('is a doubt, and written as one: %s', async (ui, no) => {
    const doubted = pairRecord({ flags: ['doubted'] });
    const sheet = await sheetOf([doubted], ui);
    expect(sheet).toContain(`<c r="A2" s="4" t="inlineStr"><is><t>${no}</t></is></c>`);
    expect(sheet).not.toContain('>doubted<');
    expect((await read(await write([doubted], ui))).pairs).toEqual([doubted]);
  });

  test.each<[string, Partial<PairRecord>]>([
    ['no', { flags: ['low-score', 'doubted'] }],
    ['yes', { flags: ['low-score'], confirmed: true }],
    // Boxes without ticks were there before the reviewer.
    ['FALSE', { flags: ['low-score'] }],
    ['0', { flags: ['low-score'] }],
  ])('in a sheet as earlier versions wrote it: %s', async (confirmed, expected) => {
    const columns = [
      'confirmed',
      'en',
      'zh',
      'score',
      'flags',
      'note',
      'clause',
      'clause_zh',
      'bead',
      'doc',
      'id',
    ];
    const cells = [confirmed, 'Pier', '码头', '0.4', 'low-score', 'Ann?', '1', '一', '1-1', 'p.md', 'a1'];
    const { pairs, messages } = await read(
      excelFile({ sheets: [row(...columns.map(inline)) + row(...cells.map(inline))] }),
    );
    expect(messages).toEqual([]);
    expect(pairs).toEqual([
      pairRecord({
        id: 'a1',
        en: 'Pier',
        zh: '码头',
        score: 0.4,
        clause: '1',
        clause_zh: '一',
        doc: 'p.md',
        note: 'Ann?',
        ...expected,
      }),
    ]);
  });
});

describe('reading', () => {
  test('a workbook of another program, with shared and formatted strings', async () => {
    const strings =
      '<si><t>English</t></si><si><t>中文</t></si><si><r><t>Pi</t></r><r><rPr><b/></rPr><t>er</t></r></si><si><t>码头</t></si><si><t>Score</t></si>';
    const shared = (at: number): string => `<c t="s"><v>${at}</v></c>`;
    const sheet =
      row(shared(4), shared(1), shared(0)) +
      row(inline('0.5'), shared(3), shared(2)) +
      '<row r="3"/>' +
      row(inline(' '), '<c/>') +
      row('<c t="n"><v>0.25</v></c>', shared(3), shared(3));
    const { pairs } = await read(excelFile({ sheets: [sheet], strings }));
    expect(pairs).toMatchObject([
      { en: 'Pier', zh: '码头', score: 0.5 },
      { en: '码头', zh: '码头', score: 0.25 },
    ]);
  });

  test('a workbook that a library wrote', async () => {
    const names = ['Chinese', 'English', 'confirmed'].map((value) => ({ value }));
    const blob = writeExcelFile([names, [{ value: '码头' }, { value: 'Pier' }, { value: true }]]);
    const { pairs } = await read(new Uint8Array(await blob.toBuffer()));
    expect(pairs).toMatchObject([{ en: 'Pier', zh: '码头', confirmed: true }]);
  });

  test('a CSV file that was saved as a workbook', async () => {
    const { pairs } = await read(
      excelFile({
        sheets: [
          row(inline('en'), inline('zh'), inline('bead')) +
            row(inline("'=1"), inline('码头'), inline("'2-1")),
        ],
      }),
    );
    expect(pairs).toMatchObject([{ en: '=1', bead: '2-1' }]);
  });

  test('sheets without pairs are passed over, and said', async () => {
    const sheets = [
      row(inline('Please check by Friday.')),
      row(inline('en'), inline('zh')) + row(inline('Pier'), inline('码头')),
    ];
    const { pairs, messages } = await read(excelFile({ sheets }));
    expect(pairs).toHaveLength(1);
    expect(messages).toEqual([
      '"pier.xlsx" has 1 sheet of 2 without a column of English and one of Chinese; what they hold was passed over.',
    ]);
    await expect(read(excelFile({ sheets: sheets.slice(0, 1) }))).rejects.toThrow(/no columns/);
  });

  test('the format is found by the bytes where the name says nothing', async () => {
    expect([...(await readPairs(await write([pairRecord()]), { names: ['review'] }))]).toHaveLength(1);
  });

  test('damage is said, wherever it is', async () => {
    const whole = await write(
      Array.from({ length: 300 }, (_, at) => pairRecord({ en: `Pier ${at * 7919}` })),
    );
    const damaged = Uint8Array.from(whole);
    damaged.fill(0xff, 2500, 2600);
    for (const bytes of [
      damaged,
      whole.subarray(0, 3000),
      new Uint8Array(100),
      Uint8Array.of(...Buffer.from('PK')),
    ]) {
      await expect(read(bytes)).rejects.toMatchObject({ code: 'unreadable' });
    }
  });
});
