import { unexpectedAnswer } from '../../common/unexpected-answer.js';
import { joinPieces } from '../../document/writing/join.js';
import type { Similarity } from '../../plugins.js';
import type { Language } from '../../types.js';
import { cosine, unitVectors, type Vectors } from './vectors.js';

/** How alike the segments of two texts are by a measure of the caller's, and how many of them it was asked for as one. */
export interface Compared {
  /** Neighbours that were asked for joined, from 1 on. */
  readonly longest: number;
  /** Of the `enCount` segments from `s` on and the `zhCount` from `t` on, neither more than `longest`. */
  likeness(s: number, enCount: number, t: number, zhCount: number): number;
}

/**
 * Vecalign (Thompson & Koehn 2019) showed what vectors of joined neighbours are worth: those of the sentences alone do not say
 * where a bead of several ends. More than four are seldom one bead.
 */
const LONGEST = 4;

/**
 * @param similarity whose answers are checked
 * @throws DuiqiError `bad-option` for vectors that cannot be compared
 */
export async function comparedBy(
  similarity: Similarity,
  en: readonly string[],
  zh: readonly string[],
): Promise<Compared> {
  return similarity.embed
    ? comparedByVectors(similarity, en, zh)
    : { longest: 1, likeness: await likenessBySegment(similarity, en, zh) };
}

async function comparedByVectors(
  similarity: Similarity,
  en: readonly string[],
  zh: readonly string[],
): Promise<Compared> {
  const first = await joinedVectors(similarity, en, 'en');
  const second = await joinedVectors(similarity, zh, 'zh');
  if (first.vectors.dimensions !== second.vectors.dimensions) {
    const wanted = 'vectors of as many numbers for one language as for the other';
    throw unexpectedAnswer('similarity', similarity.name, 'embed', [], wanted, true);
  }
  return {
    longest: LONGEST,
    likeness: (s, enCount, t, zhCount) =>
      cosine(first.vectors, first.place(s, enCount), second.vectors, second.place(t, zhCount)),
  };
}

interface JoinedVectors {
  readonly vectors: Vectors;
  /** The vector of `count` segments from `s` on. */
  place(s: number, count: number): number;
}

/** Each text is asked for once, however often it comes. */
async function joinedVectors(
  similarity: Similarity,
  segments: readonly string[],
  language: Language,
): Promise<JoinedVectors> {
  const places = new Map<string, number>();
  const placeOf = new Int32Array(segments.length * LONGEST);
  for (let s = 0; s < segments.length; s++) {
    for (let count = 1; count <= LONGEST; count++) {
      const text = joinPieces(segments.slice(s, s + count), language);
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      placeOf[s * LONGEST + count - 1] = place;
    }
  }
  return {
    vectors: unitVectors(await similarity.embed!([...places.keys()], language)),
    place: (s, count) => placeOf[s * LONGEST + count - 1]!,
  };
}

/** As it was asked for: rows are looked up, a function is called. */
async function likenessBySegment(
  similarity: Similarity,
  en: readonly string[],
  zh: readonly string[],
): Promise<Compared['likeness']> {
  const likenesses = await similarity.compare!(en, zh);
  return typeof likenesses === 'function' ? (s, _, t) => likenesses(s, t) : (s, _, t) => likenesses[s]![t]!;
}
