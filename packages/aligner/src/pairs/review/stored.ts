import type { Language } from '../../types.js';

/** What a person has said of a row. */
export type RowState = 'untouched' | 'confirmed' | 'doubtful';

/** A row as acts store it: what it has of the document by its place there, and what a person has made of that. */
export interface StoredRow {
  readonly id: string;
  readonly en: StoredSide;
  readonly zh: StoredSide;
  /** Null where a person has chosen what it holds. */
  readonly score: number | null;
  /** The aligner found it out of order. */
  readonly crossing?: true;
  readonly state: RowState;
  readonly comment?: string;
}

/** One side of a row, as it is stored. */
export interface StoredSide {
  /** In the order of the document; what belongs together is one. */
  readonly pieces: readonly Piece[];
  /** What a person has written instead; absent where the text is that of the document. */
  readonly text?: string;
}

/** A segment of the alignment that the review began with, or a part of it: offsets in its text, without white space at the ends. */
export type Piece = readonly [segment: number, start: number, end: number];

export const NOTHING: StoredSide = { pieces: [] };
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

export function isEmpty({ pieces, text }: StoredSide): boolean {
  return pieces.length === 0 && text === undefined;
}

/** Whether two lists have the same pieces in the same order. */
export function haveSamePieces(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, at) => piece.every((number, place) => number === other[at]![place]))
  );
}
