import { countInSteps, type Steps } from '../../common/steps.js';
import { type FoundBead, segmentsOf } from '../lattice/found-bead.js';
import { countBefore, partOfText } from '../lattice/part-of-side.js';
import type { Pass } from '../lattice/region.js';
import { wordCount } from '../score/tokens.js';
import { claimed } from './claimed.js';
import { contested } from './contested.js';
import { isDoubtful, LEAST_EVIDENCE, LEAST_SUPPORT } from './doubtful.js';
import { evidenceIn } from './evidence.js';
import { type LocalChain, localChains, type Point } from './local-chains.js';
import { type Match, segmentsIn } from './match.js';
import { thoseOutOfOrder } from './out-of-order.js';
import type { MayCross } from './within-rows.js';

/**
 * Blocks of doubtful segments that speak for each other across the path: all local chains of evidence are found, the
 * heaviest ones that agree with what is settled and with each other stay in order, and the others have changed places.
 */
export function* blocksAcross(
  pass: Pass,
  beads: readonly FoundBead[],
  mayCross: MayCross,
): Steps<readonly (readonly Match[])[]> {
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
  // What is settled between two points on one side alone parts them: they do not stand in one block.
  const settled = beads.filter((bead) => !isOpen(bead));
  const own = partOfText(segmentsOf(settled, 'en'), segmentsOf(settled, 'zh'));
  const anyBetween = (side: 'en' | 'zh', from: number, to: number): boolean =>
    to - from > 1 && countBefore(own[side], to) > countBefore(own[side], from + 1);
  const mayFollow = (before: Point, next: Point): boolean =>
    anyBetween('en', before.en, next.en) === anyBetween('zh', before.zh, next.zh);
  const isOneOf = (chain: readonly Point[], evidence: number): boolean =>
    // A passage that comes again does not tell which of its copies has changed places.
    chain.some((point) => {
      const [s, t] = [countBefore(part.en, point.en), countBefore(part.zh, point.zh)];
      const words =
        (wordCount(en.tokens, point.en, point.en + 1) + wordCount(zh.tokens, point.zh, point.zh + 1)) / 2;
      const isOnly = bestOfRow.choice[s] === t && bestOfColumn.choice[t] === s;
      return isOnly && (chain.length > 1 || evidence >= LEAST_SUPPORT * words);
    });
  const chains: LocalChain[] = [];
  let across: readonly (readonly Match[])[] = [];
  // What is found leaves fewer that the rest could be taken for, so that less speaks for a pair by chance. And the more have changed
  // places, as in a list that was sorted anew, the likelier it is of others.
  for (let left: readonly Point[] = points; ; ) {
    const used = segmentsIn(chains.flatMap((chain) => chain.points));
    left = left.filter((point) => !used.en.has(point.en) && !used.zh.has(point.zh));
    const candidates = ((rows - used.en.size) * (columns - used.zh.size)) / (1 + across.length);
    const more = localChains(contested(left), LEAST_EVIDENCE + Math.log(candidates), mayFollow).filter(
      (chain) => isOneOf(chain.points, chain.evidence),
    );
    if (more.length === 0) return across;
    chains.push(...more);
    across = thoseOutOfOrder(
      chains.map((chain) => chain.points),
      settled,
    );
  }
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
