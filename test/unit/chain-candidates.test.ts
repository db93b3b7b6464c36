import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChainCandidates } from '../../packages/aligner/src/alignment/lattice/chain-candidates.js';

const COLUMNS = 6;

/** The largest sum of evidence over pairs that rise strictly on both sides, looked for everywhere. */
function heaviest(
  rows: readonly (readonly [column: number, evidence: number])[][],
  row = 0,
  after = -1,
): number {
  if (row === rows.length) return 0;
  const taken = rows[row]!.filter(([column]) => column > after).map(
    ([column, evidence]) => evidence + heaviest(rows, row + 1, column),
  );
  return Math.max(heaviest(rows, row + 1, after), ...taken);
}

test('no chain of pairs that rise on both sides is heavier than the one that is found', () => {
  const row = fc.uniqueArray(fc.tuple(fc.nat(COLUMNS - 1), fc.integer({ min: 1, max: 9 })), {
    maxLength: 3,
    selector: ([column]) => column,
  });
  const property = fc.property(fc.array(row, { maxLength: 7 }), (rows) => {
    const candidates = new ChainCandidates(3 * rows.length, COLUMNS);
    const evidence = new Float64Array(COLUMNS);
    rows.forEach((kept, at) => {
      for (const [column, nats] of kept) evidence[column] = nats;
      candidates.add(
        at,
        Int32Array.from(kept, ([column]) => column),
        kept.length,
        evidence,
      );
    });
    const chain = candidates.heaviest();
    for (const [at, [row, column]] of chain.entries()) {
      const [rowBefore, columnBefore] = chain[at - 1] ?? [-1, -1];
      expect(row > rowBefore && column > columnBefore).toBe(true);
    }
    const nats = chain.map(([row, column]) => rows[row]!.find(([one]) => one === column)![1]);
    expect(nats.reduce((sum, each) => sum + each, 0)).toBe(heaviest(rows));
  });
  fc.assert(property, { seed: 20261129, numRuns: 300 });
});
