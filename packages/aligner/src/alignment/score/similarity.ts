import { countInSteps, type Steps } from '../../common/steps.js';
import type { Compared } from './compared.js';

/** What is said for the bead of the segments `row … i - 1` and `column … j - 1`, in nats. */
export type NatsOfBead = (row: number, i: number, column: number, j: number) => number;

/** How alike the sides of the same bead are, in standard deviations above what is usual. */
type LikenessOfBead = (row: number, i: number, column: number, j: number) => number;

/** A bead of a path: ranges of segments on both sides, and how likely it is, 0–1. */
interface LikelyBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  readonly posterior: number;
}

/** What a measure of likeness says for beads, before and after the text has shown how far it tells translations. */
export interface Similar {
  readonly ofBead: NatsOfBead;
  /** The same, after what the beads of a path show. */
  learnt(beads: readonly LikelyBead[]): Similar;
}

/** Segments of the other text that each is compared with, evenly spread, to see what likeness is usual for it. */
const SAMPLE = 64;
/**
 * Before anything is learnt: likeness in standard deviations above what is usual from which it speaks for a bead, and how much.
 * The first passes only have to leave open what the last ones choose from.
 */
const FIRST: Discrimination = { middle: 2, slope: 1 };
/** How much of what it says is believed beside the words, which have seen the same text: fitted on mac-dev. */
const BELIEVED = 0.5;
/** The most, in nats for a segment of both sides, that it may say: vectors of short sentences are wild. */
const MOST = 4;
/** Neighbours, to either side of a counterpart, that a translation has to be told from. */
const NEIGHBOURS = 2;
/** Beads of one sentence and one, by their posteriors, from which there is something to learn. */
const ENOUGH = 10;

/** The log-likelihood ratio of two normal distributions of one spread: `slope · (likeness − middle)`. */
interface Discrimination {
  readonly middle: number;
  readonly slope: number;
}

/**
 * Turns likeness into nats. Measures differ in their range, sentences in how much they are like any other; so likeness counts in
 * standard deviations above what is usual for the segments of the bead. How well that tells a translation from the
 * sentences beside it is learnt from the document's own path (linear discriminant analysis), as the translation table is.
 *
 * @param enCount segments of each text
 */
export function* similarBy(compared: Compared, enCount: number, zhCount: number): Steps<Similar> {
  const { longest, likeness } = compared;
  const en = yield* usualOf(longest, enCount, zhCount, likeness);
  const zh = yield* usualOf(longest, zhCount, enCount, (t, count, s, other) => likeness(s, other, t, count));

  const aboveUsual: LikenessOfBead = (row, i, column, j) => {
    const [n, m] = [i - row, j - column];
    if (n <= longest && m <= longest) {
      const mean = (en.mean(row, n) + zh.mean(column, m)) / 2;
      return (likeness(row, n, column, m) - mean) / ((en.spread(row, n) + zh.spread(column, m)) / 2);
    }
    // Each segment by itself, beside that of the other side which is most like it.
    let [sum, mean, spread] = [0, 0, 0];
    const add = (usual: Usual, place: number, most: number): void => {
      sum += most;
      mean += usual.mean(place, 1);
      spread += usual.spread(place, 1);
    };
    for (let s = row; s < i; s++) {
      add(
        en,
        s,
        mostOf(column, j, (t) => likeness(s, 1, t, 1)),
      );
    }
    for (let t = column; t < j; t++) {
      add(
        zh,
        t,
        mostOf(row, i, (s) => likeness(s, 1, t, 1)),
      );
    }
    return (sum - mean) / spread;
  };

  const by = ({ middle, slope }: Discrimination): Similar => ({
    ofBead: (row, i, column, j) => {
      const nats = BELIEVED * slope * (aboveUsual(row, i, column, j) - middle);
      // Words say the more, the more there are of them; so does likeness, to be weighed against them.
      return (Math.max(-MOST, Math.min(MOST, nats)) * (i - row + j - column)) / 2;
    },
    learnt(beads) {
      const found = discrimination(beads, zhCount, aboveUsual);
      return found ? by(found) : this;
    },
  });
  return by(FIRST);
}

/** What likeness is usual for each run of segments, with segments of the other text that are no counterpart of it. */
interface Usual {
  mean(s: number, count: number): number;
  spread(s: number, count: number): number;
}

/** Likeness that hardly differs between sentences says nothing: none is so small that it is divided by. */
const LEAST_SPREAD = 1e-3;

function* usualOf(
  longest: number,
  segments: number,
  others: number,
  likeness: Compared['likeness'],
): Steps<Usual> {
  const means = new Float64Array(segments * longest);
  const spreads = new Float64Array(segments * longest);
  const sample = Math.min(SAMPLE, others);
  yield* countInSteps(segments, 4, (s) => {
    for (let count = 1; count <= longest; count++) {
      let [sum, squares] = [0, 0];
      for (let each = 0; each < sample; each++) {
        const value = likeness(s, count, Math.floor(((each + 0.5) * others) / sample), 1);
        sum += value;
        squares += value * value;
      }
      const mean = sum / sample;
      means[s * longest + count - 1] = mean;
      spreads[s * longest + count - 1] = Math.max(
        LEAST_SPREAD,
        Math.sqrt(Math.max(0, squares / sample - mean * mean)),
      );
    }
  });
  return {
    mean: (s, count) => means[s * longest + count - 1]!,
    spread: (s, count) => spreads[s * longest + count - 1]!,
  };
}

function mostOf(from: number, to: number, value: (place: number) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let place = from; place < to; place++) most = Math.max(most, value(place));
  return most;
}

/** How beads of one sentence and one differ from pairs with the sentences beside; null where there are too few. */
function discrimination(
  beads: readonly LikelyBead[],
  zhCount: number,
  aboveUsual: LikenessOfBead,
): Discrimination | null {
  const [right, wrong] = [new Moments(), new Moments()];
  for (const { enStart, enEnd, zhStart, zhEnd, posterior } of beads) {
    if (enEnd - enStart !== 1 || zhEnd - zhStart !== 1) continue;
    right.add(aboveUsual(enStart, enEnd, zhStart, zhEnd), posterior);
    for (let t = Math.max(0, zhStart - NEIGHBOURS); t < Math.min(zhCount, zhEnd + NEIGHBOURS); t++) {
      if (t !== zhStart) wrong.add(aboveUsual(enStart, enEnd, t, t + 1), posterior);
    }
  }
  if (right.weight < ENOUGH || wrong.weight < ENOUGH) return null;
  const variance = Math.max(LEAST_SPREAD, (right.variance + wrong.variance) / 2);
  return {
    middle: (right.mean + wrong.mean) / 2,
    // A measure that is higher for the sentences beside says nothing.
    slope: Math.max(0, right.mean - wrong.mean) / variance,
  };
}

/** The mean and the variance of values with weights. */
class Moments {
  weight = 0;
  #sum = 0;
  #squares = 0;

  add(value: number, weight: number): void {
    this.weight += weight;
    this.#sum += weight * value;
    this.#squares += weight * value * value;
  }

  get mean(): number {
    return this.#sum / this.weight;
  }

  get variance(): number {
    return this.#squares / this.weight - this.mean * this.mean;
  }
}
