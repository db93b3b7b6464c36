import { cutSegment } from '../../document/segment/segments.js';
import { findAnchors } from '../../document/structure/anchors.js';
import { trimSpan } from '../../document/writing/lines.js';
import type { Segment, Segmentation, Side, Span } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { keyOf } from '../text.js';
import { locateSide, type Range } from './locate.js';
import { REACH, segmentsOfBead } from './reworded.js';

/**
 * Cuts sentences where a person has: a confirmed pair may have half a sentence, which is no segment by itself. It is looked for
 * only between what is found of the pairs before and after it, and only if its other side is there as well, so that a short
 * text that is gone cuts nothing that happens to hold it.
 *
 * @returns the segmentation with these cuts; the same one if there are none
 */
export function withConfirmedCuts(segmentation: Segmentation, old: readonly PairRecord[]): Segmentation {
  const { sources } = segmentation;
  if (!old.some(({ confirmed }) => confirmed)) return segmentation;
  const en = new Letters(segmentation.en, old);
  const zh = new Letters(segmentation.zh, old);
  old.forEach((record, index) => {
    const [enPlace, zhPlace] = [en.placeOf(record, index), zh.placeOf(record, index)];
    if (enPlace === null || zhPlace === null) return;
    en.take(enPlace);
    zh.take(zhPlace);
  });
  if (!en.isCut && !zh.isCut) return segmentation;
  const cut = (side: Side, letters: Letters): Side => ({
    ...side,
    segments: letters.cutSegments(sources[side.source]!.text),
  });
  const sides = { en: cut(segmentation.en, en), zh: cut(segmentation.zh, zh) };
  return { ...segmentation, ...sides, anchors: findAnchors(sides.en, sides.zh).anchors };
}

/** The letters of one side, white space left out, in which the texts of old pairs are looked for, in their order. */
class Letters {
  readonly #side: Side;
  readonly #letters: string;
  /** Where each segment begins among the letters, and where the last one ends. */
  readonly #starts: number[] = [0];
  /** The segments of each record that has whole ones. */
  readonly #ranges: readonly (Range | null)[];
  /** For each record the segments between those of the record found before it and of the one found after it. */
  readonly #between: readonly Range[];
  readonly #cuts = new Set<number>();
  /** Where the text taken last ends. */
  #next = 0;

  constructor(side: Side, old: readonly PairRecord[]) {
    this.#side = side;
    const keys = side.segments.map(({ text }) => keyOf(text));
    for (const key of keys) this.#starts.push(this.#starts.at(-1)! + key.length);
    this.#letters = keys.join('');
    this.#ranges = locateSide(old, side.segments, side.language).ranges;
    this.#between = gapsAround(this.#ranges, side.segments.length);
  }

  get isCut(): boolean {
    return this.#cuts.size > 0;
  }

  /** Where the text of a record stands; null where the document does not have it there. */
  placeOf(record: PairRecord, index: number): Span | null {
    const range = this.#ranges[index]!;
    if (range) return this.#spanOf(range);
    const { language } = this.#side;
    const nowhere = { start: this.#next, end: this.#next };
    const text = keyOf(record[language]);
    if (text === '') return nowhere;
    if (!record.confirmed) return null;
    const { start, end } = this.#between[index]!;
    const found =
      this.#find(text, { start, end: Math.min(end, start + REACH) }) ??
      this.#find(text, { start: Math.max(start, end - REACH), end });
    // A gap may have been filled from a sentence beside it, or with words that the document does not have.
    return found ?? (segmentsOfBead(record, language) === 0 ? nowhere : null);
  }

  take({ start, end }: Span): void {
    for (const at of [start, end]) if (!this.#isBorder(at)) this.#cuts.add(at);
    this.#next = end;
  }

  /** @param source the text that spans count in */
  cutSegments(source: string): Segment[] {
    const cuts = [...this.#cuts].sort((a, b) => a - b);
    let next = 0;
    return this.#side.segments.flatMap((segment, index) => {
      const own: number[] = [];
      for (; next < cuts.length && cuts[next]! < this.#starts[index + 1]!; next++) {
        own.push(offsetIn(segment.text, cuts[next]! - this.#starts[index]!));
      }
      if (own.length === 0) return segment;
      const ends = [...own, segment.text.length];
      const parts = ends.map((end, at) => trimSpan(segment.text, { start: ends[at - 1] ?? 0, end }));
      return cutSegment(source, segment, parts);
    });
  }

  /** A text that goes on from what was taken last, or that is there only once. */
  #find(text: string, segments: Range): Span | null {
    const { start, end } = this.#spanOf(segments);
    const from = this.#next > start && this.#next < end ? this.#next : start;
    const letters = this.#letters.slice(from, end);
    const at = letters.indexOf(text);
    if (at < 0 || (at > 0 && letters.includes(text, at + 1))) return null;
    const found = { start: from + at, end: from + at + text.length };
    return this.#isInWord(found.start) || this.#isInWord(found.end) ? null : found;
  }

  #spanOf({ start, end }: Range): Span {
    return { start: this.#starts[start]!, end: this.#starts[end]! };
  }

  #isBorder(at: number): boolean {
    return at === this.#letters.length || this.#starts[this.#segmentAt(at)] === at;
  }

  /** Whether a cut would part a word or a number. */
  #isInWord(at: number): boolean {
    if (this.#isBorder(at)) return false;
    const segment = this.#segmentAt(at);
    const { text } = this.#side.segments[segment]!;
    const offset = offsetIn(text, at - this.#starts[segment]!);
    return IN_WORD.test(text.slice(Math.max(0, offset - 2), offset + 2));
  }

  /** The last segment that begins at a letter or before it. */
  #segmentAt(letter: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= letter) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Two letters, or digits, on either side of the middle of four code units. */
const IN_WORD = /^.?[\p{Script=Latin}\p{M}\d](?=[\p{Script=Latin}\p{M}\d])/u;

/** Where a letter stands in a text, which has white space and invisible characters besides. */
function offsetIn(text: string, letter: number): number {
  let [offset, letters] = [0, 0];
  for (const character of text) {
    const { length } = keyOf(character);
    if (letters >= letter && length > 0) break;
    letters += length;
    offset += character.length;
  }
  return offset;
}

/** For each record the segments between the last ones found before it and the first ones found after it. */
function gapsAround(ranges: readonly (Range | null)[], count: number): Range[] {
  const ends: number[] = [];
  let end = count;
  for (let index = ranges.length - 1; index >= 0; index--) {
    ends[index] = end;
    end = ranges[index]?.start ?? end;
  }
  let start = 0;
  return ranges.map((range, index) => {
    const gap = { start, end: Math.max(start, ends[index]!) };
    start = range?.end ?? start;
    return gap;
  });
}
