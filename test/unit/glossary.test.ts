import { align, DuiqiError } from 'duiqi';
import { type GlossaryTerm, type Lexicon, parseGlossary, withGlossary } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { byMeaning, unclear } from '../helpers/unknown-name.js';

const lexicon: Lexicon = {
  name: 'small',
  translations: (word) => {
    const stems: Record<string, string[]> = { 港口: ['harbor', 'port'], 管理: ['manag'], 网络: ['net'] };
    return (stems[word] ?? []).map((stem) => ({ stem, weight: 0.5 }));
  },
  frequency: (word) => (['港口', '管理', '网络', '委员会', '临时'].includes(word) ? 500 : 0),
  readings: () => ['gang'],
};

/** The stems of a word with their shares in percent. */
function shares({ translations }: Lexicon, word: string): Record<string, number> {
  const all = translations(word).reduce((sum, { weight }) => sum + weight, 0);
  return Object.fromEntries(
    translations(word).map(({ stem, weight }) => [stem, Math.round((100 * weight) / all)]),
  );
}

describe('a lexicon with a glossary', () => {
  test.each<[string, GlossaryTerm[], string, Record<string, number>]>([
    ['a new word', [{ en: 'Halcyon', zh: '望舒阁' }], '望舒阁', { halcyon: 100 }],
    ['several words', [{ en: 'the Old Kiln', zh: '望舒阁' }], '望舒阁', { old: 50, kiln: 50 }],
    ['a word that the lexicon has', [{ en: 'haven', zh: '港口' }], '港口', { haven: 91, harbor: 5, port: 5 }],
    [
      'words that the lexicon has, together',
      [{ en: 'wharfage', zh: '港口管理' }],
      '港口管理',
      { wharfag: 91, harbor: 3, port: 3, manag: 3 },
    ],
    [
      'several translations, however long',
      [
        { en: 'kiln', zh: '望舒阁' },
        { en: 'moon tower', zh: '望舒阁' },
      ],
      '望舒阁',
      { kiln: 50, moon: 25, tower: 25 },
    ],
    [
      'a term that comes twice',
      [
        { en: 'kiln', zh: '望舒阁' },
        { en: 'Kilns', zh: ' 望舒阁 ' },
        { en: 'tower', zh: '望舒阁' },
      ],
      '望舒阁',
      { kiln: 50, tower: 50 },
    ],
    ['a number in one language', [{ en: 'Pier 12', zh: '望舒阁' }], '望舒阁', { pier: 50, '#12': 50 }],
    [
      'a term that is longer than a word',
      [{ en: 'Haven Board', zh: '临时港口管理委员会' }],
      '临时港口管理',
      { haven: 45, board: 45, harbor: 3, port: 3, manag: 3 },
    ],
    ['the rest of such a term', [{ en: 'Haven Board', zh: '临时港口管理委员会' }], '管理', { manag: 100 }],
    ['Latin letters in a term', [{ en: 'QX ferry', zh: 'QX阁' }], '阁', { ferri: 100 }],
    ['a number in a term', [{ en: '12 kilns', zh: '12阁' }], '阁', { kiln: 100 }],
    ['a known word in a divided term', [{ en: '6G grid', zh: '6G网络' }], '网络', { net: 100 }],
    ['a dot in a name', [{ en: 'Ana Bell', zh: '阿娜·贝尔' }], '贝尔', { ana: 50, bell: 50 }],
    ['a term of function words', [{ en: 'of the', zh: '望舒阁' }], '望舒阁', {}],
    ['no term', [], '港口', { harbor: 50, port: 50 }],
  ])('%s', (_, glossary, word, expected) => {
    expect(shares(withGlossary(lexicon, glossary), word)).toEqual(expected);
  });

  test('a term is a more common word than any other, but for a single character', () => {
    const glossary = [
      { en: 'Halcyon', zh: '望舒阁' },
      { en: 'kiln', zh: '窑' },
    ];
    const { frequency } = withGlossary(lexicon, glossary);
    expect(['望舒阁', '港口', '舒阁', '窑'].map(frequency)).toEqual([1e6, 500, 0, 0]);
  });

  test('the name tells glossaries apart', () => {
    const glossaries = [[], [{ en: 'kiln', zh: '窑' }], [{ en: 'oven', zh: '窑' }]];
    const names = glossaries.map((glossary) => withGlossary(lexicon, glossary).name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^small\+glossary:\d-[\da-f]{16}$/);
  });
});

