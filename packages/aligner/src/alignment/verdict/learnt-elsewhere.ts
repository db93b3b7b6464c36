import { mapInSteps, type Steps } from '../../common/steps.js';
import { type FoundBead, isPair } from '../lattice/found-bead.js';
import { type LinksByChinese, linksByChinese } from '../score/links-by-chinese.js';
import type { KnownWords } from './evidence.js';
import type { WordsInBeads } from './words-in-beads.js';

/**
 * What other pairs of the document say for a word, in nats: how much likelier the best of its companions in a bead is beside it
 * than anywhere. A pair that is none teaches its own words to be translations of each other, so what a pair itself has taught
 * says nothing for it.
 *
 * @param own how much the pair that has the word in the path counts among those that teach
 */
export type LearntElsewhere = (side: 0 | 1, word: number, beside: Int32Array, own: number) => number;

/**
 * @param path pairs that teach
 * @param trust how much each of these counts, 0–1
 */
export function* learntElsewhere(
  words: KnownWords,
  inBeads: WordsInBeads,
  path: readonly FoundBead[],
  trust: Float64Array,
): Steps<LearntElsewhere> {
  const links = learntLinks(words);
  const together = new Float64Array(words.learnt.zh.length);
  const seen = [new Float64Array(words.en.keys.length), new Float64Array(words.zh.keys.length)] as const;
  let pairs = 0;
  yield* mapInSteps(path, (bead, index) => {
    if (!isPair(bead)) return;
    const own = trust[index]!;
    pairs += own;
    inBeads(bead, (side, word, _found, _isLinked, beside) => {
      seen[side][word]! += own;
      if (side === 1) return;
      const { start, to, link } = links[0];
      for (let at = start[word]!; at < start[word + 1]!; at++) {
        if (beside[to[at]!]! > 0) together[link[at]!]! += own;
      }
    });
  });
  return (side, word, beside, own) => {
    const { start, to, link } = links[side];
    const times = seen[side][word]! - own;
    let best = 0;
    for (let at = start[word]!; at < start[word + 1]!; at++) {
      const other = to[at]!;
      if (beside[other]! === 0) continue;
      const both = together[link[at]!]! - own;
      const otherTimes = seen[side === 0 ? 1 : 0][other]! - own;
      if (both < LEAST_TOGETHER || 2 * both < LEAST_DICE * (times + otherTimes)) continue;
      const anywhere = (otherTimes + 0.5) / (pairs + 1);
      best = Math.max(best, Math.log((both + PRIOR_PAIRS * anywhere) / ((times + PRIOR_PAIRS) * anywhere)));
    }
    return best;
  };
}

/** The links of the types of each side; `link` is the number of each among those of the English words. */
function learntLinks({ zh, learnt }: KnownWords): readonly [LearntLinks, LearntLinks] {
  const link = Int32Array.from(learnt.zh, (_, at) => at);
  return [{ start: learnt.start, to: learnt.zh, link }, linksByChinese(learnt, zh.keys.length)];
}

type LearntLinks = Readonly<Record<keyof LinksByChinese, ArrayLike<number>>>;

/** Two words that are together in one pair only, or each mostly without the other, are so by chance. */
const LEAST_TOGETHER = 1.8;
const LEAST_DICE = 0.5;
/** As if a word had been seen in so many pairs besides, beside any other word as often as that comes. */
const PRIOR_PAIRS = 2;
