// Where a paragraph ends, a sentence may, and a clause may begin: the grammar of both is the aligner's, not the format's.

import type { Label, Language } from '../../../types.js';
import { isFinished } from '../../writing/endings.js';
import { readLabels } from '../../writing/label.js';
import { languageByScript } from '../../writing/script.js';
import { linesOf, type TextLine, type TextRun } from './lines.js';

/** Lines that belong together, and where they stand. */
export interface PdfParagraph {
  readonly lines: TextLine[];
  /** Font size. */
  readonly size: number;
  /** What every line of its column keeps within. */
  readonly column: Column;
}

export interface Column {
  readonly left: number;
  readonly right: number;
  /** Whether several lines end there. */
  readonly isTold: boolean;
  /** Usual distance of baselines. */
  readonly pitch: number;
  /** The same for lines of one language, which has its own fonts; only where several have it exactly. */
  readonly pitches: Readonly<Record<Language, number | undefined>>;
  /** Whether paragraphs begin with an indent in it. */
  readonly isIndented: boolean;
}

/** Sizes that differ by less than this share are one size. */
const SAME_SIZE = 0.08;
/** Lines further apart than this, in usual distances, are paragraphs of their own. */
const WIDE_PITCH = 1.3;
/** Lines further apart than this, in exact distances, are paragraphs of their own if anything else says so. */
const WIDER_PITCH = 1.06;
/** Where only few lines tell what is usual, lines further apart than this, in font sizes, are paragraphs. */
const WIDEST_PITCH = 2.6;
/** An indent is at least this wide, in font sizes. */
const INDENT = 0.8;
/** A line may end this far before its margin, in font sizes, and be full. */
const RAGGED = 0.6;

/** Puts the lines of a column together: a paragraph ends where space, indent, size or a short line say so. */
export function paragraphsOf(lines: readonly TextLine[], column = measure(lines)): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && continues(open, line)) open.lines.push(line);
    else paragraphs.push({ lines: [line], size: line.size, column });
  }
  return paragraphs;
}

/** Whether a paragraph at the end of a column or page goes on in the first one of the next. */
export function goesOn(before: PdfParagraph, after: PdfParagraph): boolean {
  const [last, next] = [before.lines.at(-1)!, after.lines[0]!];
  return (
    isSameSize(before.size, after.size) &&
    next.left - after.column.left < INDENT * next.size &&
    isFull(last, next, before.column) &&
    !isFinished(last.text) &&
    languageByScript(last.text) === languageByScript(next.text) &&
    !beginsWithMarker(next.text)
  );
}

/** So few lines, and so narrow, in font sizes, are no wrapped text: the longest of them tells no margin. */
const FEW_LINES = 4;
const NARROW = 12;

/** So many of the distances between the lines of a column are those within its paragraphs, at least. */
const CLOSEST = 1 / 8;

/** What the lines of a column keep within. */
export function measure(lines: readonly TextLine[]): Column {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const pitches: number[] = [];
  lines.forEach((line, index) => {
    left = Math.min(left, line.left);
    right = Math.max(right, rightWithoutMarks(line));
    if (index > 0) pitches.push(line.baseline - lines[index - 1]!.baseline);
  });
  const common = commonRight(lines);
  if (lines.length < FEW_LINES && right - left < NARROW * lines[0]!.size) right = Number.POSITIVE_INFINITY;
  else right = common ?? right;
  pitches.sort((a, b) => a - b);
  // Lines within paragraphs are closest: where there are many short paragraphs nearly all distances are wider.
  return {
    left,
    right,
    isTold: common !== null,
    pitch: usualOf(pitches) ?? 0,
    pitches: { en: exactPitch(lines, 'en'), zh: exactPitch(lines, 'zh') },
    isIndented: indents(lines, left),
  };
}

function usualOf(pitches: readonly number[]): number | undefined {
  return pitches[Math.floor(pitches.length * CLOSEST)];
}

