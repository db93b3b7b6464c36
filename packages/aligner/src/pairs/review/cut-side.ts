import { trimSpan } from '../../document/writing/lines.js';
import type { Language, Segment, Side } from '../../types.js';
import type { Range } from '../update/locate.js';
import type { Sides } from './sides.js';
import type { Piece } from './stored.js';

/** A side of a document whose segments are cut at the ends of some pieces, and from which others are left out. */
export class CutSide {
  readonly side: Side;
  /** What each of its segments was. */
  readonly pieces: readonly Piece[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** The first segment of each that there was, or where it would be; and how many there are. */
  readonly #starts: readonly number[];

  constructor(
    side: Side,
    language: Language,
    sides: Sides,
    wanted: Iterable<Piece>,
    leftOut: Iterable<Piece> = [],
  ) {
    const wantedOf = bySegment(wanted);
    const leftOutOf = bySegment(leftOut);
    const pieces: Piece[] = [];
    const starts: number[] = [];
    side.segments.forEach(({ text }, segment) => {
      starts.push(pieces.length);
      const own = wantedOf.get(segment) ?? [];
      const gone = leftOutOf.get(segment) ?? [];
      if (own.length + gone.length === 0) pieces.push([segment, 0, text.length]);
      else pieces.push(...withRest(segment, text, own, gone));
    });
    starts.push(pieces.length);
    this.pieces = pieces;
    this.side = { ...side, segments: pieces.map((piece): Segment => sides.segmentOf(language, piece)) };
    this.#numbers = new Map(pieces.map((piece, number) => [piece.join(), number]));
    this.#starts = starts;
  }

  /** The segments that pieces are now, as far as they stand together. */
  rangesOf(pieces: readonly Piece[]): Range[] {
    const ranges: Range[] = [];
    for (const piece of pieces) {
      const number = this.#numbers.get(piece.join())!;
      const last = ranges.at(-1);
      if (last?.end === number) ranges[ranges.length - 1] = { start: last.start, end: number + 1 };
      else ranges.push({ start: number, end: number + 1 });
    }
    return ranges;
  }

  /** The place before a segment that there was. */
  placeOf(segment: number): number {
    return this.#starts[segment]!;
  }
}

function bySegment(pieces: Iterable<Piece>): Map<number, Piece[]> {
  const found = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const own = found.get(piece[0]);
    if (own) own.push(piece);
    else found.set(piece[0], [piece]);
  }
  return found;
}

/** Pieces of a segment in order, and what stands between them and what is left out. */
function withRest(
  segment: number,
  text: string,
  wanted: readonly Piece[],
  leftOut: readonly Piece[],
): Piece[] {
  const isWanted = new Set(wanted);
  const pieces: Piece[] = [];
  const addRest = (start: number, end: number): void => {
    const rest = trimSpan(text, { start, end });
    if (rest.end > rest.start) pieces.push([segment, rest.start, rest.end]);
  };
  let next = 0;
  for (const piece of [...wanted, ...leftOut].sort((a, b) => a[1] - b[1])) {
    addRest(next, piece[1]);
    if (isWanted.has(piece)) pieces.push(piece);
    next = piece[2];
  }
  addRest(next, text.length);
  return pieces;
}
