import type { LanguageLine } from '../language/runs.js';
import type { BlockKind, Language, Position, Span } from '../types.js';
import { isFinished } from './endings.js';
import { readLabels } from './label.js';

/** A paragraph as it stands in the source, before page cuts are mended. */
export interface SourceParagraph {
  readonly language: Language;
  readonly kind: BlockKind;
  /** One span for each line of the source. */
  readonly pieces: readonly Span[];
  readonly numbering: string | null;
  readonly position: Position | null;
}

/** No one wraps lines narrower than this, in columns: shorter lines are entries of their own. */
const NARROWEST_WRAP = 40;
/** No one wraps lines wider than this, in columns: longer lines are whole paragraphs. */
const WIDEST_WRAP = 130;
/** A line counts as full when the next line's first word would have come this close to the widest line. */
const FULL = 0.85;

/**
 * Puts hard-wrapped lines together again. A line goes on in the next one of its block and language when it is full:
 * the word that begins the next line would not have fitted. Other lines are paragraphs of their own.
 */
export function rejoinLines(text: string, lines: readonly LanguageLine[]): SourceParagraph[] {
  const widest = { en: wrapWidth(text, lines, 'en'), zh: wrapWidth(text, lines, 'zh') };
  const paragraphs: (SourceParagraph & { readonly pieces: Span[] })[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    if (before && open && continues(text, before, line, widest[line.language])) open.pieces.push(line.span);
    else {
      const { language, kind, numbering, position, span } = line;
      paragraphs.push({ language, kind, numbering, position, pieces: [span] });
    }
  });
  return paragraphs;
}

function continues(text: string, before: LanguageLine, line: LanguageLine, widest: number): boolean {
  if (before.block !== line.block || before.language !== line.language) return false;
  if (line.kind === 'code') return true;
  if (widest > WIDEST_WRAP) return false;
  const written = text.slice(line.span.start, Math.min(line.span.end, line.span.start + 60));
  const firstWord = line.language === 'en' ? (/^\S+/.exec(written)?.[0] ?? '') : written.slice(0, 1);
  const full = displayWidth(text, before.span) + displayWidth(firstWord) + 1 >= widest * FULL;
  // `subsections (4) and⏎(7) may be extended`: what looks like a marker is none where the line before it goes on.
  const unfinished = !isFinished(text.slice(before.span.start, before.span.end));
  return full && (unfinished || readLabels(written, line.language).length === 0);
}

/** The width, in columns, that the text of a language seems to be wrapped at; infinite where no lines follow others. */
function wrapWidth(text: string, lines: readonly LanguageLine[], language: Language): number {
  const follows = (index: number): boolean => {
    const [before, line] = [lines[index - 1], lines[index]];
    return before?.block === line?.block && before?.language === language && line?.language === language;
  };
  const widths = lines
    .filter((_, index) => follows(index) || follows(index + 1))
    .map(({ span }) => displayWidth(text, span))
    .sort((a, b) => a - b);
  // One line with a long web address does not make all others short.
  const widest = widths[Math.floor((widths.length - 1) * 0.98)] ?? 0;
  return widest < NARROWEST_WRAP ? Number.POSITIVE_INFINITY : widest;
}

/** Columns that a text takes, wide characters counted as two. */
export function displayWidth(text: string, { start, end }: Span = { start: 0, end: text.length }): number {
  let width = 0;
  for (let at = start; at < end; at++) width += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return width;
}
