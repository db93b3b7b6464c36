import { mapInSteps, type Steps } from '../../common/steps.js';
import { type FoundBead, isPair } from '../lattice/found-bead.js';
import type { KnownWords, RangeEvidence } from './evidence.js';

/**
 * A sentence that only one text has costs less where it is joined to the pair beside it than by itself, and where its words say
 * nothing, the lattice cannot tell the two. The document can: where all that is joined to anything has something to say for it, a
 * translator joins sentences, and one that has nothing was translated freely; where nothing has, he leaves text out.
 *
 * So each pair of more than two segments is asked what its words say less for it without the first or the last segment of a side
 * (usual-words.ts). How often such a segment is alone is found by expectation maximisation over the path, together with the gaps in it.
 *
 * @returns a pair as it is, with what speaks for it as it is in `belongs`, or what is left of it and what is alone
 */
export type WithoutJoined = (bead: FoundBead) => readonly FoundBead[];

/**
 * @param path pairs that tell what is usual in the document
 * @param gaps places of it at which there is text without counterpart
 */
export function* withoutJoined(
  path: readonly FoundBead[],
  gaps: number,
  evidence: RangeEvidence,
  words: KnownWords,
): Steps<WithoutJoined> {
  const mayBeParted = (bead: FoundBead): boolean =>
    !bead.crossing &&
    isPair(bead) &&
    bead.enEnd - bead.enStart + bead.zhEnd - bead.zhStart > 2 &&
    !words.areCutOff(bead.enEnd - 1, bead.zhEnd - 1);
  const weakest = (bead: FoundBead): Parting | null => {
    const whole = evidence(bead);
    const partings = partingsOf(bead, words).map(({ alone, rest }) => {
      const ofRest = evidence(rest);
      return { alone, rest, gain: whole - ofRest, forRest: ofRest - lengthCostOf(rest, words) };
    });
    if (partings.length === 0) return null;
    const best = partings.reduce((most, each) => (each.forRest > most.forRest ? each : most));
    const others = partings.reduce((sum, { forRest }) => sum + Math.exp(GAIN * (forRest - best.forRest)), 0);
    return { ...best, share: 1 / others };
  };
  const inPath = (yield* mapInSteps(path.filter(mayBeParted), (bead) => {
    const parting = weakest(bead);
    return parting === null ? [] : [forJoining(parting.gain, bead)];
  })).flat();
  const odds = oddsOfGaps(inPath, gaps);
  return (bead) => {
    const alone: FoundBead[] = [];
    // Where the lattice was not sure of the pair, it is not of what is left of it.
    let isRight = Math.min(1, 2 * bead.posterior);
    let rest = bead;
    while (mayBeParted(rest)) {
      const parting = weakest(rest);
      if (parting === null) break;
      const isAlone = aloneAt(odds, forJoining(parting.gain, bead));
      if (isAlone <= APART_ABOVE) {
        rest = { ...rest, belongs: rest.belongs * Math.min(1, (1 - isAlone) / (1 - IN_SCORE)) };
        break;
      }
      alone.push(parting.alone);
      isRight *= isAlone * parting.share;
      rest = { ...withWords(parting.rest, words), posterior: isRight };
    }
    return alone.length === 0 ? [rest] : [...alone, rest].sort(inOrder);
  };
}

/** A segment at an end of a pair, and the pair without it. */
interface Ends {
  readonly alone: FoundBead;
  readonly rest: FoundBead;
}

/** The end of a pair that it needs least. */
interface Parting extends Ends {
  /** What the words say more for the pair with it, in nats. */
  readonly gain: number;
  /** How probable it is, among all ends, that this is the one, 0–1. */
  readonly share: number;
}

/** The first and the last segment of each side that has several, where the text goes on with a new sentence. */
function partingsOf(bead: FoundBead, words: KnownWords): Ends[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  const partings: Ends[] = [];
  if (enEnd - enStart > 1) {
    if (words.beginsAnew('en', enStart + 1))
      partings.push({
        alone: { ...ALONE, enStart, enEnd: enStart + 1, zhStart, zhEnd: zhStart },
        rest: { ...bead, enStart: enStart + 1 },
      });
    if (words.beginsAnew('en', enEnd - 1))
      partings.push({
        alone: { ...ALONE, enStart: enEnd - 1, enEnd, zhStart: zhEnd, zhEnd },
        rest: { ...bead, enEnd: enEnd - 1 },
      });
  }
  if (zhEnd - zhStart > 1) {
    if (words.beginsAnew('zh', zhStart + 1))
      partings.push({
        alone: { ...ALONE, enStart, enEnd: enStart, zhStart, zhEnd: zhStart + 1 },
        rest: { ...bead, zhStart: zhStart + 1 },
      });
    if (words.beginsAnew('zh', zhEnd - 1))
      partings.push({
        alone: { ...ALONE, enStart: enEnd, enEnd, zhStart: zhEnd - 1, zhEnd },
        rest: { ...bead, zhEnd: zhEnd - 1 },
      });
  }
  return partings;
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

function lengthCostOf({ enStart, enEnd, zhStart, zhEnd }: FoundBead, words: KnownWords): number {
  return words.lengthCost(enStart, enEnd, zhStart, zhEnd);
}

/** What is left of a pair: all that spoke for it spoke for this. */
function withWords(rest: FoundBead, { en, zh }: KnownWords): FoundBead {
  const count =
    (en.start[rest.enEnd]! - en.start[rest.enStart]! + zh.start[rest.zhEnd]! - zh.start[rest.zhStart]!) / 2;
  return { ...rest, words: count, support: (rest.support * rest.words) / Math.max(1, count) };
}

function inOrder(a: FoundBead, b: FoundBead): number {
  return a.enStart - b.enStart || a.zhStart - b.zhStart;
}

/** What speaks for a segment in its pair, in nats: what it adds to it, and how sure the lattice is of the pair. */
function forJoining(gain: number, { posterior }: FoundBead): number {
  const sure = Math.max(LEAST, Math.min(1 - LEAST, posterior));
  return GAIN * gain + POSTERIOR * Math.log(sure / (1 - sure)) + USUAL;
}

/** How many segments that may be joined are alone, for one that is joined. */
function oddsOfGaps(forJoined: readonly number[], gaps: number): number {
  let odds = 1;
  for (let step = 0; step < STEPS; step++) {
    const alone = forJoined.reduce((sum, nats) => sum + aloneAt(odds, nats), 0);
    odds = (SEEN + Math.min(MOST_OF_GAPS, OF_GAP * gaps) + alone) / (SEEN + forJoined.length - alone);
  }
  return odds;
}

function aloneAt(odds: number, nats: number): number {
  return odds / (odds + Math.exp(nats));
}

/** A segment is alone where that is clearly more probable: at 0.5 the novels without 5 % of their Chinese lose 0.001. */
const APART_ABOVE = 0.55;
/**
 * Fitted as a logistic model of whether the segment is in the pair of the gold, to 1,936 pairs, 58 of which have one
 * too many (docs/accuracy.md).
 */
const GAIN = 0.6;
const POSTERIOR = 0.7;
const USUAL = -0.8;
const LEAST = 1e-4;
/** As if so much of one that is alone and of one that is joined had been seen before there is any text. */
const SEEN = 0.3;
/** Three gaps of the path tell as much of the document as one such segment; many make gaps cheaper in the lattice (gaps.ts), and so tell nothing more. */
const OF_GAP = 1 / 3;
const MOST_OF_GAPS = 1;
/** The score of any pair has it already that so many of those with several segments have one too many. */
const IN_SCORE = 0.1;
const STEPS = 6;
