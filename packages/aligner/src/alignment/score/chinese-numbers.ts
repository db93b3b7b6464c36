import { CHINESE_NUMERAL_CHARACTERS, chineseNumeral } from '../../document/writing/numerals.js';
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
const IDIOMS = [
  '十(?:[万萬]八千里|分(?![之钟鐘])|足|字|堰|指|全十美|有八九)|八(?:路[军軍]|卦|股)|七(?:夕|上八下|嘴八舌|七八八|零八落)',
  '四(?:川|平|周|[处處]|季|肢|面(?:八方|楚歌)|通八[达達]|分五裂)|五(?:金|官|彩|花八[门門]|湖四海|[颜顏]六色)',
  '三(?:[亚亞]|[峡峽]|明|星|角|[轮輪]|街|丈|心二意|番五次|言[两兩][语語]|不四|落四|暮四)|二(?:手|胡|氧化)',
  '[两兩](?:岸|者|面|全其美)|六(?:安|神)|九(?:江|[龙龍]|泉)|[张張]三|李四|王五',
  '不二|接二[连連]三|一[无無]二|清二楚|干二净',
  '零(?:售|件|部件|食|[钱錢]|星|碎|散)',
  // `周三十一时` is Wednesday at eleven.
  `(?:星期|[周週]|[礼禮]拜)[一二三四五六](?:(?![${CHINESE_NUMERAL_CHARACTERS}])|(?=[一二三四五六七八九十]{1,2}[时時点點]))`,
].join('|');

/** `两` ends no numeral: `二十两` is 20 taels, `一千两百` 1200. What is more or less stands within one: `八亿五千多万`. */
const NUMERAL = `(?:[${CHINESE_NUMERAL_CHARACTERS.replace(/[两兩]/g, '')}]|[两兩](?=[百千万萬亿億])|(?<![${CHINESE_NUMERAL_CHARACTERS}])[两兩]|[多余餘](?=[万萬亿億]))+`;

const DIGITS = '零〇○一二三四五六七八九';
/** `5千克` and `5千米` are five of another unit, `5百分点` of a hundredth. */
const UNIT = '(?:(?:[十万萬亿億]|百(?![货貨分帕])|千(?![米克瓦比字卡赫伏帕焦兆分])){1,3}| [万萬亿億]{1,2})';
/** What `13万零2`, `13万零二十` and `1万2345` have after their unit. */
const REMAINDER =
  '(?:[零〇](?:\\d{1,4}|[一二三四五六七八九十][零〇一二三四五六七八九十百千]*)|\\d{3,4}(?![\\d年]))?(?!\\.)';
const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };

const NUMBERS = new RegExp(
  `${IDIOMS}|(?<percent>百分之)?(?:` +
    // 1.2亿, 3亿5000万; $10$万 where numbers are set as formulas
    `(?<digits>${ARABIC})(?<units>\\$?${UNIT}(?:\\d{1,4}[多余餘]?${UNIT}){0,2}${REMAINDER})?|` +
    `(?<numeral>${NUMERAL})` +
    // 三点五亿, but not the time 十点五十分
    `(?:[点點](?<decimals>[${DIGITS}]+)(?<scale>[万萬亿億]{0,2})(?![${CHINESE_NUMERAL_CHARACTERS}刻分])` +
    `|分之(?<numerator>[${CHINESE_NUMERAL_CHARACTERS}]+))?)`,
  'g',
);

/** Most texts have no number, or `一` alone where it is none; to find that out is much faster than to search them. */
const MAY_HAVE_NUMBER = new RegExp(
  `[\\d${CHINESE_NUMERAL_CHARACTERS.replace('一', '')}]|第一|一[一点點分月日号號%]`,
);

const PERCENT = /^(?:\$? ?\\?%\$?|[$多余餘]?[个個]?百分[点點])/;

