import type { Label, Language } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { comparable, Values } from '../../packages/aligner/src/alignment/quantities/comparable.js';
import {
  hintedValues,
  statedQuantities,
} from '../../packages/aligner/src/alignment/quantities/quantities.js';
import { ANY_YEAR } from '../../packages/aligner/src/alignment/quantities/reading.js';

const quantities = (text: string, language: Language, label: Label | null = null) =>
  statedQuantities([{ text, label }], language);

/** The values that a number of a text may have on the other side, each once, as they are compared. */
function valuesOf(text: string, language: Language, written: string): readonly number[] {
  const found = quantities(text, language).find((each) => each.written === written);
  if (found === undefined) throw new Error(`"${text}" states no ${written}.`);
  return [...new Set(found.values().map(comparable))];
}

type Row = [text: string, written: string, values: number[]];

describe('what an English number may be on the other side', () => {
  test.each<Row>([
    // Scales.
    ['about 1.2 hundred million people', '1.2 hundred', [120, 120000000]],
    ['some 5 thousand', '5 thousand', [5000]],
    ['a loss of RMB (3.4) million', '3.4', [3.4, 3400000]],
    ['a loss of RMB (3.4) men', '3.4', [3.4]],
    ["RMB'000: 512", '512', [512, 512000]],
    ['(RMB’000) 512', '512', [512, 512000]],
    ['5 lakh people', '5', [5, 500000]],
    ['5 crores', '5', [5, 50000000]],
    ['5 lakh crore', '5', [5, 500000, 5000000000000]],
    ['5 laks', '5', [5]],
    ['two dozen and more', 'two dozen', [24, 20]],
    // Times of day.
    ['at 3 p.m.', '3', [3, 15]],
    ['at 3pm', '3', [3, 15]],
    ['at 11 a.m.', '11', [11, 23]],
    ['at 13 p.m.', '13', [13, 1]],
    ["at seven o'clock", 'seven', [7, 19]],
    ['at 15:00', '15', [15, 3]],
    ['at 26:00', '26', [26]],
    ['a quarter to ten', 'ten', [10, 9, 21, 45]],
    ['at twenty-five minutes to six', 'six', [6, 5, 17, 35]],
    ['at twenty five to six', 'six', [6, 5, 17, 35]],
    ['at five to six', 'six', [6, 5, 17, 55]],
    ['at ten to six', 'six', [6, 5, 17, 50]],
    ['at twenty to six', 'six', [6, 5, 17, 40]],
    ['a headquarter to ten', 'ten', [10]],
    ['at 0830 hours', '0830', [830, -2988000, 8, 20, 30]],
    ['at 2145 hrs', '2145', [2145, -7722000, 21, 9, 45]],
    ['at 0870 hours', '0870', [870, -3132000]],
    ['from 8.30 to noon', '8.30', [8.3, 8, 20, 30]],
    ['at 6.30', '6.30', [6.3, 6, 18, 30]],
    ['it is 6.30 long', '6.30', [6.3]],
    ['it is 6.75 at most', '6.75', [6.75]],
    ['open 9.15–17.45 daily', '9.15', [9.15, 9, 21, 15]],
    ['open 9.15–17.45 daily', '17.45', [17.45, 17, 5, 45]],
    ['open 9.15 to 17.45 daily', '17.45', [17.45, 17, 5, 45]],
    ['open 9.15, and 17.45', '9.15', [9.15]],
    // Spans of time.
    ['three decades on', 'three', [3, -360]],
    ['a two-decade pause', 'two', [2, -240]],
    ['three decadent men', 'three', [3]],
    ['two centuries later', 'two', [2, -2400]],
    ['within 48 hours', '48', [48, -172800]],
    ['a 48-hour wait', '48', [48, -172800]],
    ['48 hourly trains', '48', [48]],
    ['within 2 weeks', '2', [2, -1209600]],
    ['within 2 weekends', '2', [2]],
    // Years.
    ['the early 2000s', '2000s', [2000, 21, 0]],
    ['in the 1900s', '1900s', [1900, 20, 0]],
    ['in the 1980s', '1980s', [1980, 80]],
    ['in the 90s', '90s', [90, 1990, 2090]],
    ["the class of '95", '95', [95, 1995, 2095]],
    ['the class of 95', '95', [95]],
    ['the season 2019/20', '20', [20, 2020]],
    ['in 2019–20', '20', [20, 2020]],
    ['in 2019, 20 men', '20', [20]],
    // Units.
    ['a run of 5 kilometres', '5', [5, -5000]],
    ['a run of 5 kilometers', '5', [5, -5000]],
    ['a run of 5 km', '5', [5, -5000]],
    ['a bag of 5 kg', '5', [5, -5000]],
    ['a bag of 5 kilograms', '5', [5, -5000]],
    ['a bag of 5 kilogrammes', '5', [5, -5000]],
    ['a bag of 5 kgb', '5', [5]],
    ['it costs 50 cents', '50', [50, 0.5]],
    ['it costs 50 pence', '50', [50, 0.5]],
    ['it costs 50 p', '50', [50, 0.5]],
    ['it costs 50 pounds', '50', [50, -22680, -23000, -22700, -22500]],
    ['by 25 basis points', '25', [25, 0.0025]],
    ['by 1 basis point', '1', [1, 0.0001]],
    ['by 25 bps', '25', [25, 0.0025]],
    ['three times as many', 'three', [3, 2]],
    ['a five-fold rise', 'five', [5, 4]],
    ['five timeshares', 'five', [5]],
    ['a rate of 3‰', '3', [3, 0.003]],
    // Fractions and sums.
    ['two and a half', 'two', [2, 2.5]],
    ['two-and-a-half million', 'two', [2, 2.5, 2500000]],
    ['2½ years', '2', [2, 2.5]],
    ['2 ¼ years', '2', [2, 2.25]],
    ['2¾ years', '2', [2, 2.75]],
    ['2⅓ years', '2', [2, 2.3333]],
    ['2⅔ years', '2', [2, 2.6667]],
    ['1 1/2 cups', '1', [1, 1.5]],
    ['3/4 of it', '3', [3, 0.75]],
    ['3/4 of it', '4', [4, 0.75]],
    ['4/3 of it', '4', [4]],
    ['a share of .5', '5', [5, 0.5]],
    ['a share of 1..5', '5', [5]],
    ['the fifth part of it', 'fifth', [5, 0.2]],
    ['a third of it', 'third', [3, 0.3333]],
    ['a tenth of it', 'tenth', [10, 0.1]],
    ['the second of it', 'second', [2]],
    ['the eleventh of it', 'eleventh', [11, 0.09091]],
    ['the thousand fifty', 'fifty', [50, 1050]],
    // None of the values that cannot be worked out: those of both sides would be the same.
    ['the thousand and fifty', 'fifty', [50, 1050]],
    ['the score and fifty', 'fifty', [50]],
    ['a thousandth fifty', 'fifty', [50]],
    ['five and thirty', 'five', [5, 35]],
    ['five and thirty', 'thirty', [30, 35]],
    ['forty and one thousand', 'forty', [40, 41000, 1040, 40000]],
    ['forty and one thousand', 'one thousand', [1000, 41000, 1040]],
    ['ninety years old and nine', 'ninety', [90, 99, -1080]],
    ['ninety years old and nine', 'nine', [9, 99]],
    [
      'six hundred thousand and three thousand and five hundred and fifty',
      'five hundred and fifty',
      [550, 3.5, 3500, 35, 603550, 1550],
    ],
    ['seven cats and thirty dogs', 'seven', [7]],
    // Ranges and shares: a number lends its unit to the one before it.
    ['3-5% of it', '3', [3, 0.03]],
    ['3 to 5 million', '3', [3, 3000000]],
    ['3 to 5 million', '5 million', [5000000]],
    ['$3–$5 million', '3', [3, 3000000]],
    ['3 or 5 million', '3', [3, 3000000]],
    ['3, 5 million', '3', [3, 3000000]],
    ['between 3.5 and 4 million', '3.5', [3.5, 4000003.5, 7500000, 3500000]],
    ['between 3.5 and 4 million', '4 million', [4000000, 4000003.5, 7500000]],
    ['3 of the 5 million', '3', [3]],
    ['two in ten', 'two', [2, 0.2]],
    ['2 out of every 5', '2', [2, 0.4]],
    ['5 out of every 2', '5', [5]],
    ['2 in every 5', '5', [5, 0.4]],
    // Digits in groups.
    ['It cost 4 210 crowns.', '4', [4, 4210]],
    ['It cost 4 210 crowns.', '210', [210, 4210]],
  ])('%s: %s', (text, written, values) => {
    expect(valuesOf(text, 'en', written)).toEqual(values);
  });
});

