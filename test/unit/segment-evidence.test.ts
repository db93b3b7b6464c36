import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits } from '../../packages/aligner/src/alignment/score/hits.js';
import { lexicalScorer } from '../../packages/aligner/src/alignment/score/lexical.js';
import { SegmentEvidence } from '../../packages/aligner/src/alignment/score/segment-evidence.js';
import type { SpeakingLinks } from '../../packages/aligner/src/alignment/score/speaking-links.js';
import { type Tokens, wordCount } from '../../packages/aligner/src/alignment/score/tokens.js';
import { WEIGHTS } from '../../packages/aligner/src/alignment/score/weights.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

const TYPES = 6;
const sides = fc.array(fc.array(fc.nat(TYPES - 1), { maxLength: 7 }), { minLength: 1, maxLength: 6 });

function tokensOf(segments: readonly (readonly number[])[]): Tokens {
  let end = 0;
  return {
    type: Int32Array.from(segments.flat()),
    start: Int32Array.from([0, ...segments.map(({ length }) => (end += length))]),
    keys: Array.from({ length: TYPES }, (_, type) => String(type)),
  } as unknown as Tokens;
}

/** Each English type is linked with the Chinese one that has its number, and with the next. */
function linksOf(strengths: readonly number[]): SpeakingLinks {
  const linked = Array.from({ length: TYPES }, (_, e) => (e + 1 < TYPES ? [e, e + 1] : [e]));
  let end = 0;
  return {
    start: Int32Array.from([0, ...linked.map(({ length }) => (end += length))]),
    zh: Int32Array.from(linked.flat()),
    forward: Float32Array.from(linked.flat(), (_, link) => strengths[link % strengths.length]!),
    backward: Float32Array.from(linked.flat(), (_, link) => strengths[(link + 3) % strengths.length]!),
  };
}

describe('what the words of two segments say', () => {
  test('is to the last bit what the lexical score of the bead of both is', () => {
    const strengths = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 });
    const property = fc.property(sides, sides, strengths, fc.nat(2), (english, chinese, given, narrow) => {
      const [en, zh, links] = [tokensOf(english), tokensOf(chinese), linksOf(given)];
      // The window moves on with the rows, where it is narrower than the text.
      const lo = Int32Array.from(english, (_, s) => Math.min(chinese.length - 1, s * narrow));
      const hi = Int32Array.from(lo, (column) => (narrow === 0 ? chinese.length : column + 1));
      const hits = finish(findHits({ lo, hi }, en, zh, links));
      const lexical = lexicalScorer(hits, en, zh, WEIGHTS);
      const evidence = new SegmentEvidence(en, zh, links, WEIGHTS);
      const perWord = -Math.log(1 - WEIGHTS.mixture) / 2;
      english.forEach((_, s) => {
        const row = new Float64Array(chinese.length);
        evidence.write(s, lo[s]!, hi[s]!, row);
        for (let t = lo[s]!; t < hi[s]!; t++) {
          const cell = hits.rowStart[s]! + t - lo[s]!;
          const words = wordCount(en, s, s + 1) + wordCount(zh, t, t + 1);
          const wanted =
            hits.start[cell]! < hits.start[cell + 1]! ? lexical(s, s + 1, t, t + 1) + perWord * words : 0;
          expect(row[t - lo[s]!]).toBe(wanted);
        }
      });
    });
    fc.assert(property, { seed: 20261129, numRuns: 300 });
  });
});
