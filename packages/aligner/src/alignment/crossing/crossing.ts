import type { Progress } from '../../common/progress.js';
import { countInSteps, isStep, type ResultsInSteps, type Steps } from '../../common/steps.js';
import { pathScore } from '../calibration/calibrate.js';
import { bandAround, type Limits, NARROW, wholeTable, within } from '../lattice/band.js';
import { numberCost, timeCost, turnCost } from '../lattice/bead-costs.js';
import { type FoundBead, range, segmentsOf } from '../lattice/found-bead.js';
import { bestPath, type Look, lookAt, type Pass } from '../lattice/look.js';
import {
  countBefore,
  limitsOfPart,
  type PartOfText,
  partOfSide,
  partOfText,
} from '../lattice/part-of-side.js';
import type { FoundSection } from '../lattice/pass.js';
import { missingNumbers } from '../quantities/segment-numbers.js';
import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { wordCount } from '../score/tokens.js';
import { localChains, type Point } from './local-chains.js';
import { rarePoints } from './rare-points.js';
import type { MayCross } from './within-rows.js';

/** A segment of each side that speak for each other. */
interface Match {
  readonly en: number;
  readonly zh: number;
}

/**
 * Doubtful segments are compared with those nearby only: so many that their table has no more cells than this. Two
 * texts that have little in common leave nearly everything in doubt.
 */
const LARGEST_TABLE = 100_000;
/** What has changed places stands less than so many beads apart. Results can be handed out after as many. */
const MOST_BEADS = 2000;
/** Beads on either side of a match that may be cut anew without it. */
const AROUND = 8;
/** Free segments on either side of a block that may be part of it. */
const BESIDE = 4;
/** Nats by which the words of a crossing pair must speak for it, beyond what the best of so many pairs has by chance. */
const LEAST_EVIDENCE = 1.5;
/** The same for a block that is told by its rare words, of which much may be chance. */
const LEAST_FAR_EVIDENCE = 15;
/** The same by word: a pair in order seldom has less. */
const LEAST_SUPPORT = 0.15;
/** The least score of the pair among what is left over. */
const LEAST_SCORE = 0.5;
/** Nats by which the words of a bead speak for one of its segments, below which it may be there for want of a better place. */
const WEAKLY_HELD = 8;
/** Pairs in order with a smaller score are doubtful: a sentence out of order makes wrong ones of its neighbours. */
const SETTLED_FROM = 0.7;

/**
 * Finds pairs out of order: a main clause before its list on one side and after it on the other, clauses or
 * paragraphs that have changed places. A path in order can only leave their segments without counterpart or force
 * them into doubtful pairs. So the segments of doubtful beads are compared one by one; those that clearly speak for
 * each other across the path are taken out of it, the path around them is found again without them, and what is left
 * over is aligned among itself.
 *
 * @param sections the path in order
 * @param limits where the path may go
 * @param mayCross which pairs may go across the path; those of a table may not leave their row
 * @param before the path of the pass before, through the whole text
 * @returns its beads in the order of the English text, those out of order marked, some sections at a time
 */
export function* findCrossings(
  pass: Pass,
  sections: Iterable<FoundSection | Progress | undefined>,
  limits: Limits,
  mayCross: MayCross,
  before: readonly FoundBead[] = [],
): ResultsInSteps<FoundSection> {
  const far = (yield* farPairs(pass, before, mayCross)).sort(inEnglishOrder);
  const taken = { en: new Set(segmentsOf(far, 'en')), zh: new Set(segmentsOf(far, 'zh')) };
  let next = 0;
  for (const together of searchable(sections)) {
    if (isStep(together)) {
      yield together;
      continue;
    }
    const { beads, widened } = together;
    const inOrder = far.length === 0 ? beads : yield* pathWithout(taken, pass, beads, limits);
    const found = yield* crossingsIn(pass, inOrder, limits, mayCross);
    const here: FoundBead[] = [];
    const end = beads.at(-1)?.enEnd ?? 0;
    while (next < far.length && far[next]!.enStart < end) here.push(far[next++]!);
    yield { beads: here.length === 0 ? found : [...found, ...here].sort(inEnglishOrder), widened };
  }
}

/**
 * Pairs of blocks that stand farther apart than sections are put together, or are too large for a table: they are told
 * by their rare words, in the path of the pass before.
 */
