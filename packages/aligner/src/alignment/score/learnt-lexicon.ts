import { DuiqiError } from '../../common/errors.js';
import { hash } from '../../common/hash.js';
import { defineLexicon } from '../../plugins.js';
import { type Lexicon, searchable, type Translation, wordsAt } from './lexicon.js';

/** A translation that aligned documents have taught, and how often it was seen in them. */
export interface LearntTranslation {
  readonly zh: string;
  /** Stem of the English word. */
  readonly stem: string;
  /** Expected occurrences, above 0; two decimals. */
  readonly count: number;
}

/** What `train` returns. */
export interface LearntLexicon {
  /** Name of the lexicon that it was learnt on top of. */
  readonly base: string;
  /** Sorted by Chinese word, then by stem. */
  readonly translations: readonly LearntTranslation[];
}

/** How many occurrences all translations of a word in the lexicon count for, against those seen in training. */
const LEXICON_COUNT = 2;

/**
 * A lexicon with what was learnt added to its translations. Words and their boundaries stay as the lexicon has them.
 *
 * @throws DuiqiError `bad-option` for arguments of another kind
 */
export function withLearnt(lexicon: Lexicon, learnt: LearntLexicon): Lexicon {
  defineLexicon(lexicon);
  checkLearnt(learnt);
  const counts = new Map<string, LearntTranslation[]>();
  for (const translation of learnt.translations) {
    const known = counts.get(translation.zh);
    if (known) known.push(translation);
    else counts.set(translation.zh, [translation]);
  }
  const parts = learnt.translations.flatMap(({ zh, stem, count }) => [zh, stem, String(count)]);
  return {
    name: `${lexicon.name}+learnt:${learnt.translations.length}-${hash(...parts)}`,
    translations(word) {
      const seen = counts.get(word);
      const listed = lexicon.translations(word);
      return seen ? mixed(listed, seen) : listed;
    },
    frequency: searchable((word) => lexicon.frequency(word), wordsAt(lexicon)),
    readings: (character) => lexicon.readings(character),
  };
}

/** @throws DuiqiError `bad-option` for what is no learnt lexicon */
export function checkLearnt(learnt: LearntLexicon): void {
  const { base, translations } = Object(learnt) as LearntLexicon;
  if (typeof base === 'string' && Array.isArray(translations) && translations.every(isTranslation)) return;
  throw new DuiqiError('bad-option', 'Unexpected learnt: it must be what train or parseLexicon returns.');
}

/** True for a translation of words without white space and with a count above 0, which a file can hold. */
export function isTranslation(translation: Partial<LearntTranslation> | null): boolean {
  const { zh, stem, count = 0 } = translation ?? {};
  return isWord(zh) && isWord(stem) && Number.isFinite(count) && count > 0;
}

function isWord(text: unknown): boolean {
  return typeof text === 'string' && /^\S+$/.test(text);
}

/** In the scale of the listed weights, so that they keep their weight beside what else speaks for a word. */
function mixed(listed: readonly Translation[], seen: readonly LearntTranslation[]): Translation[] {
  const weights = new Map(listed.map(({ stem, weight }) => [stem, weight]));
  const all = listed.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (const { stem, count } of seen) {
    weights.set(stem, (weights.get(stem) ?? 0) + (count * all) / LEXICON_COUNT);
  }
  return [...weights].map(([stem, weight]) => ({ stem, weight }));
}
