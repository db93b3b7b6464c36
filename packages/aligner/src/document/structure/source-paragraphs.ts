import type { BilingualLayout, Language, Span } from '../../types.js';
import type { Likeness } from '../language/likeness.js';
import { readLines } from '../language/line-readings.js';
import { type LanguageLine, languageLines, linesInOneLanguage, linesOf } from '../language/runs.js';
import type { ReadInput } from '../read/read.js';
import { uncovered } from '../writing/lines.js';
import { withoutInlineSyntax } from './inline-syntax.js';
import { findLayout } from './layout.js';
import { paragraphOf, rejoinLines, type SourceParagraph } from './rejoin.js';
import { agreedCuts, type Pages } from './stitch.js';

/** An input as lines in a language and paragraphs, with what is known of its layout. */
export interface SourceParagraphs {
  readonly lines: readonly LanguageLine[];
  readonly paragraphs: readonly SourceParagraph[];
  /** What no paragraph holds: syntax, and what stands between two languages on one line. */
  readonly markup: readonly Span[];
  readonly pages: Pages;
  /** How sure the layout is, 0–1. */
  readonly confidence: number;
}

/** The paragraphs of an input that is known to be in one language. */
export function paragraphsInOneLanguage(
  { source: { text }, blocks, inline, pageEnds }: ReadInput,
  language: Language,
): SourceParagraphs {
  const lines = linesInOneLanguage(blocks, language);
  const pages: Pages = { layout: 'two-texts', ends: pageEnds, agreed: new Set() };
  return { ...asParagraphs(text, lines, inline, pageEnds), pages, confidence: 1 };
}

/** The paragraphs of an input that holds both languages, in the layout that was chosen or that its lines show. */
export function bilingualParagraphs(
  { source: { text }, blocks, inline, pageEnds }: ReadInput,
  chosen: 'auto' | BilingualLayout,
  likeness: Likeness,
): SourceParagraphs {
  const readings = readLines(text, linesOf(blocks), inline, likeness, chosen === 'inline');
  const { layout, confidence } =
    chosen === 'auto' ? findLayout(text, blocks, pageEnds, readings) : { layout: chosen, confidence: 1 };
  const lines = languageLines(text, blocks, layout, readings);
  if (lines.every(({ language }) => language === lines[0]!.language)) {
    const pages: Pages = { layout: 'one-language', ends: pageEnds, agreed: new Set() };
    return { ...asParagraphs(text, lines, inline, pageEnds), pages, confidence: 1 };
  }
  const read = asParagraphs(text, lines, inline, pageEnds, layout === 'lines');
  const agreed = layout === 'pages' ? agreedCuts(text, read.paragraphs) : new Set<number>();
  return { ...read, pages: { layout, ends: pageEnds, agreed }, confidence };
}

function asParagraphs(
  text: string,
  lines: readonly LanguageLine[],
  inline: readonly Span[],
  pageEnds: readonly number[],
  areWhole = false,
): Pick<SourceParagraphs, 'lines' | 'paragraphs' | 'markup'> {
  const whole = areWhole ? lines.map(paragraphOf) : rejoinLines(text, lines, pageEnds);
  const paragraphs = withoutInlineSyntax(whole, inline);
  const markup = uncovered(
    text,
    paragraphs.flatMap(({ pieces }) => pieces),
  );
  return { lines, paragraphs, markup };
}
