import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../packages/aligner/src/alignment/score/numbers.js';
import type { Language } from '../../packages/aligner/src/types.js';

/** `value [text]` of each mention. */
function find(text: string, language: Language): string {
  return findNumbers(text, language)
    .map(({ value, percent, start, end }) => `${value}${percent ? '%' : ''} [${text.slice(start, end)}]`)
    .join(' ');
}

describe('Chinese', () => {
  test.each([
    ['二十四艘船', '24 [二十四]'],
    ['24艘船', '24 [24]'],
    ['２４艘船', '24 [２４]'],
    ['1.2亿人', '120000000 [1.2亿]'],
    ['1.1亿人', '110000000 [1.1亿]'],
    ['1.39万亿元', '1390000000000 [1.39万亿]'],
    ['3亿5000万人', '350000000 [3亿5000万]'],
    ['2万5千人', '25000 [2万5千]'],
    ['5千克米', '5 [5]'],
    ['三点五亿人', '350000000 [三点五亿]'],
    ['九點六公尺', '9.6 [九點六]'],
    ['一點五萬人', '15000 [一點五萬]'],
    ['十點五十分開船', '10 [十] 50 [五十]'],
    ['百分之三點五', '3.5% [百分之三點五]'],
    ['十点五十分开船', '10 [十] 50 [五十]'],
    ['两千人', '2000 [两千]'],
    ['一百零五人', '105 [一百零五]'],
    ['二〇二三年', '2023 [二〇二三]'],
    ['百分之六十', '60% [百分之六十]'],
    ['百分之三点五', '3.5% [百分之三点五]'],
    ['百分之百', '100% [百分之百]'],
    ['百分之一', '1% [百分之一]'],
    ['百分之60', '60% [百分之60]'],
    ['60%', '60% [60%]'],
    ['６０％', '60% [６０％]'],
    ['高出3个百分点', '3% [3个百分点]'],
    ['三分之二', '0.6667 [三分之二]'],
    ['千分之三', '0.003 [千分之三]'],
    ['近2000件', '2000 [2000]'],
    ['第二十', '20 [二十]'],
    ['第一艘', '1 [一]'],
    ['三十多艘', '30 [三十]'],
    ['廿四日', '24 [廿四]'],
    ['壹佰贰拾叁元', '123 [壹佰贰拾叁]'],
    ['2,000元', '2000 [2,000]'],
    ['1,234,567.5元', '1234567.5 [1,234,567.5]'],
    ['1,000,000,000,000元', '1000000000000 [1,000,000,000,000]'],
    ['96.5分', '96.5 [96.5]'],
    ['9．5分', '9.5 [9．5]'],
    ['2023年5月1日', '2023 [2023] 5 [5] 1 [1]'],
    ['一月一日', '1 [一] 1 [一]'],
    ['两艘、三艘、十艘', '2 [两] 3 [三] 10 [十]'],
    ['2019-2020', '2019 [2019] 2020 [2020]'],
    ['14:30开船', '14 [14] 30 [30]'],
    ['2.1.3节', '2 [2] 1 [1] 3 [3]'],
    ['周三开船', ''],
    ['一周三十人', '30 [三十]'],
    ['每周三十一时爆破', '11 [十一]'],
    ['每周五十小时', '50 [五十]'],
    ['1.39 万亿元', '1390000000000 [1.39 万亿]'],
    ['十分钟', '10 [十]'],
    ['人民币RMB50', '50 [50]'],
    ['15，000元', '15000 [15，000]'],
    ['3，000万元', '30000000 [3，000万]'],
    ['1，2，3', '1 [1] 2 [2] 3 [3]'],
    ['二十两银子，一千两百人', '20 [二十] 1200 [一千两百]'],
    ['9.6千比特', '9.6 [9.6]'],
    ['高出3百分点', '3% [3百分点]'],
  ])('%s', (text, expected) => {
    expect(find(text, 'zh')).toBe(expected);
  });

  test.each([
    '一艘船和一些人',
    '十几艘，几十艘，数百艘，几艘',
    '三四十艘，三五天',
    '一般，十分，万一，千万，百姓',
    '四川，八路军，星期三，两岸，独一无二',
    '大陆，收拾，放肆',
    '新冠COVID-19和G20、5G',
    '帐号12345678901234567890',
  ])('nothing in %s', (text) => {
    expect(find(text, 'zh')).toBe('');
  });
});

