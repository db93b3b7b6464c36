import type { Pacer } from '../common/pacer.js';
import { progressIn } from '../common/progress.js';
import type { Steps } from '../common/steps.js';
import type { AlignInput, Settings } from '../options.js';
import type { Language, Paragraph, Segmentation, Side, Span } from '../types.js';
import { type Inputs, readInputs } from './inputs.js';
import { foreignParagraphs, haveBoth, languagesOf } from './language/identify.js';
import type { Likeness } from './language/likeness.js';
import { anyInBothScripts, type LineReader, readPlainLines } from './language/placed-lines.js';
import type { ReadInput } from './read/read.js';
import { SENTENCES, type SentenceSplitter } from './segment/segmenter.js';
import { segmentParagraphs } from './segment/segments.js';
import { readSegmentLines } from './segment-lines.js';
import { findAnchors } from './structure/anchors.js';
import { buildClauseTree } from './structure/clause-tree.js';
import { paragraphText } from './structure/paragraph-text.js';
import { findRepeats } from './structure/repeats.js';
import {
  bilingualParagraphs,
  paragraphsInOneLanguage,
  type SourceParagraphs,
} from './structure/source-paragraphs.js';
import { stitchPageCuts } from './structure/stitch.js';
import { withWholeWords } from './structure/whole-words.js';

/**
 * Reads and cuts a document: bytes to segments, everything but the alignment.
 *
 * @param likenessFor judges what is written in one text as translations of each other; it is asked for only where a
 *   line holds both scripts, and given the text
 */
export async function readDocument(
  input: AlignInput,
  settings: Settings,
  likenessFor: (text: string) => Promise<Likeness>,
  pacer: Pacer,
): Promise<Segmentation> {
  pacer.report(progressIn('reading', 0));
  const inputs = await readInputs(input, settings, pacer);
  if (settings.segments === 'lines') return readSegmentLines(inputs, pacer);
  const [{ source, blocks, comments }] = inputs.inputs as [ReadInput];
  const isJudged = !inputs.sides && [blocks, ...comments].some((each) => anyInBothScripts(source.text, each));
  const readLines = isJudged
    ? (await import('./language/line-readings.js')).lineReader(await likenessFor(source.text))
    : readPlainLines;
  return readText(inputs, settings, readLines, pacer);
}

async function readText(
  { inputs, sides }: Inputs,
  settings: Settings,
  readLines: LineReader,
  pacer: Pacer,
): Promise<Segmentation> {
  const sources = inputs.map(({ source }) => source);
  const diagnostics = inputs.flatMap((each) => each.diagnostics);
  const readings: SourceParagraphs[] = [];
  /** What is none of the text, a list for each source. */
  const markup: (readonly Span[])[] = [];
  for (const [source, input] of inputs.entries()) {
    const reading = await pacer.run(
      sides
        ? paragraphsInOneLanguage(input, sides.en === source ? 'en' : 'zh')
        : bilingualParagraphs(input, settings.layout, readLines),
    );
    for (const each of reading.diagnostics) diagnostics.push(each);
    readings.push(reading);
    markup.push(reading.markup);
    pacer.report(progressIn('reading', (0.4 * readings.length) / inputs.length));
  }
  function* readSide(language: Language): Steps<Side> {
    const source = sides ? sides[language] : 0;
    const { text } = sources[source]!;
    const { lines, paragraphs, pages, entries } = readings[source]!;
    const own = lines.filter((line) => line.language === language).map(({ span }) => span);
    const stitched = yield* stitchPageCuts(text, paragraphs, language, pages);
    for (const each of stitched.diagnostics) diagnostics.push(each);
    for (const each of yield* findRepeats(sources[source]!, language, own)) diagnostics.push(each);
    const whole = withWholeWords(text, stitched.paragraphs);
    markup[source] = [...markup[source]!, ...whole.hyphens].sort((a, b) => a.start - b.start);
    const split = splitterOf(language, settings);
    return yield* cutSide(text, source, language, whole.paragraphs, entries, split);
  }
  const en = await pacer.run(readSide('en'));
  pacer.report(progressIn('reading', 0.7));
  const zh = await pacer.run(readSide('zh'));
  pacer.report(progressIn('reading', 0.9));
  const languages = await languagesOf(en, zh, pacer);
  // A document that lacks one of the languages is reported as such, not paragraph by paragraph.
  const foreign = haveBoth(languages)
    ? [...(await foreignParagraphs(en, pacer)), ...(await foreignParagraphs(zh, pacer))]
    : [];
  return {
    sources,
    en,
    zh,
    anchors: findAnchors(en, zh),
    markup,
    layout: readings[0]!.pages.layout,
    layoutConfidence: readings[0]!.confidence,
    languages,
    diagnostics: [...diagnostics, ...foreign],
  };
}

function splitterOf(language: Language, { segmenters }: Settings): SentenceSplitter {
  const own = segmenters.find((segmenter) => segmenter.language === language && segmenter.sentences);
  return own?.sentences ?? SENTENCES[language];
}

function* cutSide(
  text: string,
  source: number,
  language: Language,
  paragraphs: readonly Paragraph[],
  entries: ReadonlySet<number>,
  split: SentenceSplitter,
): Steps<Side> {
  const labelled = paragraphs.map(({ kind, numbering, pieces }) => ({
    kind,
    numbering,
    text: paragraphText(text, pieces, language),
    isEntry: entries.has(pieces[0]!.start),
  }));
  const tree = yield* buildClauseTree(labelled, language);
  const segments = yield* segmentParagraphs(text, language, paragraphs, tree, split);
  return { language, source, paragraphs, segments, clauses: tree.clauses };
}
