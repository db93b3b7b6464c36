import type { ScoredPair } from './one-to-one.js';

/** What stands against a pair: the other ones that either of its documents might be in. */
export interface Rivals {
  /** Of the best of them; minus infinity where there are none. */
  readonly score: number;
  readonly count: number;
}

/** Looks up the rivals of any of the candidates. */
export function rivalsAmong<Pair extends ScoredPair>(candidates: readonly Pair[]): (pair: Pair) => Rivals {
  const english = new Map<number, Best<Pair>>();
  const chinese = new Map<number, Best<Pair>>();
  for (const pair of candidates) {
    note(english, pair.en, pair);
    note(chinese, pair.zh, pair);
  }
  return (pair) => {
    const sides = [english.get(pair.en)!, chinese.get(pair.zh)!];
    return {
      score: Math.max(...sides.map(({ first, second }) => (first === pair ? second : first.score))),
      count: sides.reduce((sum, { count }) => sum + count - 1, 0),
    };
  };
}

interface Best<Pair> {
  first: Pair;
  /** Score of the second one. */
  second: number;
  count: number;
}

function note<Pair extends ScoredPair>(best: Map<number, Best<Pair>>, document: number, pair: Pair): void {
  const known = best.get(document);
  if (!known) {
    best.set(document, { first: pair, second: Number.NEGATIVE_INFINITY, count: 1 });
    return;
  }
  known.count++;
  if (pair.score > known.first.score) {
    known.second = known.first.score;
    known.first = pair;
  } else if (pair.score > known.second) known.second = pair.score;
}