describe('English', () => {
  test.each([
    ['forty ten boats', '40 [forty] 10 [ten]'],
    ['twenty thirty boats', '20 [twenty] 30 [thirty]'],
    ['two hundred three boats', '203 [two hundred three]'],
    ['twenty\nfive boats', '25 [twenty\nfive]'],
    ['three million two thousand boats', '3002000 [three million two thousand]'],
    ['2,000 boats', '2000 [2,000]'],
    ['on May 27,2021', '27 [27] 2021 [2021]'],
    ['96.5 points', '96.5 [96.5]'],
    ['60%', '60% [60%]'],
    ['60 percent', '60% [60 percent]'],
    ['60 per cent', '60% [60 per cent]'],
    ['Sixty percent', '60% [Sixty percent]'],
    ['one percent', '1% [one percent]'],
    ['3 percentage points', '3% [3 percentage points]'],
    ['twenty-four boats', '24 [twenty-four]'],
    ['one hundred and ninety boats', '190 [one hundred and ninety]'],
    ['two thousand boats', '2000 [two thousand]'],
    ['twelve hundred boats', '1200 [twelve hundred]'],
    ['a hundred boats and a dozen crews', '100 [a hundred] 12 [a dozen]'],
    ['two dozen boats', '24 [two dozen]'],
    ['two or three and four boats', '2 [two] 3 [three] 4 [four]'],
    ['threescore and ten', '60 [threescore] 10 [ten]'],
    ['15\u00a0000 boats', '15000 [15\u00a0000]'],
    ['five and six hundred', '5 [five] 600 [six hundred]'],
    ['1.39 trillion yuan', '1390000000000 [1.39 trillion]'],
    ['2.5 million', '2500000 [2.5 million]'],
    ['£11million', '11000000 [11million]'],
    ['3bn', '3000000000 [3bn]'],
    ['$5m', '5000000 [5m]'],
    ['5m of rope', '5 [5]'],
    ['the 20th boat', '20 [20th]'],
    ['the first, second and twentieth', '1 [first] 2 [second] 20 [twentieth]'],
    ['the twenty-first century', '21 [twenty-first]'],
    ['the one hundredth boat', '100 [one hundredth]'],
    ['two thirds, one-quarter', '0.6667 [two thirds] 0.25 [one-quarter]'],
    ['in the 1990s', '1990 [1990s]'],
    ['2019-2020', '2019 [2019] 2020 [2020]'],
    ['mid-2019', '2019 [2019]'],
    ['at 14:30.', '14 [14] 30 [30]'],
    ['version 1.0.0', '1 [1] 0 [0] 0 [0]'],
    ['５０ boats', '50 [５０]'],
    ['one hundred\nand five', '105 [one hundred\nand five]'],
  ])('%s', (text, expected) => {
    expect(find(text, 'en')).toBe(expected);
  });

  test.each([
    'One boat; no one came; half the crew',
    'In May and in March',
    'hundreds of boats, several thousand people, dozens',
    'Chapter IV and (ii)',
    'COVID-19, G20, 5G and 3D',
    'tense, often, weight, foxes, someone',
    'account 12345678901234567890',
  ])('nothing in %s', (text) => {
    expect(find(text, 'en')).toBe('');
  });
});

