import { type Inputs, openInputs } from './inputs.js';
import { identifyLanguages } from './language/identify.js';
import { type LanguageLine, languageLines, linesInOneLanguage } from './language/runs.js';
import { languageByScript } from './language/script.js';
import type { AlignInput, Settings } from './options.js';
import { lineSpans, uncovered } from './read/lines.js';
import { read } from './read/read.js';
import { SENTENCES, type SentenceSplitter } from './segment/segmenter.js';
import { segmentParagraphs } from './segment/segments.js';
import { buildClauseTree } from './structure/clause-tree.js';
import { layoutOf } from './structure/layout.js';
import { rejoinLines, type SourceParagraph } from './structure/rejoin.js';
import { findRepeats } from './structure/repeats.js';
import { paragraphText, stitchPageCuts } from './structure/stitch.js';
import type {
  Diagnostic,
  Language,
  Layout,
  Paragraph,
  Segment,
  Segmentation,
  Side,
  Source,
} from './types.js';

/** Reads and cuts a document: bytes to segments, everything but the alignment. */
export function readDocument(input: AlignInput, settings: Settings): Segmentation {
  const inputs = openInputs(input, settings);
  return settings.segments === 'lines' ? readSegmentLines(inputs) : readText(inputs, settings);
}

function readText({ sources, sides, diagnostics: earlier }: Inputs, settings: Settings): Segmentation {
  const results = sources.map(read);
  const diagnostics: Diagnostic[] = [...earlier, ...results.flatMap((result) => result.diagnostics)];
  let layout: Layout = 'two-texts';
  let lines: Record<Language, readonly LanguageLine[]>;
  let all: readonly LanguageLine[] = [];
  let paragraphs: Record<Language, readonly SourceParagraph[]>;
  if (sides) {
    lines = {
      en: linesInOneLanguage(results[sides.en]!.blocks, 'en'),
      zh: linesInOneLanguage(results[sides.zh]!.blocks, 'zh'),
    };
    paragraphs = {
      en: rejoinLines(sources[sides.en]!.text, lines.en),
      zh: rejoinLines(sources[sides.zh]!.text, lines.zh),
    };
  } else {
    const { text } = sources[0]!;
    const found = languageLines(text, results[0]!.blocks);
    all = found.lines;
    const both = rejoinLines(text, found.lines);
    lines = { en: ofLanguage(found.lines, 'en'), zh: ofLanguage(found.lines, 'zh') };
    paragraphs = { en: both, zh: both };
    layout = layoutOf(both, found.inline);
  }
  // What no paragraph holds is markup: block syntax, and what stands between two languages on one line.
  const markup = sources.map(({ text }, source) => {
    const inSource = sides ? lines[sides.en === source ? 'en' : 'zh'] : all;
    return uncovered(
      text,
      inSource.map(({ span }) => span),
    );
  });
  const readSide = (language: Language): Side => {
    const source = sides ? sides[language] : 0;
    const { text } = sources[source]!;
    const stitched = stitchPageCuts(text, paragraphs[language], language);
    diagnostics.push(...stitched.diagnostics);
    diagnostics.push(
      ...findRepeats(
        sources[source]!,
        language,
        lines[language].map((line) => line.span),
      ),
    );
    return cutSide(sources[source]!, source, language, stitched.paragraphs, splitterOf(language, settings));
  };
  const en = readSide('en');
  const zh = readSide('zh');
  return { sources, en, zh, markup, layout, languages: languagesOf(en, zh), diagnostics };
}

function ofLanguage(lines: readonly LanguageLine[], language: Language): LanguageLine[] {
  return lines.filter((line) => line.language === language);
}

function splitterOf(language: Language, { segmenters }: Settings): SentenceSplitter {
  const own = segmenters.find((segmenter) => segmenter.language === language && segmenter.sentences);
  return own?.sentences ?? SENTENCES[language];
}

function cutSide(
  { text }: Source,
  source: number,
  language: Language,
  paragraphs: readonly Paragraph[],
  split: SentenceSplitter,
): Side {
  const labelled = paragraphs.map(({ kind, pieces }) => ({
    kind,
    text: paragraphText(text, pieces, language),
  }));
  const tree = buildClauseTree(labelled, language);
  const segments = segmentParagraphs(text, language, paragraphs, tree, split);
  return { language, source, paragraphs, segments, clauses: tree.clauses };
}

/** What the two sides are really written in. */
function languagesOf(en: Side, zh: Side): Segmentation['languages'] {
  const all = [...en.segments, ...zh.segments].map(({ text }) => text);
  const byScript = (language: Language): string =>
    all.filter((text) => languageByScript(text) === language).join('\n');
  return identifyLanguages(byScript('en'), byScript('zh'));
}

/** Each line is a segment, blank ones too: segment numbers are then line numbers. */
function readSegmentLines({ sources, sides, diagnostics }: Inputs): Segmentation {
  const lineSegments = (
    source: number,
    language: Language,
  ): { paragraphs: Paragraph[]; segments: Segment[] } => {
    const { text } = sources[source]!;
    const spans = lineSpans(text);
    // A break at the very end ends the last line and begins no other.
    if (text === '' || lineSpans(text.slice(-1)).length > 1) spans.pop();
    const paragraphs = spans.map(
      (span): Paragraph => ({
        language,
        kind: 'paragraph',
        pieces: [span],
        stitched: false,
        truncated: false,
      }),
    );
    const segments = spans.map(
      ({ start, end }, paragraph): Segment => ({
        language,
        text: text.slice(start, end),
        spans: end > start ? [{ start, end }] : [],
        paragraph,
        clause: null,
        label: null,
        stitched: false,
        truncated: false,
      }),
    );
    return { paragraphs, segments };
  };
  const side = (language: Language): Side => {
    const source = sides ? sides[language] : 0;
    const { paragraphs, segments } = lineSegments(source, language);
    if (sides) return { language, source, paragraphs, segments, clauses: [] };
    let last: Language = 'en';
    const own = segments.flatMap((segment, index) => {
      last = languageByScript(segment.text) ?? last;
      return last === language && segment.text !== '' ? [{ segment, paragraph: paragraphs[index]! }] : [];
    });
    return {
      language,
      source,
      paragraphs: own.map(({ paragraph }) => paragraph),
      segments: own.map(({ segment }, paragraph) => ({ ...segment, paragraph })),
      clauses: [],
    };
  };
  const en = side('en');
  const zh = side('zh');
  const layout: Layout = sides ? 'two-texts' : 'paragraphs';
  return {
    sources,
    en,
    zh,
    markup: sources.map(() => []),
    layout,
    languages: languagesOf(en, zh),
    diagnostics,
  };
}
