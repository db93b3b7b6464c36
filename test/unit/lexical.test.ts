import { describe, expect, test } from 'vitest';
import type { Hits } from '../../packages/aligner/src/alignment/score/hits.js';
import { lexicalScorer } from '../../packages/aligner/src/alignment/score/lexical.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import { WEIGHTS, type Weights } from '../../packages/aligner/src/alignment/score/weights.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';

interface Hit {
  /** Segments, and places of the words in them. */
  readonly at: readonly [s: number, k: number, t: number, l: number];
  readonly forward: number;
  readonly backward: number;
}

const tokensOf = (counts: readonly number[]): Tokens => {
  let end = 0;
  return { start: Int32Array.from([0, ...counts.map((count) => (end += count))]) } as Tokens;
};

/** All pairs of segments are in reach of each other. */
function hitsOf(list: readonly Hit[], rows: number, columns: number): Hits {
  const cellOf = ({ at: [s, , t] }: Hit): number => s * columns + t;
  const sorted = [...list].sort((a, b) => cellOf(a) - cellOf(b));
  return {
    lo: new Int32Array(rows),
    hi: new Int32Array(rows).fill(columns),
    rowStart: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
    start: Int32Array.from(
      { length: rows * columns + 1 },
      (_, cell) => sorted.filter((hit) => cellOf(hit) < cell).length,
    ),
    en: Uint16Array.from(sorted, ({ at }) => at[1]),
    zh: Uint16Array.from(sorted, ({ at }) => at[3]),
    forward: Float32Array.from(sorted, ({ forward }) => forward),
    backward: Float32Array.from(sorted, ({ backward }) => backward),
  };
}

/** The formula as the documentation has it, word by word and without a short way. */
function reference(
  list: readonly Hit[],
  en: readonly number[],
  zh: readonly number[],
  bead: readonly [row: number, i: number, column: number, j: number],
  weights: Weights,
): number {
  const [row, i, column, j] = bead;
  const sum = (counts: readonly number[], from: number, to: number): number =>
    counts.slice(from, to).reduce((all, count) => all + count, 0);
  const [enWords, zhWords] = [sum(en, row, i), sum(zh, column, j)];
  const spread = weights.orderSpread / Math.min(i - row, j - column);
  const mean = weights.orderFloor + 2 * spread - 2 * spread * spread * (1 - Math.exp(-1 / spread));
  const order = ([s, k, t, l]: Hit['at']): number => {
    // In 256 places.
    const x = (sum(en, row, s) + 0.5 + k) * (256 / enWords);
    const y = (sum(zh, column, t) + 0.5 + l) * (256 / zhWords);
    return (weights.orderFloor + Math.exp(-Math.floor(Math.abs(x - y)) / (256 * spread))) / mean;
  };
  const inside = list.filter(({ at: [s, , t] }) => s >= row && s < i && t >= column && t < j);
  const half = (
    counts: readonly number[],
    from: number,
    to: number,
    others: number,
    valueAt: (s: number, word: number) => number,
  ): number => {
    let ratio = 0;
    for (let s = from; s < to; s++) {
      let own = 0;
      for (let word = 0; word < counts[s]!; word++)
        own += Math.log(1 - weights.mixture + (weights.mixture * valueAt(s, word)) / others);
      ratio += own / 2;
      const lacking = Math.min(weights.idleMost, weights.idleBase + weights.idleWord * counts[s]! - own);
      if (lacking > 0) ratio -= weights.idle * lacking * (to - from > 1 ? 1 : 0.5);
    }
    return ratio;
  };
  const total = (of: readonly Hit[], value: 'forward' | 'backward'): number =>
    of.reduce((all, hit) => all + order(hit.at) * Math.fround(hit[value]), 0);
  return (
    half(en, row, i, zhWords, (s, k) =>
      total(
        inside.filter(({ at }) => at[0] === s && at[1] === k),
        'forward',
      ),
    ) +
    half(zh, column, j, enWords, (t, l) =>
      total(
        inside.filter(({ at }) => at[2] === t && at[3] === l),
        'backward',
      ),
    )
  );
}

const EN = [5, 3, 8];
const ZH = [4, 6, 2, 1];
const beads = EN.flatMap((_, row) =>
  EN.slice(row).flatMap((__, n) =>
    ZH.flatMap((___, column) =>
      ZH.slice(column).map((____, m) => [row, row + n + 1, column, column + m + 1] as const),
    ),
  ),
);

describe('what the words of a bead say', () => {
  test('is the formula, for beads of any shape, one after the other', () => {
    const random = randomNumbers(20261129);
    const nat = (below: number): number => Math.floor(random() * below);
    for (let text = 0; text < 20; text++) {
      const hits = Array.from({ length: 25 }, (): Hit => {
        const [s, t] = [nat(EN.length), nat(ZH.length)];
        const at = [s, nat(EN[s]!), t, nat(ZH[t]!)] as const;
        return { at, forward: 40 * random(), backward: 40 * random() };
      });
      const score = lexicalScorer(hitsOf(hits, EN.length, ZH.length), tokensOf(EN), tokensOf(ZH), WEIGHTS);
      for (const bead of beads) expect(score(...bead)).toBeCloseTo(reference(hits, EN, ZH, bead, WEIGHTS), 6);
    }
  });

  test('is the same where the first segments are out of reach', () => {
    const hits: Hit[] = [{ at: [0, 1, 2, 1], forward: 9, backward: 8 }];
    const all = hitsOf(hits, EN.length, ZH.length);
    const fewer: Hits = {
      ...all,
      lo: Int32Array.of(2, 2, 2),
      rowStart: Int32Array.of(0, 2, 4, 6),
      start: Int32Array.of(0, 1, 1, 1, 1, 1, 1),
    };
    const [some, whole] = [fewer, all].map((of) => lexicalScorer(of, tokensOf(EN), tokensOf(ZH), WEIGHTS));
    for (const bead of beads.filter(([, , column]) => column >= 2))
      expect(some!(...bead)).toBe(whole!(...bead));
  });

  test('stays a number where it is so much that its product is none', () => {
    const count = 200;
    const hits = Array.from(
      { length: count },
      (_, word): Hit => ({ at: [0, word, 0, word], forward: 1e6, backward: 1e6 }),
    );
    const [en, zh] = [[count], [count]];
    const score = lexicalScorer(hitsOf(hits, 1, 1), tokensOf(en), tokensOf(zh), WEIGHTS);
    expect(score(0, 1, 0, 1)).toBeCloseTo(reference(hits, en, zh, [0, 1, 0, 1], WEIGHTS), 6);
  });

  test('of words without a hit is that none of them is translated, held against the bead up to a bound', () => {
    const score = lexicalScorer(hitsOf([], 3, 4), tokensOf(EN), tokensOf(ZH), WEIGHTS);
    for (const bead of beads) expect(score(...bead)).toBeCloseTo(reference([], EN, ZH, bead, WEIGHTS), 9);
    expect(score(0, 1, 0, 1)).toBeLessThan(0);
  });
});
