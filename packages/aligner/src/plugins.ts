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
