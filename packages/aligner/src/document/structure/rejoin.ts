import { mapInSteps, type Steps } from '../../common/steps.js';
import type { BlockKind, Language, Position, Span } from '../../types.js';
import type { LanguageLine } from '../language/runs.js';
import { displayWidth } from '../writing/display-width.js';
import { BULLET, breaksOff, endsItem, holdsSentenceEnd, isFinished } from '../writing/endings.js';
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

/** Few wrap lines narrower than this, in columns: shorter lines are mostly entries of their own. */
const NARROWEST_WRAP = 40;
/** No one wraps lines narrower than this. */
const NARROWEST_COLUMN = 24;
/** No one wraps lines wider than this, in columns: longer lines are whole paragraphs. */
const WIDEST_WRAP = 130;
/** A line counts as full when the next line's first word would have come this close to the widest line. */
const FULL = 0.85;

/** Share of the lines that surely go on in the next one which must be full, or no one has wrapped them. */
const WRAPPED = 0.5;
/** So many of them show that narrow lines are wrapped. */
const LEAST_SHOWN_NARROW = 3;
/** How far the widths that both languages are wrapped at differ at most, as a share: Chinese may not begin a line with a stop. */
const LIKE_WIDTH = 0.25;
/** Share of the width that an unfinished line takes at least, where whoever wrapped it broke it early. */
const RAGGED = 0.5;

/**
 * Puts hard-wrapped lines together again. A line goes on in the next one of its block and language, or over the end of
 * a page, when it is full: the word that begins the next line would not have fitted; or else when it hangs below its
 * bullet, or clearly stops in mid-sentence. Other lines are paragraphs of their own, and so is what a deeper
 * indentation or a capital on every line of a verse sets apart.
 */
export function* rejoinLines(
  text: string,
  lines: readonly LanguageLine[],
  pageEnds: readonly number[],
): Steps<SourceParagraph[]> {
  const onNewPage = pageStarts(lines, pageEnds);
  const sentences = { en: areSentences(text, lines, 'en'), zh: areSentences(text, lines, 'zh') };
  yield;
  const en = wrapWidth(text, lines, 'en', onNewPage);
  const widest = { en, zh: wrapWidth(text, lines, 'zh', onNewPage, en) };
  yield;
  const verses = versesOf(text, lines);
  const paragraphs: (SourceParagraph & { readonly pieces: Span[] })[] = [];
  yield* mapInSteps(lines, (line, index) => {
    const before = lines[index - 1];
    const open = paragraphs.at(-1);
    const sameBlock = before?.block === line.block && !verses.has(line.block);
    const isBesides =
      sameBlock || (onNewPage.has(index) && before !== undefined && !isFinished(textOf(text, before)));
    if (open && isWrappedBelow(before, line)) {
      open.pieces.push(line.span);
    } else if (before && open && headingGoesOn(text, before, line, widest[line.language])) {
      open.pieces.push(line.span);
    } else if (
      before &&
      open &&
      isBesides &&
      continues(text, before, line, widest[line.language], onNewPage.has(index), sentences[line.language])
    ) {
      open.pieces.push(line.span);
    } else paragraphs.push(paragraphOf(line));
  });
  return paragraphs;
}

