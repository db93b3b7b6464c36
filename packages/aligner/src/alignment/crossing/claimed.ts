import type { Steps } from '../../common/steps.js';
import type { FoundBead } from '../lattice/found-bead.js';
import { partOfText } from '../lattice/part-of-side.js';
import type { Pass } from '../lattice/region.js';
import { LEAST_EVIDENCE } from './doubtful.js';
import { evidenceIn } from './evidence.js';
import { type Held, heldBy } from './held.js';
import { localChains, type Point } from './local-chains.js';
import { LARGEST_TABLE } from './match.js';
import type { MayCross } from './within-rows.js';

/** Nats by which the words of a bead speak for one of its segments, below which it may be there for want of a better place. */
const WEAKLY_HELD = 8;

/**
 * Pairs that the path is sure of for want of better ones: little in them speaks for one of their segments, and much more
 * speaks for it elsewhere, by itself or with those beside it, where as little holds the other one. Between two walls, or beside
 * what it is taken for a part of, a sentence whose counterpart has changed places has nowhere else to go.
 */
export function* claimed(
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
  const points: Point[] = [];
  for (const [s, own] of en.entries()) {
    yield;
    for (const [t, other] of zh.entries()) {
      if (own.bead === other.bead || !mayCross(own.segment, other.segment)) continue;
      const value = evidence(s, t) - own.evidence - other.evidence;
      if (value > 0) points.push({ en: own.segment, zh: other.segment, value });
      if (value >= least) beads.add(own.bead).add(other.bead);
    }
  }
  // A heading and the sentence below it, neither of which says enough by itself.
  const beadOf = {
    en: new Map(en.map(({ segment, bead }) => [segment, bead])),
    zh: new Map(zh.map(({ segment, bead }) => [segment, bead])),
  };
  for (const point of localChains(points, least).flatMap((chain) => chain.points)) {
    beads.add(beadOf.en.get(point.en)!).add(beadOf.zh.get(point.zh)!);
  }
  return beads;
}
