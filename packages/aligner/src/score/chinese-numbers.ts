import { CHINESE_NUMERAL_CHARACTERS, chineseNumeral } from '../structure/numerals.js';
import {
  ARABIC,
  belongsToName,
  decimal,
  MOST_DIGITS,
  roundFraction,
  SUFFIX_LENGTH,
  splitArabic,
} from './arabic-digits.js';
import type { NumberMention } from './numbers.js';

/** Words with a numeral in them that count nothing; the ones the grammar of numerals rejects need not be here. */
const CHINESE_IDIOMS = [
  '十分(?![之钟鐘])|十足|十字|十堰|十全十美|十有八九|八路军|八路軍|八卦|八股|七夕|七上八下|七嘴八舌|七七八八|乱七八糟|亂七八糟',
  '四川|四平|四周|四处|四處|四季|四肢|四面八方|四通八达|四通八達|四分五裂|五金|五官|五彩|五花八门|五花八門|五湖四海|五颜六色|五顏六色',
  '三亚|三亞|三峡|三峽|三明|三星|三角|三轮|三輪|三心二意|三番五次|三言两语|三言兩語|三三两两|三三兩兩|二手|二胡|二氧化',
  '两岸|兩岸|两者|兩者|两面|兩面|两全其美|兩全其美|六安|六神|九江|九龙|九龍|九泉|张三|張三|李四|王五',
  '不三不四|接二连三|接二連三|丢三落四|丟三落四|朝三暮四|独一无二|獨一無二|一清二楚|一干二净|说一不二|說一不二',
  '零售|零件|零部件|零食|零钱|零錢|零星|零碎|零散',
  `(?:星期|周|週|礼拜|禮拜)[一二三四五六](?![${CHINESE_NUMERAL_CHARACTERS}])`,
].join('|');

const CHINESE_DIGITS = '零〇○一二三四五六七八九';

const CHINESE_NUMBERS = new RegExp(
  `${CHINESE_IDIOMS}|(?<percent>百分之)?(?:(?<arabic>${ARABIC})|(?<numeral>[${CHINESE_NUMERAL_CHARACTERS}]+)` +
    // 三点五亿, but not the time 十点五十分
    `(?:点(?<decimals>[${CHINESE_DIGITS}]+)(?<scale>[万萬亿億]*)(?![${CHINESE_NUMERAL_CHARACTERS}刻分])` +
    `|分之(?<numerator>[${CHINESE_NUMERAL_CHARACTERS}]+))?)`,
  'g',
);

/** `千克` and `千米` are units of their own. */
const CHINESE_SCALE = /^(?:(?:[十万萬亿億]|百(?![货貨])|千(?![米克瓦])){1,3}| [万萬亿億]{1,2})/;
const CHINESE_EXPONENTS: Readonly<Record<string, number>> = {
  ' ': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};

/** As `findNumbers`, in Chinese text with its full-width digits folded. */
export function findChineseNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = [];
  // `3亿5000万` is one number: what the last mention was scaled by, until something else comes.
  let lastScale = 1;
  for (const match of text.matchAll(CHINESE_NUMBERS)) {
    const { percent, arabic, numeral = '', decimals, scale: unit = '', numerator } = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    const inPercent = percent !== undefined;

    if (arabic === undefined) {
      lastScale = 1;
      const value =
        numerator !== undefined
          ? fraction(numeral, numerator)
          : decimals !== undefined
            ? spokenDecimal(numeral, decimals, unit)
            : inPercent && numeral === '百'
              ? 100
              : wholeNumeral(text, numeral, end - numeral.length, end, inPercent);
      if (value !== null) mentions.push(withPercent(text, value, start, end, inPercent));
      continue;
    }

    const digitsStart = end - arabic.length;
    const parts = splitArabic(arabic);
    if (parts.length !== 1) {
      for (const { digits, offset } of parts) {
        const at = digitsStart + offset;
        mentions.push({ value: decimal(digits), percent: false, start: at, end: at + digits.length });
      }
      lastScale = 1;
      continue;
    }
    if (belongsToName(text, digitsStart, end)) continue;
    const scale = CHINESE_SCALE.exec(text.slice(end, end + SUFFIX_LENGTH))?.[0] ?? '';
    const exponent = [...scale].reduce((sum, character) => sum + CHINESE_EXPONENTS[character]!, 0);
    const value = decimal(arabic, exponent);
    const previous = mentions.at(-1);
    if (previous?.end === start && value < lastScale) {
      mentions[mentions.length - 1] = { ...previous, value: previous.value + value, end: end + scale.length };
    } else {
      mentions.push(withPercent(text, value, start, end + scale.length, inPercent));
    }
    lastScale = 10 ** exponent;
  }
  return mentions;
}

function withPercent(
  text: string,
  value: number,
  start: number,
  end: number,
  percent: boolean,
): NumberMention {
  const sign = /^(?: ?%|个百分点|個百分點)/.exec(text.slice(end, end + SUFFIX_LENGTH))?.[0] ?? '';
  return { value, percent: percent || sign !== '', start, end: end + sign.length };
}

const CHINESE_DENOMINATORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 萬: 1e4 };

function fraction(denominator: string, numerator: string): number | null {
  const below = CHINESE_DENOMINATORS[denominator] ?? chineseNumeral(denominator);
  const above = chineseNumeral(numerator);
  return above === null || !below ? null : roundFraction(above / below);
}

function spokenDecimal(whole: string, decimals: string, unit: string): number | null {
  const value = chineseNumeral(whole);
  if (value === null || decimals.length > MOST_DIGITS) return null;
  const digits = [...decimals].map((digit) => chineseNumeral(digit)).join('');
  return decimal(
    `${value}.${digits}`,
    [...unit].reduce((sum, character) => sum + CHINESE_EXPONENTS[character]!, 0),
  );
}

/** What may stand alone: financial forms such as `陆` are also surnames and words. */
const CHINESE_SINGLE = /^[零〇两兩二三四五六七八九十廿卅卌]$/;
/** Without a unit, two or three digits are approximate (`三五` days) or a name; years have four or a zero. */
const CHINESE_VAGUE = /^[一二三四五六七八九]{2,3}$/;

function wholeNumeral(
  text: string,
  numeral: string,
  start: number,
  end: number,
  percent: boolean,
): number | null {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  if (/[几幾数數]/.test(before) || /[几幾]/.test(after) || CHINESE_VAGUE.test(numeral)) return null;
  if (numeral.length === 1 && !CHINESE_SINGLE.test(numeral)) {
    const counts = numeral === '一' && (percent || before === '第' || /[月日号號%]/.test(after));
    return counts ? 1 : null;
  }
  return chineseNumeral(numeral);
}
