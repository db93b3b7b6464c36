import { unexpectedAnswer } from '../common/unexpected-answer.js';
import type { Scorer, Segmenter } from '../plugins.js';
import type { Span } from '../types.js';
import { areListed, type Lexicon, searchable, type Translation, wordsAt } from './score/lexicon.js';

// What a plug-in answers goes into sums and tables, where a promise or a text would quietly spoil all that stands beside
// it: each answer is looked at as it comes.

/** The scorer, each answer of which is a number. It throws DuiqiError `bad-option` for another. */
export function checkedScorer(scorer: Scorer): Scorer {
  return {
    name: scorer.name,
    score(en, zh) {
      const answer: unknown = scorer.score(en, zh);
      if (typeof answer === 'number') return answer;
      throw unexpectedAnswer('scorer', scorer.name, 'score', answer, 'a number');
    },
  };
}

/** The segmenter, each answer of which is a list of ranges. It throws DuiqiError `bad-option` for another. */
export function checkedSegmenter(segmenter: Segmenter): Segmenter {
  const checked = (key: 'sentences' | 'words'): Partial<Segmenter> => {
    if (!segmenter[key]) return {};
    return {
      [key]: (text: string) => {
        const answer: unknown = segmenter[key]?.(text);
        if (areRanges(answer, text.length)) return answer;
        const wanted = 'a list of ranges { start, end } of the text, in order and without overlap';
        throw unexpectedAnswer('segmenter', segmenter.name, key, answer, wanted);
      },
    };
  };
  const { name, language } = segmenter;
  return { name, language, ...checked('sentences'), ...checked('words') };
}

/** The lexicon, each answer of which is what it says. It throws DuiqiError `bad-option` for another. */
export function checkedLexicon(lexicon: Lexicon): Lexicon {
  const { name } = lexicon;
  const translations = (word: string): readonly Translation[] => {
    const answer: unknown = lexicon.translations(word);
    if (Array.isArray(answer) && answer.every(isTranslation)) return answer;
    const wanted = 'a list of translations { stem, weight } with weights above 0';
    throw unexpectedAnswer('lexicon', name, 'translations', answer, wanted);
  };
  return {
    name,
    // Those of a lexicon that was opened here need no such look.
    translations: areListed(lexicon) ? lexicon.translations : translations,
    // Its answers are looked at by `wordsAt`, which alone asks for them.
    frequency: searchable((word) => lexicon.frequency(word), wordsAt(lexicon)),
    readings(character) {
      const answer: unknown = lexicon.readings(character);
      if (Array.isArray(answer) && answer.every((reading) => typeof reading === 'string')) return answer;
      throw unexpectedAnswer('lexicon', name, 'readings', answer, 'a list of texts');
    },
  };
}

function areRanges(answer: unknown, length: number): answer is Span[] {
  if (!Array.isArray(answer)) return false;
  let from = 0;
  return answer.every((range: Partial<Span> | null) => {
    const { start, end } = range ?? {};
    if (!isPlace(start, from, length) || !isPlace(end, start, length)) return false;
    from = end;
    return true;
  });
}

function isPlace(value: number | undefined, least: number, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most;
}

function isTranslation(value: Partial<Translation> | null): boolean {
  const { stem, weight = 0 } = value ?? {};
  return typeof stem === 'string' && Number.isFinite(weight) && weight > 0;
}
