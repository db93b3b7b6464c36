import type { DiagnosticCode } from './common/diagnostic.js';
import type { FORMATS } from './document/read/format-table.js';
import type { Flag } from './pairs/flags/flag.js';
import type { PairRecord } from './pairs/pair-record.js';

export type { Flag };

/** The two languages that duiqi aligns. `zh` covers simplified, traditional, Cantonese and classical Chinese. */
export type Language = 'en' | 'zh';

/** A half-open range `[start, end)` of UTF-16 code units in one decoded source text. */
export interface Span {
  /** Counted from 0. */
  readonly start: number;
  /** After the last one: `text.slice(start, end)`. */
  readonly end: number;
}

/** One decoded input. All spans of a side are offsets into the `text` of that side's source. */
export interface Source {
  /** File name or other name given by the caller; `''` when there is none. */
  readonly name: string;
  /**
   * The decoded input where its format is `text` or `markdown`; of every other format what its reader took out, a
   * blank line between blocks. What the reader left out of the alignment, such as running heads, is in it too.
   */
  readonly text: string;
  /** As which kind of file it was read: the caller's choice, or what was found out. */
  readonly format: InputFormat;
  /** How the bytes were decoded, as `TextDecoder` names it; `null` for strings and for formats that are no text. */
  readonly encoding: string | null;
}

/**
 * What kind of file an input is; `INPUT_FORMATS` tells of each.
 *
 * @useDeclaredType
 */
export type InputFormat = keyof typeof FORMATS;

/** What a block of the source was, as its format marks it; `code` is left out as soon as it is read. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'code';

/**
 * What a reader hands on: a run of source lines that belong together, in source order.
 * `lines` hold text only: block syntax (`##`, `>`, `- `, table pipes) lies outside of them.
 */
export interface Block {
  /** As its format marks it. */
  readonly kind: BlockKind;
  /** In the order of the source, none of them empty. */
  readonly lines: readonly Span[];
  /** A clause marker that the format counts and its text lacks: `（一）` of an automatic list of Word, `3.` of an `<ol>`. */
  readonly numbering?: string;
  /** Where it stands on an axis that both languages share; none in running text. */
  readonly position?: Position;
  /** What it is known to be in, whatever it looks like: the column that it is a cell of is named so. */
  readonly language?: Language;
  /** Whether its lines are known to be one paragraph that was wrapped, wherever they end. */
  readonly isWrapped?: boolean;
}

/** A place in a table or in a film, by which blocks that say the same in two languages are found. */
export interface Position {
  /**
   * Rows of a table, milliseconds of a film, lines that hold a text and its translation, or comments that hold what stands
   * beside them in the other language; counted from 0.
   */
  readonly axis: 'row' | 'time' | 'line' | 'comment';
  /** Which table of the source, counted from 0; 0 elsewhere. */
  readonly table: number;
  /** Which column of the table, counted from 0; 0 elsewhere. */
  readonly column: number;
  /**
   * Half-open, `[start, end)`: a cell that spans two rows ends two after its start, and one in a table with a column of
   * remarks covers a part of its row.
   */
  readonly start: number;
  /** Not part of it; above `start`. */
  readonly end: number;
}

/**
 * One paragraph in one language: the unit that carries a clause label and is split into sentences.
 * It has several pieces where a page end cut it or where lines were rejoined.
 */
export interface Paragraph {
  /** The language of its side. */
  readonly language: Language;
  /** That of the block which its first piece is in. */
  readonly kind: BlockKind;
  /** Where its text stands in its source, in the order in which it is read. */
  readonly pieces: readonly Span[];
  /** See `Block`; null where there is none. */
  readonly numbering: string | null;
  /** See `Block`; null in running text. */
  readonly position: Position | null;
  /** True where pieces that stood apart in the source, with other text between them, were put together. */
  readonly stitched: boolean;
  /** True where the source breaks the paragraph off in mid-sentence and nothing continues it. */
  readonly truncated: boolean;
}

/**
 * The family that a clause marker belongs to. The name says how it is written, not how deep it stands:
 * depth comes from the family and the markers around it.
 */
export type LabelScheme =
  | 'part' // 第一编, Part One
  | 'chapter' // 第二章, Chapter II
  | 'section' // 第一节, Section 2
  | 'article' // 第三条, Article 3
  | 'annex' // 附件1, Annex 1, Appendix, Schedule
  | 'chinese-comma' // 一、
  | 'chinese-parenthesis' // （一） ㈠
  | 'arabic-dot' // 1. 1． 1、 ⒈
  | 'arabic-parenthesis' // (1) （1） ⑴
  | 'arabic-half' // 1) 1）
  | 'circled' // ① ㊀
  | 'decimal' // 2.1 2.1.3
  | 'roman-dot' // II.
  | 'roman-parenthesis' // (ii)
  | 'roman-half' // ii)
  | 'letter-dot' // A. a.
  | 'letter-parenthesis' // (a)
  | 'letter-half' // a)
  | 'stem-comma' // 甲、
  | 'stem-parenthesis' // （甲）
  | 'ordinal-word'; // First, 第一， 一是 首先

