import { mapInSteps, type Steps } from '../../common/steps.js';
import { type FoundBead, isPair } from '../lattice/found-bead.js';
import { linksByChinese } from '../score/links-by-chinese.js';
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
  const { start: linkStart, zh: linked } = words.learnt;
  const together = new Float64Array(linked.length);
  const seen = [new Float64Array(words.en.keys.length), new Float64Array(words.zh.keys.length)] as const;
  let pairs = 0;
  yield* mapInSteps(path, (bead, index) => {
    if (!isPair(bead)) return;
    const own = trust[index]!;
    pairs += own;
    inBeads(bead, (side, word, _found, _isLinked, beside) => {
      seen[side][word]! += own;
      if (side === 1) return;
      for (let link = linkStart[word]!; link < linkStart[word + 1]!; link++) {
        if (beside[linked[link]!]! > 0) together[link]! += own;
      }
    });
  });
  const links = oftenTogether(words, together);
  return (side, word, beside, own) => {
    const { start, to, times: timesTogether } = links[side];
    const times = seen[side][word]! - own;
    let best = 0;
    for (let at = start[word]!; at < start[word + 1]!; at++) {
      const other = to[at]!;
      if (beside[other]! === 0) continue;
      const both = timesTogether[at]! - own;
      const otherTimes = seen[side === 0 ? 1 : 0][other]! - own;
      if (both < LEAST_TOGETHER || 2 * both < LEAST_DICE * (times + otherTimes)) continue;
      const anywhere = (otherTimes + 0.5) / (pairs + 1);
      best = Math.max(best, Math.log((both + PRIOR_PAIRS * anywhere) / ((times + PRIOR_PAIRS) * anywhere)));
    }
    return best;
  };
}

/** Words of the other side that were together with each word in pairs, and how often. */
interface Companions {
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly times: Float64Array;
}

/** The companions of the words of each side, those left out that are together too seldom to say anything: nearly all. */
function oftenTogether(
  { zh, learnt }: KnownWords,
  together: Float64Array,
): readonly [Companions, Companions] {
  const start = new Int32Array(learnt.start.length);
  const [kept, times]: [number[], number[]] = [[], []];
  for (let word = 0; word + 1 < start.length; word++) {
    for (let link = learnt.start[word]!; link < learnt.start[word + 1]!; link++) {
      if (together[link]! < LEAST_TOGETHER) continue;
      kept.push(learnt.zh[link]!);
      times.push(together[link]!);
    }
    start[word + 1] = kept.length;
  }
  const often = { start, to: Int32Array.from(kept), times: Float64Array.from(times) };
  const byChinese = linksByChinese({ start, zh: kept }, zh.keys.length);
  return [often, { ...byChinese, times: Float64Array.from(byChinese.link, (link) => times[link]!) }];
}

/** Two words that are together in one pair only, or each mostly without the other, are so by chance. */
const LEAST_TOGETHER = 1.8;
const LEAST_DICE = 0.5;
/** As if a word had been seen in so many pairs besides, beside any other word as often as that comes. */
const PRIOR_PAIRS = 2;
