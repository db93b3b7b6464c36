import { unexpectedAnswer } from '../../common/unexpected-answer.js';
import type { Similarity, Vector } from '../../plugins.js';
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

/** @throws DuiqiError `bad-option` for an answer that is none */
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
    throw unexpected(similarity, 'embed', [], 'vectors of as many numbers for one language as for the other');
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
      const text = segments.slice(s, s + count).join(language === 'en' ? ' ' : '');
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      placeOf[s * LONGEST + count - 1] = place;
    }
  }
  const answer: unknown = await similarity.embed?.([...places.keys()], language);
  if (!areRows(answer, places.size)) {
    throw unexpected(similarity, 'embed', answer, 'a vector for each text, all of as many numbers');
  }
  return {
    vectors: unitVectors(answer),
    place: (s, count) => placeOf[s * LONGEST + count - 1]!,
  };
}

async function likenessBySegment(
  similarity: Similarity,
  en: readonly string[],
  zh: readonly string[],
): Promise<Compared['likeness']> {
  const answer: unknown = await similarity.compare?.(en, zh);
  if (typeof answer === 'function') {
    return (s, _, t) => {
      const likeness: unknown = answer(s, t);
      if (typeof likeness === 'number' && Number.isFinite(likeness)) return likeness;
      throw unexpectedAnswer('similarity', similarity.name, 'compare', likeness, 'numbers');
    };
  }
  if (areRows(answer, en.length) && (answer[0]?.length ?? zh.length) === zh.length) {
    return (s, _, t) => answer[s]![t]!;
  }
  throw unexpected(
    similarity,
    'compare',
    answer,
    'a function, or for each English text a list with a number for each Chinese one',
  );
}

function areRows(answer: unknown, count: number): answer is readonly Vector[] {
  return (
    Array.isArray(answer) &&
    answer.length === count &&
    answer.every((row) => isVector(row) && row.length === answer[0].length)
  );
}

function isVector(row: unknown): row is Vector {
  return (
    (Array.isArray(row) || row instanceof Float32Array || row instanceof Float64Array) &&
    row.length > 0 &&
    row.every((value: unknown) => Number.isFinite(value))
  );
}

function unexpected(
  { name }: Similarity,
  key: 'embed' | 'compare',
  answer: unknown,
  wanted: string,
): ReturnType<typeof unexpectedAnswer> {
  return unexpectedAnswer('similarity', name, key, answer, wanted, true);
}
