import { countInSteps, type Steps } from '../../common/steps.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { WordsInWindow } from '../score/words-in-window.js';

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

/** Segment pairs that rise strictly on both sides. */
type Chain = [en: number, zh: number][];

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
 * The chain of the largest evidence in sum (heaviest increasing subsequence, with a Fenwick tree) among the best few
 * candidates of each row. Time is linear in the text, whatever its words: each word of it meets at most
 * `MOST_MEETINGS` segments for each of its links.
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
  const points = new Points(KEPT * rows, columns);

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
    points.add(i, kept, keptCount, evidence);
    for (let t = 0; t < touchedCount; t++) evidence[touched[t]!] = 0;
  });
  return points.heaviest();
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

/** Candidates, each with the heaviest chain that ends in it. */
class Points {
  #count = 0;
  readonly #row: Int32Array;
  readonly #column: Int32Array;
  /** Evidence of the chain up to each point, and the point before it; −1 for none. */
  readonly #sum: Float64Array;
  readonly #previous: Int32Array;
  /** Fenwick tree over the columns: a point of the largest sum in each range; −1 for none. */
  readonly #tree: Int32Array;

  constructor(most: number, columns: number) {
    this.#row = new Int32Array(most);
    this.#column = new Int32Array(most);
    this.#sum = new Float64Array(most);
    this.#previous = new Int32Array(most);
    this.#tree = new Int32Array(columns + 1).fill(-1);
  }

  /** Adds the candidates of a row, `kept[0 … keptCount - 1]`; rows must rise. */
  add(row: number, kept: Int32Array, keptCount: number, evidence: Float64Array): void {
    const before = this.#count;
    for (let k = 0; k < keptCount; k++) {
      const column = kept[k]!;
      const chain = this.#heaviestBefore(column);
      const point = this.#count++;
      this.#row[point] = row;
      this.#column[point] = column;
      this.#sum[point] = evidence[column]! + (chain < 0 ? 0 : this.#sum[chain]!);
      this.#previous[point] = chain;
    }
    // Only now: two candidates of one row must not follow each other.
    for (let point = before; point < this.#count; point++) this.#enter(point);
  }

  heaviest(): Chain {
    const chain: Chain = [];
    let point = this.#heaviestBefore(this.#tree.length - 1);
    for (; point >= 0; point = this.#previous[point]!) chain.push([this.#row[point]!, this.#column[point]!]);
    return chain.reverse();
  }

  #heaviestBefore(column: number): number {
    let heaviest = -1;
    for (let at = column; at > 0; at -= at & -at) {
      const point = this.#tree[at]!;
      if (point >= 0 && (heaviest < 0 || this.#sum[point]! > this.#sum[heaviest]!)) heaviest = point;
    }
    return heaviest;
  }

  #enter(point: number): void {
    for (let at = this.#column[point]! + 1; at < this.#tree.length; at += at & -at) {
      const other = this.#tree[at]!;
      if (other < 0 || this.#sum[point]! > this.#sum[other]!) this.#tree[at] = point;
    }
  }
}