describe('what a Chinese number may be on the other side', () => {
  test.each<Row>([
    // Years and times.
    ['20世纪90年代', '20', [20, 20.9, -25080, 2090, -24000, 1990]],
    ['20世纪90年代', '90', [90, 20.9, -25080, 2090, -1080, 1990, 1890]],
    ['二十世紀九十年代', '二十', [20, 20.9, -25080, 2090, -24000, 1990]],
    ['2024财年', '2024', [2024, 24]],
    ['2024財政年度', '2024', [2024, 24]],
    ['2024年', '2024', [2024, -24288]],
    ['08年北京奥运', '08', [8, -96, 1908, 2008]],
    ['1998年的洪水', '1998', [1998, -23976]],
    ['90年代', '90', [90, -1080, 1990, 1890, 2090]],
    ['120年代', '120', [120, -1440]],
    ['民国38年', '38', [38, -456, 1938, 2038, 1949]],
    ['民國38年', '38', [38, -456, 1938, 2038, 1949]],
    ['民国38人', '38', [38, 1949]],
    ['下午3点', '3', [3, 15]],
    ['下午3時', '3', [3, 15]],
    ['13点', '13', [13, 1]],
    ['3点间', '3', [3]],
    ['3时间', '3', [3]],
    ['上午8.30至11.30', '8', [8]],
    ['上午8.30至11.30', '11', [11]],
    ['下午8.30', '8', [8]],
    ['8.30点', '8', [8]],
    ['2时', '2', [2, 14]],
    // Shares.
    ['十分之三', '十分之三', [0.3, 10, 3]],
    ['五分之一', '五分之一', [0.2, 5]],
    ['百分之三', '百分之三', [0.03]],
    ['三成', '三', [3, 0.3]],
    ['三成员', '三', [3]],
    ['三成五', '三', [3, 0.3, 0.35]],
    ['七成半', '七', [7, 7.5, 0.75]],
    ['打8折', '8', [8, 0.8, 0.2]],
    ['1.5‰', '1.5', [1.5, 0.0015]],
    ['3、5%', '3', [3, 0.03]],
    ['3至5万', '3', [3, 30000]],
    ['3或5万', '3', [3, 30000]],
    ['3个5万', '3', [3]],
    // So many times as much, and so many times more.
    ['增长1.5倍', '1.5', [1.5, 0.5, 2.5]],
    ['增长3多倍', '3', [3, 2, 4]],
    // Scales.
    ['5多万', '5', [5, 50000]],
    ['30余亿元', '30', [30, 3000000000]],
    ['3几', '3', [3]],
    ['3兆', '3', [3, 3000000000000, 3000000]],
    ['3兆瓦', '3', [3, -3000000]],
    // Spans of time.
    ['两个半小时', '两', [2, 2.5, -9000]],
    ['2天半', '2', [2, 2.5, -216000]],
    ['2倍半', '2', [2, 1, 3, 2.5]],
    ['2小时半', '2', [2, 2.5, -9000]],
    ['2年半', '2', [2, 2.5, -30]],
    ['3周', '3', [3, -1814400]],
    ['3星期', '3', [3, -1814400]],
    ['3天', '3', [3, -259200]],
    ['2个季度', '2', [2, -6]],
    ['2季度', '2', [2, -6]],
    ['2旬', '2', [2, -1728000]],
    ['2个世纪', '2', [2, -2400]],
    // Units.
    ['5斤', '5', [5, -2500]],
    ['5市斤', '5', [5, -2500]],
    ['3里', '3', [3, -1500]],
    ['3華里', '3', [3, -1500]],
    ['3里面', '3', [3]],
    ['3两', '3', [3, -150]],
    ['3两个', '3', [3]],
    ['30亩', '30', [30, -20000]],
    ['30畝', '30', [30, -20000]],
    ['5公里', '5', [5, -5000]],
    ['5千克', '5', [5, -5000]],
    ['25个基点', '25', [25, 0.0025]],
    ['25基點', '25', [25, 0.0025]],
    ['5分钱', '5', [5, -300, 0.05]],
    ['5分', '5', [5, -300, 0.05]],
    ['5分。', '5', [5, -300, 0.05]],
    ['5分钟', '5', [5, -300]],
    ['3打', '3', [3, 36]],
    // Amounts in two units.
    ['3元5角', '3', [3, 3.5, 35]],
    ['3元5角', '5', [5, 3.5, 35, 0.5]],
    ['3圆25分', '3', [3, 3.25, 325]],
    ['三块五', '三', [3, 3.5, 35]],
    ['3块5毛', '3', [3, 3.5, 35]],
    ['3块50', '3', [3, 3.5, 350]],
    ['1米83', '1', [1, 1.83, -1.83, 183, -1]],
    ['1米8', '8', [8, 1.8, -1.8, 18]],
    ['1米80厘米', '1', [1, 1.8, -1.8, 180, -1]],
    ['1公尺83公分', '83', [83, 1.83, -1.83, 183, -0.83]],
    ['3公里250米', '3', [3, 3.25, -3250, 3250, -3000]],
    ['2公斤350克', '2', [2, 2.35, -2350, 2350, -2000]],
    ['2千克350克', '350', [350, 2.35, -2350, 2350, -350]],
    ['2吨350公斤', '2', [2, 2.35, -2350000, 2350, -2000000]],
    ['2噸350千克', '2', [2, 2.35, -2350000, 2350, -2000000]],
    ['2小时30分', '2', [2, 2.5, -9000, 150, -7200]],
    ['2个小时30分', '30', [30, 2.5, -9000, 150, -1800, 0.3]],
    ['2年3个月', '2', [2, 2.25, -27, 27, -24]],
    ['2年3個月', '3', [3, 2.25, -27, 27, -3]],
    ['5英尺6英寸', '5', [5]],
    ['5英尺6', '5', [5]],
    ['三块五千', '三', [3]],
    ['1, -1米8.5', '1', [1]],
    // Digits in groups.
    ['电话6552 3456', '6552', [6552, 65523456]],
  ])('%s: %s', (text, written, values) => {
    expect(valuesOf(text, 'zh', written)).toEqual(values);
  });
});

