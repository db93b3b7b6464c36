import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  belonging,
  estimateRates,
  type Rates,
} from '../../packages/aligner/src/alignment/verdict/belonging.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

// The model says how likely each sequence of states is; what is worked out in one sweep is what all sequences say together.

/** All sequences of states of so many beads, true where the texts translate each other. */
function sequences(length: number): boolean[][] {
  return length === 0
    ? [[]]
    : sequences(length - 1).flatMap((before) => [
        [...before, true],
        [...before, false],
      ]);
}

function step({ leaving, returning }: Rates, from: boolean, to: boolean): number {
  if (from) return to ? 1 - leaving : leaving;
  return to ? returning : 1 - returning;
}

function likelihood(states: readonly boolean[], evidence: readonly number[], rates: Rates, atStart: number) {
  return states.reduce(
    (product, isThere, bead) =>
      product *
      (bead === 0 ? (isThere ? atStart : 1 - atStart) : step(rates, states[bead - 1]!, isThere)) *
      (isThere ? Math.exp(evidence[bead]!) : 1),
    1,
  );
}

/** The expected value of what is counted in a sequence. */
function expected(
  evidence: readonly number[],
  rates: Rates,
  atStart: number,
  count: (states: readonly boolean[]) => number,
): number {
  let [sum, all] = [0, 0];
  for (const states of sequences(evidence.length)) {
    const weight = likelihood(states, evidence, rates, atStart);
    sum += weight * count(states);
    all += weight;
  }
  return sum / all;
}

const nats = fc.array(fc.double({ min: -3, max: 6, noNaN: true }), { minLength: 1, maxLength: 6 });
const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true });

test('how probable it is that each bead belongs is what all sequences of states say', () => {
  fc.assert(
    fc.property(nats, rate, rate, rate, (evidence, leaving, returning, atStart) => {
      const rates = { leaving, returning };
      const found = belonging(Float64Array.from(evidence), rates, atStart);
      evidence.forEach((_, bead) => {
        const wanted = expected(evidence, rates, atStart, (states) => Number(states[bead]));
        expect(found.belongs[bead]).toBeCloseTo(wanted, 9);
      });
      const next = expected(evidence, rates, atStart, (states) => step(rates, states.at(-1)!, true));
      expect(found.next).toBeCloseTo(next, 9);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('the rates are those of the changes that are expected, four times over', () => {
  const counted = (evidence: readonly number[], rates: Rates, from: boolean, to: boolean): number =>
    expected(
      evidence,
      rates,
      0.9,
      (states) => states.filter((state, at) => at > 0 && states[at - 1] === from && state === to).length,
    );
  fc.assert(
    fc.property(nats, (evidence) => {
      let rates: Rates = { leaving: 1 / 1001, returning: 1 / 9 };
      for (let time = 0; time < 4; time++) {
        const leaves = counted(evidence, rates, true, false);
        const returns = counted(evidence, rates, false, true);
        rates = {
          leaving: (1 + leaves) / (1001 + leaves + counted(evidence, rates, true, true)),
          returning: (1 + returns) / (9 + returns + counted(evidence, rates, false, false)),
        };
      }
      const found = finish(estimateRates(Float64Array.from(evidence)));
      expect(found.leaving).toBeCloseTo(rates.leaving, 9);
      expect(found.returning).toBeCloseTo(rates.returning, 9);
    }),
    { seed: 7, numRuns: 20 },
  );
});
