import { enlarged } from '../../common/enlarged.js';
import { countInSteps, type Steps } from '../../common/steps.js';
import type { SpeakingLinks } from './speaking-links.js';
import type { Tokens } from './tokens.js';
import { WordsInWindow } from './words-in-window.js';

/**
 * Every word pair that speaks for two segments belonging together, for all pairs of segments in one window.
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

/**
 * Finds the hits through an inverted index, so that the work grows with the number of links and hits and not with the
 * number of word pairs.
 *
 * @param window for each English segment the Chinese ones that it is looked at with, `lo[i] … hi[i] - 1`; neither end
 *   ever decreases
 */
export function* findHits(
  { lo, hi }: Pick<Hits, 'lo' | 'hi'>,
  en: Tokens,
  zh: Tokens,
  links: SpeakingLinks,
): Steps<Hits> {
  const finder = new HitFinder({ lo, hi }, en, zh, links);
  yield* countInSteps(lo.length, 8, (i) => finder.findIn(i));
  return finder.hits();
}

/** What room is made for at first, by segment. */
const EXPECTED_HITS = 32;

class HitFinder {
  readonly #window: Pick<Hits, 'lo' | 'hi'>;
  readonly #en: Tokens;
  readonly #links: SpeakingLinks;
  readonly #words: WordsInWindow;
  readonly #rowStart: Int32Array;
  readonly #start: Int32Array;
  /** Of one segment, word by word, and of all, cell by cell. */
  readonly #found = new HitList(EXPECTED_HITS);
  readonly #all: HitList;
  readonly #next: Int32Array;

  constructor(window: Pick<Hits, 'lo' | 'hi'>, en: Tokens, zh: Tokens, links: SpeakingLinks) {
    const { lo, hi } = window;
    const rows = lo.length;
    const rowStart = new Int32Array(rows + 1);
    let widest = 0;
    for (let i = 0; i < rows; i++) {
      const width = hi[i]! - lo[i]!;
      rowStart[i + 1] = rowStart[i]! + width;
      if (width > widest) widest = width;
    }
    this.#window = window;
    this.#en = en;
    this.#links = links;
    this.#words = new WordsInWindow(zh);
    this.#rowStart = rowStart;
    this.#start = new Int32Array(rowStart[rows]! + 1);
    this.#all = new HitList(rows * EXPECTED_HITS);
    this.#next = new Int32Array(widest);
  }

  /** The hits of segment i, the next one, are found word by word and wanted cell by cell. */
  findIn(i: number): void {
    const { lo, hi } = this.#window;
    const { cursor, count, isIn, occurrences } = this.#words;
    const { segment, place } = occurrences;
    const { start: linkStart, zh: linked, forward: linkForward, backward: linkBackward } = this.#links;
    const { start: enStart, type: enType } = this.#en;
    const rowStart = this.#rowStart;
    const start = this.#start;
    const found = this.#found;
    const all = this.#all;
    const next = this.#next;
    this.#words.moveTo(lo[i]!, hi[i]!);
    const before = start[rowStart[i]!]!;
    const cells = start.subarray(rowStart[i]! + 1, rowStart[i + 1]! + 1);
    const first = enStart[i]!;
    const last = enStart[i + 1]!;
    const firstColumn = lo[i]!;
    found.length = 0;
    for (let token = first; token < last; token++) {
      const e = enType[token]!;
      for (let link = linkStart[e]!, lastLink = linkStart[e + 1]!; link < lastLink; link++) {
        const z = linked[link]!;
        if ((isIn[z >>> 5]! & (1 << z)) === 0) continue;
        for (let at = cursor[z]!, end = at + count[z]!; at < end; at++) {
          const cell = segment[at]! - firstColumn;
          cells[cell]!++;
          found.add(cell, token - first, place[at]!, linkForward[link]!, linkBackward[link]!);
        }
      }
    }
    let sum = before;
    for (let cell = 0; cell < cells.length; cell++) {
      next[cell] = sum;
      sum += cells[cell]!;
      cells[cell] = sum;
    }
    all.makeRoom(sum);
    for (let hit = 0; hit < found.length; hit++) all.copy(next[found.cell[hit]!]!++, found, hit);
  }

  hits(): Hits {
    const { lo, hi } = this.#window;
    const { en, zh, forward, backward } = this.#all;
    return { lo, hi, rowStart: this.#rowStart, start: this.#start, en, zh, forward, backward };
  }
}

/** Hits in the order they are found, and the cell of each, by its number in the row. */
class HitList {
  length = 0;
  cell: Int32Array;
  en: Uint16Array;
  zh: Uint16Array;
  forward: Float32Array;
  backward: Float32Array;

  constructor(room: number) {
    this.cell = new Int32Array(room);
    this.en = new Uint16Array(room);
    this.zh = new Uint16Array(room);
    this.forward = new Float32Array(room);
    this.backward = new Float32Array(room);
  }

  add(cell: number, en: number, zh: number, forward: number, backward: number): void {
    const at = this.length++;
    this.makeRoom(this.length);
    this.cell[at] = cell;
    this.en[at] = en;
    this.zh[at] = zh;
    this.forward[at] = forward;
    this.backward[at] = backward;
  }

  makeRoom(length: number): void {
    if (length <= this.en.length) return;
    this.cell = enlarged(this.cell, 2 * length);
    this.en = enlarged(this.en, 2 * length);
    this.zh = enlarged(this.zh, 2 * length);
    this.forward = enlarged(this.forward, 2 * length);
    this.backward = enlarged(this.backward, 2 * length);
  }

  copy(at: number, from: HitList, hit: number): void {
    this.en[at] = from.en[hit]!;
    this.zh[at] = from.zh[hit]!;
    this.forward[at] = from.forward[hit]!;
    this.backward[at] = from.backward[hit]!;
  }
}