describe('what says a number without stating it', () => {
  const hinted = (text: string, language: Language): number[] =>
    hintedValues([{ text, label: null }], language).map(comparable);

  test.each<[text: string, values: number[]]>([
    ['twice', [2, 1]],
    ['none and no one', [0, 0, 1]],
    ['a dozen', []],
    ['half a dozen', [0.5, 6, 30, 0.5, 6]],
    ['thrice threefold', [3, 2, 3, 2]],
    ['quadruple', [4, 3]],
    ['fivefold', [5, 4]],
    ['tenfold', [10, 9]],
    ['quarterly', [0.25, 15, 3]],
    ['a fortnight', [1, 14, 2]],
    ['the decade', [10]],
    ['the century', [100]],
    ['the bicentenary', [200]],
    ['noon', [12]],
    ['midnight', [0, 12, 24]],
    ['in his thirties', [30, 1930, 2030]],
    ['in his nineties', [90, 1990, 2090]],
    ['(a) first', []],
    ['in March and Sept.', [3, 9]],
    ['January, February, June, July and August', [1, 2, 6, 7, 8]],
    ['April, May, October, November, December', [4, 5, 10, 11, 12]],
    ['Marching', []],
    ['half-million', [0.5, 6, 30, 0.5, 500000]],
    ['half an hour', [0.5, 6, 30, 1, 0.5, -1800]],
    ['half a century', [0.5, 6, 30, 1, 100, 0.5, -600]],
    ['one in five', [1, 0.2]],
    ['one in fifty-two', [1, 0.01923]],
    ['one out of every ten', [1, 1, 0.1]],
    ['a year and a half', [1, 1, 0.5, 6, 30, 1.5, -18]],
    ['an hour and a half', [1, 1, 0.5, 6, 30, 1.5, -5400]],
    ['one and a half million', [1, 1, 0.5, 6, 30, 0.5, 500000, 1500000]],
    ['between one and five percent', [1, 0.01]],
    ['one or two%', [1, 0.01]],
    ['year on year', [ANY_YEAR]],
    ['year-over-year', [ANY_YEAR]],
    ['yoy and y-o-y', [ANY_YEAR, ANY_YEAR]],
    ['In 2023 it rose year-on-year', [2022]],
    ['In 2023 the previous year', [2022]],
    ['In 2023 a year earlier', [1, 1, -12, 2022]],
    ['In 1750 and 20235, last year', [ANY_YEAR]],
    ['in 2022 and 2023, the following financial year', [2023, 2024]],
    ['next year', [ANY_YEAR]],
    ['this fiscal year', [ANY_YEAR]],
    ['at year-end', [ANY_YEAR]],
    ['FY24', [24, 1924, 2024]],
    ['FY 2024', []],
    ['a third', [1]],
    ['G20 and 5G', [20, 5]],
    ['Chapter IV', [4]],
    ['⅓ and ¾', [0.3333, 0.75]],
    ['10⁶ and 10¹²', [6, 12]],
    ['The 20 of G20', [20]],
  ])('in English: %s', (text, values) => {
    expect(hinted(text, 'en')).toEqual(values);
  });

  test.each<[text: string, values: number[]]>([
    ['没有', [0]],
    ['首个', [1, 1]],
    ['双倍', [2, 2, 1]],
    ['三', []],
    ['星期三', []],
    ['周五和礼拜六', []],
    ['腊月', [12]],
    ['半', [0.5, 6, 30]],
    ['一刻', [1, 15, 45]],
    ['四季', [4, 3]],
    ['翻番', [2, 1]],
    ['三五天', [3, 5, 3, 5]],
    ['七八百', [7, 8, 100, 700, 800]],
    ['十五六', [10, 5, 6, 15, 16]],
    ['七八十万', [7, 8, 10, 10000, 700000, 800000]],
    ['二十几', [2, 10, 20]],
    ['十幾', [10, 10]],
    ['上世纪', [20, 1900]],
    ['本世紀', [21, 2000]],
    ['八五折', [8, 5, 8, 5, 0.85, 0.15]],
    ['一年半', [1, 0.5, 6, 30, 1.5, -18]],
    ['一个半小时', [1, 1, 0.5, 6, 30, 1.5, -5400]],
    ['半斤', [0.5, 6, 30, 0.5, -250]],
    ['一斤', [1, 1, -500]],
    ['一两', [1, 2, 1, -50]],
    ['一畝', [1, 1, -666.666666667]],
    ['全天候', [1, 24, 7]],
    ['上亿', [100000000]],
    ['千万', [1000, 10000, 10000000]],
    ['万亿', [10000, 1000000000000]],
    ['五千万', []],
    ['翻两番', [2, 1, 4, 3]],
    ['中午', [12]],
    ['半个世纪', [0.5, 6, 30, 1, 0.5, -600]],
    ['民國元年', [1, 1912]],
    ['同比', [ANY_YEAR]],
    ['2023年，同比增长', [2022]],
    ['2023年，上一年度', [1, 1, -12, 2022]],
    ['2023年，上年代', []],
    ['2023年，以上年龄', []],
    ['2023年，今年', [2023]],
    ['2023年，年末', [2023]],
    ['2023年，前年', [2021]],
    ['2023年，翌年', [2024]],
    ['G20', [20]],
    ['10⁶', [6]],
  ])('in Chinese: %s', (text, values) => {
    expect(hinted(text, 'zh')).toEqual(values);
  });
});