/** The value as Chinese writes it, `三万零五百`: groups of four digits, one `零` for each gap. */
function writeChinese(value: number): string {
  if (value === 0) return '零';
  const units = ['', '十', '百', '千'];
  let text = '';
  const groups = ['万亿', '亿', '万', ''].map((unit, index) => ({
    unit,
    group: Math.floor(value / 10 ** (12 - 4 * index)) % 1e4,
  }));
  for (const [index, { unit, group }] of groups.entries()) {
    if (group === 0) continue;
    const digits = [...String(group).padStart(4, '0')].map(Number);
    let part = '';
    let gap = text !== '' && digits[0] === 0;
    for (const [place, digit] of digits.entries()) {
      if (digit === 0) gap ||= part !== '';
      else {
        part += `${gap ? '零' : ''}${'零一二三四五六七八九'[digit]}${units[3 - place]}`;
        gap = false;
      }
    }
    const skipped = text !== '' && index > 0 && groups[index - 1]!.group === 0 && !part.startsWith('零');
    // 万亿 shares its 亿 with the group after it: 一万三千亿
    const shared = unit === '万亿' && groups[1]!.group !== 0 ? '万' : unit;
    text += `${skipped ? '零' : ''}${part}${shared}`;
  }
  return text;
}

function writeEnglish(value: number): string {
  const small =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  const scales: readonly [number, string][] = [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ];
  if (value < 20) return small[value]!;
  if (value < 100) return tens[Math.floor(value / 10)]! + (value % 10 === 0 ? '' : `-${small[value % 10]}`);
  const [scale, name] = scales.find(([size]) => size <= value)!;
  const rest = value % scale;
  const joint = rest === 0 ? '' : rest < 100 ? ` and ${writeEnglish(rest)}` : ` ${writeEnglish(rest)}`;
  return `${writeEnglish(Math.floor(value / scale))} ${name}${joint}`;
}

// A lone 一 or `one` is left out on purpose; two or three bare digits cannot come from these writers.
const integer = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([magnitude, share]) => Math.floor(share * 10 ** magnitude))
  .filter((value) => value !== 1);

describe.each([
  ['zh', writeChinese],
  ['en', writeEnglish],
] as const)('every integer to 10^12 is found by its value: %s', (language, write) => {
  test('in words', () => {
    const property = fc.property(integer, (value) => {
      const text = write(value);
      expect(findNumbers(text, language)).toEqual([{ value, percent: false, start: 0, end: text.length }]);
    });
    fc.assert(property, { seed: 20261122, numRuns: 3000 });
  });

  test('at the ends and around every unit', () => {
    for (const value of [
      0, 2, 9, 10, 11, 20, 100, 101, 110, 1000, 1001, 1010, 1e4, 10_001, 100_100, 1e8, 1e12,
    ]) {
      expect(findNumbers(write(value), language).map((mention) => mention.value)).toEqual([value]);
    }
  });
});

test('mentions are in order, inside the text and apart, whatever the text', () => {
  const pieces = [
    '1',
    '2,000',
    '.',
    '三',
    '百',
    '分之',
    '点',
    '万',
    '第',
    'one',
    ' ',
    'hundred',
    '-',
    'and',
    '%',
    '０',
    '几',
  ];
  const anything = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
  const property = fc.property(anything, fc.constantFrom<Language>('en', 'zh'), (text, language) => {
    let last = 0;
    for (const { value, start, end } of findNumbers(text, language)) {
      expect(Number.isFinite(value)).toBe(true);
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  });
  fc.assert(property, { seed: 20261122, numRuns: 3000 });
});

test.each([
  ['digits', '1'],
  ['groups', '1,111'],
  ['dots', '1.'],
  ['numerals', '一'],
  ['decimals', '一点'],
  ['fractions', '三分之'],
  ['words', 'one hundred and '],
  ['articles', 'a '],
])(
  'a line of two megabytes stays linear: %s',
  (_, piece) => {
    const text = piece.repeat(2_000_000 / piece.length);
    // A search that is quadratic would not come back before the test is given up.
    expect(
      findNumbers(text, 'en')
        .concat(findNumbers(text, 'zh'))
        .every(({ end }) => end <= text.length),
    ).toBe(true);
  },
  60_000,
);
