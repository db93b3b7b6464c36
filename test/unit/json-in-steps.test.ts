import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { jsonInSteps } from '../../packages/aligner/src/pairs/review/json-in-steps.js';

test('JSON in steps is what it is at once', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, space) => {
      const text = JSON.stringify([JSON.parse(json)], null, space);
      expect(finish(jsonInSteps(text))).toEqual(JSON.parse(text));
    }),
    { seed: 20261129, numRuns: 500 },
  );
});

test('JSON that is broken anywhere is refused, or read as it is at once', () => {
  const text = JSON.stringify({ a: [1, 'x\\"]', { b: [null, true] }, []], c: { d: '}', e: -1.5e3 }, f: '' });
  for (let at = 0; at < text.length; at++) {
    for (const broken of [
      text.slice(0, at),
      text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
      `${text.slice(0, at)},${text.slice(at)}`,
    ]) {
      let wanted: unknown;
      try {
        wanted = JSON.parse(broken);
      } catch {
        expect(() => finish(jsonInSteps(broken))).toThrow();
        continue;
      }
      // Of what is neither an object nor a list, nothing is to be read.
      if (typeof wanted !== 'object') continue;
      expect(finish(jsonInSteps(broken))).toEqual(wanted);
    }
  }
});

test('long lists are read some at a time', () => {
  const list = Array.from({ length: 50_000 }, (_, at) => ({ at, text: `"[{${at}\\` }));
  const steps = jsonInSteps(JSON.stringify({ list, one: [['x'.repeat(100_000)]] }));
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count++;
  expect(count).toBeGreaterThan(10);
  expect(step.value).toEqual({ list, one: [['x'.repeat(100_000)]] });
});
