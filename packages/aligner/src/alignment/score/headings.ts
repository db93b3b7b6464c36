import { displayWidth } from '../../document/writing/display-width.js';
import { breaksOff } from '../../document/writing/endings.js';
import type { LabelScheme, Segment, Side } from '../../types.js';

/** Which segments of a side are headings; arrays by segment. */
export interface Headings {
  /** `TEXT`, `LIKE_HEADING` or `HEADING`. */
  readonly kind: Uint8Array;
  /** How much it says, 0–1, that a segment of the side looks like a heading: the less, the more of them do. */
  readonly tells: number;
}

export const TEXT = 0;
/** A line of plain text, short and unfinished, that stands by itself: a heading, a caption, an entry of a list. */
export const LIKE_HEADING = 1;
/** Marked as a heading by the format or by its number: `# Fees`, `第一章 来信`. */
export const HEADING = 2;

/** Markers that, before a short line by itself, number headings and nothing else. */
const NUMBERS_HEADINGS: ReadonlySet<LabelScheme> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'annex',
]);

/** A side of which nothing is taken for a heading. */
export function noHeadings({ segments }: Side): Headings {
  return { kind: new Uint8Array(segments.length), tells: 0 };
}

/** Reads from the kinds of the blocks, and from the looks of short lines that no format marks, which are headings. */
export function readHeadings({ language, paragraphs, segments }: Side): Headings {
  const kind = new Uint8Array(segments.length);
  let alike = 0;
  for (const [s, segment] of segments.entries()) {
    const paragraph = paragraphs[segment.paragraph];
    if (paragraph === undefined || paragraph.position !== null) continue;
    const before = segments[s - 1];
    const standsAlone =
      before?.paragraph !== segment.paragraph && segments[s + 1]?.paragraph !== segment.paragraph;
    const goesOn = before !== undefined && breaksOff(before.text, language);
    if (paragraph.kind === 'heading') kind[s] = HEADING;
    else if (paragraph.kind === 'paragraph' && standsAlone && !goesOn && looksLikeHeading(segment)) {
      const isNumbered = segment.label !== null && NUMBERS_HEADINGS.has(segment.label.scheme);
      kind[s] = isNumbered ? HEADING : LIKE_HEADING;
      if (!isNumbered) alike++;
    }
    if (language === 'en' && goesOnInLowerCase(segment) && kind[s - 1] === LIKE_HEADING) {
      kind[s - 1] = TEXT;
      alike--;
    }
  }
  return { kind, tells: 1 - alike / Math.max(1, segments.length) };
}

/** Columns of display that a heading without a mark may take: one line of print. */
const WIDEST = 64;

function looksLikeHeading(segment: Segment): boolean {
  const text = segment.text.trim();
  if (text === '' || displayWidth(text) > WIDEST || goesOnInLowerCase(segment)) return false;
  return /[\p{L}\p{N}%]$/u.test(text.replace(CLOSING, '')) && !breaksOff(text, segment.language);
}

/** Quotation marks and brackets that may stand at the end of a heading. */
const CLOSING = /(?<!["'”’」』)）\]】》〉*_])["'”’」』)）\]】》〉*_]+$/;

function goesOnInLowerCase({ text }: Segment): boolean {
  return /^\p{Ll}/u.test(text);
}
