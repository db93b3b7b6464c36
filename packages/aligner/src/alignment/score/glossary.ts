import { shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { hash } from '../../common/hash.js';
import {
  chineseWords,
  countAtLeast,
  LONGEST_WORD,
  type WordsAt,
} from '../../document/segment/chinese-words.js';
import { englishWords } from '../../document/segment/english-words.js';
import { defineLexicon } from '../../plugins.js';
import type { Language, Span } from '../../types.js';
import { type Lexicon, searchable, type Translation, wordsAt } from './lexicon.js';
import { findNumbers } from './numbers.js';
import { NUMBER } from './tokens.js';

/** A term and its translation. A term with several translations comes several times. */
export interface GlossaryTerm {
  readonly en: string;
  readonly zh: string;
}

/** Together the words of a term's translations weigh this much, against 1 for all that the lexicon knows of it. */
const GLOSSARY_WEIGHT = 10;
/** As much as a name in pinyin, which is weighed beside the translations of a word. */
const LEXICON_WEIGHT = 3;
/**
 * More common than any word of the lexicon: a term is one word wherever it stands. A single character is not, for it
 * would take longer words apart.
 */
const TERM_FREQUENCY = 1e6;

const HAN = /\p{Script=Han}/u;
const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Nd}]/u;

/**
 * A lexicon on top of another one, in which the terms of a glossary are words and their translations outrank all
 * others. What the lexicon says of a term, or of the words in it, stays possible: a translator may have ignored the
 * glossary. Words are cut by the lexicon, so a segmenter of the caller's has to know the terms by itself.
 *
 * Numbers and Latin words that a term has in both languages match without a glossary. Where they or punctuation
 * divide the Chinese term, or it is longer than the longest word, those parts of it count that the lexicon does not
 * translate.
 *
 * @throws DuiqiError `bad-option` for arguments of another kind
 */
export function withGlossary(lexicon: Lexicon, glossary: readonly GlossaryTerm[]): Lexicon {
  defineLexicon(lexicon);
  checkGlossary(glossary);
  // The stems of each translation are kept as one string, so that a repeated term counts once.
  const translationsOf = new Map<string, Set<string>>();
  const terms = inOwnOrder(glossary);
  for (const { en, zh } of terms) {
    const shared = new Set(stemsOf(zh, 'zh'));
    const stems = stemsOf(en, 'en').filter((stem) => !shared.has(stem));
    if (stems.length === 0) continue;
    for (const word of wordsOfTerm(zh.trim(), lexicon)) {
      translationsOf.set(word, (translationsOf.get(word) ?? new Set()).add(stems.join(' ')));
    }
  }
  const words = new Map<string, readonly Translation[]>();
  for (const [word, translations] of translationsOf) {
    words.set(word, weighed([...translations], translationsOfParts(word, lexicon)));
  }
  const contents = hash(...terms.flatMap(({ en, zh }) => [en, zh]));
  return {
    name: `${lexicon.name}+glossary:${terms.length}-${contents}`,
    translations: (word) => words.get(word) ?? lexicon.translations(word),
    frequency: searchable(
      (word) => (word.length > 1 && words.has(word) ? TERM_FREQUENCY : lexicon.frequency(word)),
      withTerms(wordsAt(lexicon), words),
    ),
    readings: (character) => lexicon.readings(character),
  };
}

/** Finds the terms as well, which are the keys of a map. */
function withTerms(wordsOfLexicon: WordsAt, terms: ReadonlyMap<string, unknown>): WordsAt {
  const beginnings = new Set(Array.from(terms.keys(), (term) => term.charCodeAt(0)));
  return (text, start, end, frequencies) => {
    let longest = wordsOfLexicon(text, start, end, frequencies);
    if (!beginnings.has(text.charCodeAt(start))) return longest;
    for (let length = 2; length <= end - start; length++) {
      if (!terms.has(text.slice(start, start + length))) continue;
      longest = countAtLeast(TERM_FREQUENCY, length, longest, frequencies);
    }
    return longest;
  };
}

