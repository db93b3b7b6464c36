import { chineseNumeral } from '../../document/writing/numerals.js';
import { matchesAround } from './matches-around.js';

/** A unit, the smaller one that may follow with a number of its own, and how many of these make one. */
const UNITS: readonly (readonly [unit: string, smaller: string, inOne: number])[] = [
  ['元', '角', 10],
  ['元', '分', 100],
  ['块', '毛', 10],
  ['米', '厘米', 100],
  ['公里', '米', 1000],
  ['公斤', '克', 1000],
  ['千克', '克', 1000],
  ['吨', '公斤', 1000],
  ['吨', '千克', 1000],
  ['小时', '分', 60],
  ['年', '个月', 12],
  ['英尺', '英寸', 12],
  // What is left out at the end is the next digit: 三块五, 1米8; of two digits 1米83
  ['块', '', 10],
  ['米', '', 10],
];
/** In which characters the units are written, traditional ones and short forms included. */
const SPELLINGS: Readonly<Record<string, string>> = {
  元: '[元圆圓]',
  块: '[块塊]',
  毛: '[毛角]',
  米: '(?:米|公尺)',
  厘米: '(?:厘米|公分)',
  吨: '[吨噸]',
  小时: '(?:[个個]?小[时時])',
  分: '[分]',
  年: '年',
  个月: '[个個]月',
};
/** What the first unit of an amount may end in. */
const ENDS: Readonly<Record<string, string>> = {
  元: '元圆圓',
  块: '块塊',
  米: '米尺',
  公里: '里',
  公斤: '斤',
  千克: '克',
  吨: '吨噸',
  小时: '时時',
  年: '年',
  英尺: '尺',
};
const NUMERAL = '[零〇一二两兩三四五六七八九十]{1,3}';
const COMPOUNDS = UNITS.map(([unit, smaller, inOne]) => {
  const last =
    smaller === '' ? '(?![\\d.,零〇一二三四五六七八九十百千万亿])' : (SPELLINGS[smaller] ?? smaller);
  const bare = smaller === '' ? `\\d{1,2}|${NUMERAL}` : `\\d{1,4}|${NUMERAL}`;
  const pattern = `(?<![\\d.])(\\d{1,6}|${NUMERAL}) ?${SPELLINGS[unit] ?? unit} ?(${bare}) ?${last}`;
  return { ends: ENDS[unit]!, pattern: new RegExp(pattern, 'g'), inOne, bare: smaller === '' };
});
/**
 * The end of a unit with a number after it. Most texts have none, and most of those that do have dates: that is found out much
 * faster than where amounts are, and patterns that are not looked for are not compiled.
 */
const UNIT_BEFORE_NUMBER = new RegExp(
  `([${Object.values(ENDS).join('')}]) ?[\\d零〇一二两兩三四五六七八九十]`,
  'g',
);
/** Characters on either side of a number within which the rest of its amount stands. */
const REACH = 16;

/**
 * The whole amount that a Chinese number is a part of, in both of its units: 3.5 for `3元5角` and `三块五`, 1.83 and 183
 * for `1米83`, 2.35 and 2350 for `2公斤350克`.
 */
export function compoundAmounts(text: string, start: number, end: number): readonly number[] {
  const around = text.slice(Math.max(0, start - REACH), end + REACH);
  const found = Array.from(around.matchAll(UNIT_BEFORE_NUMBER), ([, last]) => last!);
  if (found.length === 0) return [];
  return COMPOUNDS.filter(({ ends }) => found.some((last) => ends.includes(last))).flatMap(
    ({ pattern, inOne, bare }) =>
      [...matchesAround(text, { start, end }, REACH, pattern)].flatMap(([, whole, part]) => {
        const ones = bare && /^\d\d$/.test(part!) ? inOne * 10 : inOne;
        const amount = numeral(whole!) * ones + numeral(part!);
        return [amount, Number((amount / ones).toFixed(4))];
      }),
  );
}

function numeral(written: string): number {
  return chineseNumeral(written) ?? Number(written);
}
