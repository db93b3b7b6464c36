import { occurrencesOf } from '../score/occurrences.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';

/** Candidates kept for each English segment. */
const KEPT = 4;
/** Word pairs that occur together more often than this are too common to place a segment. */
const MOST_MEETINGS = 400;
/** Evidence, in nats, below which two segments are no candidate. */
const LEAST_EVIDENCE = 2;

/**
 * A monotone chain of segment pairs that share rare words: the rough course of the alignment, found without
 * looking at the whole table. Pairs are strictly increasing on both sides and their evidence is the largest
 * possible in sum (heaviest increasing subsequence, with a Fenwick tree). Time grows with the number of hits of
 * rare words, not with the product of the lengths.
 */
export function roughPath(en: Tokens, zh: Tokens, table: TranslationTable): [en: number, zh: number][] {
  const enCount = en.start.length - 1;
  const zhCount = zh.start.length - 1;
  const occurrences = occurrencesOf(zh);
  const evidence = new Float64Array(zhCount);
  const touched: number[] = [];

  const row: number[] = [];
  const column: number[] = [];
  const best: number[] = [];
  const previous: number[] = [];
  const tree = new Int32Array(zhCount + 1).fill(-1);

  for (let i = 0; i < enCount; i++) {
    for (let token = en.start[i]!; token < en.start[i + 1]!; token++) {
      const e = en.type[token]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
        const z = table.zh[link]!;
        if (en.count[e]! * zh.count[z]! > MOST_MEETINGS) continue;
        const rarity = (table.forward[link]! * zh.type.length) / zh.count[z]!;
        const gain = Math.log1p(rarity / 40);
        for (let at = occurrences.start[z]!; at < occurrences.start[z + 1]!; at++) {
          const j = occurrences.segment[at]!;
          if (evidence[j] === 0) touched.push(j);
          evidence[j]! += gain;
        }
      }
    }
    const candidates = touched.filter((j) => evidence[j]! >= LEAST_EVIDENCE);
    candidates.sort((a, b) => evidence[b]! - evidence[a]! || a - b);
    candidates.length = Math.min(candidates.length, KEPT);
    // Later columns first: two candidates of one row must not follow each other in the chain.
    for (const j of candidates.sort((a, b) => b - a)) {
      let chain = -1;
      for (let at = j; at > 0; at -= at & -at) {
        const other = tree[at]!;
        if (other >= 0 && (chain < 0 || best[other]! > best[chain]!)) chain = other;
      }
      const point = row.length;
      row.push(i);
      column.push(j);
      best.push(evidence[j]! + (chain < 0 ? 0 : best[chain]!));
      previous.push(chain);
      for (let at = j + 1; at <= zhCount; at += at & -at) {
        const other = tree[at]!;
        if (other < 0 || best[point]! > best[other]!) tree[at] = point;
      }
    }
    for (const j of touched) evidence[j] = 0;
    touched.length = 0;
  }

  let last = -1;
  for (let point = 0; point < row.length; point++) if (last < 0 || best[point]! > best[last]!) last = point;
  const chain: [number, number][] = [];
  for (; last >= 0; last = previous[last]!) chain.push([row[last]!, column[last]!]);
  return chain.reverse();
}
