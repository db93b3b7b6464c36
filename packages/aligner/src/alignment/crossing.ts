import { pairScore } from '../score/calibrate.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import { bandAround, NARROW, throughWalls, wholeTable } from './band.js';
import type { Wall } from './clause-walls.js';
import { type PartOfText, partOfSide, rangeInText } from './part-of-side.js';
import { type Corners, type FoundBead, hitsOf, onePass, type Pass } from './pass.js';

/** A look at some of the segments of both sides. */
export interface PartialPass extends PartOfText {
  readonly pass: Pass;
}

/** The beads of a text with pairs out of order, and the looks that found them. */
export interface Crossings {
  /** In the order of the English text, those out of order marked. */
  readonly beads: readonly FoundBead[];
  readonly inOrder: PartialPass;
  /** The path of the pairs in order, by the numbers of that look. */
  readonly corners: Corners;
  /** A look at all segments of the pairs out of order; null where there are none. */
  readonly leftOver: PartialPass | null;
}

/** A segment of each side that speak for each other. */
interface Match {
  readonly en: number;
  readonly zh: number;
}

/** More cells than this are not searched: two texts that have little in common leave over nearly everything. */
const LARGEST_TABLE = 300_000;
/** How often the matches are tried, each time without those that did not hold. */
const MOST_ROUNDS = 3;
/** Nats by which the words of a crossing pair must speak for it, beyond what the best of so many pairs has by chance. */
const LEAST_EVIDENCE = 1.5;
/** The same by word: a pair in order seldom has less. */
const LEAST_SUPPORT = 0.15;
/** The least score of the pair among what is left over. */
const LEAST_SCORE = 0.5;
/** Pairs in order with a smaller score are doubtful: a sentence out of order makes wrong ones of its neighbours. */
const SETTLED_FROM = 0.7;

/**
 * Finds pairs out of order: a main clause before its list on one side and after it on the other, clauses or
 * paragraphs that have changed places. A path in order can only leave their segments without counterpart or force
 * them into doubtful pairs. So the segments of doubtful beads are compared one by one; those that clearly speak for
 * each other across the path are taken out of it, the path is found again without them, and what is left over is
 * aligned among itself.
 *
 * @param corners the path in order, and `beads` what it found
 */
export function findCrossings(
  pass: Pass,
  corners: Corners,
  beads: readonly FoundBead[],
  walls: readonly Wall[],
): Crossings {
  let matches = matchesAcross(pass, beads);
  for (let round = 0; round < MOST_ROUNDS && matches.length > 0; round++) {
    const inOrder = pathWithout(matches, pass, corners, walls);
    const settled = inOrder.beads.filter((bead) => !isLeftOver(bead));
    const rest = inOrder.beads.filter(isLeftOver);
    const part = comparable(
      [...matches.map(({ en }) => en), ...segmentsOf(rest, 'en')],
      [...matches.map(({ zh }) => zh), ...segmentsOf(rest, 'zh')],
    );
    if (!part) break;
    const leftOver = lookAt(pass, part);
    const crossing = pairsOutOfOrder(pass, leftOver, matches, settled);
    const [enPaired, zhPaired] = [new Set(segmentsOf(crossing, 'en')), new Set(segmentsOf(crossing, 'zh'))];
    const held = matches.filter(({ en, zh }) => enPaired.has(en) && zhPaired.has(zh));
    if (held.length === matches.length) {
      const others = inOrder.beads.flatMap((bead) => without(bead, enPaired, zhPaired));
      return {
        beads: [...others, ...crossing].sort(inEnglishOrder),
        inOrder: inOrder.look,
        corners: inOrder.corners,
        leftOver,
      };
    }
    matches = held;
  }
  const whole = { en: numbers(pass.band.rows - 1), zh: numbers(pass.band.columns - 1) };
  return { beads, inOrder: { ...whole, pass }, corners, leftOver: null };
}

/**
 * The pairs among what is left over that are clear and out of order. Those that have changed places with each other
 * cross each other as well, so one path finds only some of them: matches that it has torn apart are tried by themselves.
 */
