import { warning } from './diagnostic.js';
import { type Inputs, readInputs } from './inputs.js';
import { foreignParagraphs, haveBoth, languagesOf } from './language/identify.js';
import { type LanguageLine, languageLines, linesInOneLanguage } from './language/runs.js';
import { LETTERS_FOR_A_CHARACTER, languageByScript } from './language/script.js';
import type { AlignInput, Settings } from './options.js';
import { uncovered } from './read/lines.js';
import type { ReadInput } from './read/read.js';
import { inputName } from './read/reading.js';
import { SENTENCES, type SentenceSplitter } from './segment/segmenter.js';
import { segmentParagraphs } from './segment/segments.js';
import { readSegmentLines } from './segment-lines.js';
import { findAnchors } from './structure/anchors.js';
import { buildClauseTree } from './structure/clause-tree.js';
import { findLayout } from './structure/layout.js';
import { paragraphOf, rejoinLines, type SourceParagraph } from './structure/rejoin.js';
import { findRepeats } from './structure/repeats.js';
import { agreedCuts, type Pages, paragraphText, stitchPageCuts } from './structure/stitch.js';
import type { Diagnostic, Language, Paragraph, Segmentation, Side, Span } from './types.js';

/** Reads and cuts a document: bytes to segments, everything but the alignment. */
export async function readDocument(input: AlignInput, settings: Settings): Promise<Segmentation> {
  const inputs = await readInputs(input, settings);
  return settings.segments === 'lines' ? readSegmentLines(inputs) : readText(inputs, settings);
}

async function readText({ inputs, sides }: Inputs, settings: Settings): Promise<Segmentation> {
  const sources = inputs.map(({ source }) => source);
  const diagnostics = inputs.flatMap((each) => each.diagnostics);
  const readings = inputs.map((input, source) =>
    sides ? readOneLanguage(input, sides.en === source ? 'en' : 'zh') : readBilingual(input, settings.layout),
  );
  if (sides) {
    for (const input of inputs) if (isBilingual(input)) diagnostics.push(bilingualText(input.source.name));
  }
  const readSide = (language: Language): Side => {
    const source = sides ? sides[language] : 0;
    const { text } = sources[source]!;
    const { lines, paragraphs, pages } = readings[source]!;
    const own = lines.filter((line) => line.language === language).map(({ span }) => span);
    const stitched = stitchPageCuts(text, paragraphs, language, pages);
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
    layout: readings[0]!.pages.layout,
    layoutConfidence: readings[0]!.confidence,
    languages,
    diagnostics: [...diagnostics, ...found.diagnostics, ...foreign],
  };
}

/** Share of a text, in whole lines, that a second language must have: notices and code in English have less. */
const BILINGUAL = 0.3;

function isBilingual({ source: { text }, blocks }: ReadInput): boolean {
  const length = { en: 0, zh: 0 };
  for (const { start, end } of blocks.flatMap(({ lines }) => lines)) {
    const language = languageByScript(text.slice(start, end));
    if (language !== null)
      length[language] += (end - start) * (language === 'zh' ? LETTERS_FOR_A_CHARACTER : 1);
  }
  return Math.min(length.en, length.zh) > (length.en + length.zh) * BILINGUAL;
}

function bilingualText(name: string): Diagnostic {
  return warning(
    'bilingual-text',
    `${inputName(name)} holds English and Chinese, and was taken for one of two texts: align it by itself to get its own pairs.`,
  );
}

/** An input as lines in a language and paragraphs, with what is known of its layout. */
interface ReadLines {
  readonly lines: readonly LanguageLine[];
  readonly paragraphs: readonly SourceParagraph[];
  /** What no line holds: block syntax, and what stands between two languages on one line. */
  readonly markup: readonly Span[];
  readonly pages: Pages;
  readonly confidence: number;
}

function readOneLanguage({ source: { text }, blocks, pageEnds }: ReadInput, language: Language): ReadLines {
  const lines = linesInOneLanguage(blocks, language);
  const pages: Pages = { layout: 'two-texts', ends: pageEnds, agreed: new Set() };
  return { ...asParagraphs(text, lines, pageEnds), pages, confidence: 1 };
}

function readBilingual(
  { source: { text }, blocks, pageEnds }: ReadInput,
  chosen: Settings['layout'],
): ReadLines {
  const { layout, confidence } =
    chosen === 'auto' ? findLayout(text, blocks, pageEnds) : { layout: chosen, confidence: 1 };
  const lines = languageLines(text, blocks, layout);
  if (lines.every(({ language }) => language === lines[0]!.language)) {
    const pages: Pages = { layout: 'one-language', ends: pageEnds, agreed: new Set() };
    return { ...asParagraphs(text, lines, pageEnds), pages, confidence: 1 };
  }
  const read = asParagraphs(text, lines, pageEnds, layout === 'lines');
  const agreed = layout === 'pages' ? agreedCuts(text, read.paragraphs) : new Set<number>();
  return { ...read, pages: { layout, ends: pageEnds, agreed }, confidence };
}

function asParagraphs(
  text: string,
  lines: readonly LanguageLine[],
  pageEnds: readonly number[],
  areWhole = false,
): Pick<ReadLines, 'lines' | 'paragraphs' | 'markup'> {
  const markup = uncovered(
    text,
    lines.map(({ span }) => span),
  );
  return {
    lines,
    paragraphs: areWhole ? lines.map(paragraphOf) : rejoinLines(text, lines, pageEnds),
    markup,
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
