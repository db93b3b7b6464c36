import type { Language } from '../../types.js';

/** How many letters of which kind a text has. Digits, punctuation and symbols are of no language. */
export interface ScriptCounts {
  /** Han characters; kana and hangul as well, so that Japanese and Korean are found out later and not lost. */
  readonly han: number;
  readonly kana: number;
  readonly hangul: number;
  /** Letters of all alphabets. */
  readonly alphabetic: number;
}

const HAN = /[\p{Script=Han}〇]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const LETTER = /\p{L}/u;

export function countScripts(text: string): ScriptCounts {
  let [han, kana, hangul, alphabetic] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // What nearly all text consists of is told by its number: a regular expression takes fifty times as long.
    if (unit < 0x80) {
      if (isAsciiLetter(unit)) alphabetic++;
      continue;
    }
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      han++;
      continue;
    }
    if (isPunctuation(unit)) continue;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    at += character.length - 1;
    if (HAN.test(character)) han++;
    else if (KANA.test(character)) kana++;
    else if (HANGUL.test(character)) hangul++;
    else if (LETTER.test(character)) alphabetic++;
  }
  return { han: han + kana + hangul, kana, hangul, alphabetic };
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** General punctuation, the brackets and stops of CJK punctuation, and the full-width forms before `Ａ`. */
function isPunctuation(unit: number): boolean {
  return (
    (unit >= 0x2000 && unit <= 0x206f) ||
    (unit >= 0x3000 && unit <= 0x3004) ||
    (unit >= 0x3008 && unit <= 0x3020) ||
    (unit >= 0xff00 && unit <= 0xff20)
  );
}

/** Addresses of web pages and mail boxes are of no language. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[\w./?#=&%~:@+-]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g;

/** Without one of these no text holds an address; most have none, and then the search need not be made. */
const PARTS_OF_ADDRESSES = ['@', '://', 'www.'];

function withoutAddresses(text: string): string {
  return PARTS_OF_ADDRESSES.some((part) => text.includes(part)) ? text.replace(ADDRESS, ' ') : text;
}

/** One Han character says about as much as this many letters of an alphabet. */
export const LETTERS_FOR_A_CHARACTER = 3;

/** How much of a text is Chinese, 0–1, in letters' worth; null where it has no letters. */
export function chineseShare(text: string): number | null {
  const { han, alphabetic } = countScripts(withoutAddresses(text));
  return han + alphabetic === 0
    ? null
    : (han * LETTERS_FOR_A_CHARACTER) / (han * LETTERS_FOR_A_CHARACTER + alphabetic);
}

/**
 * The language of a line or paragraph by its script; null where it has no letters. A short foreign term does not
 * change the language of the text around it: the side with more text wins.
 */
export function languageByScript(text: string): Language | null {
  const share = chineseShare(text);
  return share === null ? null : share >= 0.5 ? 'zh' : 'en';
}

/** Vowels that bear the tones of pinyin. */
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i;
/** A word in Latin letters: `GDP`, `e-mail`. */
export const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’.+-]*/gu;

/** Whether a text may have words in pinyin at all, which costs less to ask. */
export function hasTones(written: string): boolean {
  return TONE.test(written);
}

/** Whether at least half of the words bear a tone: particles have none, nor has the `X` of `X guāng`. */
export function isPinyin(written: string): boolean {
  if (!TONE.test(written) || /\p{Script=Han}/u.test(written)) return false;
  const words = written.match(LATIN_WORD) ?? [];
  return words.filter((word) => TONE.test(word)).length * 2 >= words.length;
}
