import { countInSteps, type Steps } from '../../common/steps.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { WordsInWindow } from '../score/words-in-window.js';
import { type Chain, ChainCandidates } from './chain-candidates.js';

/** Candidates kept for each English segment. */
const KEPT = 4;
/** Word pairs that meet more often than this where they are looked for are too common to place a segment. */
const MOST_MEETINGS = 64;
/** Evidence, in nats, below which two segments are no candidate. */
const LEAST_EVIDENCE = 2;
/** Columns on either side of the first chain that are looked at for the second one. */
const HALF_WIDTH = 1000;

type Against = (en: number, zh: number) => number;
const NOTHING: Against = () => 0;

/**
 * A monotone chain of segment pairs that share rare words: the rough course of the alignment, found without
 * looking at the whole table. In a long text few words are rare enough to be looked for everywhere, but many are rare
 * within some thousand segments: these are looked for near the chain of the first ones, and make a denser one.
 *
 * @param against what else speaks against two segments, in nats
 */
export function* roughPath(
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
  against: Against = NOTHING,
): Steps<Chain> {
  const columns = zh.start.length - 1;
  const chain = yield* heaviestChain(en, zh, table, against, [], columns);
  return columns <= 2 * HALF_WIDTH ? chain : yield* heaviestChain(en, zh, table, against, chain, HALF_WIDTH);
}

/**
 * The chain of the largest evidence in sum among the best few candidates of each row. Time is linear in the text, whatever
 * its words: each word of it meets at most `MOST_MEETINGS` segments for each of its links.
 *
 * @param halfWidth columns on either side of `course` in which candidates are looked for
 */
function* heaviestChain(
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
  against: Against,
  course: Chain,
  halfWidth: number,
): Steps<Chain> {
  const rows = en.start.length - 1;
  const columns = zh.start.length - 1;
  const middle = middleColumns(course, rows, columns);
  const links = rareLinks(en, zh, table, Math.min(1, (2 * halfWidth + 1) / columns));
  const words = new WordsInWindow(zh);
  const { cursor, count, isIn } = words;
  const { segment } = words.occurrences;
  const evidence = new Float64Array(columns);
  const touched = new Int32Array(columns);
  const kept = new Int32Array(KEPT);
  // Of equal candidates the one nearest to the course: a passage that comes again is not taken for its first copy.
  const isBetter = (j: number, other: number, middle: number): boolean =>
    evidence[j]! > evidence[other]! ||
    (evidence[j] === evidence[other] && Math.abs(j - middle) < Math.abs(other - middle));
  const candidates = new ChainCandidates(KEPT * rows, columns);

  yield* countInSteps(rows, 16, (i) => {
    words.moveTo(middle[i]! - halfWidth, Math.min(columns, middle[i]! + halfWidth + 1));
    let touchedCount = 0;
    for (let token = en.start[i]!; token < en.start[i + 1]!; token++) {
      const e = en.type[token]!;
      for (let link = links.start[e]!; link < links.start[e + 1]!; link++) {
        const z = links.zh[link]!;
        if ((isIn[z >>> 5]! & (1 << z)) === 0 || count[z]! > MOST_MEETINGS) continue;
        for (let at = cursor[z]!, end = at + count[z]!; at < end; at++) {
          const j = segment[at]!;
          if (evidence[j] === 0) touched[touchedCount++] = j;
          evidence[j]! += links.gain[link]!;
        }
      }
    }
    let keptCount = 0;
    for (let t = 0; t < touchedCount; t++) {
      const j = touched[t]!;
      evidence[j]! -= against(i, j);
      if (evidence[j]! < LEAST_EVIDENCE) continue;
      let place = keptCount;
      for (; place > 0 && isBetter(j, kept[place - 1]!, middle[i]!); place--) {
        if (place < KEPT) kept[place] = kept[place - 1]!;
      }
      if (place === KEPT) continue;
      kept[place] = j;
      if (keptCount < KEPT) keptCount++;
    }
    candidates.add(i, kept, keptCount, evidence);
    for (let t = 0; t < touchedCount; t++) evidence[touched[t]!] = 0;
  });
  return candidates.heaviest();
}

/** Links that can place a segment: those of English type e are `start[e] … start[e + 1] - 1`. */
interface RareLinks {
  readonly start: Int32Array;
  readonly zh: Int32Array;
  /** How much each says where it is met, in nats. */
  readonly gain: Float64Array;
}

/** @param part share of the text in which a word is looked for, 0–1 */
function rareLinks(en: Tokens, zh: Tokens, table: TranslationTable, part: number): RareLinks {
  const start = new Int32Array(table.start.length);
  const type = new Int32Array(table.zh.length);
  const gain = new Float64Array(table.zh.length);
  let size = 0;
  for (let e = 0; e + 1 < table.start.length; e++) {
    for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
      const z = table.zh[link]!;
      if (Math.max(1, en.count[e]! * part) * Math.max(1, zh.count[z]! * part) > MOST_MEETINGS) continue;
      type[size] = z;
      gain[size++] = Math.log1p((table.forward[link]! * zh.type.length) / zh.count[z]! / 40);
    }
    start[e + 1] = size;
  }
  return { start, zh: type, gain };
}

/** The column of each row on straight lines through a chain. */
function middleColumns(course: Chain, rows: number, columns: number): Int32Array {
  const middle = new Int32Array(rows);
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...course, [rows, columns] as const]) {
    const slope = (nextColumn - column) / Math.max(1, nextRow - row);
    for (let i = row; i < nextRow; i++) middle[i] = column + (i - row) * slope;
    [row, column] = [nextRow, nextColumn];
  }
  return middle;
}
