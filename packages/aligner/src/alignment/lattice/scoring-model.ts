import type { SideNumbers } from '../quantities/segment-numbers.js';
import type { Headings } from '../score/headings.js';
import type { Marks } from '../score/marks.js';
import type { NatsOfBead } from '../score/similarity.js';
import type { Tokens } from '../score/tokens.js';
import type { Weights } from '../score/weights.js';
import type { SideTimes, Timing } from './times.js';
import type { Places, Turns } from './turns.js';

/** What the scorer knows of one side, arrays by segment. */
export interface ScoredSide {
  readonly tokens: Tokens;
  readonly marks: Marks;
  readonly headings: Headings;
  readonly numbers: SideNumbers;
  readonly places: Places;
  readonly times: SideTimes;
  /** `BEGINS` where a segment begins a paragraph, or `BEGINS_AS_ALL_DO`; all `GOES_ON` where the input has no paragraphs. */
  readonly beginsParagraph: Uint8Array;
  /** 1 where a segment begins an entry of a list that has no number. */
  readonly beginsItem: Uint8Array;
  /**
   * Ordinal of the clause marker that the segment begins with, or the one that its counterpart has where one text is
   * renumbered, hashed; 0 without marker, `ANY_MARKER` where the number does not tell the counterpart.
   */
  readonly marker: Int32Array;
  /** Number of the interval between two walls that the segment lies in. No bead crosses a wall. */
  readonly interval: Int32Array;
}

/** What is read from the text of a side by itself. */
export type ReadSide = Pick<ScoredSide, 'tokens' | 'marks' | 'headings' | 'numbers'>;

/** Whether a segment begins a paragraph: it is no news that it does where each is a segment, but one bead seldom has two of them. */
export const GOES_ON = 0;
export const BEGINS = 1;
export const BEGINS_AS_ALL_DO = 2;

/** A marker that goes with any other: numbers do not tell which clause is meant. */
export const ANY_MARKER = -1;

/** Everything that is the same for all beads of a document. */
export interface ScoringModel {
  readonly weights: Weights;
  /** −ln p of each step, by the order of the steps. */
  readonly prior: Float64Array;
  /** Whether the shapes of the path will be counted, and none may be made likelier than they are until then. */
  readonly countsShapes: boolean;
  /** Chinese characters for one English character. */
  readonly ratio: number;
  readonly en: ScoredSide;
  readonly zh: ScoredSide;
  /** What the order of a file in which the languages take turns says; null where it says nothing. */
  readonly turns: Turns | null;
  /** How far the times of subtitles are believed; null where there are none. */
  readonly timing: Timing | null;
  /** By how many nats less segments without counterpart cost in this document, the first in a row, by side (gaps.ts). */
  readonly lessAlone: { readonly en: number; readonly zh: number };
  /** A scorer of the caller's: a log-likelihood ratio for the segments `row … i - 1` and `column … j - 1`. */
  readonly custom: NatsOfBead | null;
  /** A measure of likeness of the caller's, asked from the coarse pass on. */
  readonly similar: NatsOfBead | null;
}
