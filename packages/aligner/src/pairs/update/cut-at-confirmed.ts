import { longestRising } from '../../common/longest-rising.js';
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
 * between what is found of the pairs before and after it, and elsewhere only if its other side is there as whole sentences; and
 * nothing is cut if the other side is nowhere, so that a short text that is gone cuts nothing that happens to hold it.
 *
 * @returns the segmentation with these cuts; the same one if there are none
 */
export function withConfirmedCuts(segmentation: Segmentation, old: readonly PairRecord[]): Segmentation {
  const { sources } = segmentation;
  if (!old.some(({ confirmed }) => confirmed)) return segmentation;
  const en = new Letters(segmentation.en, old);
  const zh = new Letters(segmentation.zh, old);
  old.forEach((record, index) => {
    const enPlace = en.placeOf(record, index, zh.hasWhole(index));
    const zhPlace = zh.placeOf(record, index, en.hasWhole(index));
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
  return { ...segmentation, ...sides, anchors: findAnchors(sides.en, sides.zh) };
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
  /** Times that all of the side was searched. */
  #searches = 0;

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

  /** Whether the text of a record is one or several segments. */
  hasWhole(index: number): boolean {
    return this.#ranges[index] !== null;
  }

  /**
   * Where the text of a record stands; null where the document does not have it.
   *
   * @param otherIsThere whether the other side proves that it is somewhere
   */
  placeOf(record: PairRecord, index: number, otherIsThere: boolean): Span | null {
    const range = this.#ranges[index]!;
    if (range) return this.#spanOf(range);
    const { language } = this.#side;
    const nowhere = { start: this.#next, end: this.#next };
    const text = keyOf(record[language]);
    if (text === '') return nowhere;
    if (!record.confirmed) return null;
    const { start, end } = this.#between[index]!;
    const found =
      this.#findIn({ start, end: Math.min(end, start + REACH) }, text) ??
      this.#findIn({ start: Math.max(start, end - REACH), end }, text) ??
      (otherIsThere && this.#searches++ < MOST_SEARCHES ? this.#onlyOne(this.#letters, 0, text) : null);
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

  /** A text that goes on from what was taken last, or that is in some segments only once. */
  #findIn(segments: Range, text: string): Span | null {
    const { start, end } = this.#spanOf(segments);
    const from = this.#next > start && this.#next < end ? this.#next : start;
    const letters = this.#letters.slice(from, end);
    return letters.startsWith(text) ? this.#whole(from, text) : this.#onlyOne(letters, from, text);
  }

  /** @param from where the letters begin in those of the side */
  #onlyOne(letters: string, from: number, text: string): Span | null {
    const at = letters.indexOf(text);
    return at < 0 || letters.includes(text, at + 1) ? null : this.#whole(from + at, text);
  }

  /** A text that begins and ends where words do. */
  #whole(start: number, { length }: string): Span | null {
    const end = start + length;
    return this.#isInWord(start) || this.#isInWord(end) ? null : { start, end };
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
    return OF_WORD.test(text.charAt(offset - 1)) && OF_WORD.test(text.charAt(offset));
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

/** To search a book takes milliseconds, and hardly anyone cuts so many of its sentences. */
const MOST_SEARCHES = 1000;

/** What is not parted from what it stands beside. */
const OF_WORD = /[\p{Script=Latin}\p{M}\d]/u;

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

/**
 * For each record the segments between the last ones found before it and the first ones found after it. What stands out of order
 * says nothing of where the others are.
 */
function gapsAround(ranges: readonly (Range | null)[], count: number): Range[] {
  const found = ranges.flatMap((range) => range ?? []);
  const inOrder = new Set(longestRising(found.map(({ start }) => start)).map((at) => found[at]));
  const known = ranges.map((range) => (range && inOrder.has(range) ? range : null));
  const ends: number[] = [];
  let end = count;
  for (let index = known.length - 1; index >= 0; index--) {
    ends[index] = end;
    end = known[index]?.start ?? end;
  }
  let start = 0;
  return known.map((range, index) => {
    const gap = { start, end: ends[index]! };
    start = range?.end ?? start;
    return gap;
  });
}
