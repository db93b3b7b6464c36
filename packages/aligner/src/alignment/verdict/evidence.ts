import type { FoundBead } from '../lattice/found-bead.js';

/** Custom evidence of a caller's scorer for the segments of a bead, in nats; see `ScoringModel`. */
type Custom = ((row: number, i: number, column: number, j: number) => number) | null;

/**
 * How much likelier a bead is to look as it does where the texts translate each other than where they do not, in nats:
 * ln p(bead | translation) / p(bead | none). Also the best of many wrong pairs has some words that speak for it, which is
 * why this is fitted on what the aligner finds in both kinds of text (docs/accuracy.md, Texts that do not belong together).
 */
export type Evidence = (bead: FoundBead) => number;

/**
 * @param characters of both texts together, without white space. The words of a long text are learnt from it, right or
 *   wrong, and its rare words weigh more: the same figures say less there.
 */
export function evidenceOf(characters: number, custom: Custom): Evidence {
  const length = Math.log(
    Math.max(LEAST_CHARACTERS, Math.min(MOST_CHARACTERS, characters)) / USUAL_CHARACTERS,
  );
  return ({ enStart, enEnd, zhStart, zhEnd, support, words, posterior }) => {
    if (enStart === enEnd || zhStart === zhEnd) return ALONE;
    const own = custom ? custom(enStart, enEnd, zhStart, zhEnd) : 0;
    const nats = support * words + own;
    const sum =
      INTERCEPT +
      (BY_NATS + BY_NATS_AND_LENGTH * length) * within(nats, -8, 12) +
      BY_SUPPORT * within(nats / Math.max(1, words), NO_WORD, 1.5) +
      BY_LENGTH * length +
      BY_POSTERIOR * within(logit(posterior), -1, 0);
    return within(sum, LEAST, MOST);
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function logit(probability: number): number {
  const inside = within(probability, 1e-3, 1 - 1e-3);
  return Math.log(inside / (1 - inside));
}

const LEAST_CHARACTERS = 500;
const USUAL_CHARACTERS = 1750;
const MOST_CHARACTERS = 3000;

/** Support of a bead without a single hit: ln(1 − λ). */
const NO_WORD = -0.36;

const INTERCEPT = -1.35;
const BY_NATS = 0.593;
const BY_NATS_AND_LENGTH = -0.106;
const BY_SUPPORT = 2.753;
const BY_LENGTH = -1.48;
/**
 * Where nothing is a translation, no way to cut stands out. That one does says nothing for a translation, though: walls,
 * numbers and paragraphs may leave one way only.
 */
const BY_POSTERIOR = 2;
/** Beyond these, which is as far as the fit has seen, a figure is no better evidence. */
const LEAST = -4.5;
const MOST = 5;
/** Text without counterpart is found in translations too, and more of it elsewhere. */
const ALONE = -0.3;
