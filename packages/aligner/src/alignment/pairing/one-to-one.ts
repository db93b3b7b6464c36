/** A pair that may be, and what speaks for it. */
export interface ScoredPair {
  readonly en: number;
  readonly zh: number;
  readonly score: number;
}

/**
 * A pair that is so much worse than a rival is what was left over when the rival had a better partner: texts on one subject, each
 * without its counterpart. Versions of one text, which are rivals too, are nearer to each other.
 */
export const LEAST_OF_RIVAL = 0.6;

/**
 * Chooses pairs so that nothing is in two of them, and that their scores are high in sum: first the best of all that are left,
 * again and again, then two pairs are exchanged crosswise where that makes their sum higher, and one gives way to two that are
 * nearly as good, as among versions of one document.
 *
 * @returns in the order of `en`
 */
export function oneToOne<Pair extends ScoredPair>(
  pairs: readonly Pair[],
  englishCount: number,
  chineseCount: number,
): Pair[] {
  const best = [...pairs].sort((a, b) => b.score - a.score || a.en - b.en || a.zh - b.zh);
  const ofEnglish: (Pair | undefined)[] = new Array(englishCount);
  const ofChinese: (Pair | undefined)[] = new Array(chineseCount);
  const take = (pair: Pair): void => {
    ofEnglish[pair.en] = pair;
    ofChinese[pair.zh] = pair;
  };
  for (const pair of best) if (!ofEnglish[pair.en] && !ofChinese[pair.zh]) take(pair);

  const known = new Map(best.map((pair) => [pair.en * chineseCount + pair.zh, pair]));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isChanged = false;
    for (const pair of best) {
      const [one, other] = [ofEnglish[pair.en], ofChinese[pair.zh]];
      if (one === undefined || other === undefined || one === pair) continue;
      const crosswise = known.get(other.en * chineseCount + one.zh);
      if (!crosswise || pair.score + crosswise.score <= one.score + other.score + LEAST_GAIN) continue;
      take(pair);
      take(crosswise);
      isChanged = true;
    }
    if (!isChanged) break;
  }

  const isNear = (pair: Pair, taken: Pair): boolean => pair.score >= LEAST_OF_RIVAL * taken.score;
  const bestFree = new Map<Pair, { en?: Pair; zh?: Pair }>();
  for (const pair of best) {
    const [one, other] = [ofEnglish[pair.en], ofChinese[pair.zh]];
    const taken = one ?? other;
    if (taken === undefined || (one && other) || !isNear(pair, taken)) continue;
    const free = bestFree.get(taken) ?? {};
    free[one ? 'en' : 'zh'] ??= pair;
    bestFree.set(taken, free);
  }
  for (const [taken, { en, zh }] of bestFree) {
    // What was free may have been taken for another pair.
    if (!en || !zh || ofChinese[en.zh] || ofEnglish[zh.en] || ofEnglish[taken.en] !== taken) continue;
    take(en);
    take(zh);
  }
  return ofEnglish.filter((pair) => pair !== undefined);
}

/** Each round makes the sum higher, so there is an end; families of versions are small. */
const MOST_ROUNDS = 10;
/** So that rounding does not make it go to and fro. */
const LEAST_GAIN = 1e-9;