/** Distances within this share of each other are one; so many are no chance. */
const SAME_PITCH = 0.02;
const FEWEST_SAME = 3;

/** How far lines of a language are apart within paragraphs, where so many of them are exactly as far apart. */
function exactPitch(lines: readonly TextLine[], language: Language): number | undefined {
  const pitches = lines
    .flatMap((line, at) => {
      const last = lines[at - 1];
      const isOwn =
        last !== undefined && [last, line].every(({ text }) => languageByScript(text) === language);
      return isOwn && isSameSize(last.size, line.size) ? [line.baseline - last.baseline] : [];
    })
    .sort((a, b) => a - b);
  const pitch = usualOf(pitches);
  const isExact = (each: number): boolean => Math.abs(each - pitch!) <= SAME_PITCH * pitch!;
  return pitches.filter(isExact).length >= FEWEST_SAME ? pitch : undefined;
}

/** An indent is no wider than this, in font sizes; lines that begin together do so within so many. */
export const WIDEST_INDENT = 3;
const ALIGNED = 0.1;
/** So many paragraphs that begin with an indent are no chance. */
const FEWEST_INDENTS = 2;

function indents(lines: readonly TextLine[], margin: number): boolean {
  const count = lines.filter(({ left, size, baseline }, at) => {
    const next = lines[at + 1];
    return (
      next !== undefined &&
      left - margin > INDENT * size &&
      left - margin < WIDEST_INDENT * size &&
      Math.abs(next.left - margin) < ALIGNED * size &&
      isSameSize(next.size, size) &&
      next.baseline - baseline < WIDEST_PITCH * size
    );
  }).length;
  return count >= FEWEST_INDENTS;
}

/** Lines that end within this many font sizes of each other end at one margin, if they are this share of all, and so many. */
const ONE_MARGIN = 0.1;
const COMMON = 0.3;
const FEWEST_COMMON = 4;

/** Where most lines of justified text end: one with a long name may reach beyond. */
function commonRight(lines: readonly TextLine[]): number | null {
  const rights = lines.map(rightWithoutMarks).sort((a, b) => b - a);
  const within = ONE_MARGIN * lines[0]!.size;
  for (let from = 0, to = 0; from < rights.length; from++) {
    while (to < rights.length && rights[to]! >= rights[from]! - within) to++;
    if (to - from >= Math.max(FEWEST_COMMON, COMMON * rights.length)) return rights[from]!;
  }
  return null;
}

/** The longest of so many lines that surely go on in the next one is as long as lines may be, or nearly so. */
const TELLING = 4;

/**
 * Where lines end that do not tell so themselves, as few of them, or of uneven lengths, do not: at the furthest of some
 * places, if those that surely go on in the next line are full there as well; else where the longest does.
 */
export function widestRight(lines: readonly TextLine[], column: Column, places: readonly number[]): number {
  if (column.isTold) return column.right;
  const full = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && surelyGoesOn(line, next) && isFull(line, next, column)
      ? [{ line, next }]
      : [];
  });
  if (full.length >= TELLING) return column.right;
  const isLikely = (right: number): boolean =>
    right > column.right && full.every(({ line, next }) => isFull(line, next, { right }));
  return Math.max(column.right, ...places.filter(isLikely));
}

/** Whether a line goes on in the next, by what is written and by how wide it is. */
function surelyGoesOn(line: TextLine, next: TextLine): boolean {
  if (!isSameSize(line.size, next.size) || next.baseline - line.baseline > WIDEST_PITCH * line.size)
    return false;
  if (isFinished(line.text) || beginsWithMarker(next.text)) return false;
  if (GOES_ON.test(next.text) || /[，、]$/.test(line.text)) return true;
  const isWide = line.right - line.left > NARROW * line.size;
  return isWide && Math.abs(line.right - next.right) < ALIGNED * line.size;
}

