import { countInSteps, type Steps } from '../../common/steps.js';
import type { Language } from '../../types.js';
import type { FoundBead } from '../lattice/found-bead.js';
import { NUMBER, type Tokens } from '../score/tokens.js';
import { AT_START, belonging, estimateRates, type Rates } from './belonging.js';
import type { Evidence, KnownEvidence, KnownWords, RangeEvidence } from './evidence.js';
import { usualWords } from './usual-words.js';

/** What the path before the last pass tells of the document. */
export interface ToldByPath {
  readonly whole: Along;
  /** How often translations end and begin in it. */
  readonly rates: Rates;
  /** What is usual among its pairs. */
  readonly ofWords: RangeEvidence;
}

export function* toldByPath(
  path: readonly FoundBead[],
  { words, inBeads, evidence }: KnownEvidence,
): Steps<ToldByPath> {
  const whole = yield* evidenceAlong(path, evidence, words);
  const rates = yield* estimateRates(whole.nats);
  const inPath = belonging(whole.nats, rates, AT_START).belongs;
  const trust = Float64Array.from(
    path,
    ({ posterior }, index) => posterior * (inPath[whole.at[index]!] ?? 0),
  );
  return { whole, rates, ofWords: yield* usualWords(words, inBeads, path, trust) };
}

/** What speaks for a translation along a path, in nats, pair after pair. */
export interface Along {
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
export function* evidenceAlong(
  beads: readonly FoundBead[],
  evidence: Evidence,
  words: KnownWords,
): Steps<Along> {
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
  const isText = (language: Language, from: number, to: number): boolean =>
    hasWords(words[language], from, to) && !words.isBesidePairs(language, from);
  yield* countInSteps(beads.length, BEADS, (index) => {
    const bead = beads[index]!;
    const [enCount, zhCount] = [bead.enEnd - bead.enStart, bead.zhEnd - bead.zhStart];
    if (enCount > 0 && zhCount > 0) {
      endGap();
      at[index] = nats.push(evidence(bead)) - 1;
      pairs++;
    } else {
      if (enCount > 0 && isText('en', bead.enStart, bead.enEnd)) en += enCount;
      if (zhCount > 0 && isText('zh', bead.zhStart, bead.zhEnd)) zh += zhCount;
    }
  });
  endGap();
  return { nats: Float64Array.from(nats), at, pairs, enAlone, zhAlone };
}

/** Whether segments hold more than numbers: the prices of a list stand in one language as well as in both. */
function hasWords({ keys, start, type }: Tokens, from: number, to: number): boolean {
  for (let token = start[from]!; token < start[to]!; token++) {
    if (!keys[type[token]!]!.startsWith(NUMBER)) return true;
  }
  return false;
}

/** Beads between two steps. */
const BEADS = 64;

/** Nats against a translation where a segment of each language is alone, and the most for such a place. */
const ALONE = 0.6;
const MOST_ALONE = 3;
