import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RollingHash } from '../../packages/aligner/src/common/rolling-hash.js';

describe('a rolling hash', () => {
  it('is the same for the same stretch, wherever it stands and however it was come to', () => {
    const texts = fc.tuple(
      fc.string({ maxLength: 40 }),
      fc.string({ minLength: 8, maxLength: 8 }),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, ([before, stretch, after]) => {
        const text = before + stretch + after;
        const rolled = new RollingHash(text, 8);
        for (let at = 0; at < before.length; at++) rolled.at(at);
        const own = new RollingHash(stretch, 8).at(0);
        expect(rolled.at(before.length)).toBe(own);
        expect(new RollingHash(text, 8).at(before.length)).toBe(own);
      }),
      { seed: 22 },
    );
  });

  it('tells stretches of which one character differs', () => {
    const hashes = ['abcdefgh', 'abcdefgi', 'bbcdefgh', 'abcdffgh'].map((text) =>
      new RollingHash(text, 8).at(0),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
