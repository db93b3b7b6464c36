import type { BlockKind, Language, Position, Span } from '../../types.js';
import type { LanguageLine } from '../language/runs.js';
import { displayWidth } from '../writing/display-width.js';
import { BULLET, isFinished } from '../writing/endings.js';
import { readLabels } from '../writing/label.js';

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
 * Puts hard-wrapped lines together again. A line goes on in the next one of its block and language, or over the end of
 * a page, when it is full: the word that begins the next line would not have fitted. Other lines are paragraphs of
 * their own, and so is what a deeper indentation or a capital on every line of a verse sets apart.
 */
export function rejoinLines(
  text: string,
  lines: readonly LanguageLine[],
  pageEnds: readonly number[],
): SourceParagraph[] {
  const widest = { en: wrapWidth(text, lines, 'en'), zh: wrapWidth(text, lines, 'zh') };
  const verses = versesOf(text, lines);
  const paragraphs: (SourceParagraph & { readonly pieces: Span[] })[] = [];
  let page = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    const pageBefore = page;
    while (page < pageEnds.length && pageEnds[page]! < line.span.start) page++;
    const sameBlock = before?.block === line.block && !verses.has(line.block);
    const isBesides =
      sameBlock || (page > pageBefore && before !== undefined && !isFinished(textOf(text, before)));
    if (before && open && isBesides && continues(text, before, line, widest[line.language])) {
      open.pieces.push(line.span);
    } else paragraphs.push(paragraphOf(line));
  });
  return paragraphs;
}

/** A line as a paragraph of its own. */
export function paragraphOf({ language, kind, numbering, position, span }: LanguageLine): SourceParagraph & {
  readonly pieces: Span[];
} {
  return { language, kind, numbering, position, pieces: [span] };
}

function continues(text: string, before: LanguageLine, line: LanguageLine, widest: number): boolean {
  if (before.language !== line.language || before.kind !== line.kind) return false;
  if (line.kind === 'code') return true;
  if (widest > WIDEST_WRAP) return false;
  const written = text.slice(line.span.start, Math.min(line.span.end, line.span.start + 60));
  if (BULLET.test(written)) return false;
  const firstWord =
    line.language === 'en'
      ? (/^\S+/.exec(written)?.[0] ?? '')
      : (/^[\p{Script=Latin}\d]+|^./u.exec(written)?.[0] ?? '');
  const full = displayWidth(text, before.span) + displayWidth(firstWord) + 1 >= widest * FULL;
  if (!full) return false;
  // `subsections (4) and⏎(7) may be extended`: what looks like a marker is none where the line before it goes on.
  if (!isFinished(textOf(text, before))) return true;
  return readLabels(written, line.language).length === 0 && !isIndentedFirstLine(text, before, line);
}

/** Whether a line is set in more than the one before, which is no list item whose further lines hang. */
function isIndentedFirstLine(text: string, before: LanguageLine, line: LanguageLine): boolean {
  if (indentation(text, line.span) <= indentation(text, before.span)) return false;
  const written = textOf(text, before).slice(0, 60);
  return !BULLET.test(written) && readLabels(written, before.language).length === 0;
}

/** Columns of white space before a line. */
function indentation(text: string, { start }: Span): number {
  let from = start;
  while (from > 0 && start - from < WIDEST_WRAP && /[ \t\u3000\u00a0]/.test(text[from - 1]!)) from--;
  return displayWidth(text, { start: from, end: start });
}

/** Lines of a block from which capitals at the start of all of them are no chance. */
const LEAST_VERSE = 4;

/** The blocks of English in which each line begins with a capital though hardly one ends a sentence: no wrapped prose. */
function versesOf(text: string, lines: readonly LanguageLine[]): ReadonlySet<number> {
  const verses = new Set<number>();
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const { block } = lines[from]!;
    while (to < lines.length && lines[to]!.block === block) to++;
    if (to - from < LEAST_VERSE) continue;
    const stanza = lines.slice(from, to).map((line) => ({ line, written: textOf(text, line) }));
    const areVerses = stanza.every(
      ({ line, written }) => line.language === 'en' && /^[“"‘']?\p{Lu}/u.test(written),
    );
    const finished = stanza.filter(({ written }) => isFinished(written)).length;
    if (areVerses && finished * 2 <= stanza.length) verses.add(block);
  }
  return verses;
}

function textOf(text: string, { span }: LanguageLine): string {
  return text.slice(span.start, span.end);
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
  const widest = widths[Math.round((widths.length - 1) * 0.98)] ?? 0;
  return widest < NARROWEST_WRAP ? Number.POSITIVE_INFINITY : widest;
}
