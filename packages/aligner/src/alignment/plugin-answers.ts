import { unexpectedAnswer } from '../common/unexpected-answer.js';
import type { Likenesses, Scorer, Segmenter, Similarity, Vector } from '../plugins.js';
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

/** The measure of likeness, each answer of which is what it says, now or later. It throws DuiqiError `bad-option` for another. */
export function checkedSimilarity({ name, embed, compare }: Similarity): Similarity {
  const fail = (key: string, answer: unknown, wanted: string): never => {
    throw unexpectedAnswer('similarity', name, key, answer, wanted, true);
  };
  return {
    name,
    ...(embed && {
      embed: async (texts, language) => {
        const answer: unknown = await embed(texts, language);
        if (areRows(answer, texts.length)) return answer;
        return fail('embed', answer, 'a vector for each text, all of as many numbers');
      },
    }),
    ...(compare && {
      compare: async (en, zh) => {
        const answer: unknown = await compare(en, zh);
        if (typeof answer === 'function')
          return checkedLikeness(name, answer as (...of: number[]) => unknown);
        if (areRows(answer, en.length) && (answer[0]?.length ?? zh.length) === zh.length) return answer;
        const wanted = 'a function, or for each English text a list with a number for each Chinese one';
        return fail('compare', answer, wanted);
      },
    }),
  };
}

function checkedLikeness(name: string, likeness: (...of: number[]) => unknown): Likenesses {
  return (en, zh) => {
    const answer = likeness(en, zh);
    if (typeof answer === 'number' && Number.isFinite(answer)) return answer;
    throw unexpectedAnswer('similarity', name, 'compare', answer, 'numbers');
  };
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

function areRows(answer: unknown, count: number): answer is readonly Vector[] {
  return (
    Array.isArray(answer) &&
    answer.length === count &&
    answer.every((row) => isVector(row) && row.length === answer[0].length)
  );
}

function isVector(row: unknown): row is Vector {
  return (
    (Array.isArray(row) || row instanceof Float32Array || row instanceof Float64Array) &&
    row.length > 0 &&
    row.every((value: unknown) => Number.isFinite(value))
  );
}

function isTranslation(value: Partial<Translation> | null): boolean {
  const { stem, weight = 0 } = value ?? {};
  return typeof stem === 'string' && Number.isFinite(weight) && weight > 0;
}
