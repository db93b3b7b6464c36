import { cutSegment } from '../../document/segment/segments.js';
import { isInCharacter } from '../../document/writing/characters.js';
import { joinPieces } from '../../document/writing/join.js';
import { trimSpan } from '../../document/writing/lines.js';
import type { Language, PairSide, Segment, Segmentation, Span } from '../../types.js';
import { compareTexts } from '../compare/text-parts.js';
import { type WordsAsTheyAre, wordsAsTheyAre } from '../flags/words-to-translate.js';
import { sideOf } from '../pairs.js';
import type { Piece, StoredSide } from './stored.js';

/** The sides of rows as the document has them. */
export class Sides {
  readonly #document: Segmentation;
  /** What was made of lists of pieces, which never change. */
  readonly #known = {
    en: new WeakMap<readonly Piece[], PairSide>(),
    zh: new WeakMap<readonly Piece[], PairSide>(),
  };

  /** What the Chinese text of the document leaves in Latin letters: one list for all acts. */
  readonly wordsAsTheyAre: () => WordsAsTheyAre;

  constructor(document: Segmentation) {
    this.#document = document;
    this.wordsAsTheyAre = wordsAsTheyAre(document.zh.segments);
  }

  /** What a side has of the document. */
  of(language: Language, pieces: readonly Piece[]): PairSide {
    const known = this.#known[language].get(pieces);
    if (known) return known;
    const segments = pieces.map((piece) => this.segmentOf(language, piece));
    const side = sideOf(this.#document[language], segments);
    this.#known[language].set(pieces, side);
    return side;
  }

  segmentOf(language: Language, piece: Piece): Segment {
    const [segment, start, end] = piece;
    const whole = this.#document[language].segments[segment]!;
    const { length } = whole.text;
    if (start === 0 && end === length) return whole;
    const source = this.#document.sources[this.#document[language].source]!.text;
    const parts = [
      { start: 0, end: start },
      { start, end },
      { start: end, end: length },
    ]
      .map((part) => trimSpan(whole.text, part))
      .filter((part) => part.end > part.start);
    const place = parts.findIndex((part) => part.start === start);
    return cutSegment(source, whole, parts)[place]!;
  }

  /** The text of a side as it is worded. */
  textOf(language: Language, { pieces, text }: StoredSide): string {
    return text ?? this.of(language, pieces).text;
  }

  /** Two sides as one, the second text behind the first; the document's own text in its own order. */
  join(language: Language, first: StoredSide, second: StoredSide): StoredSide {
    const pieces = this.#joined(language, [...first.pieces, ...second.pieces]);
    if (first.text === undefined && second.text === undefined) return { pieces };
    const texts = [first, second].map((side) => this.textOf(language, side)).filter((text) => text !== '');
    return this.worded(language, pieces, joinPieces(texts, language));
  }

  /** A side that is worded so, by itself where the document's text is the same. */
  worded(language: Language, pieces: readonly Piece[], text: string): StoredSide {
    return this.of(language, pieces).text === text ? { pieces } : { pieces, text };
  }

  /** A side in two at an offset in its text as it is worded. */
  split(language: Language, side: StoredSide, offset: number): [StoredSide, StoredSide] {
    if (side.text === undefined) {
      const [before, after] = this.#cut(language, side.pieces, offset);
      return [{ pieces: before }, { pieces: after }];
    }
    const own = this.of(language, side.pieces).text;
    return this.#splitBoth(language, side, offset, matchingOffset(side.text, own, offset));
  }

  /** A side in two before one of its pieces. */
  splitBefore(language: Language, side: StoredSide, place: number): [StoredSide, StoredSide] {
    if (side.text === undefined) {
      return [{ pieces: side.pieces.slice(0, place) }, { pieces: side.pieces.slice(place) }];
    }
    const own = this.of(language, side.pieces).text;
    const offset = this.places(language, side.pieces)[place]?.start ?? own.length;
    return this.#splitBoth(language, side, matchingOffset(own, side.text, offset), offset);
  }

  /** A side that is worded, in two at an offset in its text and at one in the text of the document. */
  #splitBoth(
    language: Language,
    { pieces, text = '' }: StoredSide,
    offset: number,
    own: number,
  ): [StoredSide, StoredSide] {
    const texts = [text.slice(0, offset).trim(), text.slice(offset).trim()] as const;
    const [before, after] = this.#cut(language, pieces, own);
    if (texts[0] === '') return [{ pieces: [] }, { pieces, text }];
    if (texts[1] === '') return [{ pieces, text }, { pieces: [] }];
    return [this.worded(language, before, texts[0]), this.worded(language, after, texts[1])];
  }

  /** Where each piece stands in the text of all. */
  places(language: Language, pieces: readonly Piece[]): Span[] {
    const { text, segments } = this.of(language, pieces);
    let end = 0;
    return segments.map((segment) => {
      const start = text.indexOf(segment.text, end);
      end = start + segment.text.length;
      return { start, end };
    });
  }

  #cut(language: Language, pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
    const places = this.places(language, pieces);
    const before: Piece[] = [];
    const after: Piece[] = [];
    pieces.forEach((piece, place) => {
      const [segment, start, end] = piece;
      const at = start + offset - places[place]!.start;
      if (at >= end) before.push(piece);
      else if (at <= start) after.push(piece);
      else {
        const { text } = this.#document[language].segments[segment]!;
        const [left, right] = [trimSpan(text, { start, end: at }), trimSpan(text, { start: at, end })];
        if (left.end > left.start) before.push([segment, left.start, left.end]);
        if (right.end > right.start) after.push([segment, right.start, right.end]);
      }
    });
    return [before, after];
  }

  /** Pieces in the order of the document; parts of a segment with nothing but white space between them are one. */
  #joined(language: Language, pieces: readonly Piece[]): Piece[] {
    const joined: Piece[] = [];
    for (const piece of [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = joined.at(-1);
      const isNext =
        last?.[0] === piece[0] &&
        this.#document[language].segments[piece[0]]!.text.slice(last[2], piece[1]).trim() === '';
      if (isNext) joined[joined.length - 1] = [last[0], last[1], piece[2]];
      else joined.push(piece);
    }
    return joined;
  }
}

/**
 * Where an offset in a text is in another wording of it: within what both have, at the same place; within what was reworded, as far
 * on, up to the nearest end of a word.
 */
function matchingOffset(text: string, other: string, offset: number): number {
  let [own, others] = [0, 0];
  const parts = compareTexts(text, other);
  for (const [at, part] of parts.entries()) {
    const { length } = part.text;
    if (part.kind === 'added') others += length;
    else if (offset > own + length)
      [own, others] = [own + length, part.kind === 'same' ? others + length : others];
    else if (part.kind === 'same') return others + offset - own;
    else {
      const next = parts[at + 1];
      const instead = next?.kind === 'added' ? next.text.length : 0;
      return nearestBorder(other, others + Math.round(((offset - own) / length) * instead));
    }
  }
  return other.length;
}

/** The offset nearest to one at which no word, number or character is parted. */
function nearestBorder(text: string, offset: number): number {
  for (let distance = 0; ; distance++) {
    for (const at of [offset - distance, offset + distance]) {
      if (at <= 0 || at >= text.length) return Math.max(0, Math.min(text.length, at));
      if (!isInWord(text, at)) return at;
    }
  }
}

const OF_WORD = /[\p{Script=Latin}\p{M}\d]/u;

function isInWord(text: string, at: number): boolean {
  return isInCharacter(text, at) || (OF_WORD.test(text.charAt(at - 1)) && OF_WORD.test(text.charAt(at)));
}
