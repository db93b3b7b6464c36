import type { Steps } from '../../common/steps.js';
import type { BilingualLayout, Block, Diagnostic, Language, Span } from '../../types.js';
import type { LineReader } from '../language/placed-lines.js';
import { type LanguageLine, languageLines, linesInOneLanguage, linesOf } from '../language/runs.js';
import type { ReadInput } from '../read/read.js';
import { uncovered } from '../writing/lines.js';
import { agreedCuts, NONE_AGREED } from './agreed-cuts.js';
import { withoutLeaders } from './contents.js';
import { withoutInlineSyntax } from './inline-syntax.js';
import { type FoundLayout, findLayout, MOST_SURE } from './layout.js';
import { allOriginals, findOriginals, withOriginals } from './originals.js';
import { rejoinLines, type SourceParagraph, wholeLines } from './rejoin.js';
import { withoutSideLabels } from './side-labels.js';
import type { Pages } from './stitch.js';

/** An input as lines in a language and paragraphs, with what is known of its layout. */
export interface SourceParagraphs {
  readonly lines: readonly LanguageLine[];
  readonly paragraphs: readonly SourceParagraph[];
  /** What no paragraph holds: syntax, and what stands between two languages on one line. */
  readonly markup: readonly Span[];
  readonly pages: Pages;
  /** How sure the layout is, 0–1. */
  readonly confidence: number;
  /** Where entries of lists of contents begin, as offsets in the source. */
  readonly entries: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Blocks without what is none of their text, wherever it came from. */
function* textBlocks(
  text: string,
  read: readonly Block[],
  syntax: readonly Span[],
): Steps<Pick<ReadInput, 'blocks' | 'inline' | 'diagnostics'> & Pick<SourceParagraphs, 'entries'>> {
  yield;
  const unlabelled = yield* withoutSideLabels(text, read);
  yield;
  const { blocks, entries, diagnostics } = yield* withoutLeaders(text, unlabelled.blocks);
  const inline = [...syntax, ...unlabelled.syntax].sort((a, b) => a.start - b.start);
  return { blocks, inline, entries, diagnostics: [...unlabelled.diagnostics, ...diagnostics] };
}

/** The paragraphs of an input that is known to be in one language. */
export function* paragraphsInOneLanguage(
  { source: { text }, blocks: read, inline: syntax, pageEnds }: ReadInput,
  language: Language,
): Steps<SourceParagraphs> {
  const { blocks, inline, entries, diagnostics } = yield* textBlocks(text, read, syntax);
  yield;
  const lines = linesInOneLanguage(blocks, language);
  const pages: Pages = { layout: 'two-texts', ends: pageEnds, agreed: NONE_AGREED };
  const found = yield* asParagraphs(text, lines, inline, pageEnds);
  return { ...found, pages, confidence: 1, entries, diagnostics };
}

/** The paragraphs of an input that holds both languages, in the layout that was chosen or that its lines show. */
export function* bilingualParagraphs(
  { source: { text }, blocks: visible, comments, inline: syntax, pageEnds }: ReadInput,
  chosen: 'auto' | BilingualLayout,
  readLines: LineReader,
): Steps<SourceParagraphs> {
  yield;
  const originals = chosen === 'auto' ? findOriginals(text, visible, comments) : null;
  const all =
    originals !== null || chosen === 'comments'
      ? withOriginals(text, visible, originals?.blocks ?? allOriginals(text, visible, comments))
      : visible;
  const { blocks, inline, entries, diagnostics } = yield* textBlocks(text, all, syntax);
  yield;
  const readings = yield* readLines(text, linesOf(blocks), inline, chosen === 'inline');
  const { layout, confidence }: FoundLayout =
    originals !== null
      ? { layout: 'comments', confidence: Math.min(originals.answered, MOST_SURE) }
      : chosen === 'auto'
        ? yield* findLayout(text, blocks, pageEnds, readings)
        : { layout: chosen, confidence: 1 };
  const lines = yield* languageLines(text, blocks, layout, readings);
  if (lines.every(({ language }) => language === lines[0]!.language)) {
    const pages: Pages = { layout: 'one-language', ends: pageEnds, agreed: NONE_AGREED };
    const found = yield* asParagraphs(text, lines, inline, pageEnds);
    return { ...found, pages, confidence: 1, entries, diagnostics };
  }
  yield;
  const found = yield* asParagraphs(text, lines, inline, pageEnds, layout === 'lines');
  const isInTurn = layout === 'pages' || layout === 'paragraphs';
  const agreed = isInTurn ? yield* agreedCuts(text, found.paragraphs, layout) : NONE_AGREED;
  return { ...found, pages: { layout, ends: pageEnds, agreed }, confidence, entries, diagnostics };
}

function* asParagraphs(
  text: string,
  lines: readonly LanguageLine[],
  inline: readonly Span[],
  pageEnds: readonly number[],
  areWhole = false,
): Steps<Pick<SourceParagraphs, 'lines' | 'paragraphs' | 'markup'>> {
  const whole = areWhole ? wholeLines(lines) : yield* rejoinLines(text, lines, pageEnds);
  yield;
  const paragraphs = withoutInlineSyntax(whole, inline);
  const markup = uncovered(
    text,
    // The lines of two cells that stand side by side come in turn.
    paragraphs.flatMap(({ pieces }) => pieces).sort((a, b) => a.start - b.start),
  );
  return { lines, paragraphs, markup };
}