/** Each term once and in the same order whatever theirs was: sums of weights depend on it in their last digits. */
function inOwnOrder(glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  const terms = new Map(glossary.map((term) => [`${term.zh}\n${term.en}`, term]));
  return [...terms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
}

/** @throws DuiqiError `bad-option` for a term whose sides are empty, no text or in the wrong language */
export function checkGlossary(glossary: readonly GlossaryTerm[]): void {
  if (!Array.isArray(glossary)) {
    throw new DuiqiError('bad-option', `Unexpected glossary: ${shown(glossary)}. It must be an array.`);
  }
  glossary.forEach((term: GlossaryTerm | null, index) => {
    if (isTerm(term?.en, term?.zh)) return;
    const wanted =
      'It must be { en, zh }, a text with Latin letters or digits and one with Chinese characters.';
    throw new DuiqiError('bad-option', `Unexpected term ${index + 1} of the glossary. ${wanted}`, { index });
  });
}

/** True where the two texts can be the two sides of a term. */
export function isTerm(en: unknown, zh: unknown): boolean {
  return typeof en === 'string' && typeof zh === 'string' && LATIN_OR_DIGIT.test(en) && HAN.test(zh);
}

/** Content words and numbers by value, as the tokens of a text in that language are called. */
function stemsOf(text: string, language: Language): string[] {
  const numbers = findNumbers(text, language);
  const words = between(numbers, text).flatMap(englishWords);
  return [...new Set([...words.map(({ stem }) => stem), ...numbers.map(({ value }) => NUMBER + value)])];
}

/** The words that the segmentation of a text can find of a Chinese term. */
function wordsOfTerm(term: string, lexicon: Lexicon): readonly string[] {
  const runs = between(findNumbers(term, 'zh'), term).flatMap((stretch) => stretch.match(HAN_RUN) ?? []);
  if (runs[0] === term && term.length <= LONGEST_WORD) return runs;
  return runs
    .flatMap((run) => shortened(run, lexicon))
    .filter((part) => lexicon.translations(part).length === 0);
}

/** The stretches of a text that no number takes. */
function between(numbers: readonly Span[], text: string): string[] {
  const starts = [0, ...numbers.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, numbers[index]?.start));
}

/** A run in parts that are not too long for a word, cut where the lexicon sees a word boundary. */
function shortened(run: string, lexicon: Lexicon): string[] {
  const parts: string[] = [];
  let from = 0;
  let to = 0;
  for (const { end } of chineseWords(run, wordsAt(lexicon))) {
    if (end - from > LONGEST_WORD) {
      parts.push(run.slice(from, to));
      from = to;
    }
    to = end;
  }
  return [...parts, run.slice(from)];
}

/** What the lexicon has for the words that it would cut a term into. */
function translationsOfParts(term: string, lexicon: Lexicon): readonly Translation[] {
  const parts = chineseWords(term, wordsAt(lexicon));
  return parts.flatMap(({ start, end }) => lexicon.translations(term.slice(start, end)));
}

/** Each translation of the glossary weighs the same, however many words it has. */
function weighed(glossary: readonly string[], others: readonly Translation[]): Translation[] {
  const weights = new Map<string, number>();
  const add = (stem: string, weight: number) => weights.set(stem, (weights.get(stem) ?? 0) + weight);
  for (const translation of glossary) {
    const stems = translation.split(' ');
    for (const stem of stems) add(stem, (GLOSSARY_WEIGHT * LEXICON_WEIGHT) / glossary.length / stems.length);
  }
  const all = others.reduce((sum, { weight }) => sum + weight, 0);
  for (const { stem, weight } of others) add(stem, (LEXICON_WEIGHT * weight) / all);
  return [...weights].map(([stem, weight]) => ({ stem, weight }));
}
