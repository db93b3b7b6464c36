import { countInSteps, forEachResult, type ResultsInSteps, type Steps } from '../../common/steps.js';
import type { FoundBead } from '../lattice/found-bead.js';
import type { FoundSection } from '../lattice/pass.js';
import { AT_START, belonging, estimateRates } from './belonging.js';
import { type Evidence, evidenceOf, type KnownWords } from './evidence.js';

/**
 * What is less probable is taken apart: by what stands around it, where a free passage among plain ones looks like none as
 * well, and by itself, where both texts are known to have much of their own.
 */
const LEAST = 0.2;
const LEAST_ITSELF = 0.3;

/** Beads between two steps. */
const BEADS = 64;

/** Nats against a translation where a segment of each language is alone, and the most for such a place. */
const ALONE = 0.6;
const MOST_ALONE = 3;

/**
 * Judges beads by whether the texts translate each other where they lie: `belongs` is set, and pairs that are none are
 * taken apart.
 *
 * @param path the beads of the whole text, as far as they are known beforehand, by which all are judged
 */
export function* judged(
  sections: ResultsInSteps<FoundSection>,
  path: readonly FoundBead[],
  words: KnownWords,
): ResultsInSteps<FoundSection> {
  const evidence = yield* evidenceOf(words);
  const whole = yield* evidenceAlong(path, evidence);
  const rates = yield* estimateRates(whole.nats);
  const coincidence = coincidenceIn(whole);
  const likely = likelyCoincidenceIn(whole, coincidence);
  const across = Math.max(likely, coincidenceAcross(whole));
  let atStart = AT_START;
  yield* forEachResult(sections, function* ({ beads, widened }): ResultsInSteps<FoundSection> {
    const { nats, at } = yield* evidenceAlong(beads, evidence);
    const found = belonging(nats, rates, atStart);
    atStart = found.next;
    yield {
      beads: beads.flatMap((bead, index) => {
        const own = at[index]!;
        if (own < 0) return [bead];
        const around = found.belongs[own]!;
        const itself = notByCoincidence(nats[own]!, coincidence);
        const isNone = around < LEAST || itself < LEAST_ITSELF;
        // What is not surely none is left to the score, which goes by all pairs.
        const isByItself = bead.crossing && !beads[index - 1]?.crossing && !beads[index + 1]?.crossing;
        const none = isByItself ? across : likely;
        return isNone ? apart(bead) : [{ ...bead, belongs: around * notByCoincidence(nats[own]!, none) }];
      }),
      widened,
    };
  });
}

/**
 * How probable it is, before anything is known of a pair, that both its sides are text that the other one lacks and that
 * stands at the same place by coincidence. Where each text often has something of its own between two pairs, that happens
 * as often as both have it at once. About half of such places come out as pairs, and are not seen as places.
 */
function coincidenceIn({ pairs, enAlone, zhAlone }: Along): number {
  return Math.min(0.5, (2 * enAlone * zhAlone) / (pairs + 1) ** 2);
}

/** As if one such pair had been seen among so many, before there is any text. */
const PAIRS_TO_ONE = 200;
const STEPS = 4;

/**
 * The same as far as the pairs themselves tell it, by expectation maximisation: where a passage was replaced by another
 * one on both sides, its sentences are pairs, and none is alone.
 */
function likelyCoincidenceIn({ nats, at, pairs }: Along, coincidence: number): number {
  let likely = Math.max(coincidence, 1 / PAIRS_TO_ONE);
  for (let step = 0; step < STEPS; step++) {
    const expected = at.reduce(
      (sum, own) => (own < 0 ? sum : sum + 1 - notByCoincidence(nats[own]!, likely)),
      0,
    );
    likely = Math.max(coincidence, (1 + expected) / (PAIRS_TO_ONE + pairs));
  }
  return Math.min(0.5, likely);
}

/**
 * The same of a pair that stands out of order by itself. It was chosen among all that is alone: where both texts have much of
 * their own, some of it looks alike wherever it stands. What has only changed its place is alone at one place of each text.
 */
function coincidenceAcross({ enAlone, zhAlone }: Along): number {
  const odds = BY_PLACES * enAlone * zhAlone;
  return odds / (1 + odds);
}

/** How often a place in one language and one in the other look alike by coincidence so far that they are taken for a pair. */
const BY_PLACES = 0.01;

/**
 * The probability that it is none, by what speaks for the pair, in nats. The evidence was fitted to whole texts, in which the
 * beads around one help; this logistic model was fitted to pairs of two sentences that each text has of its own, 80 among 4,567
 * right ones (docs/accuracy.md).
 */
function notByCoincidence(nats: number, coincidence: number): number {
  const odds = (1 - coincidence) * Math.exp(BY_NAT * nats - BY_ITSELF);
  return odds / (odds + coincidence);
}

/** Odds for each nat of evidence, and against a pair of which its words say nothing. */
const BY_NAT = 1.2;
const BY_ITSELF = 1.2;

/** What speaks for a translation along a path, in nats, pair after pair. */
interface Along {
  readonly nats: Float64Array;
  /** The place of each pair in it, −1 for other beads. */
  readonly at: Int32Array;
  readonly pairs: number;
  /** Places between pairs at which there is text without counterpart. */
  readonly enAlone: number;
  readonly zhAlone: number;
}

/**
 * What speaks for a translation along a path: each pair, and between pairs text that is alone in both languages at the
 * same place. What is alone in one says nothing: it may have been left out, or one text be a part of the other.
 */
function* evidenceAlong(beads: readonly FoundBead[], evidence: Evidence): Steps<Along> {
  const nats: number[] = [];
  const at = new Int32Array(beads.length).fill(-1);
  let [en, zh] = [0, 0];
  let [pairs, enAlone, zhAlone] = [0, 0, 0];
  const endGap = (): void => {
    if (en > 0) enAlone++;
    if (zh > 0) zhAlone++;
    const both = Math.min(en, zh);
    if (both > 0) nats.push(-Math.min(MOST_ALONE, ALONE * both));
    [en, zh] = [0, 0];
  };
  yield* countInSteps(beads.length, BEADS, (index) => {
    const bead = beads[index]!;
    const [enCount, zhCount] = [bead.enEnd - bead.enStart, bead.zhEnd - bead.zhStart];
    if (enCount > 0 && zhCount > 0) {
      endGap();
      at[index] = nats.push(evidence(bead)) - 1;
      pairs++;
    } else {
      en += enCount;
      zh += zhCount;
    }
  });
  endGap();
  return { nats: Float64Array.from(nats), at, pairs, enAlone, zhAlone };
}

/** Each segment by itself, the English ones first. */
function apart(bead: FoundBead): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  const alone = { ...bead, posterior: 1, support: 0, words: 0, belongs: 0, crossing: false };
  const parts: FoundBead[] = [];
  for (let s = enStart; s < enEnd; s++)
    parts.push({ ...alone, enStart: s, enEnd: s + 1, zhStart, zhEnd: zhStart });
  for (let t = zhStart; t < zhEnd; t++)
    parts.push({ ...alone, enStart: enEnd, enEnd, zhStart: t, zhEnd: t + 1 });
  return parts;
}
