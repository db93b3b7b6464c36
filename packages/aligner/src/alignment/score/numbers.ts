import type { Language } from '../../types.js';
import { findChineseNumbers } from './chinese-numbers.js';
import { findEnglishNumbers } from './english-numbers.js';

/** A number in a text, by its value: `二十四`, `24` and `twenty-four` are equal. */
export interface NumberMention {
  /** Fractions are rounded to four decimals: `三分之二` and `two thirds` are 0.6667. */
  readonly value: number;
  /** True for `60%`, `百分之六十` and `60 percent`, whose `value` is 60. */
  readonly percent: boolean;
  /** UTF-16 offset of its first character. */
  readonly start: number;
  /** UTF-16 offset after its last character, units such as `万` or `million` and the percent sign included. */
  readonly end: number;
}

/**
 * The numbers of a text in order, without overlaps. Left out is what the other language seldom writes as a number:
 * `one` and `一` by themselves, idioms (`十分`), vague amounts (`几十`, `hundreds`), weekdays, and digits that
 * belong to a name (`COVID-19`, `G20`, `5G`). `2.1.3` is three integers, `14:30` and `2019-2020` are two.
 */
export function findNumbers(text: string, language: Language): NumberMention[] {
  const folded = foldNumbers(text);
  return language === 'zh' ? findChineseNumbers(folded) : findEnglishNumbers(folded);
}

/** A text with plain digits, commas between groups of them, and plain spaces beside them; each character one, so that offsets stay true. */
export function foldNumbers(text: string): string {
  return text
    .replace(/[０-９．％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(GROUPING, ',')
    .replace(ODD_SPACES, ' ');
}

const FULL_WIDTH_OFFSET = '０'.charCodeAt(0) - '0'.charCodeAt(0);
/**
 * What stands for the comma of `15,000`: a full-width one, or a space that does not break. What comes before it is looked at
 * last, since it would be at every character.
 */
const GROUPING =
  /[，\u00a0\u2009\u202f](?=\d{3}(?!\d))(?<=(?:(?<!\d)\d{1,3}|[，\u00a0\u2009\u202f]\d{3})[，\u00a0\u2009\u202f])/g;
/** Those that typesetters put between a number and its unit. */
const ODD_SPACES = /[\u00a0\u2002-\u200a\u202f]/g;
