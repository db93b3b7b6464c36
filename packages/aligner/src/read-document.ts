import { type Inputs, readInputs } from './inputs.js';
import { foreignParagraphs, haveBoth, languagesOf } from './language/identify.js';
import { languageLines, linesInOneLanguage } from './language/runs.js';
import type { AlignInput, Settings } from './options.js';
import { uncovered } from './read/lines.js';
import { SENTENCES, type SentenceSplitter } from './segment/segmenter.js';
import { segmentParagraphs } from './segment/segments.js';
import { readSegmentLines } from './segment-lines.js';
import { findAnchors } from './structure/anchors.js';
import { buildClauseTree } from './structure/clause-tree.js';
import { layoutOf } from './structure/layout.js';
import { rejoinLines } from './structure/rejoin.js';
import { findRepeats } from './structure/repeats.js';
import { paragraphText, stitchPageCuts } from './structure/stitch.js';
import type { Language, Paragraph, Segmentation, Side } from './types.js';

/** Reads and cuts a document: bytes to segments, everything but the alignment. */
export async function readDocument(input: AlignInput, settings: Settings): Promise<Segmentation> {
  const inputs = await readInputs(input, settings);
  return settings.segments === 'lines' ? readSegmentLines(inputs) : readText(inputs, settings);
}

async function readText({ inputs, sides }: Inputs, settings: Settings): Promise<Segmentation> {
  const sources = inputs.map(({ source }) => source);
  const diagnostics = inputs.flatMap((each) => each.diagnostics);
  const readings = inputs.map(({ source: { text }, blocks }, source) => {
    const { lines, inline } = sides
      ? { lines: linesInOneLanguage(blocks, sides.en === source ? 'en' : 'zh'), inline: false }
      : languageLines(text, blocks);
    const spans = lines.map(({ span }) => span);
    // What no line holds is markup: block syntax, and what stands between two languages on one line.
    return { lines, inline, paragraphs: rejoinLines(text, lines), markup: uncovered(text, spans) };
  });
  const readSide = (language: Language): Side => {
    const source = sides ? sides[language] : 0;
    const { text } = sources[source]!;
    const { lines, paragraphs } = readings[source]!;
    const own = lines.filter((line) => line.language === language).map(({ span }) => span);
    const stitched = stitchPageCuts(text, paragraphs, language);
    for (const each of stitched.diagnostics) diagnostics.push(each);
    for (const each of findRepeats(sources[source]!, language, own)) diagnostics.push(each);
    return cutSide(text, source, language, stitched.paragraphs, splitterOf(language, settings));
  };
  const en = readSide('en');
  const zh = readSide('zh');
  const languages = await languagesOf(en, zh);
  // A document that lacks one of the languages is reported as such, not paragraph by paragraph.
  const foreign = haveBoth(languages)
    ? [...(await foreignParagraphs(en)), ...(await foreignParagraphs(zh))]
    : [];
  const found = findAnchors(en, zh);
  return {
    sources,
    en,
    zh,
    anchors: found.anchors,
    markup: readings.map(({ markup }) => markup),
    layout: sides ? 'two-texts' : layoutOf(readings[0]!.paragraphs, readings[0]!.inline),
    languages,
    diagnostics: [...diagnostics, ...found.diagnostics, ...foreign],
  };
}

function splitterOf(language: Language, { segmenters }: Settings): SentenceSplitter {
  const own = segmenters.find((segmenter) => segmenter.language === language && segmenter.sentences);
  return own?.sentences ?? SENTENCES[language];
}

function cutSide(
  text: string,
  source: number,
  language: Language,
  paragraphs: readonly Paragraph[],
  split: SentenceSplitter,
): Side {
  const labelled = paragraphs.map(({ kind, numbering, pieces }) => ({
    kind,
    numbering,
    text: paragraphText(text, pieces, language),
  }));
  const tree = buildClauseTree(labelled, language);
  const segments = segmentParagraphs(text, language, paragraphs, tree, split);
  return { language, source, paragraphs, segments, clauses: tree.clauses };
}