function pairsOutOfOrder(
  pass: Pass,
  leftOver: PartialPass,
  matches: readonly Match[],
  settled: readonly FoundBead[],
): FoundBead[] {
  const candidates = leftOver.en.length * leftOver.zh.length;
  const pairsIn = (look: PartialPass): FoundBead[] =>
    bestPath(look)
      .beads.filter((bead) => isClear(bead, candidates) && isOutOfOrder(bead, settled))
      .map((bead) => ({ ...bead, crossing: true }));
  const together = pairsIn(leftOver);
  const [enPaired, zhPaired] = [new Set(segmentsOf(together, 'en')), new Set(segmentsOf(together, 'zh'))];
  const alone = matches
    .filter(({ en, zh }) => !enPaired.has(en) && !zhPaired.has(zh))
    .flatMap(({ en, zh }) => pairsIn(lookAt(pass, { en: Int32Array.of(en), zh: Int32Array.of(zh) })));
  return [...together, ...alone];
}

/** Segments of doubtful beads that are each other's best counterpart, clearly so, and not in the path's order. */
function matchesAcross(pass: Pass, beads: readonly FoundBead[]): Match[] {
  const doubtful = beads.filter(isDoubtful);
  const settled = beads.filter((bead) => !isDoubtful(bead));
  const part = comparable(segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  if (!part) return [];
  const look = lookAt(pass, part);
  const { en, zh, weights } = look.pass.model;
  const lexical = lexicalScorer(hitsOf(look.pass), en.tokens, zh.tokens, weights);
  const bestOfRow = new Best(part.en.length);
  const bestOfColumn = new Best(part.zh.length);
  for (let s = 0; s < part.en.length; s++) {
    for (let t = 0; t < part.zh.length; t++) {
      const sum = lexical(s, s + 1, t, t + 1);
      bestOfRow.offer(s, t, sum);
      bestOfColumn.offer(t, s, sum);
    }
  }
  const least = LEAST_EVIDENCE + Math.log(part.en.length * part.zh.length);
  const matches: Match[] = [];
  for (let s = 0; s < part.en.length; s++) {
    const t = bestOfRow.choice[s]!;
    if (t === NONE || bestOfColumn.choice[t] !== s) continue;
    const words = (wordCount(en.tokens, s, s + 1) + wordCount(zh.tokens, t, t + 1)) / 2;
    if (bestOfRow.value[s]! < Math.max(least, LEAST_SUPPORT * words)) continue;
    const match = { en: part.en[s]!, zh: part.zh[t]! };
    if (isOutOfOrder(asBead(match), settled)) matches.push(match);
  }
  return matches;
}

const NONE = -1;

/** For each of some segments the best counterpart offered; none where two are equally good: repeated text. */
class Best {
  readonly value: Float64Array;
  readonly choice: Int32Array;

  constructor(count: number) {
    this.value = new Float64Array(count);
    this.choice = new Int32Array(count).fill(NONE);
  }

  offer(segment: number, counterpart: number, value: number): void {
    if (value < this.value[segment]!) return;
    this.choice[segment] = value > this.value[segment]! ? counterpart : NONE;
    this.value[segment] = value;
  }
}

/** The path in order over what the matches leave. */
function pathWithout(
  matches: readonly Match[],
  pass: Pass,
  corners: Corners,
  walls: readonly Wall[],
): { look: PartialPass; corners: Corners; beads: readonly FoundBead[] } {
  const [enTaken, zhTaken] = [new Set(matches.map(({ en }) => en)), new Set(matches.map(({ zh }) => zh))];
  const { rows, columns } = pass.band;
  const part = {
    en: numbers(rows - 1).filter((s) => !enTaken.has(s)),
    zh: numbers(columns - 1).filter((t) => !zhTaken.has(t)),
  };
  const enBefore = countsBefore(rows, enTaken);
  const zhBefore = countsBefore(columns, zhTaken);
  const moved = corners.map(([i, j]) => [i - enBefore[i]!, j - zhBefore[j]!] as const);
  const movedWalls = walls.map(({ en, zh }) => ({ en: en - enBefore[en]!, zh: zh - zhBefore[zh]! }));
  const around = bandAround(moved, part.en.length + 1, part.zh.length + 1, () => NARROW);
  const look = lookAt(pass, part, throughWalls(around, movedWalls));
  return { look, ...bestPath(look) };
}

/** For each position, how many of the segments before it are taken. */
function countsBefore(positions: number, taken: ReadonlySet<number>): Int32Array {
  const counts = new Int32Array(positions);
  for (let at = 1; at < positions; at++) counts[at] = counts[at - 1]! + (taken.has(at - 1) ? 1 : 0);
  return counts;
}

/** The given segments, in any order; null where there are none or too many to compare each with each. */
function comparable(en: readonly number[], zh: readonly number[]): PartOfText | null {
  const cells = (en.length + 1) * (zh.length + 1);
  if (en.length === 0 || zh.length === 0 || cells > LARGEST_TABLE) return null;
  return { en: Int32Array.from(en).sort(), zh: Int32Array.from(zh).sort() };
}

/** The best path of a look, by its own numbers, and the beads of it by the numbers of the text. */
function bestPath(look: PartialPass): { corners: Corners; beads: readonly FoundBead[] } {
  const { corners, beads } = onePass(look.pass);
  return { corners, beads: beads.map((bead) => inText(bead, look)) };
}

function lookAt(
  { shapes, table, model }: Pass,
  part: PartOfText,
  band = wholeTable(part.en.length, part.zh.length),
): PartialPass {
  const { custom } = model;
  const partOfModel = {
    ...model,
    en: partOfSide(model.en, part.en),
    zh: partOfSide(model.zh, part.zh),
    // A scorer of the caller's knows segments by their numbers in the text; no bead reaches over a gap.
    custom:
      custom &&
      ((row: number, i: number, column: number, j: number) =>
        custom(part.en[row]!, part.en[i - 1]! + 1, part.zh[column]!, part.zh[j - 1]! + 1)),
  };
  return { ...part, pass: { band, shapes, table, model: partOfModel } };
}

/** Without counterpart, or with one that its words speak against. */
function isLeftOver({ enStart, enEnd, zhStart, zhEnd, support }: FoundBead): boolean {
  return enStart === enEnd || zhStart === zhEnd || support < 0;
}

function isDoubtful(bead: FoundBead): boolean {
  return isLeftOver(bead) || scoreOf(bead) < SETTLED_FROM;
}

function isClear(bead: FoundBead, candidates: number): boolean {
  const { enStart, enEnd, zhStart, zhEnd, support, words } = bead;
  if (enStart === enEnd || zhStart === zhEnd || support < LEAST_SUPPORT) return false;
  return support * words >= LEAST_EVIDENCE + Math.log(candidates) && scoreOf(bead) >= LEAST_SCORE;
}

function scoreOf(bead: FoundBead): number {
  return pairScore(bead, bead.enEnd - bead.enStart + bead.zhEnd - bead.zhStart);
}

/** Is there a settled pair before it on one side and after it on the other? */
function isOutOfOrder({ enEnd, zhStart, zhEnd }: FoundBead, settled: readonly FoundBead[]): boolean {
  let [low, high] = [0, settled.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (settled[middle]!.enStart < enEnd) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [settled[low - 1], settled[low]];
  return (before !== undefined && before.zhEnd > zhStart) || (after !== undefined && after.zhStart < zhEnd);
}

function segmentsOf(beads: readonly FoundBead[], side: 'en' | 'zh'): number[] {
  return beads.flatMap(({ enStart, enEnd, zhStart, zhEnd }) =>
    side === 'en' ? range(enStart, enEnd) : range(zhStart, zhEnd),
  );
}

function asBead({ en, zh }: Match): FoundBead {
  return { ...ALONE, enStart: en, enEnd: en + 1, zhStart: zh, zhEnd: zh + 1, crossing: true };
}

const ALONE = { posterior: 1, support: 0, words: 0, crossing: false };

/** A bead of a part by the numbers of the text. */
function inText(bead: FoundBead, { en, zh }: PartOfText): FoundBead {
  const [enStart, enEnd] = rangeInText(bead.enStart, bead.enEnd, en);
  const [zhStart, zhEnd] = rangeInText(bead.zhStart, bead.zhEnd, zh);
  return { ...bead, enStart, enEnd, zhStart, zhEnd };
}

/** A bead that has lost a segment to a crossing pair falls apart. */
function without(bead: FoundBead, enPaired: ReadonlySet<number>, zhPaired: ReadonlySet<number>): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  const enLeft = range(enStart, enEnd).filter((s) => !enPaired.has(s));
  const zhLeft = range(zhStart, zhEnd).filter((t) => !zhPaired.has(t));
  if (enLeft.length === enEnd - enStart && zhLeft.length === zhEnd - zhStart) return [bead];
  return [
    ...enLeft.map((s) => ({ ...ALONE, enStart: s, enEnd: s + 1, zhStart, zhEnd: zhStart })),
    ...zhLeft.map((t) => ({ ...ALONE, enStart: enEnd, enEnd, zhStart: t, zhEnd: t + 1 })),
  ];
}

function inEnglishOrder(a: FoundBead, b: FoundBead): number {
  return a.enStart - b.enStart || a.enEnd - b.enEnd || a.zhStart - b.zhStart;
}

function numbers(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, s) => s);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
