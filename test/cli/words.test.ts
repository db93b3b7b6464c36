import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, grouped } from '../../packages/cli/src/words.js';

test('thousands are apart, as the platform writes them in American English', () => {
  const intl = new Intl.NumberFormat('en-US');
  expect(['0', '999', '1,000', '12,345', '1,234,567']).toEqual(
    [0, 999, 1000, 12_345, 1_234_567].map((count) => grouped(count)),
  );
  fc.assert(
    fc.property(fc.maxSafeNat(), (count) => {
      expect(grouped(count)).toBe(intl.format(count));
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('a noun follows its number', () => {
  expect([0, 1, 1240].map((count) => counted(count, 'pair'))).toEqual(['0 pairs', '1 pair', '1,240 pairs']);
});
