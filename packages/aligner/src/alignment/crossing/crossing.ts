import { pairScore } from '../calibration/calibrate.js';
import { bandAround, type Limits, NARROW, wholeTable, within } from '../lattice/band.js';
import { numberCost, timeCost, turnCost } from '../lattice/bead-costs.js';
import { type FoundBead, range, segmentsOf } from '../lattice/found-bead.js';
import { bestPath, type Look, lookAt, type Pass } from '../lattice/look.js';
import { countBefore, limitsOfPart, type PartOfText, partOfText } from '../lattice/part-of-side.js';
import type { FoundSection } from '../lattice/pass.js';
import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';
import { missingNumbers } from '../score/segment-numbers.js';
import { wordCount } from '../score/tokens.js';
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
 * each other across the path are taken out of it, the path around them is found again without them, and what is left
 * over is aligned among itself.
 *
 * @param sections the path in order
 * @param limits where the path may go
 * @param mayCross which pairs may go across the path; those of a table may not leave their row
 * @returns its beads in the order of the English text, those out of order marked, some sections at a time
 */
export function* findCrossings(
  pass: Pass,
  sections: Iterable<FoundSection>,
  limits: Limits,
  mayCross: MayCross,
): Generator<FoundSection> {
  for (const { beads, widened } of searchable(sections))
    yield { beads: crossingsIn(pass, beads, limits, mayCross), widened };
}

/** Puts sections together, as far as their doubtful segments are not too many to compare each with each. */
function* searchable(sections: Iterable<FoundSection>): Generator<FoundSection> {
  let beads: FoundBead[] = [];
  let widened = false;
  let [en, zh] = [0, 0];
  for (const section of sections) {
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

function crossingsIn(
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
  mayCross: MayCross,
): readonly FoundBead[] {
  let matches = matchesAcross(pass, beads, mayCross);
  for (let round = 0; round < MOST_ROUNDS && matches.length > 0; round++) {
    const inOrder = pathWithout(matches, pass, beads, limits);
    const settled = inOrder.filter((bead) => !isLeftOver(bead));
    const rest = inOrder.filter(isLeftOver);
    const leftOver = partOfText(
      [...matches.map(({ en }) => en), ...segmentsOf(rest, 'en')],
      [...matches.map(({ zh }) => zh), ...segmentsOf(rest, 'zh')],
    );
    const crossing = pairsOutOfOrder(pass, leftOver, matches, settled, mayCross);
    const [enPaired, zhPaired] = [new Set(segmentsOf(crossing, 'en')), new Set(segmentsOf(crossing, 'zh'))];
    const held = matches.filter(({ en, zh }) => enPaired.has(en) && zhPaired.has(zh));
    if (held.length === matches.length) {
      const others = inOrder.flatMap((bead) => without(bead, enPaired, zhPaired));
      return [...others, ...crossing].sort(inEnglishOrder);
    }
    matches = held;
  }
  return beads;
}

/**
 * The pairs among what is left over that are clear and out of order. Those that have changed places with each other
 * cross each other as well, so one path finds only some of them: matches that it has torn apart are tried by themselves.
 */
function pairsOutOfOrder(
  pass: Pass,
  leftOver: PartOfText,
  matches: readonly Match[],
  settled: readonly FoundBead[],
  mayCross: MayCross,
): FoundBead[] {
  const candidates = leftOver.en.length * leftOver.zh.length;
  const pairsIn = (part: PartOfText): FoundBead[] =>
    bestPath(lookAtAll(pass, part))
      .beads.filter((bead) => isClear(bead, candidates) && isOutOfOrder(bead, settled))
      .filter(({ enStart, enEnd, zhStart, zhEnd }) =>
        range(enStart, enEnd).every((s) => range(zhStart, zhEnd).every((t) => mayCross(s, t))),
      )
      .map((bead) => ({ ...bead, crossing: true }));
  const together = pairsIn(leftOver);
  const [enPaired, zhPaired] = [new Set(segmentsOf(together, 'en')), new Set(segmentsOf(together, 'zh'))];
  const alone = matches
    .filter(({ en, zh }) => !enPaired.has(en) && !zhPaired.has(zh))
    .flatMap(({ en, zh }) => pairsIn(partOfText([en], [zh])));
  return [...together, ...alone];
}

/** A look at the whole table of a part, in which no wall limits what is paired: pairs out of order are across some. */
function lookAtAll(pass: Pass, part: PartOfText): Look {
  const table = wholeTable(part.en.length, part.zh.length);
  return lookAt(pass, part, table, table);
}

/** Segments of doubtful beads that are each other's best counterpart, clearly so, and not in the path's order. */
function matchesAcross(pass: Pass, beads: readonly FoundBead[], mayCross: MayCross): Match[] {
  const doubtful = beads.filter(isDoubtful);
  const settled = beads.filter((bead) => !isDoubtful(bead));
  const part = partOfText(segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  if (part.en.length === 0 || part.zh.length === 0) return [];
  const { en, zh, turns, timing, weights } = lookAtAll(pass, part).pass.model;
  const [lo, hi] = [new Int32Array(part.en.length), new Int32Array(part.en.length).fill(part.zh.length)];
  const hits = findHits({ lo, hi }, en.tokens, zh.tokens, pass.links);
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  const missing = missingNumbers(hits, en.numbers, zh.numbers);
  const bestOfRow = new Best(part.en.length);
  const bestOfColumn = new Best(part.zh.length);
  for (let s = 0; s < part.en.length; s++) {
    for (let t = 0; t < part.zh.length; t++) {
      const apart =
        numberCost(missing(s, s + 1, t, t + 1), weights) +
        (turns ? turnCost(turns, en.places, zh.places, s, s + 1, t, t + 1, weights) : 0) +
        (timing ? timeCost(timing, en.times, zh.times, s, s + 1, t, t + 1, weights) : 0);
      const sum = lexical(s, s + 1, t, t + 1) - apart;
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
    if (mayCross(match.en, match.zh) && isOutOfOrder(asBead(match), settled)) matches.push(match);
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

/** The path in order over what the matches leave: found anew around their segments, as it was elsewhere. */
function pathWithout(
  matches: readonly Match[],
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): FoundBead[] {
  const [enTaken, zhTaken] = [new Set(matches.map(({ en }) => en)), new Set(matches.map(({ zh }) => zh))];
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
      path.push(...windowWithout(enTaken, zhTaken, pass, beads.slice(at, end), limits));
      at = end;
    }
  }
  return path;
}

function windowWithout(
  enTaken: ReadonlySet<number>,
  zhTaken: ReadonlySet<number>,
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): readonly FoundBead[] {
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
  return bestPath(lookAt(pass, part, within(around, limitsHere), limitsHere)).beads;
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

function asBead({ en, zh }: Match): FoundBead {
  return { ...ALONE, enStart: en, enEnd: en + 1, zhStart: zh, zhEnd: zh + 1, crossing: true };
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

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
