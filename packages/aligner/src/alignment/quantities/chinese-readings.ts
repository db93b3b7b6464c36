import { chineseNumeral } from '../../document/writing/numerals.js';
import { exponentOf } from '../score/chinese-numbers.js';
import { ERA, yearOfEra } from './eras.js';
import { clockHours, type Hint, type Reading, relativeYears } from './reading.js';
import { amountsIn, COMPOUND, compoundAmount, UNIT } from './units.js';

const SCALE = '[十百千万萬亿億]+';
const DECADE = '(\\d0|[一二三四五六七八九]十) ?年代';

/** English writes these numbers otherwise. */
export const CHINESE_READINGS: readonly Reading[] = [
  // 20世纪90年代: both numbers are those of 1990
  {
    after: new RegExp(`^ ?世[纪紀] ?${DECADE}`),
    values: (century, decade) => [(century - 1) * 100 + readNumeral(decade)],
  },
  // 2024财年: FY24
  { after: /^ ?(?:财年|財年|财政年度|財政年度)/, values: (value) => [value % 100] },
  { after: /^ ?年代/, values: (value) => (value < 100 ? [1900 + value, 1800 + value, 2000 + value] : []) },
  {
    after: /^ ?年(?!代)/,
    written: /^(?:\d|[〇零一二三四五六七八九]){2}$/,
    values: (value) => [1900 + value, 2000 + value],
  },
  { before: new RegExp(`(${ERA})$`), values: (value, era) => [yearOfEra(era, value)] },
  { after: /^ ?[点點时時](?![间間])/, values: clockHours },
  // 十分之三: three tenths, three tenth parts; the one of 八分之一 is in each text
  {
    written: /^(?!百)[^分]+分之/,
    values: (_, __, written) =>
      written
        .split('分之')
        .map(readNumeral)
        .filter((part) => part !== 1),
  },
  // 1.5倍 as much is 50% more, and 150% more are 2.5 times.
  { after: /^ ?[多余餘]?倍/, values: (value) => [value - 1, value + 1] },
  {
    after: /^ ?成([一二三四五六七八九半])/,
    values: (value, tenth) => [value / 10 + (tenth === '半' ? 0.05 : readNumeral(tenth) / 100)],
  },
  { after: /^ ?折/, values: (value) => [value / 10, 1 - value / 10] },
  // 10¹² in Taiwan, 10⁶ on the mainland; 兆瓦 is a unit
  { after: /^ ?兆(?![瓦赫帕欧歐比字])/, values: (value) => [value * 1e12, value * 1e6] },
  { after: /^ ?[点點倍]半/, values: (value) => [value + 0.5] },
  { after: /^ ?分(?:[钱錢]|$|[，。；、）)的])/, values: (value) => [value / 100] },
  // Interest by the year, and by the month
  { after: /^ ?厘(?!米)/, values: (value) => [value / 100, value / 1000] },
];

function readNumeral(numeral: string): number {
  return chineseNumeral(numeral) ?? Number(numeral);
}

/** A tenth for `七八成`. */
function worthOfScale(scale: string): number {
  return scale === '成' ? 0.1 : 10 ** exponentOf(scale);
}

const DIGITS = '一二三四五六七八九';

const CHARACTERS: readonly (readonly [characters: string, ...values: number[]])[] = [
  ['零〇无無没沒空', 0],
  ['一壹单單首元头頭每个個正全', 1],
  ['二贰貳两兩俩倆双雙对對', 2],
  ['三叁參仨', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
  ['十拾', 10],
  ['百佰', 100],
  ['千仟', 1000],
  ['万萬', 1e4],
  ['腊臘', 12],
  ['半', 0.5, 6, 30],
  ['刻', 15, 45],
  ['季', 3],
  // 增长一倍, 翻番
  ['倍番', 2, 1],
];
const VALUES: ReadonlyMap<string, readonly number[]> = new Map(
  CHARACTERS.flatMap(([characters, ...values]) => [...characters].map((each) => [each, values] as const)),
);

export const CHINESE_HINTS: readonly Hint[] = [
  { pattern: COMPOUND, values: compoundAmount },
  {
    pattern: new RegExp(`(?<!周|週|星期|礼拜|禮拜)[${[...VALUES.keys()].join('')}]`, 'g'),
    values: ([character]) => VALUES.get(character)!,
  },
  // Vague: 三五天, 七八百, 七八成, 十五六; and “十四五”, the 14th Five-Year Plan
  {
    pattern: new RegExp(`(百分之)?(十?)([${DIGITS}两兩])([${DIGITS}])(${SCALE}|成)?`, 'g'),
    values: ([, percent, ten, first, second, scale = '']) =>
      [first, second].map(
        (digit) => readNumeral(`${ten}${digit}`) * worthOfScale(scale) * (percent ? 0.01 : 1),
      ),
  },
  // 二十几
  {
    pattern: /[二三四五六七八九]?十(?=[几幾])/g,
    values: ([numeral]) => [readNumeral(numeral)],
  },
  {
    pattern: /[上本]个?世[纪紀]/g,
    values: ([written]) => (written.startsWith('上') ? [20, 1900] : [21, 2000]),
  },
  // 八五折
  {
    pattern: new RegExp(`([${DIGITS}])([${DIGITS}])折`, 'g'),
    values: ([, tenths, hundredths]) => {
      const percent = readNumeral(tenths!) * 10 + readNumeral(hundredths!);
      return [percent / 100, (100 - percent) / 100];
    },
  },
  {
    pattern: new RegExp(`([一1半])(${UNIT})`, 'g'),
    values: ([, count, unit]) => amountsIn(count === '半' ? 0.5 : 1, unit!),
  },
  { pattern: /全天候/g, values: () => [24, 7] },
  // Without a numeral before it: 上亿, 万亿, 千万
  {
    pattern: /(?<![\d.〇零一二两兩三四五六七八九十百千万萬])(?:[十百千]?[万萬]?[亿億]|[十百千][万萬])/g,
    values: ([written]) => [10 ** exponentOf(written)],
  },
  { pattern: /翻[两兩]番/g, values: () => [4, 3] },
  { pattern: /中午|正午/g, values: () => [12] },
  { pattern: /午夜|半夜|零[点點时時]/g, values: () => [0, 12, 24] },
  { pattern: new RegExp(`(${ERA})元年`, 'g'), values: ([, era]) => [yearOfEra(era!, 1)] },
  {
    pattern: /同比|去年|(?<![以从])上一?年度?(?!代)|上一?(?:财|財)年/g,
    values: ({ input }) => relativeYears(input!, -1),
  },
  {
    pattern: /今年|本年度?|当年|當年|年内|年內|年初|年底|年末|期末|期初/g,
    values: ({ input }) => relativeYears(input!, 0),
  },
  { pattern: /前年/g, values: ({ input }) => relativeYears(input!, -2) },
  { pattern: /明年|次年|翌年|来年|來年/g, values: ({ input }) => relativeYears(input!, 1) },
];
