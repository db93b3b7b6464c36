/** A segment of each side, and what they say for each other, in nats, above 0. */
export interface Point {
  readonly en: number;
  readonly zh: number;
  readonly value: number;
}

/** Points that follow one another on both sides. */
export interface LocalChain {
  readonly points: readonly Point[];
  /** Evidence in sum, in nats. */
  readonly evidence: number;
}

/** Two neighbours in a chain stand no more than so many segments apart: nothing may speak for those between them. */
const LONGEST_STEP = 5;
/** Nats that it costs to step over a segment. */
const STEPPED_OVER = 0.5;
/** Nats that it costs that a segment goes with two of the other side, as in a bead that is not 1-1. */
const STAYED = 1;
/** How often all points are gone through. Each time, all chains are taken that share no segment. */
const MOST_ROUNDS = 8;

/**
 * All chains of evidence among points, the heaviest first, no two of which share a segment: local alignment (Smith &
 * Waterman 1981), as genomes are compared of which parts have changed places. Time is linear in the points.
 *
 * @param points by English segment, and those of one by Chinese segment
 * @param least evidence of a chain
 * @param mayFollow whether what lies between two points lets the one follow the other in a chain
 */
export function localChains(
  points: readonly Point[],
  least: number,
  mayFollow: (before: Point, next: Point) => boolean = () => true,
): LocalChain[] {
  const enUsed = new Set<number>();
  const zhUsed = new Set<number>();
  const chains: LocalChain[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const free = points.filter(({ en, zh }) => !enUsed.has(en) && !zhUsed.has(zh));
    const { sum, previous } = heaviest(free, mayFollow);
    const ends = [...free.keys()].filter((point) => sum[point]! >= least);
    ends.sort((a, b) => sum[b]! - sum[a]! || a - b);
    let isAnyCut = false;
    for (const end of ends) {
      const chain = traced(end, previous).map((point) => free[point]!);
      // What ends in a chain that is taken is a piece of it; what only begins there goes on elsewhere.
      const last = chain.at(-1)!;
      if (enUsed.has(last.en) || zhUsed.has(last.zh)) continue;
      if (chain.some(({ en, zh }) => enUsed.has(en) || zhUsed.has(zh))) {
        isAnyCut = true;
        continue;
      }
      for (const { en, zh } of chain) {
        enUsed.add(en);
        zhUsed.add(zh);
      }
      chains.push({ points: chain, evidence: sum[end]! });
    }
    if (!isAnyCut) break;
  }
  return chains.sort((a, b) => b.evidence - a.evidence);
}

/** For each point the evidence of the heaviest chain that ends in it, and the point before it there; −1 for none. */
function heaviest(
  points: readonly Point[],
  mayFollow: (before: Point, next: Point) => boolean,
): { readonly sum: Float64Array; readonly previous: Int32Array } {
  const sum = Float64Array.from(points, ({ value }) => value);
  const previous = new Int32Array(points.length).fill(-1);
  // For each distance in English segments the first point that can be so far before the present one.
  const from = new Int32Array(LONGEST_STEP + 1);
  points.forEach(({ en, zh, value }, point) => {
    for (let step = 0; step <= LONGEST_STEP; step++) {
      let at = from[step]!;
      const first = zh - LONGEST_STEP;
      while (
        at < point &&
        (points[at]!.en < en - step || (points[at]!.en === en - step && points[at]!.zh < first))
      )
        at++;
      // The next point of this segment stands further on.
      from[step] = at;
      for (; at < point && points[at]!.en === en - step && points[at]!.zh <= zh; at++) {
        const over = step + zh - points[at]!.zh - 2;
        const stays = step === 0 || points[at]!.zh === zh;
        if (stays && over >= 0) continue;
        const chain = sum[at]! + value - (stays ? STAYED : STEPPED_OVER * over);
        if (chain <= sum[point]! || !mayFollow(points[at]!, points[point]!)) continue;
        sum[point] = chain;
        previous[point] = at;
      }
    }
  });
  return { sum, previous };
}

function traced(end: number, previous: Int32Array): number[] {
  const points: number[] = [];
  for (let point = end; point >= 0; point = previous[point]!) points.push(point);
  return points.reverse();
}