describe('how surely a translation has a number', () => {
  test.each<[text: string, language: Language, kinds: (readonly [written: string, kind: string])[]]>([
    ['He is 30 years old.', 'en', [['30', 'exact']]],
    ['Some five per cent', 'en', [['five per cent', 'exact']]],
    ['twenty-four men', 'en', [['twenty-four', 'exact']]],
    ['一百五十人', 'zh', [['一百五十', 'exact']]],
    [
      'twenty men, a thousand men',
      'en',
      [
        ['twenty', 'words'],
        ['a thousand', 'words'],
      ],
    ],
    [
      '十二人，三千人',
      'zh',
      [
        ['十二', 'words'],
        ['三千', 'words'],
      ],
    ],
    ['the first man', 'en', [['first', 'aside']]],
    [
      '1 man and 1% of the men',
      'en',
      [
        ['1', 'aside'],
        ['1%', 'exact'],
      ],
    ],
    [
      '(2) men and (24) men',
      'en',
      [
        ['2', 'marker'],
        ['24', 'marker'],
      ],
    ],
    [
      '（2）人，（240）人',
      'zh',
      [
        ['2', 'marker'],
        ['240', 'exact'],
      ],
    ],
    ['(2 men)', 'en', [['2', 'exact']]],
    [
      '15:00 and 15:30',
      'en',
      [
        ['15', 'exact'],
        ['00', 'aside'],
        ['15', 'exact'],
        ['30', 'exact'],
      ],
    ],
    ["RMB'000", 'en', [['000', 'aside']]],
    ['the year ended 31 December', 'en', [['31', 'aside']]],
    [
      'the six months then ended on June 30',
      'en',
      [
        ['six', 'words'],
        ['30', 'aside'],
      ],
    ],
    ['the quarters then ending on September 30', 'en', [['30', 'aside']]],
    ['the year ended 27 December', 'en', [['27', 'exact']]],
    ['he ended 31 affairs', 'en', [['31', 'exact']]],
  ])('%s', (text, language, kinds) => {
    expect(quantities(text, language).map(({ written, kind }) => [written, kind])).toEqual(kinds);
  });

  const label = (scheme: Label['scheme'], raw: string, ordinals: number[]): Label => ({
    raw,
    scheme,
    ordinals,
    letterCase: 'none',
    length: raw.length + 1,
  });

  test('the number of a part of a law is a marker, and that of an item in a list is none', () => {
    const article = quantities('Article 3 has 4 parts.', 'en', label('article', 'Article 3', [3]));
    expect(article.map(({ written, value, kind }) => [written, value, kind])).toEqual([
      ['Article 3', 3, 'marker'],
      ['4', 4, 'exact'],
    ]);
    expect(article[0]!.values()).toEqual([3]);
    const item = quantities('3. It has 4 parts.', 'en', label('arabic-dot', '3.', [3]));
    expect(item.map(({ written, kind }) => [written, kind])).toEqual([['4', 'exact']]);
    expect(quantities('3. It has none.', 'en', label('arabic-dot', '3.', [3]))).toEqual([]);
  });
});

describe('values that are asked for', () => {
  test('are compared without the digits in which sums of tenths differ', () => {
    expect(new Values([0.1 + 0.2]).has(0.3)).toBe(true);
    expect(new Values([0.3]).has(0.1 + 0.2)).toBe(true);
    expect(new Values([0.3]).has(0.31)).toBe(false);
    expect(comparable(123456789012345)).toBe(123456789012000);
    expect(comparable(-123456789)).toBe(-123456789);
  });

  test('are any year where one is meant that is stated nowhere', () => {
    const values = new Values([ANY_YEAR, 7]);
    expect([1799, 1800, 2024, 2199, 2200, 2024.5, 7].map((value) => values.has(value))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(new Values([7]).has(2024)).toBe(false);
  });
});
