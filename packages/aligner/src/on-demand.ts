import type { ExplainedAlignment, Explanation } from './explain.js';
import type { AlignInput, AlignOptions, TextInput } from './options.js';
import type { RestoreAct } from './pairs/review/act.js';
import type { Review } from './pairs/review/review.js';
import type { Segmenter } from './plugins.js';
import type { RealignOptions } from './realign.js';
import type { Alignment, Language, Segmentation } from './types.js';

// The aligner is loaded when it is first called: a page that imports it is there before it.

/**
 * Aligns a bilingual English–Chinese document, or two texts, sentence by sentence.
 *
 * Nothing is lost: each segment of both languages is in exactly one pair or in `unaligned`. The same input and
 * options give the same result, byte for byte. Where there are no pairs, the diagnostic `nothing-to-align` says why.
 *
 * @example
 * const { pairs } = await align('Good morning.\n\n早上好。\n');
 * @throws DuiqiError for bad options, what a plug-in answers that it must not, an input that is no text, bytes that cannot
 * be decoded, or a lexicon that cannot be read; never for odd text
 */
export async function align(input: AlignInput, options: AlignOptions = {}): Promise<Alignment> {
  return (await import('./align.js')).align(input, options);
}

/**
 * Aligns as `align` does, and gives out the result in parts, in the order of the English text, while later parts are
 * still being worked on. Each part is an alignment of its own, with the document that it belongs to: it can be written
 * out at once and forgotten. Its `ladder` begins where that of the part before ended; `index` counts on.
 *
 * Before the first part can come, the whole text is read, cut into words, and learnt from in the passes before the last:
 * that takes most of the time and nearly as much memory as `align`. Bounded by the largest section is what the last pass
 * adds (beads and their costs, pairs); docs/performance.md has figures.
 * Whether the texts are translations of each other (`not-a-translation`) is known when all parts are out: `align` says it,
 * parts do not. Beyond that, only the flag `conflict` differs from `align`: it stands from the second translation on, since the first one is out.
 *
 * @throws DuiqiError as `align` does, before the first part
 */
export async function* alignStream(
  input: AlignInput,
  options: AlignOptions = {},
): AsyncGenerator<Alignment, void, void> {
  yield* (await import('./align.js')).alignStream(input, options);
}

/**
 * Reads a document as `align` does, without aligning it: each sentence with its language, clause and place. It also
 * serves a text in one language. The few cuts that need both languages are made by `align` alone.
 *
 * @throws DuiqiError as `align` does
 */
export async function segment(input: AlignInput, options: AlignOptions = {}): Promise<Segmentation> {
  return (await import('./align.js')).segment(input, options);
}

/**
 * Tells what spoke for one pair of an alignment, and what other ways to cut there would have cost. It aligns the
 * document to find out, and keeps nothing.
 *
 * @param pairNumber 1 for the first of the `pairs` that `align` gives for the same input and options
 * @example
 * const { evidence } = await explain('Good morning.\n\n早上好。\n', 1);
 * @throws DuiqiError `bad-option` where there is no such pair; else as `align` does
 */
export async function explain(
  input: AlignInput,
  pairNumber: number,
  options: AlignOptions = {},
): Promise<Explanation> {
  return (await import('./explain.js')).explain(input, pairNumber, options);
}

/**
 * Aligns as `align` does, and explains any of the pairs afterwards without aligning again.
 *
 * @throws DuiqiError as `align` does, and `bad-option` for the option `update`
 */
export async function alignExplained(
  input: AlignInput,
  options: AlignOptions = {},
): Promise<ExplainedAlignment> {
  return (await import('./explain.js')).alignExplained(input, options);
}

/**
 * Aligns the rest of a review anew: rows that a person has confirmed, worded or put in stay as they are, and no pair reaches over
 * them. What is left of sentences of which such a row has a part stays cut; other cuts are undone. A comment, or a doubt, goes
 * with the row that has the beginning of the one it was about.
 *
 * @throws DuiqiError as `align` does
 */
export async function realign(review: Review, options: RealignOptions = {}): Promise<Review> {
  return (await import('./realign.js')).realign(review, options);
}

/**
 * What `realign` does as an act, for a history: its rows are in it, so that it is replayed without aligning.
 *
 * @throws DuiqiError as `align` does
 */
export async function realignAct(review: Review, options: RealignOptions = {}): Promise<RestoreAct> {
  return (await import('./realign.js')).realignAct(review, options);
}

/**
 * Where the other side of a row is to be cut when one side is cut at an offset: where the words before the cut and those behind it
 * translate each other best, at a mark if there is one, and in the same share of the text. An offset in its text as it is shown.
 *
 * @returns null where the other side is too short to be cut, or there is nothing before the offset or behind it
 * @throws DuiqiError `bad-act` for a row that is not there; else as `align` does
 */
export async function proposeCut(
  review: Review,
  row: string,
  side: Language,
  offset: number,
  options: Pick<AlignOptions, 'lexicon' | 'learnt' | 'glossary'> = {},
): Promise<number | null> {
  return (await import('./pairs/review/propose-cut.js')).proposeCut(review, row, side, offset, options);
}

/**
 * Reads segmentation rules, SRX 1.0 or 2.0 (LISA OSCAR), as translation tools have them: sentences are then cut as they cut them,
 * so that their memories match. Given to `align` as `segmenters`.
 *
 * @param name of the file, for messages
 * @returns a segmenter for each language that the file has rules for
 * @throws DuiqiError `unreadable` for what is no SRX; `bad-input` for rules that are no regular expressions, or for neither language
 */
export async function readSrx(input: TextInput, name = ''): Promise<Segmenter[]> {
  return (await import('./document/segment/srx.js')).readSrx(input, name);
}
