import { pairScore } from '../score/calibrate.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import { bandAround, makeBand, throughWalls } from './band.js';
import type { Wall } from './clause-walls.js';
import { type PartOfText, partOfSide } from './part-of-side.js';
import { type Corners, type FoundBead, onePass, type Pass, priceBeads } from './pass.js';

/** A look at some of the segments of both sides. */
export interface PartialPass extends PartOfText {
  readonly pass: Pass;
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
/** Columns on either side of the path that are looked at when segments have been taken out of it. */
const NARROW = 7;

/**
 * Finds pairs out of order: a main clause before its list on one side and after it on the other, clauses or
 * paragraphs that have changed places. A path in order can only leave their segments without counterpart or force
 * them into doubtful pairs. So the segments of doubtful beads are compared one by one; those that clearly speak for
 * each other across the path are taken out of it, the path is found again without them, and what is left over is
 * aligned among itself.
 *
 * @param corners the path in order, and `beads` what it found
 * @returns the beads in the order of the English text, those out of order marked; and the look that found these
 */
export function findCrossings(
  pass: Pass,
  corners: Corners,
  beads: readonly FoundBead[],
  walls: readonly Wall[],
): { beads: readonly FoundBead[]; leftOver: PartialPass | null } {
  let matches = matchesAcross(pass, beads);
  for (let round = 0; round < MOST_ROUNDS && matches.length > 0; round++) {
    const inOrder = pathWithout(matches, pass, corners, walls);
    const settled = inOrder.filter((bead) => !isLeftOver(bead));
    const leftOver = look(
      pass,
      [...matches.map(({ en }) => en), ...segmentsOf(inOrder.filter(isLeftOver), 'en')],
      [...matches.map(({ zh }) => zh), ...segmentsOf(inOrder.filter(isLeftOver), 'zh')],
    );
    if (!leftOver) break;
    const candidates = leftOver.en.length * leftOver.zh.length;
    const crossing = onePass(leftOver.pass)
      .beads.filter((bead) => isClear(bead, candidates))
      .map((bead) => ({ ...inText(bead, leftOver), crossing: true }))
      .filter((bead) => isOutOfOrder(bead, settled));
    const [enPaired, zhPaired] = [new Set(segmentsOf(crossing, 'en')), new Set(segmentsOf(crossing, 'zh'))];
    const held = matches.filter(({ en, zh }) => enPaired.has(en) && zhPaired.has(zh));
    if (held.length === matches.length) {
      const rest = inOrder.flatMap((bead) => without(bead, enPaired, zhPaired));
      return { beads: [...rest, ...crossing].sort(inEnglishOrder), leftOver };
    }
    matches = held;
  }
  return { beads, leftOver: null };
}

/** Segments of doubtful beads that are each other's best counterpart, clearly so, and not in the path's order. */
function matchesAcross(pass: Pass, beads: readonly FoundBead[]): Match[] {
  const doubtful = beads.filter(isDoubtful);
  const settled = beads.filter((bead) => !isDoubtful(bead));
  const part = look(pass, segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  if (!part) return [];
  const { hits } = priceBeads(part.pass);
  const { en, zh, weights } = part.pass.model;
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  const [rows, columns] = [part.en.length, part.zh.length];
  const evidence = new Float64Array(rows * columns);
  const bestOfRow = new Float64Array(rows);
  const bestOfColumn = new Float64Array(columns);
  for (let s = 0; s < rows; s++) {
    for (let t = 0; t < columns; t++) {
      const sum = lexical(s, s + 1, t, t + 1);
      evidence[s * columns + t] = sum;
      bestOfRow[s] = Math.max(bestOfRow[s]!, sum);
      bestOfColumn[t] = Math.max(bestOfColumn[t]!, sum);
    }
  }
  const matches: Match[] = [];
  for (let s = 0; s < rows; s++) {
    for (let t = 0; t < columns; t++) {
      const sum = evidence[s * columns + t]!;
      const words = (wordCount(en.tokens, s, s + 1) + wordCount(zh.tokens, t, t + 1)) / 2;
      const isClearlyBest =
        sum === bestOfRow[s] &&
        sum === bestOfColumn[t] &&
        sum >= LEAST_EVIDENCE + Math.log(rows * columns) &&
        sum >= LEAST_SUPPORT * words;
      if (!isClearlyBest) continue;
      const match = { en: part.en[s]!, zh: part.zh[t]! };
      if (isOutOfOrder(asBead(match), settled)) matches.push(match);
    }
  }
  return matches;
}

/** The path in order over what the matches leave. */
function pathWithout(
  matches: readonly Match[],
  pass: Pass,
  corners: Corners,
  walls: readonly Wall[],
): FoundBead[] {
  const [enTaken, zhTaken] = [new Set(matches.map(({ en }) => en)), new Set(matches.map(({ zh }) => zh))];
  const kept = (count: number, taken: ReadonlySet<number>): Int32Array =>
    Int32Array.from({ length: count }, (_, s) => s).filter((s) => !taken.has(s));
  const part = {
    en: kept(pass.band.rows - 1, enTaken),
    zh: kept(pass.band.columns - 1, zhTaken),
  };
  const enBefore = countsBefore(pass.band.rows, enTaken);
  const zhBefore = countsBefore(pass.band.columns, zhTaken);
  const moved = corners.map(([i, j]) => [i - enBefore[i]!, j - zhBefore[j]!] as const);
  const movedWalls = walls.map(({ en, zh }) => ({ en: en - enBefore[en]!, zh: zh - zhBefore[zh]! }));
  const band = throughWalls(
    bandAround(moved, part.en.length + 1, part.zh.length + 1, () => NARROW),
    movedWalls,
  );
  return onePass({ ...partOfPass(pass, part), band }).beads.map((bead) => inText(bead, part));
}

/** For each position, how many of the segments before it are taken. */
function countsBefore(positions: number, taken: ReadonlySet<number>): Int32Array {
  const counts = new Int32Array(positions);
  for (let at = 1; at < positions; at++) counts[at] = counts[at - 1]! + (taken.has(at - 1) ? 1 : 0);
  return counts;
}

/** All pairs of the given segments; null where there are none or too many. */
function look(pass: Pass, en: readonly number[], zh: readonly number[]): PartialPass | null {
  const cells = (en.length + 1) * (zh.length + 1);
  if (en.length === 0 || zh.length === 0 || cells > LARGEST_TABLE) return null;
  const part = { en: Int32Array.from(en).sort(), zh: Int32Array.from(zh).sort() };
  return { ...part, pass: partOfPass(pass, part) };
}

function partOfPass({ shapes, table, model }: Pass, part: PartOfText): Pass {
  const rows = part.en.length + 1;
  const columns = part.zh.length + 1;
  return {
    band: makeBand(new Int32Array(rows), new Int32Array(rows).fill(columns), columns),
    shapes,
    table,
    // A scorer of the caller's knows segments by their numbers in the text.
    model: { ...model, en: partOfSide(model.en, part.en), zh: partOfSide(model.zh, part.zh), custom: null },
  };
}

/** Without counterpart, or with one that its words speak against. */
function isLeftOver({ enStart, enEnd, zhStart, zhEnd, support }: FoundBead): boolean {
  return enStart === enEnd || zhStart === zhEnd || support < 0;
}

function isDoubtful(bead: FoundBead): boolean {
  return isLeftOver(bead) || scoreOf(bead) < LEAST_SCORE;
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
function isOutOfOrder(bead: FoundBead, settled: readonly FoundBead[]): boolean {
  const next = settled.findIndex(({ enStart }) => enStart >= bead.enEnd);
  const before = settled[(next < 0 ? settled.length : next) - 1];
  const after = settled[next];
  return (before && before.zhEnd > bead.zhStart) || (after && after.zhStart < bead.zhEnd) || false;
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

function rangeInText(start: number, end: number, kept: Int32Array): [start: number, end: number] {
  const last = (kept[end - 1] ?? -1) + 1;
  return end > start ? [kept[start]!, last] : [last, last];
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

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}
