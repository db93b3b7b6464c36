import { type Diagnostic, DuiqiError } from 'duiqi';
import { readGlossary } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { toXlsx } from '../../packages/aligner/src/pairs/export/xlsx.js';
import { excelFile } from '../helpers/excel.js';
import { pairRecord } from '../helpers/review-records.js';

const terms = [
  { en: 'kiln', zh: '窑' },
  { en: 'moon tower', zh: '望舒阁' },
];

async function read(input: string | Uint8Array, name = 'terms') {
  const told: Diagnostic[] = [];
  const found = await readGlossary(input, { name, onDiagnostic: (each) => told.push(each) });
  return { found, messages: told.map(({ message }) => message) };
}

const sheet = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) =>
        `<row>${cells.map((cell, at) => `<c r="${'ABCDEF'[at]}1" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');

const tbx = (entries: string, root = 'martif'): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<${root} type="TBX" xml:lang="en"><text><body>${entries}</body></text></${root}>`;

describe('a glossary is read', () => {
  test.each<[string, string | Uint8Array]>([
    ['two columns with a tab between', 'kiln\t窑\nmoon tower\t望舒阁\n'],
    ['CSV without a header', 'kiln,窑\r\n"moon tower",望舒阁\r\n'],
    ['CSV with a header and a mark', '\ufeffEnglish,中文\nkiln,窑\nmoon tower,望舒阁\n'],
    ['semicolons between cells', '术语;English term\n窑;kiln\n望舒阁;moon tower\n'],
    ['columns among others', 'No,Subject,中文,English,Note\n1,pots,窑,kiln,hot\n2,,望舒阁,moon tower,\n'],
    [
      'TSV with named columns among others',
      'ID\tzh-CN\tNote\ten-US\n1\t窑\thot\tkiln\n2\t望舒阁\t\tmoon tower\n',
    ],
    ['unnamed columns beside numbers and remarks', '1,kiln,窑,很热\n2,moon tower,望舒阁,\n'],
    ['terms that are not translated yet', 'en,zh\nmill,\nkiln,窑\n,磨坊\n5G,5G\nmoon tower,望舒阁\n'],
    [
      'Excel',
      excelFile({
        sheets: [
          sheet(['Glossary of the works'], ['English', 'Chinese'], ['kiln', '窑'], ['moon tower', '望舒阁']),
        ],
      }),
    ],
    ['Excel without a header', excelFile({ sheets: [sheet(['窑', 'kiln'], ['望舒阁', 'moon tower'])] })],
    [
      'TBX 2',
      tbx(
        '<termEntry id="1"><langSet xml:lang="en-US"><tig><term>kiln</term></tig></langSet><langSet xml:lang="zh-CN"><ntig><termGrp><term>窑</term></termGrp></ntig></langSet></termEntry>' +
          '<termEntry><langSet xml:lang="de"><tig><term>Mondturm</term></tig></langSet><langSet xml:lang="zh"><tig><term> 望舒阁\n</term></tig></langSet><langSet xml:lang="en"><tig><term>moon\n tower</term></tig></langSet></termEntry>',
      ),
    ],
    [
      'TBX 3',
      tbx(
        '<conceptEntry><langSec xml:lang="en"><termSec><term>kiln</term></termSec></langSec><langSec xml:lang="zh-Hans"><termSec><term>窑</term></termSec></langSec></conceptEntry>' +
          '<conceptEntry><langSec xml:lang="en"><termSec><term>moon tower</term></termSec></langSec><langSec xml:lang="zh-Hans"><termSec><term>望舒阁</term></termSec></langSec></conceptEntry>',
        'tbx',
      ),
    ],
  ])('%s', async (_, input) => {
    expect(await read(input)).toEqual({ found: terms, messages: [] });
    if (typeof input === 'string') {
      expect((await read(new TextEncoder().encode(input))).found).toEqual(terms);
    }
  });

  test('in an old encoding', async () => {
    const bytes = Uint8Array.of(
      ...Buffer.from('English,'),
      0xd6,
      0xd0,
      0xce,
      0xc4,
      0x0a,
      ...Buffer.from('kiln,'),
      0xd2,
      0xa4,
      0x0a,
    );
    expect((await read(bytes, 'a.csv')).found).toEqual([{ en: 'kiln', zh: '窑' }]);
  });

  test('synonyms in a cell, or in an entry, are terms of their own', async () => {
    const expected = ['kiln', 'oven'].flatMap((en) => ['窑', '炉'].map((zh) => ({ en, zh })));
    expect((await read('en,zh\nkiln; oven,窑；炉\n')).found).toEqual(expected);
    const langSet = (tag: string, ...words: string[]) =>
      `<langSet xml:lang="${tag}">${words.map((word) => `<tig><term>${word}</term></tig>`).join('')}</langSet>`;
    const entry = `<termEntry>${langSet('en', 'kiln', 'oven')}${langSet('zh', '窑', '炉')}</termEntry>`;
    expect((await read(tbx(entry))).found).toEqual(expected);
  });

  test('sheets of a workbook with other things are passed over, and said', async () => {
    const sheets = [
      sheet(['Ask Ann.'], ['By Friday.']),
      sheet(['en', 'zh'], ['kiln', '窑'], ['moon tower', '望舒阁']),
    ];
    expect(await read(excelFile({ sheets }), 'terms.xlsx')).toEqual({
      found: terms,
      messages: [
        '"terms.xlsx" has 1 sheet of 2 without a column of English and one of Chinese terms; what they hold was passed over.',
      ],
    });
  });

  test('rows that hold no term are counted', async () => {
    const { found, messages } = await read(
      'en,zh\nkiln,窑\nmill,molen\n磨坊,mill\nmoon tower,望舒阁\n',
      'a.csv',
    );
    expect(found).toEqual(terms);
    expect(messages).toEqual([
      '"a.csv" has 2 rows (3, 4) with no English term and its Chinese one; what they hold was passed over.',
    ]);
  });

  test('a review sheet of ours can be one', async () => {
    const bytes = Buffer.concat([...(await toXlsx(terms.map((term) => pairRecord(term))))]);
    expect((await read(bytes)).found).toEqual(terms);
  });

  test.each([
    ['nothing', ''],
    ['comments', '# none yet\n\n'],
  ])('%s holds no terms', async (_, text) => expect((await read(text)).found).toEqual([]));

  test.each<[string, string | Uint8Array, string]>([
    ['no Chinese', 'en,fr\nkiln,four\n', '"terms" has no columns that are known to be English and Chinese'],
    ['a workbook of another kind', excelFile({ sheets: [sheet(['1', '2'])] }), 'has no columns'],
    ['a bad line of two columns', 'kiln\t窑\nmill\n', 'Line 2 of "terms" does not have English and Chinese'],
    ['broken XML', tbx('<termEntry>'), '"terms" is no well-formed XML at line 3'],
    ['a damaged archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), '"terms"'],
  ])('%s is refused in one sentence', async (_, input, message) => {
    await expect(read(input)).rejects.toThrow(DuiqiError);
    await expect(read(input)).rejects.toThrow(message);
  });
});
