import type { Language } from '../types.js';

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
  for (const character of text) {
    if (character < '\u0250') {
      if (LETTER.test(character)) alphabetic++;
    } else if (HAN.test(character)) han++;
    else if (KANA.test(character)) kana++;
    else if (HANGUL.test(character)) hangul++;
    else if (LETTER.test(character)) alphabetic++;
  }
  return { han: han + kana + hangul, kana, hangul, alphabetic };
}

/** Addresses of web pages and mail boxes are of no language. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[\w./?#=&%~:@+-]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g;

/** One Han character says about as much as this many letters of an alphabet. */
const LETTERS_FOR_A_CHARACTER = 3;

/**
 * The language of a line or paragraph by its script; null where it has no letters. A short foreign term does not
 * change the language of the text around it: the side with more text wins.
 */
export function languageByScript(text: string): Language | null {
  const { han, alphabetic } = countScripts(text.replace(ADDRESS, ' '));
  if (han + alphabetic === 0) return null;
  return han * LETTERS_FOR_A_CHARACTER >= alphabetic ? 'zh' : 'en';
}
