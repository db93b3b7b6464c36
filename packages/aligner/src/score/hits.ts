import type { Band } from '../alignment/band.js';
import { lowerBound, occurrencesOf } from './occurrences.js';
import type { Tokens } from './tokens.js';
import { forEachLink, type TranslationTable } from './translation-table.js';

/**
 * Every word pair that speaks for two segments belonging together, for all pairs of segments in reach of a band.
 * English segment i is looked at with the Chinese segments `lo[i] … hi[i] - 1`; the hits of i and j are
 * `start[c] … start[c + 1] - 1` for the cell c = `rowStart[i] + j - lo[i]`.
 */
export interface Hits {
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly rowStart: Int32Array;
  readonly start: Int32Array;
  /** Place of the English (Chinese) word in its segment. */
  readonly en: Uint16Array;
  readonly zh: Uint16Array;
  /** t(e|z) / p(e): how much likelier than by chance the English word is beside the Chinese one. */
  readonly forward: Float32Array;
  /** t(z|e) / p(z). */
  readonly backward: Float32Array;
}

/** A word that is less than this many times likelier beside the other than anywhere says next to nothing. */
const LEAST_RATIO = 3;
/** Below about this many words on both sides together no word is rare, and the limit is lower. */
const LONG_TEXT = 200;

/**
 * Finds the hits through an inverted index, so that the work grows with the number of hits and not with the
 * number of word pairs.
 *
 * @param reachEn,reachZh the most segments that a bead takes of a side
 */
export function findHits(
  band: Band,
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
  reachEn: number,
  reachZh: number,
): Hits {
  const rows = band.rows - 1;
  const columns = band.columns - 1;
  const lo = new Int32Array(rows);
  const hi = new Int32Array(rows);
  const rowStart = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    lo[i] = Math.max(0, band.lo[i + 1]! - reachZh);
    hi[i] = Math.min(columns, Math.max(lo[i]!, band.hi[Math.min(rows, i + reachEn)]! - 1));
    rowStart[i + 1] = rowStart[i]! + hi[i]! - lo[i]!;
  }

  const occurrences = occurrencesOf(zh);
  const enTotal = occurrencesInText(en);
  const zhTotal = occurrencesInText(zh);
  const counts = new Int32Array(rowStart[rows]! + 1);
  const speaks = new Uint8Array(table.zh.length);
  const forwardRatio = new Float32Array(table.zh.length);
  const backwardRatio = new Float32Array(table.zh.length);
  const least = Math.min(LEAST_RATIO, (enTotal + zhTotal) / LONG_TEXT);
  forEachLink(table, (e, z, link) => {
    const forward = (table.forward[link]! * enTotal) / en.count[e]!;
    const backward = (table.backward[link]! * zhTotal) / zh.count[z]!;
    forwardRatio[link] = forward;
    backwardRatio[link] = backward;
    speaks[link] = Math.max(forward, backward) >= least ? 1 : 0;
  });

  // Once to count and once to fill: the lists of all cells then lie in one piece without gaps.
  const scan = (visit: (cell: number, k: number, l: number, link: number) => void): void => {
    for (let i = 0; i < rows; i++) {
      const first = en.start[i]!;
      const last = Math.min(en.start[i + 1]!, first + MOST_WORDS);
      for (let token = first; token < last; token++) {
        const e = en.type[token]!;
        for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
          if (!speaks[link]) continue;
          const z = table.zh[link]!;
          for (let at = lowerBound(occurrences, z, lo[i]!); at < occurrences.start[z + 1]!; at++) {
            const j = occurrences.segment[at]!;
            if (j >= hi[i]!) break;
            const place = occurrences.place[at]!;
            if (place < MOST_WORDS) visit(rowStart[i]! + j - lo[i]!, token - first, place, link);
          }
        }
      }
    }
  };

  scan((cell) => {
    counts[cell + 1]!++;
  });
  for (let cell = 0; cell < rowStart[rows]!; cell++) counts[cell + 1]! += counts[cell]!;
  const total = counts[rowStart[rows]!]!;
  const out = {
    en: new Uint16Array(total),
    zh: new Uint16Array(total),
    forward: new Float32Array(total),
    backward: new Float32Array(total),
  };
  const next = counts.slice();
  const { en: hitEn, zh: hitZh, forward, backward } = out;
  scan((cell, k, l, link) => {
    const at = next[cell]!++;
    hitEn[at] = k;
    hitZh[at] = l;
    forward[at] = forwardRatio[link]!;
    backward[at] = backwardRatio[link]!;
  });
  return { lo, hi, rowStart, start: counts, ...out };
}

/** Words of the whole text, also where `tokens` holds a part of its segments only. */
function occurrencesInText({ count }: Tokens): number {
  return count.reduce((sum, occurrences) => sum + occurrences, 0);
}

/** Words of a segment beyond this many are left out of the lexical score: no sentence has so many. */
export const MOST_WORDS = 1000;
