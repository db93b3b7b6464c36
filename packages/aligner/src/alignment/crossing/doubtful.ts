import { pathScore } from '../calibration/calibrate.js';
import { type FoundBead, isPair } from '../lattice/found-bead.js';

/** Nats by which the words of a crossing pair must speak for it, beyond what the best of so many pairs has by chance. */
export const LEAST_EVIDENCE = 1.5;
/** The same by word: a pair in order seldom has less. */
export const LEAST_SUPPORT = 0.15;
/** The least score of the pair among what is left over. */
const LEAST_SCORE = 0.5;
/** Pairs in order with a smaller score are doubtful: a sentence out of order makes wrong ones of its neighbours. */
const SETTLED_FROM = 0.7;

/** Without counterpart, or with one that its words speak against. */
export function isLeftOver(bead: FoundBead): boolean {
  return !isPair(bead) || bead.support < 0;
}

export function isDoubtful(bead: FoundBead): boolean {
  return isLeftOver(bead) || scoreOf(bead) < SETTLED_FROM;
}

export function isClear(bead: FoundBead, candidates: number): boolean {
  const { support, words } = bead;
  if (!isPair(bead) || support < LEAST_SUPPORT) return false;
  return support * words >= LEAST_EVIDENCE + Math.log(candidates) && scoreOf(bead) >= LEAST_SCORE;
}

function scoreOf(bead: FoundBead): number {
  return pathScore(bead, bead.enEnd - bead.enStart + bead.zhEnd - bead.zhStart);
}