/** A clause marker at the start of a paragraph. */
export interface Label {
  /** The marker as written, without the space after it: `（一）`, `Article 3`, `1.`. */
  readonly raw: string;
  /** How it is written. */
  readonly scheme: LabelScheme;
  /** The marker's value; more than one number only for `decimal` (`2.1.3` is `[2, 1, 3]`). */
  readonly ordinals: readonly number[];
  /** Upper or lower case matters for the nesting of letters and roman numerals; `none` elsewhere. */
  readonly letterCase: 'upper' | 'lower' | 'none';
  /**
   * UTF-16 length of marker and the white space after it, counted from the start of the paragraph text; 0 where the
   * marker is none of the text, because the format counts it.
   */
  readonly length: number;
}

/** One numbered clause: the paragraphs from its marker to the next marker of the same or a higher level. */
export interface Clause {
  /** The marker that opens it. */
  readonly label: Label;
  /** The markers from the outermost clause down to this one, joined by `/`: `五/（一）`. */
  readonly path: string;
  /** Its ordinals from the outermost clause down: `[5, 1]`. Comparable between the languages. */
  readonly ordinals: readonly number[];
  /** Index of its first paragraph in the side's paragraph list. */
  readonly start: number;
  /** Index after its last paragraph, children included. */
  readonly end: number;
  /** The clauses one level below, in their order. */
  readonly children: readonly Clause[];
}

/** One sentence (or heading, or cell): the unit of alignment. */
export interface Segment {
  /** The language of its side. */
  readonly language: Language;
  /** The text of `spans`, line breaks folded, stitched pieces joined; never rewritten otherwise. */
  readonly text: string;
  /** Where it stands in its source; more than one span where pieces were stitched or lines rejoined. */
  readonly spans: readonly Span[];
  /** Index into the side's paragraphs. */
  readonly paragraph: number;
  /** Path of the innermost clause that holds it, `null` outside every clause. */
  readonly clause: string | null;
  /** The clause marker it begins with, if any. */
  readonly label: Label | null;
  /** True where it has text from both sides of a seam of its paragraph; see `Paragraph`. */
  readonly stitched: boolean;
  /** True of the last one of a paragraph that the source breaks off; see `Paragraph`. */
  readonly truncated: boolean;
}

declare const segmentIndex: unique symbol;
/** A position in a side's list of segments. Branded, so that it is never mistaken for a text offset. */
export type SegmentIndex = number & { readonly [segmentIndex]: true };

/** A half-open range of segments, `[start, end)`. */
export interface SegmentRange {
  /** The first of them; where there is none, the one before which it is. */
  readonly start: SegmentIndex;
  /** After the last of them; `start` where there is none. */
  readonly end: SegmentIndex;
}

/** One step of a ladder: some segments of English and some of Chinese that say the same; either may be empty. */
export interface Bead {
  /** Its English segments. */
  readonly en: SegmentRange;
  /** Its Chinese ones. */
  readonly zh: SegmentRange;
  /** Segments that stand elsewhere in the text and that a person has put with these, in the order of the text. */
  readonly apart?: Readonly<Record<Language, readonly SegmentRange[]>>;
}

/** The whole alignment as beads in order; they cover every segment of both sides exactly once. */
export type Ladder = readonly Bead[];

/** A place that both languages are known to share, from a table or an earlier alignment: no bead reaches over it. */
export interface Anchor {
  /** Index of the segment before which it is; the number of segments where it is after the last one. */
  readonly en: number;
  /** The same of the Chinese side. */
  readonly zh: number;
  /** What gave it: the axis of a `Position`, or the pairs of an earlier alignment. */
  readonly reason: Exclude<Position['axis'], 'time'> | 'update';
}

/** One side of a pair. */
export interface PairSide {
  /**
   * The segments' texts, joined with a space in English and with nothing in Chinese, save for a space at a pause between
   * subtitles that has no mark.
   */
  readonly text: string;
  /** Where it stands in its source: the spans of its segments, in their order. */
  readonly spans: readonly Span[];
  /** In the order of the text. */
  readonly segments: readonly Segment[];
  /** Path of the clause of its first segment, as that side writes it. */
  readonly clause: string | null;
}

/** Text that says the same in both languages. */
export interface Pair {
  /** The English side. */
  readonly en: PairSide;
  /** The Chinese side. */
  readonly zh: PairSide;
  /**
   * An estimate of how likely it is that both sides are exactly right, 0–1. What it was worth on texts not fitted to differs
   * by kind of text: docs/accuracy.md.
   */
  readonly score: number;
  /** Numbers of segments, English first: `2-1`. */
  readonly bead: string;
  /** Sorted, without repeats. */
  readonly flags: readonly Flag[];
  /** Position in the ladder. */
  readonly index: number;
  /**
   * The pair of the option `update` that this one is: its texts are written as a person has worded them, and its mark. Where
   * a person has filled a gap, the document has nothing on that side, which is then without text and segments.
   */
  readonly kept?: PairRecord;
}