/** Indices of the lines that a page ends before. */
function pageStarts(lines: readonly LanguageLine[], pageEnds: readonly number[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let page = 0;
  lines.forEach(({ span }, index) => {
    for (; page < pageEnds.length && pageEnds[page]! < span.start; page++) starts.add(index);
  });
  return starts;
}

/** Lines that are paragraphs of their own, save those that are known to be wrapped. */
export function wholeLines(lines: readonly LanguageLine[]): SourceParagraph[] {
  const paragraphs: (SourceParagraph & { readonly pieces: Span[] })[] = [];
  lines.forEach((line, index) => {
    if (isWrappedBelow(lines[index - 1], line)) paragraphs.at(-1)!.pieces.push(line.span);
    else paragraphs.push(paragraphOf(line));
  });
  return paragraphs;
}

function isWrappedBelow(before: LanguageLine | undefined, line: LanguageLine): boolean {
  return line.isWrapped && before?.block === line.block && before.language === line.language;
}

/** A line as a paragraph of its own. */
function paragraphOf({ language, kind, numbering, position, span }: LanguageLine): SourceParagraph & {
  readonly pieces: Span[];
} {
  return { language, kind, numbering, position, pieces: [span] };
}

function continues(
  text: string,
  before: LanguageLine,
  line: LanguageLine,
  widest: number,
  isOnNewPage: boolean,
  areWhole: boolean,
): boolean {
  if (before.language !== line.language || before.kind !== line.kind) return false;
  // What a line holds in both languages is whole.
  if (before.position !== line.position) return false;
  const written = headOf(text, line);
  if (BULLET.test(written)) return false;
  // Markers are looked for where they decide only: most lines have none, and it is slow work.
  const isMarked = (): boolean => readLabels(written, line.language).length > 0;
  if (isInDrawnCell(text, before, line)) return !isMarked();
  if (hangsBelowBullet(text, before, line) && !isMarked()) return true;
  if (widest > WIDEST_WRAP) return false;
  const ended = textOf(text, before);
  const isWhole = isFinished(ended) || endsItem(ended, before.language);
  if (isFull(text, before, line, widest)) {
    if (isNextClause(text, before, line)) return false;
    // `subsections (4) and⏎(7) may be extended`: what looks like a marker is none where the line before it goes on.
    return !isWhole || (!areWhole && !isIndentedFirstLine(text, before, line) && !isMarked());
  }
  // Over the end of a page nothing but its width tells of a line here; `stitchPageCuts` looks at what it says.
  if (isWhole || isOnNewPage || isMarked()) return false;
  return line.language === 'en'
    ? /^\p{Ll}/u.test(written) && (hangs(text, before, line) || endColumn(text, before) >= widest * RAGGED)
    : readsOn(ended) && !isIndentedFirstLine(text, before, line);
}

/**
 * Whether a line begins with the number after that of the line before, as those of a table of contents do: `1.1.10.` and `1.1.11.`,
 * or further in `1.1.10.1.`, or further out `1.2.`, or the first of the next chapter, `2.1.`
 */
function isNextClause(text: string, before: LanguageLine, line: LanguageLine): boolean {
  const written = headOf(text, line);
  if (!DECIMAL.test(written)) return false;
  const [last] = readLabels(headOf(text, before), before.language);
  const [next] = readLabels(written, line.language);
  if (last?.scheme !== 'decimal' || next?.scheme !== 'decimal') return false;
  const deeper = next.ordinals.length - last.ordinals.length;
  const further = indentation(text, line.span) - indentation(text, before.span);
  if (deeper === 0 ? further !== 0 : deeper * further < 0) return false;
  return followers(last.ordinals).some((ordinals) => ordinals.join('.') === next.ordinals.join('.'));
}

/** The numbers that may come after a number. */
function followers(ordinals: readonly number[]): readonly (readonly number[])[] {
  const counted = ordinals.map((ordinal, level) => [...ordinals.slice(0, level), ordinal + 1]);
  return [[...ordinals, 1], ...counted, [...counted[0]!, 1]];
}

const DECIMAL = /^\d{1,3}\.\d/;

/** Whether two lines stand in one cell of a table that is drawn with characters: whoever drew it wrapped them. */
function isInDrawnCell(text: string, before: LanguageLine, line: LanguageLine): boolean {
  return (
    before.block === line.block &&
    line.position?.axis === 'row' &&
    /^[ \t\u3000]*[|│┃║]/.test(text.slice(before.span.end, line.span.start))
  );
}

/** Whether Chinese that lacks its last mark is more than a heading. */
function readsOn(text: string): boolean {
  return breaksOff(text, 'zh') || holdsSentenceEnd(text, 'zh') || /[，,；]/.test(text);
}

/** Columns that a wrapped line of Chinese stays below the widest at most: any character but a mark may begin the next. */
const CHINESE_SLACK = 4;

/** Whether a heading that marks stand before, `## 6. The work of`, was wrapped as the text was: the next line has no marks. */
function headingGoesOn(text: string, before: LanguageLine, line: LanguageLine, widest: number): boolean {
  if (before.kind !== 'heading' || line.kind !== 'paragraph' || before.language !== line.language)
    return false;
  const isNextLine = /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(before.span.end, line.span.start));
  if (!isNextLine || widest > WIDEST_WRAP || isFinished(textOf(text, before))) return false;
  return line.language === 'en'
    ? /^\p{Ll}/u.test(headOf(text, line)) && isFull(text, before, line, widest)
    : endColumn(text, before) >= widest - CHINESE_SLACK;
}

/** Whether the word that begins the next line would not have fitted. */
function isFull(text: string, before: LanguageLine, line: LanguageLine, widest: number): boolean {
  const written = headOf(text, line);
  const firstWord =
    line.language === 'en'
      ? (/^\S+/.exec(written)?.[0] ?? '')
      : (/^[\p{Script=Latin}\d]+|^./u.exec(written)?.[0] ?? '');
  return endColumn(text, before) + displayWidth(firstWord) + 1 >= widest * FULL;
}

/** The column that a line ends in: one that is set in has less room. */
function endColumn(text: string, { span }: LanguageLine): number {
  return indentation(text, span) + displayWidth(text, span);
}

function headOf(text: string, { span: { start, end } }: LanguageLine): string {
  return text.slice(start, Math.min(end, start + 60));
}

/** Whether a line is set in as far as the text of the bullet above it. */
function hangsBelowBullet(text: string, before: LanguageLine, line: LanguageLine): boolean {
  const bullet = /^[-*+•·●▪◦–—][ \t\u00a0\u3000]+/.exec(headOf(text, before))?.[0];
  if (bullet === undefined) return false;
  return indentation(text, line.span) === indentation(text, before.span) + displayWidth(bullet);
}