function continues({ lines, size, column }: PdfParagraph, line: TextLine): boolean {
  const last = lines.at(-1)!;
  const pitch = line.baseline - last.baseline;
  if (!isSameSize(size, line.size)) return false;
  if (pitch > WIDE_PITCH * column.pitch || pitch > WIDEST_PITCH * size) return false;
  if (BULLET_ONLY.test(line.text)) return false;
  const isBeside = Math.abs(line.left - lines[0]!.left) < ALIGNED * size;
  const [before, language] = [languageByScript(last.text), languageByScript(line.text)];
  const exact = before === language && language !== null ? column.pitches[language] : undefined;
  const isWider = exact !== undefined && pitch > WIDER_PITCH * exact;
  if (isWider && isFinished(last.text)) return false;
  if (beginsWithMarker(line.text)) {
    if (isFinished(last.text) || isWider || before !== language) return false;
    if (isBeside && isNextLabel(lines[0]!.text, line.text)) return false;
  }
  if (isBeside && BULLET.test(line.text) && BULLET.test(lines[0]!.text)) return false;
  if (isBeside && termEnd(line) > 0 && termEnd(lines[0]!) > 0) return false;
  const shift = (last.left - column.left) / size;
  const isFirst = lines.length === 1 && column.isIndented && shift > INDENT && shift < WIDEST_INDENT;
  if (isFirst && isBeside && isFinished(last.text)) return false;
  const indent = (line.left - last.left) / size;
  const hangs = lines.length === 1 && (beginsWithMarker(last.text) || termEnd(last) > 0);
  if (indent > INDENT && !hangs) return false;
  // The first line of a paragraph may be indented, later ones are not.
  if (indent < -INDENT && lines.length > 1) return false;
  if (!isFull(last, line, column)) return false;
  return !isFinished(last.text) || before === language;
}

/** The gap behind a term is this wide, in font sizes, less where the font changes, and so many times as wide as those between the words of its line. */
const TERM_GAP = 0.6;
const TERM_GAP_AT_FONT = 0.45;
const TERM_GAP_TIMES = 1.9;
/** Fewer gaps between words do not tell how wide those are. */
const TELLING_GAPS = 2;
const LONGEST_TERM = 60;

/** So many terms in a font of their own make a list, even if nothing hangs. */
const FEWEST_TERMS = 3;

/** How many runs of a line are the term that it explains, set apart from the explanation by a gap; 0 for none. */
function termEnd({ runs, size, text }: TextLine): number {
  if (beginsWithMarker(text)) return 0;
  const gaps = runs.slice(1).map(({ left }, at) => left - runs[at]!.right);
  const widest = gaps.reduce((most, gap, at) => (gap > gaps[most]! ? at : most), 0);
  const others = gaps.filter((gap, at) => at !== widest && gap > 0.1 * size);
  const [end, start] = [runs[widest], runs[widest + 1]];
  const isOtherFont = end?.font !== start?.font;
  const isChinese = /^\p{Script=Han}/u.test(start?.text ?? '');
  // Chinese has no gaps between words.
  const isTold = isOtherFont || (isChinese && /\p{Script=Han}$/u.test(end?.text ?? ''));
  const isTerm =
    (isChinese || others.length >= TELLING_GAPS) &&
    gaps[widest]! >= (isTold ? TERM_GAP_AT_FONT : TERM_GAP) * size &&
    gaps[widest]! >= TERM_GAP_TIMES * Math.max(0, ...others) &&
    runs.slice(0, widest + 1).reduce((sum, run) => sum + run.text.length, 0) <= LONGEST_TERM;
  return isTerm ? widest + 1 : 0;
}