/** As `findNumbers`, in Chinese text with its full-width digits folded. */
export function findChineseNumbers(text: string): NumberMention[] {
  if (!MAY_HAVE_NUMBER.test(text)) return [];
  const mentions: NumberMention[] = [];
  for (const match of text.matchAll(NUMBERS)) {
    const { percent, digits, units } = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    if (digits !== undefined && units === undefined) {
      const digitsStart = end - digits.length;
      if (belongsToName(text, digitsStart, end)) continue;
      for (const part of splitArabic(digits)) {
        const partStart = digitsStart + part.offset;
        const mention = {
          value: decimal(part.digits),
          start: partStart,
          end: partStart + part.digits.length,
        };
        mentions.push(withPercent(text, mention, percent));
      }
    } else {
      const value =
        digits === undefined
          ? readNumeral(text, match.groups!, end)
          : readAmount((digits + units).replace(MORE, ''));
      const numberStart = start + (percent?.length ?? 0);
      if (value !== null) mentions.push(withPercent(text, { value, start: numberStart, end }, percent));
    }
  }
  return mentions;
}

/** `percent` is the `百分之` before the number, if there is one. */
function withPercent(
  text: string,
  { value, start, end }: Omit<NumberMention, 'percent'>,
  percent: string | undefined,
): NumberMention {
  const sign = PERCENT.exec(text.slice(end, end + SUFFIX_LENGTH))?.[0] ?? '';
  return {
    value,
    percent: percent !== undefined || sign !== '',
    start: start - (percent?.length ?? 0),
    end: end + sign.length,
  };
}

/** The sum of digits with units: `3亿5000万`, `13万零2`, `13万零二`. */
function readAmount(text: string): number | null {
  const zero = text.search(/[零〇][^\d零〇]/);
  const remainder = zero < 0 ? 0 : chineseNumeral(text.slice(zero + 1));
  if (remainder === null) return null;
  let sum = remainder;
  for (const [, digits, unit] of text.matchAll(/(?<![\d.,])([\d.,]+)[ $]?([^\d零〇]*)/g))
    sum += decimal(digits!, exponentOf(unit!));
  return Number.isFinite(sum) ? sum : null;
}

/** 12 for `万亿`, 0 for nothing. */
export function exponentOf(unit: string): number {
  return [...unit].reduce((sum, character) => sum + EXPONENTS[character]!, 0);
}

/** What is more than a number, within it. */
const MORE = /[多余餘]/;

function readNumeral(
  text: string,
  {
    percent,
    numeral: written = '',
    decimals,
    scale = '',
    numerator,
  }: Readonly<Record<string, string | undefined>>,
  end: number,
): number | null {
  const numeral = written.replace(MORE, '');
  if (numerator !== undefined) return readFraction(numeral, numerator);
  if (decimals !== undefined) return readDecimal(numeral, decimals, scale);
  if (percent !== undefined && numeral === '百') return 100;
  const before = text.charAt(end - written.length - 1);
  const after = text.slice(end, end + 4);
  if (/[几幾数數]/.test(before) || /^[几幾]/.test(after) || VAGUE.test(numeral)) return null;
  if (numeral === '一')
    return percent !== undefined || before === '第' || /^(?:[月日号號%]|[个個]?百分[点點])/.test(after)
      ? 1
      : null;
  return numeral.length > 1 || SINGLE.test(numeral) ? chineseNumeral(numeral) : null;
}

/** What counts by itself: financial forms such as `陆` are also surnames and words, and `一` is an article. */
const SINGLE = /^[零〇两兩二三四五六七八九十廿卅卌]$/;
/** Without a unit, two or three digits are approximate (`三五` days) or a name; years have four or a zero. */
const VAGUE = /^[一二三四五六七八九]{2,3}$/;

function readFraction(denominator: string, numerator: string): number | null {
  const below = chineseNumeral(denominator) ?? 10 ** exponentOf(denominator);
  const above = chineseNumeral(numerator);
  return above === null || !below ? null : roundFraction(above / below);
}

function readDecimal(whole: string, decimals: string, scale: string): number | null {
  const value = chineseNumeral(whole);
  if (value === null || decimals.length > MOST_DIGITS) return null;
  const digits = [...decimals].map((digit) => chineseNumeral(digit)).join('');
  return decimal(`${value}.${digits}`, exponentOf(scale));
}