/** Text for which no counterpart was found. */
export interface Unaligned {
  /** In which language it is. */
  readonly language: Language;
  /** The text, as the side of a pair. */
  readonly side: PairSide;
  /** Sorted, without repeats. */
  readonly flags: readonly Flag[];
  /** Position in the ladder. */
  readonly index: number;
  /** What the option `update` had of it; see `Pair`. */
  readonly kept?: PairRecord;
}

/** Something the caller may want to know; never a reason to stop. */
export interface Diagnostic {
  /** Stable, for programs: `page-cut`, `repeated-text`, `band-widened`, …; docs/diagnostics.md explains each. */
  readonly code: DiagnosticCode;
  /** A `warning` is something that a person should look at. */
  readonly severity: 'info' | 'warning';
  /** Which text it is about; `null` for the whole. */
  readonly side: Language | null;
  /** Where, in the decoded text of that side; `null` for all of it. */
  readonly span: Span | null;
  /** One sentence for a person. */
  readonly message: string;
  /**
   * What the sentence was made of, for programs that say it in another language: names, counts, quotations, and `kind` where a
   * code has several sentences. `DiagnosticValues` says what each code has; absent where the code says it all.
   */
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** One language of a document, read and cut but not yet aligned. */
export interface Side {
  /** Which one. */
  readonly language: Language;
  /** Index into `sources`. */
  readonly source: number;
  /** In the order of the text. */
  readonly paragraphs: readonly Paragraph[];
  /** In the order of the text; beads count them from 0. */
  readonly segments: readonly Segment[];
  /** The outermost ones, in the order of the text. */
  readonly clauses: readonly Clause[];
}

/** A language found in the input, with how much of it there is. */
export interface FoundLanguage {
  /**
   * ISO 639-3 code (`eng`, `cmn`, `fra`, …); `und` where a text in Latin letters is too short to tell, `mis` where all
   * that can be told is that it is in other letters than English and Chinese.
   */
  readonly code: string;
  /** Its English name, for messages. */
  readonly name: string;
  /** Letters and Han characters in that language. */
  readonly characters: number;
}

/** A document, read and cut: what `segment()` returns. */
export interface Segmentation {
  /** One, or two in the order in which they were given. */
  readonly sources: readonly Source[];
  /** The English side; one with no text of its language has no paragraphs. */
  readonly en: Side;
  /** The Chinese side, likewise. */
  readonly zh: Side;
  /** Places that the rows of a table or the pairs of an earlier alignment give, in order. */
  readonly anchors: readonly Anchor[];
  /** Format syntax that is no text (`##`, `|`, front matter) and what was left out, a list for each source. */
  readonly markup: readonly (readonly Span[])[];
  /** How the two languages lie in the input. */
  readonly layout: Layout;
  /** How sure the layout is, 0–1; 1 where the caller has chosen it or there was nothing to choose. */
  readonly layoutConfidence: number;
  /** What languages the input is really in, the largest first. */
  readonly languages: readonly FoundLanguage[];
  /** What was odd about the input, and what was found out about it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How the two languages lie in one bilingual input. */
export type BilingualLayout =
  | 'pages' // a page of one, then a page of the other; sentences may be cut at the page end
  | 'paragraphs' // paragraphs, or groups of them, in turn
  | 'lines' // lines in turn, each whole, as in subtitles that show both
  | 'halves' // all of one, then all of the other
  | 'columns' // a table or a page with a column for each
  | 'inline' // both on one line
  | 'comments'; // a text, and before each part of it what it translates, in a comment of Markdown or HTML

/** How the two languages lie in the input. */
export type Layout = BilingualLayout | 'two-texts' | 'one-language';

/** What `align()` returns. */
export interface Alignment extends Segmentation {
  /** What says the same in both languages, in the order of the ladder. */
  readonly pairs: readonly Pair[];
  /** What has no counterpart, in the order of the ladder. */
  readonly unaligned: readonly Unaligned[];
  /** All of it: each bead is a pair or is unaligned, at the place that their `index` names. */
  readonly ladder: Ladder;
  /**
   * How much of the text has found its counterpart, 0–1: the share of its characters that lie in pairs, each weighed by the
   * score of its pair; the mean of both languages. Translations have 0.8 and more, files that do not belong together
   * about 0 (diagnostic `not-a-translation` below 0.25). A part of `alignStream` has what its own pairs add to that.
   */
  readonly quality: number;
  /** Settings and data that made this result, in one line: equal signatures and inputs give equal bytes. */
  readonly signature: string;
}
