import { stemmer } from 'stemmer';
import { BASE_FORMS } from './english-irregular.js';

/** A word of English text: its stem for matching, and where and how it stands. */
export interface EnglishWord {
  readonly stem: string;
  /** Lower case, as written otherwise. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

/**
 * Words that carry grammar and not meaning. Pronouns, negations and question words are not among them: in
 * dialogue they are often all there is to match.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of to in on at by for with from as into onto upon than that which who whom whose this these those
  and or but if so nor yet be have do will would shall should can could may might must it its itself there
  such s t d ll ve re am also been being up out about over some any each etc via per`.split(/\s+/),
);

/** The stem that two forms of one word share: irregular forms folded, then Porter's suffix stripping (1980). */
export function stemWord(lowerCaseForm: string): string {
  return stemmer(BASE_FORMS.get(lowerCaseForm) ?? lowerCaseForm);
}

/** True for words that say nothing about what a sentence means. */
function isFunctionWord(lowerCaseForm: string): boolean {
  return FUNCTION_WORDS.has(lowerCaseForm) || FUNCTION_WORDS.has(BASE_FORMS.get(lowerCaseForm) ?? '');
}

const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu;

/** The words of English text in order, function words left out. Diacritics are dropped for matching. */
export function englishWords(text: string): EnglishWord[] {
  const words: EnglishWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    const form = written
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    if (isFunctionWord(form)) continue;
    words.push({
      stem: stemWord(form),
      form,
      start: match.index,
      end: match.index + written.length,
      capital: written[0] !== written[0]?.toLowerCase(),
    });
  }
  return words;
}
