import { stemmer } from 'stemmer';
import { BASE_FORMS } from './english-irregular.js';
import { FUNCTION_WORDS } from './function-words.js';

/** What matching needs to know of a word as it is written. */
export interface WordForm {
  readonly stem: string;
  /** Lower case without diacritics, as written otherwise. */
  readonly form: string;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

/** A word of English text, and where it stands. */
export interface EnglishWord extends WordForm {
  readonly start: number;
  readonly end: number;
}

/** The stem that two forms of one word share: irregular forms folded, then Porter's suffix stripping (1980). */
export function stemWord(lowerCaseForm: string): string {
  return stemmer(BASE_FORMS.get(lowerCaseForm) ?? lowerCaseForm);
}

/** True for words that say nothing about what a sentence means. */
function isFunctionWord(lowerCaseForm: string): boolean {
  return FUNCTION_WORDS.has(lowerCaseForm) || FUNCTION_WORDS.has(BASE_FORMS.get(lowerCaseForm) ?? '');
}

/**
 * Whether the word that ends before `end` is a verb contracted with `not`, as `didn` in `didn’t`. These verbs carry grammar
 * only, so that all the word says is *not*.
 */
export function isContractedNot(text: string, end: number): boolean {
  return CONTRACTED_NOT.test(text.slice(end - 1, end + 3));
}

const CONTRACTED_NOT = /^n['’]t(?!\p{L})/iu;

/** What is to be known of a word as it is written; null of a function word. */
export function wordForm(written: string): WordForm | null {
  const form = written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  if (isFunctionWord(form)) return null;
  return { stem: stemWord(form), form, capital: written[0] !== written[0]?.toLowerCase() };
}

/** The same, worked out once for each word: as a text repeats most of its words, that is most of the work saved. */
export function wordForms(): (written: string) => WordForm | null {
  const forms = new Map<string, WordForm | null>();
  return (written) => {
    let found = forms.get(written);
    if (found === undefined) {
      found = wordForm(written);
      forms.set(written, found);
    }
    return found;
  };
}

/**
 * Where the word that begins at `start` ends, `end` at the latest; `start` where none begins. Its letters are Latin ones as a
 * rule, and may be any but Chinese ones: the name of a language in a list of languages is a word as well.
 */
export function letteredWordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isAsciiLetter(unit)) at++;
    else if (unit < 0x80 || (unit >= 0x3400 && unit < 0xa000)) break;
    else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      if (!(at > start ? LETTER_OR_MARK : LETTER).test(character)) break;
      at += character.length;
    }
  }
  return at;
}

const LETTER = /^[^\P{L}\p{Script=Han}\p{Script=Common}]$/u;
const LETTER_OR_MARK = /^(?:[^\P{L}\p{Script=Han}\p{Script=Common}]|\p{M})$/u;

function isAsciiLetter(unit: number): boolean {
  const lowerCase = unit | 0x20;
  return lowerCase >= 0x61 && lowerCase <= 0x7a;
}

/** The words of a short English text in order, function words left out. */
export function englishWords(text: string): EnglishWord[] {
  const words: EnglishWord[] = [];
  for (let start = 0; start < text.length; ) {
    const end = letteredWordEnd(text, start, text.length);
    const word = end > start ? wordForm(isContractedNot(text, end) ? 'not' : text.slice(start, end)) : null;
    if (word) words.push({ ...word, start, end });
    start = Math.max(start + 1, end);
  }
  return words;
}