/** Paragraphs with each that is a term and its explanation, as in lists of options, parted in two. */
export function withTermsApart(paragraphs: readonly PdfParagraph[]): PdfParagraph[] {
  /** Whether what comes after the first line of a term is indented, be it of the same paragraph or of the next. */
  const hangs = ({ lines: [first, second], size, column }: PdfParagraph, next?: PdfParagraph): boolean =>
    (second === undefined && first!.left - column.left >= INDENT * size) ||
    ((second ?? next?.lines[0])?.left ?? 0) - first!.left >= INDENT * size;
  const ends = paragraphs.map(({ lines }) => termEnd(lines[0]!));
  // What takes one line does not show that it hangs, but others of its list do.
  const isList =
    paragraphs.some((paragraph, at) => ends[at]! > 0 && hangs(paragraph, paragraphs[at + 1])) ||
    paragraphs.filter(({ lines: [first] }, at) => {
      const end = ends[at]!;
      return end > 0 && first!.runs[end - 1]!.font !== first!.runs[end]!.font;
    }).length >= FEWEST_TERMS;
  return paragraphs.flatMap((paragraph, at) => {
    const [first, ...others] = paragraph.lines;
    if (ends[at] === 0 || !isList || !(others.length === 0 || hangs(paragraph))) return [paragraph];
    const part = (runs: readonly TextRun[]): TextLine => linesOf(runs)[0]!;
    return [
      { ...paragraph, lines: [part(first!.runs.slice(0, ends[at]))] },
      { ...paragraph, lines: [part(first!.runs.slice(ends[at])), ...others] },
    ];
  });
}

function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_SIZE * Math.max(a, b);
}

/**
 * Whether what the next line begins with would not have fitted on a line: a word, or a Chinese character with the marks
 * that may not be parted from it.
 */
export function isFull(line: TextLine, next: TextLine, { right }: Pick<Column, 'right'>): boolean {
  const unit = FIRST_UNIT.exec(next.text)?.[0] ?? '';
  const blank = WIDE_EDGE.test(line.text.at(-1)!) || WIDE_EDGE.test(unit) ? 0 : BLANK * line.size;
  return line.right + blank + widthOf(next, unit.length) + RAGGED * line.size >= right;
}

const CLOSING = '，。、；：？！）”’》〉」』】〕…';
const GOES_ON = new RegExp(`^[\\p{Ll}${CLOSING}]`, 'u');
/** Some programs part no quotation mark from what is on either side of it. */
const FIRST_UNIT = new RegExp(
  `^(?:[（“‘《〈「『【〔]*(?:\\p{Script=Han}|[\\u3000-\\u303f\\uff00-\\uffef]|[^\\s\\p{Script=Han}${CLOSING}]{1,40})(?:[“‘][^\\s“‘]|[${CLOSING}])*)`,
  'u',
);
/** Width of the space between two words, in font sizes. */
const BLANK = 0.2;

/** How wide the first characters of a line are set, as far as that is known of each; else in proportion. */
function widthOf({ runs, text, left, right }: TextLine, length: number): number {
  let rest = length;
  for (const run of runs) {
    if (rest === run.text.length) return run.right - left;
    const edge = run.edges?.[rest - 1];
    if (edge !== undefined) return edge - left;
    if (rest < run.text.length) break;
    rest -= run.text.length;
  }
  return ((right - left) / text.length) * length;
}

const MARKS_AT_END = /[，。、；：？！]$/u;

/** Where a line ends without the mark that may hang in the margin. */
export function rightWithoutMarks({ runs, text, right }: TextLine): number {
  const last = runs.at(-1)!;
  if (!MARKS_AT_END.test(text) || last.edges?.length !== last.text.length) return right;
  return Math.min(right, last.edges.at(-2) ?? last.left);
}

const BULLET = /^[-*+•·●▪◦–—■□◆◇∗‣⁃▷►➢✓][ \t\u00a0]/;

/** What is a bullet and nothing else, unlike dashes. */
const BULLET_ONLY = /^[•●▪◦■□◆◇∗‣⁃▷►➢✓][ \t\u00a0]/;

/** Whether a text begins with the marker of a clause or of an item. */
export function beginsWithMarker(text: string): boolean {
  return BULLET.test(text) || labelsOf(text).length > 0;
}

function labelsOf(text: string): readonly Label[] {
  const start = text.slice(0, 60);
  return readLabels(start, languageByScript(start) ?? 'en');
}

