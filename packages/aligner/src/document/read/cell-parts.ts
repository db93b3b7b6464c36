import type { Span } from '../../types.js';
import { countScripts } from '../writing/script.js';

/** The two texts of a cell that holds a text and its translation. */
export interface CellParts {
  readonly en: Span;
  readonly zh: Span;
  /** Whether the English is more than a name that Chinese text has as well: `Menu 菜单` and not `USB 接口`. */
  readonly isClear: boolean;
}

const HAN = /[\p{Script=Han}〇]/u;
const LATIN = /\p{Script=Latin}/u;
/** What follows Chinese and belongs to it. */
const AFTER_HAN = /^[\d.%]*[。！？；：，”’」』）)】》\]]*/;
/** A single letter, or none. */
const LETTER = /^\P{L}*(?:\p{L}\P{L}*)?$/u;
/** What a name, a size or a code is written with, and what tells it from a word: a digit or a second capital. */
const NAME_CHARACTERS = /^[\p{L}\d.+&-]*$/u;
const NAME_MARK = /\d|[\p{L}.+&-]\p{Lu}/u;
/** What Chinese counts: the number before one of these belongs to it. */
const COUNTED = /^[年月日号號时時分秒个個元岁歲级級层層楼樓室栋棟名位人次条條项項种種度]/;
/** What parts two texts and belongs to neither. */
const PARTING = /[\s/|‖｜·•=—–]/;
/** One of the texts in brackets after the other. */
const IN_BRACKETS = /^(?<outer>[^()（）]*[^()（）\s])\s*[(（](?<inner>[^()（）]+)[)）]$/;

/** Cuts a line with English and Chinese in it in two, each in one of them; null where they are mixed. */
export function cellParts(text: string): CellParts | null {
  if (text.length > LONGEST || !HAN.test(text) || !LATIN.test(text)) return null;
  const bracketed = inBrackets(text);
  if (bracketed !== null) return bracketed;
  const [englishFirst, chineseFirst] = [afterEnglish(text), afterChinese(text)];
  if (englishFirst > 0) return partsOf(text, englishFirst, true);
  return chineseFirst > 0 ? partsOf(text, chineseFirst, false) : null;
}

/** What is longer, in characters, is no entry of a table with its translation beside it. */
const LONGEST = 2000;

function inBrackets(text: string): CellParts | null {
  const { outer, inner } = IN_BRACKETS.exec(text)?.groups ?? {};
  if (outer === undefined || inner === undefined) return null;
  const outerSpan = { start: 0, end: outer.length };
  const start = text.lastIndexOf(inner);
  const innerSpan = { start, end: start + inner.length };
  if (isChinese(outer) && isEnglish(inner)) return judged(text, innerSpan, outerSpan);
  return isEnglish(outer) && isChinese(inner) ? judged(text, outerSpan, innerSpan) : null;
}

/** Where Chinese begins after English; 0 where it does not, or English follows it again. */
function afterEnglish(text: string): number {
  let cut = text.search(HAN);
  const head = text.slice(0, cut);
  const attached = /(?<![\p{Script=Latin}\d.%+&-])[\p{Script=Latin}\d.%+&-]+$/u.exec(head)?.[0] ?? '';
  const belongsToChinese =
    attached !== '' && (LATIN.test(attached) ? isName(attached) : COUNTED.test(text.slice(cut)));
  if (belongsToChinese) cut -= attached.length;
  while (cut > 0 && /[“‘"'(（[【《「]/.test(text[cut - 1]!)) cut--;
  return isEnglish(text.slice(0, cut)) && isChinese(text.slice(cut)) ? cut : 0;
}

/** Where English begins after Chinese; 0 where it does not, or Chinese follows it again. */
function afterChinese(text: string): number {
  let last = text.length;
  while (last > 0 && !HAN.test(text[last - 1]!)) last--;
  const cut = last + AFTER_HAN.exec(text.slice(last))![0].length;
  return isChinese(text.slice(0, cut)) && isEnglish(text.slice(cut)) ? cut : 0;
}

function isEnglish(text: string): boolean {
  return LATIN.test(text) && !HAN.test(text);
}

/** Chinese, with names in it at most, or with a gloss in brackets. */
function isChinese(text: string): boolean {
  if (!HAN.test(text)) return false;
  const words = text.replace(/[(（][^()（）]*[)）]/g, ' ').match(/[\p{Script=Latin}\d.+&-]+/gu) ?? [];
  return words.every(isName);
}

/** Whether a word is a name, a size, a code or a single letter: Chinese keeps these as they are. */
function isName(word: string): boolean {
  return LETTER.test(word) || (NAME_CHARACTERS.test(word) && NAME_MARK.test(word));
}

function partsOf(text: string, cut: number, englishFirst: boolean): CellParts {
  const first = withoutPartings(text, { start: 0, end: cut });
  const second = withoutPartings(text, { start: cut, end: text.length });
  return englishFirst ? judged(text, first, second) : judged(text, second, first);
}

function judged(text: string, en: Span, zh: Span): CellParts {
  const english = text.slice(en.start, en.end);
  const words = english.split(/[\s/]+/).filter((word) => LATIN.test(word));
  const { han } = countScripts(text.slice(zh.start, zh.end));
  const { alphabetic } = countScripts(english);
  const isFitting = alphabetic <= han * MOST_LETTERS && han <= alphabetic;
  return { en, zh, isClear: isFitting && !words.every(isName) };
}

/** Letters of English for a Han character, in terms that are translations of each other. */
const MOST_LETTERS = 15;

function withoutPartings(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const isParting = (at: number, beside: number): boolean =>
    PARTING.test(text[at]!) ||
    (text[at] === '-' && beside >= start && beside < end && /\s/.test(text[beside]!));
  while (from < to && isParting(from, from + 1)) from++;
  while (to > from && isParting(to - 1, to - 2)) to--;
  return { start: from, end: to };
}