describe('align with a glossary', () => {
  test.each(['Halcyon', 'Meridian'] as const)('a term decides: %s', async (name) => {
    const { pairs, signature } = await align(unclear, { glossary: [{ en: `the ${name}`, zh: '望舒阁' }] });
    const looked = pairs.filter(({ en }) => en.text.includes('looked'));
    expect(looked.map(({ zh }) => zh.text)).toEqual(byMeaning[name]);
    expect(signature).toContain('+glossary:1-');
  });

  test('no glossary leaves the result as it is', async () => {
    expect(await align(unclear, { glossary: [] })).toEqual(await align(unclear));
  });

  test.each<[string, unknown, string]>([
    ['no list', 'terms.tsv', 'Unexpected glossary: "terms.tsv". It must be an array.'],
    ['an empty side', [{ en: 'kiln', zh: ' ' }], 'Unexpected term 1 of the glossary.'],
    ['sides changed over', [{ en: '窑', zh: 'kiln' }], 'Unexpected term 1 of the glossary.'],
    ['a missing side', [{ en: 'kiln', zh: '窑' }, { en: 'mill' }], 'Unexpected term 2 of the glossary.'],
    ['no term', [null], 'Unexpected term 1 of the glossary.'],
  ])('%s', async (_, glossary, message) => {
    const failed = align(unclear, { glossary: glossary as GlossaryTerm[] });
    await expect(failed).rejects.toMatchObject({ code: 'bad-option' });
    await expect(failed).rejects.toThrow(message);
  });
});

describe('a glossary file', () => {
  const terms = [
    { en: 'kiln', zh: '窑' },
    { en: 'moon tower', zh: '望舒阁' },
  ];

  test.each<[string, string | Uint8Array]>([
    ['English first', 'kiln\t窑\nmoon tower\t望舒阁\n'],
    ['Chinese first', '窑\tkiln\n望舒阁\tmoon tower'],
    ['a mark at the start and CR LF', '\ufeffkiln\t窑\r\nmoon tower\t望舒阁\r\n'],
    ['an English heading', 'Source\tTarget\nkiln\t窑\nmoon tower\t望舒阁'],
    ['a Chinese heading', '英文\t中文\nkiln\t窑\nmoon tower\t望舒阁'],
    ['comments and blank lines', '# our terms\n\nkiln\t窑\n \t \n#kiln\nmoon tower\t望舒阁'],
    ['white space', ' kiln \t 窑\nmoon tower\t望舒阁 '],
    ['a column of notes', 'kiln\t窑\tfor pots\nmoon tower\t望舒阁\t'],
    ['languages as names of the columns', 'English\t中文\nkiln\t窑\nmoon tower\t望舒阁'],
    ['cells in quotation marks', '"kiln"\t窑\r\nmoon tower\t"望舒阁" \r\n'],
    ['marks around the first cell', '\ufeff"Source"\t"Target"\n"kiln"\t"窑"\nmoon tower\t望舒阁'],
    ['a term without translation yet', 'mill\t\nkiln\t窑\n\t磨坊\nbarn\t\task her\nmoon tower\t望舒阁'],
    ['a term that both languages share', 'kiln\t窑\n5G\t5G\nmoon tower\t望舒阁'],
    ['bytes', new TextEncoder().encode('kiln\t窑\nmoon tower\t望舒阁\n')],
  ])('%s', (_, file) => {
    expect(parseGlossary(file)).toEqual(terms);
  });

  test.each<[string, string, string]>([
    ['a comma', '"kiln, small"\t窑', 'kiln, small'],
    ['a tab', '"kiln\tsmall"\t窑', 'kiln\tsmall'],
    ['a mark', '"the ""Old"" Kiln"\t窑', 'the "Old" Kiln'],
    ['words after the quotation', '"Old" Kiln\t窑', '"Old" Kiln'],
    ['a mark that nothing closes', '"Old Kiln\t窑', '"Old Kiln'],
  ])('a cell with %s', (_, file, en) => {
    expect(parseGlossary(file)).toEqual([{ en, zh: '窑' }]);
  });

  test('UTF-16, as spreadsheets write it', () => {
    const units = Uint16Array.from('\ufeffkiln\t窑\r\nmoon tower\t望舒阁\r\n', (unit) => unit.charCodeAt(0));
    expect(parseGlossary(new Uint8Array(units.buffer))).toEqual(terms);
  });

  test('one without terms', () => expect(parseGlossary('# none yet\n')).toEqual([]));

  test.each<[string, string, string]>([
    [
      'one column',
      'kiln\t窑\nmill\n',
      'Line 2 of "t.tsv" does not have English and Chinese in its first two',
    ],
    ['one column at the start', 'kiln,窑\n', 'Line 1 of "t.tsv" does not have English and Chinese'],
    [
      'an empty column between',
      '\nkiln\t窑\nmill\t\t磨坊',
      'Line 3 of "t.tsv" does not have English and Chinese',
    ],
    ['a cell over two lines', '"kiln\nsmall"\t窑\n', 'Line 1 of "t.tsv" does not have English and Chinese'],
    ['English twice', 'kiln\t窑\nmill\tmolen\n', 'Line 2 of "t.tsv" is not English in one and Chinese'],
    ['Chinese twice', '窑\tkiln\n磨坊\t磨房\n', 'Line 2 of "t.tsv" is not English in one and Chinese'],
    [
      'both in one column',
      'kiln\t窑\n磨坊 mill\t磨坊\n',
      'Line 2 of "t.tsv" is not English in one and Chinese',
    ],
    [
      'columns changed over',
      'kiln\t窑\n磨坊\tmill\n',
      'Line 2 of "t.tsv" has the two languages in another order',
    ],
  ])('%s', (_, file, message) => {
    expect(() => parseGlossary(file, 't.tsv')).toThrow(DuiqiError);
    expect(() => parseGlossary(file, 't.tsv')).toThrow(message);
  });
});