/** Whether the label of a text is the one after that of another: `4.` after `3.`. */
function isNextLabel(before: string, text: string): boolean {
  const labels = labelsOf(before);
  return labelsOf(text).some(({ scheme, ordinals }) =>
    labels.some((label) => {
      const last = ordinals.length - 1;
      return (
        label.scheme === scheme &&
        label.ordinals.length === ordinals.length &&
        ordinals.every((ordinal, at) => ordinal === label.ordinals[at]! + (at === last ? 1 : 0))
      );
    }),
  );
}

/** What is always written with a hyphen, wherever the line ends: `thirty-three`, `self-employed`. */
const COMPOUND =
  /^(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|self-.*)/i;

/** `self-⏎employed`: a hyphen at the end of a line, before lower case. */
const CUT_WORD = /(\p{Script=Latin}+)[-\u2010\u00ad]$/u;
/** `up-to-⏎date`, `--skip-⏎patches`: one more hyphen, and the word is a compound, or an option. */
const CUT_COMPOUND = /(?:\p{Script=Latin}|(?<![\p{L}\d])-)-\p{Script=Latin}+-$/u;
/** `/lib/$(name)/lib-⏎foo`: programs give hyphens to words, not to what stands within the names of files and the like. */
const CUT_IN_NAME = /(?:[$_=@\\<>{}~][\x21-\x7e]*|\p{Script=Latin}[,:])\p{Script=Latin}+-$/u;
/** How such a word goes on: in lower case, or in capitals where it began in some. */
const REST = /^\p{Ll}(?:\p{Script=Latin}|-)*/u;
const CAPITALS = /^\p{Lu}{2,}/u;
const WIDE_EDGE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;
/** More characters than any word has. */
const LONGEST_WORD = 60;

/**
 * The text of a paragraph's lines. A hyphen at a line end goes where the word goes on in lower case.
 *
 * @param hyphenated words that the document writes with a hyphen within a line, in lower case: they keep theirs
 */
export function textOf(lines: readonly TextLine[], hyphenated: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const { text } = line;
    const last = parts.at(-1);
    const whole =
      last === undefined
        ? null
        : goesOnName(lines[at - 1]!, line)
          ? last
          : joinCutWord(last, text, hyphenated);
    if (whole !== null) parts[parts.length - 1] = whole;
    else if (last !== undefined && goesOnAddress(last, text))
      parts[parts.length - 1] = last.replace(/(?<=\/)-$/, '');
    else if (last !== undefined && !WIDE_EDGE.test(last.at(-1)!) && !WIDE_EDGE.test(text[0] ?? '')) {
      parts.push(' ');
    }
    parts.push(text);
  }
  return parts.join('');
}

function restOf(cut: string | undefined, after: string): string | undefined {
  const isCapital = cut !== undefined && /^\p{Lu}{2,}$/u.test(cut);
  return (isCapital ? CAPITALS : REST).exec(after.slice(0, LONGEST_WORD))?.[0];
}

/** Where names of files and commands are cut, which are set as code is and are given no hyphens. */
const CUT_NAME = /[\w~.][/._=@-]$/;

function goesOnName(before: TextLine, after: TextLine): boolean {
  const [last, next] = [before.runs.at(-1)!, after.runs[0]!];
  return (
    last.isMono === true && next.isMono === true && CUT_NAME.test(last.text) && /^[\w./~-]/.test(next.text)
  );
}

