import { badArgument, isObject } from '../common/arguments.js';
import { simplifierFor } from '../document/writing/simplify.js';
import { type AlignOptions, checkOptions } from '../options.js';
import type { Alignment } from '../types.js';
import { baseLexicon, chooseLexicon } from './choose-lexicon.js';
import type { LearntLexicon, LearntTranslation } from './score/learnt-lexicon.js';
import { TrainingCorpus } from './score/training.js';

/**
 * Learns translations from aligned documents, for the option `learnt` when others of the same kind are aligned. Each
 * document is asked for when the one before it has been read, and is not kept.
 *
 * @param options those that the documents were aligned with; with `learnt`, training goes on from there
 * @example
 * const learnt = await train([await align(first), await align(second)]);
 * const { pairs } = await align(third, { learnt });
 * @throws DuiqiError `bad-option`
 */
export async function train(
  alignments: Iterable<Alignment> | AsyncIterable<Alignment>,
  options: AlignOptions = {},
): Promise<LearntLexicon> {
  if (!isObject(alignments) || !(Symbol.iterator in alignments || Symbol.asyncIterator in alignments)) {
    throw badArgument('alignments', alignments, 'a list, or another iterable, of what align gives');
  }
  const settings = checkOptions(options);
  const words = settings.segmenters.find((segmenter) => segmenter.words)?.words;
  const simplify = await simplifierFor(settings.glossary.map(({ zh }) => zh));
  const base = await baseLexicon(settings);
  const corpus = new TrainingCorpus(chooseLexicon(base, settings, simplify), words);
  for await (const alignment of alignments) {
    if (!Array.isArray(alignment?.pairs) || !Array.isArray(alignment.zh?.segments)) {
      throw badArgument('alignment', alignment, 'what align gives');
    }
    corpus.add(alignment, await simplifierFor(alignment.zh.segments.map(({ text }) => text)));
  }
  const before = settings.learnt?.translations ?? [];
  return {
    base: base.name,
    translations: summed([...before, ...corpus.learn()]),
  };
}

/** Each translation once, sorted, its count rounded to what is written to a file; without those that are then 0. */
function summed(translations: readonly LearntTranslation[]): LearntTranslation[] {
  const byKey = new Map<string, LearntTranslation>();
  for (const { zh, stem, count } of translations) {
    const key = `${zh}\t${stem}`;
    byKey.set(key, { zh, stem, count: count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { zh, stem, count }]) => ({ zh, stem, count: Math.round(count * 100) / 100 }))
    .filter(({ count }) => count > 0);
}