function* farPairs(pass: Pass, beads: readonly FoundBead[], mayCross: MayCross): Steps<FoundBead[]> {
  const [doubtful, settled] = [beads.filter(isDoubtful), beads.filter((bead) => !isDoubtful(bead))];
  const part = partOfText(segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  const cells = part.en.length * part.zh.length;
  if (beads.length <= MOST_BEADS && cells <= LARGEST_TABLE) return [];
  const [en, zh] = [partOfSide(pass.model.en, part.en), partOfSide(pass.model.zh, part.zh)];
  const points = rarePoints(en.tokens, zh.tokens, pass.links, part.en, part.zh);
  const chains = localChains(points, LEAST_FAR_EVIDENCE + Math.log(1 + cells))
    .map((chain) => chain.points)
    .filter((chain) => chain.every((point) => mayCross(point.en, point.zh)));
  return yield* pairsOfBlocks(pass, thoseOutOfOrder(chains, settled), settled, doubtful, mayCross);
}

/** Puts sections together, as far as their doubtful segments are not too many to compare each with each. */
function* searchable(sections: Iterable<FoundSection | Progress | undefined>): ResultsInSteps<FoundSection> {
  let beads: FoundBead[] = [];
  let widened = false;
  let [en, zh] = [0, 0];
  for (const section of sections) {
    if (isStep(section)) {
      yield section;
      continue;
    }
    for (const bead of section.beads) {
      const [enMore, zhMore] = isDoubtful(bead)
        ? [bead.enEnd - bead.enStart, bead.zhEnd - bead.zhStart]
        : [0, 0];
      if ((en + enMore + 1) * (zh + zhMore + 1) > LARGEST_TABLE || beads.length === MOST_BEADS) {
        yield { beads, widened };
        [beads, widened, en, zh] = [[], false, 0, 0];
      }
      beads.push(bead);
      en += enMore;
      zh += zhMore;
    }
    widened ||= section.widened;
  }
  yield { beads, widened };
}

function* crossingsIn(
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
  mayCross: MayCross,
): Steps<readonly FoundBead[]> {
  const blocks = yield* blocksAcross(pass, beads, mayCross);
  if (blocks.length === 0) return beads;
  const inOrder = yield* pathWithout(segmentsIn(blocks.flat()), pass, beads, limits);
  const rest = inOrder.filter(isLeftOver);
  const settled = inOrder.filter((bead) => !isLeftOver(bead));
  const crossing = yield* pairsOfBlocks(pass, blocks, settled, rest, mayCross);
  if (crossing.length === 0) return beads;
  const paired = { en: new Set(segmentsOf(crossing, 'en')), zh: new Set(segmentsOf(crossing, 'zh')) };
  // What a block has left over is in the path again.
  return [...(yield* pathWithout(paired, pass, beads, limits)), ...crossing].sort(inEnglishOrder);
}

/** The segments of both sides that are to be taken out of the path. */
interface Taken {
  readonly en: ReadonlySet<number>;
  readonly zh: ReadonlySet<number>;
}

function segmentsIn(matches: readonly Match[]): Taken {
  return { en: new Set(matches.map(({ en }) => en)), zh: new Set(matches.map(({ zh }) => zh)) };
}

/**
 * The pairs of blocks that stand out of order: each block is aligned by itself, together with what the path around it
 * leaves without counterpart beside it.
 *
 * @param rest beads of what may be part of a block
 */
function* pairsOfBlocks(
  pass: Pass,
  blocks: readonly (readonly Match[])[],
  settled: readonly FoundBead[],
  rest: readonly FoundBead[],
  mayCross: MayCross,
): Steps<FoundBead[]> {
  const free = { en: new Set(segmentsOf(rest, 'en')), zh: new Set(segmentsOf(rest, 'zh')) };
  const inBlocks = blocks.flat();
  const candidates = (free.en.size + inBlocks.length) * (free.zh.size + inBlocks.length);
  const crossing: FoundBead[] = [];
  for (const block of blocks) {
    const own = segmentsIn(block);
    const part = partOfText(besides(own.en, free.en), besides(own.zh, free.zh));
    const path = (yield* bestPath(lookAlong(pass, part, block))).beads;
    const isOwn = (bead: FoundBead): boolean => isClear(bead, block.length > 1 ? 1 : candidates);
    const clear = path.map(isOwn);
    const [first, last] = [clear.indexOf(true), clear.lastIndexOf(true)];
    // What stands between two clear pairs of a block is as much in order there as anything in a path.
    const pairs = path
      .filter((bead, index) => first >= 0 && index >= first && index <= last && !isLeftOver(bead))
      .filter((bead) => isOutOfOrder(bead, settled))
      .filter(({ enStart, enEnd, zhStart, zhEnd }) =>
        range(enStart, enEnd).every((s) => range(zhStart, zhEnd).every((t) => mayCross(s, t))),
      );
    for (const s of segmentsOf(pairs, 'en')) free.en.delete(s);
    for (const t of segmentsOf(pairs, 'zh')) free.zh.delete(t);
    crossing.push(...pairs.map((bead) => ({ ...bead, crossing: true })));
  }
  return crossing;
}

/** The segments of a block with those free ones that stand in it or up to `BESIDE` before and after it. */
function besides(own: ReadonlySet<number>, free: ReadonlySet<number>): number[] {
  const isTaken = (s: number): boolean => own.has(s) || free.has(s);
  let [from, to] = [Math.min(...own), Math.max(...own)];
  for (let step = 0; step < BESIDE && isTaken(from - 1); step++) from--;
  for (let step = 0; step < BESIDE && isTaken(to + 1); step++) to++;
  return range(from, to + 1).filter(isTaken);
}

/** A look at a block along its chain, in which no wall limits what is paired: pairs out of order are across some. */
function lookAlong(pass: Pass, part: PartOfText, block: readonly Match[]): Look {
  const table = wholeTable(part.en.length, part.zh.length);
  const corners = block.map(
    ({ en, zh }) => [countBefore(part.en, en + 1), countBefore(part.zh, zh + 1)] as const,
  );
  const around = bandAround(corners, part.en.length + 1, part.zh.length + 1, () => NARROW);
  return lookAt(pass, part, around, table);
}

/** A look at the whole table of a part, in which no wall limits what is paired: pairs out of order are across some. */
function lookAtAll(pass: Pass, part: PartOfText): Look {
  const table = wholeTable(part.en.length, part.zh.length);
  return lookAt(pass, part, table, table);
}

/**
 * Blocks of doubtful segments that speak for each other across the path: all local chains of evidence are found, the
 * heaviest ones that agree with what is settled and with each other stay in order, and the others have changed places.
 */
function* blocksAcross(
  pass: Pass,
  beads: readonly FoundBead[],
  mayCross: MayCross,
): Steps<(readonly Match[])[]> {
  const taken = yield* claimed(pass, beads, mayCross);
  const isOpen = (bead: FoundBead): boolean => isDoubtful(bead) || taken.has(bead);
  const doubtful = beads.filter(isOpen);
  const part = partOfText(segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  const [rows, columns] = [part.en.length, part.zh.length];
  if (rows === 0 || columns === 0) return [];
  const { en, zh } = pass.model;
  const evidence = yield* evidenceIn(pass, part);
  const points: Point[] = [];
  const bestOfRow = new Best(rows);
  const bestOfColumn = new Best(columns);
  yield* countInSteps(rows, 8, (s) => {
    for (let t = 0; t < columns; t++) {
      const value = evidence(s, t);
      const point = { en: part.en[s]!, zh: part.zh[t]!, value };
      if (value > 0 && mayCross(point.en, point.zh)) points.push(point);
      bestOfRow.offer(s, t, value);
      bestOfColumn.offer(t, s, value);
    }
  });
  const chains = localChains(points, LEAST_EVIDENCE + Math.log(rows * columns)).filter(
    ({ points: chain, evidence }) =>
      // A passage that comes again does not tell which of its copies has changed places.
      chain.some((point) => {
        const [s, t] = [countBefore(part.en, point.en), countBefore(part.zh, point.zh)];
        const words =
          (wordCount(en.tokens, point.en, point.en + 1) + wordCount(zh.tokens, point.zh, point.zh + 1)) / 2;
        const isOnly = bestOfRow.choice[s] === t && bestOfColumn.choice[t] === s;
        return isOnly && (chain.length > 1 || evidence >= LEAST_SUPPORT * words);
      }),
  );
  return thoseOutOfOrder(
    chains.map((chain) => chain.points),
    beads.filter((bead) => !isOpen(bead)),
  );
}

/** What two segments of a part, by their numbers in it, say for each other, in nats, wherever they stand. */
function* evidenceIn(pass: Pass, part: PartOfText): Steps<(s: number, t: number) => number> {
  const [rows, columns] = [part.en.length, part.zh.length];
  const { en, zh, turns, timing, weights } = lookAtAll(pass, part).pass.model;
  const reach = { lo: new Int32Array(rows), hi: new Int32Array(rows).fill(columns) };
  const hits = yield* findHits(reach, en.tokens, zh.tokens, pass.links);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  const missing = yield* missingNumbers(hits, en.numbers, zh.numbers);
  return (s, t) => {
    const apart =
      numberCost(missing(s, s + 1, t, t + 1), weights) +
      (turns ? turnCost(turns, en.places, zh.places, s, s + 1, t, t + 1, weights) : 0) +
      (timing ? timeCost(timing, en.times, zh.times, s, s + 1, t, t + 1, weights) : 0);
    return lexical(s, s + 1, t, t + 1) - apart;
  };
}

/**
 * Pairs that the path is sure of for want of better ones: little in them speaks for one of their segments, and much more
 * speaks for it elsewhere, where as little holds the other one. Between two walls, or beside what it is taken for a part of, a
 * sentence whose counterpart has changed places has nowhere else to go.
 */
function* claimed(
  pass: Pass,
  beads: readonly FoundBead[],
  mayCross: MayCross,
): Steps<ReadonlySet<FoundBead>> {
  const held = yield* heldBy(pass, beads);
  for (let most = WEAKLY_HELD; most > 0; most /= 2) {
    const weak = held.filter(({ evidence }) => evidence < most);
    const [en, zh] = [weak.filter(({ side }) => side === 'en'), weak.filter(({ side }) => side === 'zh')];
    if (en.length * zh.length > LARGEST_TABLE) continue;
    return en.length * zh.length === 0 ? new Set() : yield* claimsAmong(pass, en, zh, mayCross);
  }
  return new Set();
}

function* claimsAmong(
  pass: Pass,
  en: readonly Held[],
  zh: readonly Held[],
  mayCross: MayCross,
): Steps<ReadonlySet<FoundBead>> {
  const part = partOfText(
    en.map(({ segment }) => segment),
    zh.map(({ segment }) => segment),
  );
  const evidence = yield* evidenceIn(pass, part);
  const least = LEAST_EVIDENCE + Math.log(Math.max(en.length, zh.length));
  const beads = new Set<FoundBead>();
  for (const [s, own] of en.entries()) {
    yield;
    for (const [t, other] of zh.entries()) {
      if (own.bead === other.bead || !mayCross(own.segment, other.segment)) continue;
      if (evidence(s, t) >= own.evidence + other.evidence + least) beads.add(own.bead).add(other.bead);
    }
  }
  return beads;
}

/** A segment with what its bead says for it, in nats: how much less the rest of the bead would say without it. */
interface Held {
  readonly side: 'en' | 'zh';
  readonly segment: number;
  readonly bead: FoundBead;
  readonly evidence: number;
}

/** What holds each segment of the path in its place, in their order. */
function* heldBy(pass: Pass, beads: readonly FoundBead[]): Steps<Held[]> {
  const { en, zh, weights } = pass.model;
  const part = partOfText(segmentsOf(beads, 'en'), segmentsOf(beads, 'zh'));
  const [enSide, zhSide] = [partOfSide(en, part.en), partOfSide(zh, part.zh)];
  const reach = { lo: new Int32Array(part.en.length), hi: new Int32Array(part.en.length) };
  const places = beads.map(({ enStart, enEnd, zhStart, zhEnd }) => {
    const row = countBefore(part.en, enStart);
    const column = countBefore(part.zh, zhStart);
    return [row, row + enEnd - enStart, column, column + zhEnd - zhStart] as const;
  });
  for (const [row, i, column, j] of places) {
    reach.lo.fill(column, row, i);
    reach.hi.fill(j, row, i);
  }
  const lexical = lexicalScorer(
    yield* findHits(reach, enSide.tokens, zhSide.tokens, pass.links),
    enSide.tokens,
    zhSide.tokens,
    weights,
  );
  return beads.flatMap((bead, at): Held[] => {
    const [row, i, column, j] = places[at]!;
    if (row === i || column === j) {
      const side = row === i ? 'zh' : 'en';
      return segmentsOf([bead], side).map((segment) => ({ side, segment, bead, evidence: 0 }));
    }
    const all = lexical(row, i, column, j);
    const without = (
      from: number,
      to: number,
      s: number,
      rest: (from: number, to: number) => number,
    ): number =>
      to - from === 1
        ? 0
        : s === from
          ? rest(from + 1, to)
          : s === to - 1
            ? rest(from, to - 1)
            : NOTHING_FOR_IT;
    const held = (side: 'en' | 'zh', segment: number, rest: number): Held => ({
      side,
      segment,
      bead,
      evidence: Math.max(0, all - rest),
    });
    return [
      ...range(row, i).map((s) =>
        held(
          'en',
          part.en[s]!,
          without(row, i, s, (from, to) => lexical(from, to, column, j)),
        ),
      ),
      ...range(column, j).map((t) =>
        held(
          'zh',
          part.zh[t]!,
          without(column, j, t, (from, to) => lexical(row, i, from, to)),
        ),
      ),
    ];
  });
}

/** What is inside a bead is not asked about: a bead has no gap. */
const NOTHING_FOR_IT = Number.NEGATIVE_INFINITY;

/** Of chains, the heaviest first, those that agree neither with what is settled nor with heavier ones that do. */
function thoseOutOfOrder(
  chains: readonly (readonly Match[])[],
  settled: readonly FoundBead[],
): (readonly Match[])[] {
  let inOrder = settled;
  return chains.filter((chain) => {
    if (chain.some((match) => isOutOfOrder(asBead(match), inOrder))) return true;
    inOrder = [...inOrder, ...chain.map(asBead)].sort(inEnglishOrder);
    return false;
  });
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

/** The path in order over what the matches leave: found anew around their segments, as it was elsewhere. */
function* pathWithout(
  { en: enTaken, zh: zhTaken }: Taken,
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): Steps<FoundBead[]> {
  const isTouched = beads.map(
    ({ enStart, enEnd, zhStart, zhEnd }) =>
      range(enStart, enEnd).some((s) => enTaken.has(s)) || range(zhStart, zhEnd).some((t) => zhTaken.has(t)),
  );
  const path: FoundBead[] = [];
  for (let at = 0; at < beads.length; ) {
    let end = at;
    for (let near = at; near < beads.length && near < end + AROUND; near++)
      if (isTouched[near]) end = near + AROUND;
    if (end === at) path.push(beads[at++]!);
    else {
      end = Math.min(end, beads.length);
      const found = yield* windowWithout(enTaken, zhTaken, pass, beads.slice(at, end), limits);
      // It may hold more beads than a function can have arguments.
      for (const bead of found) path.push(bead);
      at = end;
    }
  }
  return path;
}

function* windowWithout(
  enTaken: ReadonlySet<number>,
  zhTaken: ReadonlySet<number>,
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): Steps<readonly FoundBead[]> {
  const part = partOfText(
    segmentsOf(beads, 'en').filter((s) => !enTaken.has(s)),
    segmentsOf(beads, 'zh').filter((t) => !zhTaken.has(t)),
    beads[0]!.enStart,
    beads[0]!.zhStart,
  );
  const corners = beads.map(
    ({ enEnd, zhEnd }) => [countBefore(part.en, enEnd), countBefore(part.zh, zhEnd)] as const,
  );
  const around = bandAround(corners, part.en.length + 1, part.zh.length + 1, () => NARROW);
  const limitsHere = limitsOfPart(limits, part);
  return (yield* bestPath(lookAt(pass, part, within(around, limitsHere), limitsHere))).beads;
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
  return pathScore(bead, bead.enEnd - bead.enStart + bead.zhEnd - bead.zhStart);
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

function asBead({ en, zh }: Match): FoundBead {
  return { ...ALONE, enStart: en, enEnd: en + 1, zhStart: zh, zhEnd: zh + 1, crossing: true };
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

function inEnglishOrder(a: FoundBead, b: FoundBead): number {
  return a.enStart - b.enStart || a.enEnd - b.enEnd || a.zhStart - b.zhStart;
}
