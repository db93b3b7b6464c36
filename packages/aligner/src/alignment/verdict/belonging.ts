import type { Steps } from '../../common/steps.js';

/**
 * Whether the texts translate each other, along the path: a hidden Markov model of two states, in which the beads speak
 * for one or the other (evidence.ts). So a bead is judged with all others: a free translation stays one among pairs that
 * are clear, and a chance likeness counts for little among text that has nothing to do with the other.
 */
export interface Rates {
  /** How probable it is that after a bead of a translation comes one of none, and the other way round. */
  readonly leaving: number;
  readonly returning: number;
}

/** How probable it is that each bead lies where the texts translate each other, 0–1. */
export interface Belonging {
  readonly belongs: Float64Array;
  /** The same for the bead that would come next. */
  readonly next: number;
}

/** Two texts given to be aligned are nearly always translations of each other. */
export const AT_START = 0.9;

/** What is known of the rates before there is any text: as if so many beads had been seen to stay, and one to change. */
const TRANSLATION_STAYS = 1000;
const NONE_STAYS = 8;
const STEPS = 4;

/** The rates of a text, by expectation maximisation (Baum & Welch). */
export function* estimateRates(evidence: Float64Array): Steps<Rates> {
  let rates: Rates = { leaving: 1 / (TRANSLATION_STAYS + 1), returning: 1 / (NONE_STAYS + 1) };
  for (let step = 0; step < STEPS; step++) {
    yield;
    const counts = { stays: 0, leaves: 0, returns: 0, staysAway: 0 };
    sums(evidence, rates, AT_START, counts);
    const { stays, leaves, returns, staysAway } = counts;
    rates = {
      leaving: (1 + leaves) / (TRANSLATION_STAYS + 1 + stays + leaves),
      returning: (1 + returns) / (NONE_STAYS + 1 + returns + staysAway),
    };
  }
  return rates;
}

/**
 * @param evidence of each bead in nats, in order
 * @param atStart the probability for the first bead before its evidence is known
 */
export function belonging(evidence: Float64Array, rates: Rates, atStart: number): Belonging {
  return sums(evidence, rates, atStart, null);
}

interface Counts {
  stays: number;
  leaves: number;
  returns: number;
  staysAway: number;
}

/** Forward and backward over the beads; adds to the counts how often each change of state is expected. */
function sums(
  evidence: Float64Array,
  { leaving, returning }: Rates,
  atStart: number,
  counts: Counts | null,
): Belonging {
  const count = evidence.length;
  const odds = evidence.map(Math.exp);
  /** By the beads before each, and by those with it. */
  const before = new Float64Array(count + 1);
  const upTo = new Float64Array(count);
  before[0] = atStart;
  for (let bead = 0; bead < count; bead++) {
    const prior = before[bead]!;
    const there = prior * odds[bead]!;
    const sum = there + 1 - prior;
    upTo[bead] = there / sum;
    before[bead + 1] = (there * (1 - leaving) + (1 - prior) * returning) / sum;
  }
  const belongs = new Float64Array(count);
  // How the beads after one speak, if it is in a translation and if it is in none.
  let [there, away] = [1, 1];
  for (let bead = count - 1; bead >= 0; bead--) {
    belongs[bead] = share(upTo[bead]! * there, (1 - upTo[bead]!) * away);
    const own = odds[bead]! * there;
    if (counts && bead > 0) {
      const last = upTo[bead - 1]!;
      const stays = last * (1 - leaving) * own;
      const leaves = last * leaving * away;
      const returns = (1 - last) * returning * own;
      const staysAway = (1 - last) * (1 - returning) * away;
      const all = stays + leaves + returns + staysAway;
      counts.stays += stays / all;
      counts.leaves += leaves / all;
      counts.returns += returns / all;
      counts.staysAway += staysAway / all;
    }
    const thereBefore = (1 - leaving) * own + leaving * away;
    const awayBefore = returning * own + (1 - returning) * away;
    there = thereBefore / (thereBefore + awayBefore);
    away = 1 - there;
  }
  return { belongs, next: before[count]! };
}

function share(part: number, rest: number): number {
  return part / (part + rest);
}
