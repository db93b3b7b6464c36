import { countInSteps, filterInSteps, type Steps } from '../../common/steps.js';
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
/** Marked as a heading by the format, by its number or by capitals: `# Fees`, `第一章 来信`, `WHAT IT COSTS`. */
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

/**
 * Reads from the kinds of the blocks, and from the looks of short lines that no format marks, which are headings. What subtitles say
 * in brackets of sounds, `[wind howling]`, is one as well: it is part of no sentence, and the other language often lacks it.
 */
export function* readHeadings({ language, paragraphs, segments }: Side): Steps<Headings> {
  const kind = new Uint8Array(segments.length);
  let alike = 0;
  const capitals = yield* filterInSteps(segments, TOGETHER, ({ text }) => isInCapitals(text));
  const tellCapitals = capitals.length <= MOST_IN_CAPITALS * segments.length;
  yield* countInSteps(segments.length, TOGETHER, (s) => {
    const segment = segments[s]!;
    const paragraph = paragraphs[segment.paragraph];
    if (paragraph === undefined) return;
    if (paragraph.position?.axis === 'time' && isInBrackets(segment.text)) kind[s] = HEADING;
    if (paragraph.position !== null) return;
    const before = segments[s - 1];
    const isPlain =
      paragraph.kind === 'paragraph' &&
      before?.paragraph !== segment.paragraph &&
      segments[s + 1]?.paragraph !== segment.paragraph;
    const goesOn = before !== undefined && breaksOff(before.text, language);
    if (paragraph.kind === 'heading') kind[s] = HEADING;
    else if (isPlain && tellCapitals && isInCapitals(segment.text) && isShort(segment.text))
      kind[s] = HEADING;
    else if (isPlain && !goesOn && looksLikeHeading(segment)) {
      const isNumbered = segment.label !== null && NUMBERS_HEADINGS.has(segment.label.scheme);
      kind[s] = isNumbered ? HEADING : LIKE_HEADING;
      if (!isNumbered) alike++;
    }
    if (language === 'en' && goesOnInLowerCase(segment) && kind[s - 1] === LIKE_HEADING) {
      kind[s - 1] = TEXT;
      alike--;
    }
  });
  return { kind, tells: 1 - alike / Math.max(1, segments.length) };
}

/** Segments between two steps. */
const TOGETHER = 64;

/** A text of which more is in capitals tells nothing by them. */
const MOST_IN_CAPITALS = 0.5;

/** `WHAT WENT WELL`: how plain text marks a heading; one word may be an abbreviation. */
function isInCapitals(text: string): boolean {
  return /\p{Lu}{2,}\P{L}+\p{Lu}{2,}|\p{Lu}{5,}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Columns of display that a heading without a mark may take: one line of print. */
const WIDEST = 64;

function looksLikeHeading(segment: Segment): boolean {
  return isShort(segment.text) && !goesOnInLowerCase(segment) && !breaksOff(segment.text, segment.language);
}

/** Whether a text is one line of print, without the end of a sentence. */
function isShort(written: string): boolean {
  const text = written.trim();
  return text !== '' && displayWidth(text) <= WIDEST && /[\p{L}\p{N}%]$/u.test(text.replace(CLOSING, ''));
}

/** Whether a text stands in one pair of brackets as a whole. */
function isInBrackets(text: string): boolean {
  return /^[-–—]?\s*(?:\[[^[\]]*\]|［[^［］]*］|[(（][^()（）]*[)）]|【[^【】]*】)$/.test(text.trim());
}

/** Quotation marks and brackets that may stand at the end of a heading. */
const CLOSING = /(?<!["'”’」』)）\]】》〉*_])["'”’」』)）\]】》〉*_]+$/;

function goesOnInLowerCase({ text }: Segment): boolean {
  return /^\p{Ll}/u.test(text);
}
