import type { Lexicon } from './alignment/score/lexicon.js';
import { DuiqiError } from './common/errors.js';
import type { Language, Span } from './types.js';

/**
 * A sentence or word splitter of the caller's, for one language. It must give the same answer every time, and at once: for
 * a promise, or ranges that are none, `align` throws DuiqiError `bad-option`.
 */
export interface Segmenter {
  /** Name and version, for the signature of the result. */
  readonly name: string;
  readonly language: Language;
  /** Ranges of the sentences of one paragraph, in order. What they leave out becomes sentences of its own. */
  readonly sentences?: (paragraph: string) => readonly Span[];
  /** Ranges of the words of a run of Chinese characters, in order; only asked for Chinese. */
  readonly words?: (run: string) => readonly Span[];
}

/**
 * A judge of beads of the caller's. It must give the same answer every time, and at once: for anything but a number,
 * such as a promise, `align` throws DuiqiError `bad-option`.
 */
export interface Scorer {
  /** Name and version, for the signature of the result. */
  readonly name: string;
  /**
   * How much more likely it is than by chance that these sentences translate each other, as a natural logarithm:
   * above 0 speaks for it. Added to the built-in score. Asked for every bead in reach, so it should be quick.
   */
  score(en: readonly string[], zh: readonly string[]): number;
}

/** Where a sentence encoder puts a text: as many numbers for each text. */
export type Vector = readonly number[] | Float32Array | Float64Array;

/**
 * How alike texts are, higher for more alike, in any range: for each English text a list with a number for each Chinese one, or a
 * function of the places of both in their lists, from 0.
 */
export type Likenesses = readonly Vector[] | ((en: number, zh: number) => number);

/**
 * A measure of the caller's of how alike in meaning texts of both languages are, such as the vectors of a sentence encoder give.
 * It has one of the two functions, which is called before anything is aligned, and once more where that shows ends of
 * sentences that reading could not. It must give the same answer every time.
 */
export interface Similarity {
  /** Name and version, for the signature of the result. */
  readonly name: string;
  /**
   * Vectors of texts in one language, in their order: of all segments, and of up to four neighbours joined, each text once. What
   * counts is the angle between those of both languages.
   */
  readonly embed?: (
    texts: readonly string[],
    language: Language,
  ) => readonly Vector[] | Promise<readonly Vector[]>;
  /** How alike the segments of both texts are. It knows nothing of neighbours joined: `embed` tells more. */
  readonly compare?: (en: readonly string[], zh: readonly string[]) => Likenesses | Promise<Likenesses>;
}

/**
 * Checks a segmenter and returns it.
 * @throws DuiqiError `bad-option`
 */
export function defineSegmenter(segmenter: Segmenter): Segmenter {
  checkName('segmenter', segmenter);
  if (segmenter.language !== 'en' && segmenter.language !== 'zh') {
    throw new DuiqiError(
      'bad-option',
      `The segmenter "${segmenter.name}" is for "${String(segmenter.language)}": its language must be "en" or "zh".`,
    );
  }
  if (!segmenter.sentences && !segmenter.words) {
    throw new DuiqiError(
      'bad-option',
      `The segmenter "${segmenter.name}" splits neither sentences nor words: give it one of the two functions.`,
    );
  }
  if (segmenter.words && segmenter.language !== 'zh') {
    throw new DuiqiError(
      'bad-option',
      `The segmenter "${segmenter.name}" splits words of "${segmenter.language}": only Chinese words can be split by a segmenter.`,
    );
  }
  return segmenter;
}

/**
 * Checks a lexicon and returns it.
 * @throws DuiqiError `bad-option`
 */
export function defineLexicon(lexicon: Lexicon): Lexicon {
  checkName('lexicon', lexicon);
  checkFunctions('lexicon', lexicon.name, lexicon, ['translations', 'frequency', 'readings']);
  return lexicon;
}

/**
 * Checks a scorer and returns it.
 * @throws DuiqiError `bad-option`
 */
export function defineScorer(scorer: Scorer): Scorer {
  checkName('scorer', scorer);
  checkFunctions('scorer', scorer.name, scorer, ['score']);
  return scorer;
}

/**
 * Checks a measure of likeness and returns it.
 *
 * @example
 * const similarity = defineSimilarity({ name: 'my-encoder-1', embed: (texts) => encoder.encode(texts) });
 * await align({ en, zh }, { similarity });
 * @throws DuiqiError `bad-option`
 */
export function defineSimilarity(similarity: Similarity): Similarity {
  checkName('similarity', similarity);
  const { name, embed, compare } = similarity;
  if ((embed === undefined) === (compare === undefined)) {
    throw new DuiqiError(
      'bad-option',
      `The similarity "${name}" must have one of the functions "embed" and "compare".`,
      { what: 'similarity', name },
    );
  }
  checkFunctions('similarity', name, similarity, [embed === undefined ? 'compare' : 'embed']);
  return similarity;
}

function checkName(what: string, plugin: { readonly name: unknown } | null): void {
  if (typeof plugin === 'object' && plugin !== null && typeof plugin.name === 'string' && plugin.name !== '')
    return;
  throw new DuiqiError(
    'bad-option',
    `A ${what} must be an object with a name: the name becomes part of the signature of each result.`,
  );
}

function checkFunctions<Plugin extends object>(
  what: string,
  name: string,
  plugin: Plugin,
  wanted: readonly (keyof Plugin & string)[],
): void {
  for (const key of wanted) {
    if (typeof plugin[key] === 'function') continue;
    throw new DuiqiError('bad-option', `The ${what} "${name}" has no function "${key}".`, {
      what,
      name,
      key,
    });
  }
}
