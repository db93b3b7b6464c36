import type { Steps } from '../../common/steps.js';
import { type FoundBead, range, segmentsOf } from '../lattice/found-bead.js';
import { countBefore, partOfSide, partOfText } from '../lattice/part-of-side.js';
import type { Pass } from '../lattice/region.js';
import { findHits } from '../score/hits.js';
import { lexicalScorer } from '../score/lexical.js';

/** A segment with what its bead says for it, in nats: how much less the rest of the bead would say without it. */
export interface Held {
  readonly side: 'en' | 'zh';
  readonly segment: number;
  readonly bead: FoundBead;
  readonly evidence: number;
}

/** What holds each segment of the path in its place, in their order. */
export function* heldBy(pass: Pass, beads: readonly FoundBead[]): Steps<Held[]> {
  const { en, zh, weights } = pass.model;
  const part = partOfText(segmentsOf(beads, 'en'), segmentsOf(beads, 'zh'));
  const [enSide, zhSide] = [partOfSide(en, part.en), partOfSide(zh, part.zh)];
  const window = { lo: new Int32Array(part.en.length), hi: new Int32Array(part.en.length) };
  const places = beads.map(({ enStart, enEnd, zhStart, zhEnd }) => {
    const row = countBefore(part.en, enStart);
    const column = countBefore(part.zh, zhStart);
    return [row, row + enEnd - enStart, column, column + zhEnd - zhStart] as const;
  });
  for (const [row, i, column, j] of places) {
    window.lo.fill(column, row, i);
    window.hi.fill(j, row, i);
  }
  const lexical = lexicalScorer(
    yield* findHits(window, enSide.tokens, zhSide.tokens, pass.links),
    enSide.tokens,
    zhSide.tokens,
    weights,
  );
  return beads.flatMap((bead, at): Held[] => {
    const [row, i, column, j] = places[at]!;
    if (row === i || column === j) {
      const side = row === i ? 'zh' : 'en';
      return segmentsOf([bead], side).map((segment) => ({ side, segment, bead, evidence: 0 }));
    }
    const all = lexical(row, i, column, j);
    const without = (
      from: number,
      to: number,
      s: number,
      rest: (from: number, to: number) => number,
    ): number =>
      to - from === 1
        ? 0
        : s === from
          ? rest(from + 1, to)
          : s === to - 1
            ? rest(from, to - 1)
            : NOTHING_FOR_IT;
    const held = (side: 'en' | 'zh', segment: number, rest: number): Held => ({
      side,
      segment,
      bead,
      evidence: Math.max(0, all - rest),
    });
    return [
      ...range(row, i).map((s) =>
        held(
          'en',
          part.en[s]!,
          without(row, i, s, (from, to) => lexical(from, to, column, j)),
        ),
      ),
      ...range(column, j).map((t) =>
        held(
          'zh',
          part.zh[t]!,
          without(column, j, t, (from, to) => lexical(row, i, from, to)),
        ),
      ),
    ];
  });
}

/** What is inside a bead is not asked about: a bead has no gap. */
const NOTHING_FOR_IT = Number.NEGATIVE_INFINITY;
