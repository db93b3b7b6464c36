import { ENGLISH_CARDINALS, ENGLISH_ORDINALS } from './numerals.js';

/** How Chinese numbers are written: with plain numerals, or with those of contracts and banknotes. */
export type ChineseStyle = 'plain' | 'formal-simplified' | 'formal-traditional';

const FORMAL_UNITS = ['', '拾', '佰', '仟'];
const CHINESE: Readonly<Record<ChineseStyle, { digits: string; units: readonly string[] }>> = {
  plain: { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] },
  'formal-simplified': { digits: '零壹贰叁肆伍陆柒捌玖', units: FORMAL_UNITS },
  'formal-traditional': { digits: '零壹貳參肆伍陸柒捌玖', units: FORMAL_UNITS },
};

/** The inverse of `chineseNumeral` for whole numbers from 0 to 9999: `十二`, `一百零五`, but `壹拾贰`. */
export function writeChinese(value: number, style: ChineseStyle = 'plain'): string {
  const { digits, units } = CHINESE[style];
  if (value === 0) return digits[0]!;
  const places = [...String(value)].map(Number);
  let written = '';
  let gap = false;
  for (const [index, digit] of places.entries()) {
    if (digit > 0) written += `${gap ? digits[0] : ''}${digits[digit]}${units[places.length - 1 - index]}`;
    gap = digit === 0;
  }
  return style === 'plain' && value >= 10 && value < 20 ? written.slice(1) : written;
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** The inverse of `romanNumeral` in lower case, for whole numbers from 1; thousands are as many `m`. */
export function writeRoman(value: number): string {
  let [rest, written] = [value, ''];
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) written += sign;
  }
  return written;
}

const byValue = (words: ReadonlyMap<string, number>): ReadonlyMap<number, string> =>
  new Map([...words].map(([word, value]) => [value, word]));
const ENGLISH = { cardinal: byValue(ENGLISH_CARDINALS), ordinal: byValue(ENGLISH_ORDINALS) };

/** A number from 1 to 99 in English words, in lower case: `forty-two`, `forty-second`. */
export function writeEnglish(value: number, form: keyof typeof ENGLISH): string {
  const ones = value % 10;
  return ENGLISH[form].get(value) ?? `${ENGLISH.cardinal.get(value - ones)}-${ENGLISH[form].get(ones)}`;
}