/** Whether a line is set in deeper than the item that begins in the one before. */
function hangs(text: string, before: LanguageLine, line: LanguageLine): boolean {
  return (
    readLabels(headOf(text, before), before.language).length > 0 &&
    indentation(text, line.span) > indentation(text, before.span)
  );
}

/** Whether a line is set in more than the one before, which is no list item whose further lines hang. */
function isIndentedFirstLine(text: string, before: LanguageLine, line: LanguageLine): boolean {
  if (indentation(text, line.span) <= indentation(text, before.span)) return false;
  const written = textOf(text, before).slice(0, 60);
  return !BULLET.test(written) && readLabels(written, before.language).length === 0;
}

/** Columns of white space before a line, and of the marks of a heading. */
function indentation(text: string, { start }: Span): number {
  let from = start;
  while (from > 0 && start - from < WIDEST_WRAP && /[ \t\u3000\u00a0#]/.test(text[from - 1]!)) from--;
  return displayWidth(text, { start: from, end: start });
}

/** Lines of a block from which capitals at the start of all of them are no chance. */
const LEAST_VERSE = 4;

/**
 * The blocks in which each line of English begins with a capital though hardly one ends a sentence: no wrapped prose. A block that
 * holds both languages has as many lines of Chinese.
 */
function versesOf(text: string, lines: readonly LanguageLine[]): ReadonlySet<number> {
  const verses = new Set<number>();
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const { block } = lines[from]!;
    while (to < lines.length && lines[to]!.block === block) to++;
    if (to - from < LEAST_VERSE) continue;
    const stanza = lines.slice(from, to).filter(({ language }) => language === 'en');
    const isTranslated = stanza.length * 2 === to - from;
    if (stanza.length < (isTranslated ? LEAST_VERSE : to - from)) continue;
    const written = stanza.map((line) => textOf(text, line));
    const areVerses = written.every((line) => /^[“"‘']?\p{Lu}/u.test(line));
    if (areVerses && written.filter(isFinished).length * 2 <= stanza.length) verses.add(block);
  }
  return verses;
}

function textOf(text: string, { span }: LanguageLine): string {
  return text.slice(span.start, span.end);
}

/** Whether most lines that others follow end a sentence: each line is one, and none is wrapped where a sentence ends. */
function areSentences(text: string, lines: readonly LanguageLine[], language: Language): boolean {
  const followed = lines.filter(
    (line, index) =>
      line.language === language &&
      lines[index + 1]?.language === language &&
      lines[index + 1]?.block === line.block,
  );
  return followed.filter((line) => isFinished(textOf(text, line))).length * 2 > followed.length;
}

/**
 * The width, in columns, that the text of a language seems to be wrapped at; infinite where no lines follow others.
 *
 * @param other the width that the text of the other language in this document is wrapped at
 */
function wrapWidth(
  text: string,
  lines: readonly LanguageLine[],
  language: Language,
  onNewPage: ReadonlySet<number>,
  other = Number.POSITIVE_INFINITY,
): number {
  const follows = (index: number): boolean => {
    const [before, line] = [lines[index - 1], lines[index]];
    return before?.block === line?.block && before?.language === language && line?.language === language;
  };
  const widths = lines
    .filter((_, index) => follows(index) || follows(index + 1))
    .map((line) => endColumn(text, line))
    .sort((a, b) => a - b);
  // One line with a long web address does not make all others short.
  const widest = widths[Math.round((widths.length - 1) * 0.98)] ?? 0;
  if (widest < NARROWEST_COLUMN) return Number.POSITIVE_INFINITY;
  const full = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before && follows(index) && !onNewPage.has(index) && surelyGoesOn(text, before, line)
      ? [isFull(text, before, line, widest)]
      : [];
  });
  const areFull = full.filter((each) => each).length >= full.length * WRAPPED;
  // Lines of usual widths are taken for wrapped unless they show that they are not; narrow ones must show that they are, of which
  // few show it where whoever wrapped the other language did so at about that width.
  const isLikeOther = other < Number.POSITIVE_INFINITY && Math.abs(other - widest) <= other * LIKE_WIDTH;
  const leastShown = isLikeOther ? 1 : LEAST_SHOWN_NARROW;
  const isWrapped = areFull && (widest >= NARROWEST_WRAP || full.length >= leastShown);
  return isWrapped ? widest : Number.POSITIVE_INFINITY;
}

/** Whether a sentence goes on in the next line, whoever broke it there. */
function surelyGoesOn(text: string, before: LanguageLine, line: LanguageLine): boolean {
  const written = headOf(text, line);
  if (before.kind !== line.kind || (line.language === 'en' && !/^\p{Ll}/u.test(written))) return false;
  const ended = textOf(text, before);
  if (isFinished(ended) || endsItem(ended, before.language)) return false;
  const isCut = line.language === 'en' || breaksOff(ended, 'zh') || holdsSentenceEnd(ended, 'zh');
  return isCut && readLabels(written, line.language).length === 0;
}