/** An address that a line ends with, where it may be cut: programs cut there without a hyphen, or put one in. */
const CUT_ADDRESS =
  /(?:^|[\s(（<《“"\p{Script=Han}])(?:(?:https?|ftp):\/\/[^\s()（）]*[/.?&=#_%-]|[~\w.-]*\/[\w.+~/-]*\/-?|[~\w.-]+\/-)$/u;
/** How the rest of an address begins; a word of the text has a blank or a mark behind it. */
const REST_OF_ADDRESS = /^[\w%~/.?&=#-]*(?:[\w~%]\/?)(?=$|[\s)）>》”",.，。;；])/;

function goesOnAddress(before: string, after: string): boolean {
  return CUT_ADDRESS.test(before.slice(-LONGEST_ADDRESS)) && REST_OF_ADDRESS.test(after);
}

/** More characters than an address on one line has. */
const LONGEST_ADDRESS = 200;

/** What stands before a word's second half, ready to have it appended; null where no word is cut. */
function joinCutWord(before: string, after: string, hyphenated: ReadonlySet<string>): string | null {
  const cut = CUT_WORD.exec(before.slice(-LONGEST_WORD))?.[1];
  const name = /^\p{Lu}\p{Ll}[\p{Script=Latin}-]*/u.exec(after.slice(0, LONGEST_WORD))?.[0];
  if (name !== undefined && hyphenated.has(`${cut}-${name}`.toLowerCase())) return before;
  const rest = restOf(cut, after);
  if (cut === undefined || rest === undefined) return null;
  const keeps =
    COMPOUND.test(`${cut}-${rest}`) ||
    CUT_COMPOUND.test(before.slice(-LONGEST_WORD)) ||
    CUT_IN_NAME.test(before.slice(-LONGEST_WORD)) ||
    rest.includes('-') ||
    hyphenated.has(`${cut}-${rest}`.toLowerCase());
  return keeps ? before : before.slice(0, -1);
}

/**
 * Makes words whole that a page end cuts, with a page of the other language between their halves: the second half
 * moves to the first.
 */
export function mendCutWords(texts: readonly string[], hyphenated: ReadonlySet<string>): string[] {
  const mended = [...texts];
  let open = -1;
  texts.forEach((text, index) => {
    if (!/^\p{Script=Latin}/u.test(text) && !CUT_WORD.test(text.slice(-LONGEST_WORD))) return;
    const whole = open < 0 ? null : joinCutWord(mended[open]!, text, hyphenated);
    if (whole !== null) {
      const rest = /^\S*/.exec(text)![0];
      mended[open] = whole + rest;
      mended[index] = text.slice(rest.length);
    }
    open = index;
  });
  return mended;
}

/** A document with fewer lines of words than this does not show whether it hyphenates. */
const TELLING_LINES = 40;
/** One that hyphenates does so at more than this share of them; hyphens of compounds are at fewer. */
const HYPHENATING = 0.025;

/**
 * Words that are written with a hyphen, in lower case: those with one within a line and, where a document shows that it
 * does not hyphenate, those with one at the end of a line; unless the document has the word in one elsewhere, or one of its
 * halves nowhere.
 */
export function hyphenatedWords(lines: readonly TextLine[]): Set<string> {
  const hyphenated = new Set<string>();
  const words = new Set<string>();
  const atEnds: (readonly [cut: string, rest: string])[] = [];
  let ofWords = 0;
  lines.forEach(({ text }, index) => {
    for (const [word] of text.matchAll(/(?<!\p{Script=Latin})\p{Script=Latin}+(?:-\p{Script=Latin}+)*/gu)) {
      if (word.includes('-')) hyphenated.add(word.toLowerCase());
      else words.add(word.toLowerCase());
    }
    if (!/[\p{Script=Latin}-]$/u.test(text)) return;
    ofWords++;
    const cut = CUT_WORD.exec(text.slice(-LONGEST_WORD))?.[1];
    const rest = restOf(cut, lines[index + 1]?.text ?? '');
    if (cut === undefined || rest === undefined) return;
    atEnds.push([cut.toLowerCase(), rest.toLowerCase()]);
  });
  if (ofWords >= TELLING_LINES && atEnds.length <= HYPHENATING * ofWords) {
    for (const [cut, rest] of atEnds) {
      const isWhole = words.has(cut + rest) || !(words.has(cut) && words.has(rest));
      if (!isWhole) hyphenated.add(`${cut}-${rest}`);
    }
  }
  return hyphenated;
}
