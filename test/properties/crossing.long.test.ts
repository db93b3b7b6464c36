import { align, explain } from 'duiqi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectConservation, expectOrder } from '../helpers/conservation.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

const seed = 20261122;

/** The sentences of the Chinese side by their number in the English one. */
type Order = readonly number[];

/** Sentences of the chronicle, some of them repeated, and the order of their translations: two blocks changed places. */
const swappedBlocks = fc
  .record({
    first: fc.nat(CHRONICLE.length - 15),
    count: fc.integer({ min: 10, max: 15 }),
    cuts: fc.array(fc.nat(15), { minLength: 4, maxLength: 4 }),
    repeats: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 3 }),
  })
  .map(({ first, count, cuts, repeats }) => {
    const sentences = CHRONICLE.slice(first, first + count);
    for (const [from, to] of repeats) sentences.splice(to % count, 0, sentences[from % count]);
    const whole = sentences.map((_, number) => number);
    const [a, b, c, d] = cuts.map((cut) => Math.min(cut, whole.length)).sort((x, y) => x - y);
    const order: Order = [
      ...whole.slice(0, a),
      ...whole.slice(c, d),
      ...whole.slice(b, c),
      ...whole.slice(a, b),
      ...whole.slice(d),
    ];
    return { en: sentences.map(([en]) => en), zh: order.map((number) => sentences[number][1]), order };
  });

/** Both sides as text, and how it is to be read. */
const FORMS = {
  lines: { join: (sentences: readonly string[]) => sentences.join('\n'), options: { segments: 'lines' } },
  paragraphs: { join: (sentences: readonly string[]) => sentences.join('\n\n'), options: {} },
  clauses: {
    join: (sentences: readonly string[]) => sentences.map((text, at) => `${at + 1}. ${text}`).join('\n\n'),
    options: {},
  },
} as const;

test.each(Object.entries(FORMS))('blocks that have changed places lose nothing: %s', async (_, form) => {
  await fc.assert(
    fc.asyncProperty(swappedBlocks, async ({ en, zh }) => {
      const alignment = await align({ en: form.join(en), zh: form.join(zh) }, form.options);
      expectConservation(alignment);
      expectOrder(alignment);
    }),
    { seed, numRuns: 60 },
  );
});

test('a block that has moved is found again, most of it', async () => {
  let [moved, found] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.nat(20), fc.integer({ min: 1, max: 3 }), fc.nat(20), async (from, length, to) => {
      const [en, zh] = [CHRONICLE.map((pair) => pair[0]), CHRONICLE.map((pair) => pair[1])];
      zh.splice(to, 0, ...zh.splice(from, length));
      const { pairs } = await align({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
      const right = new Set(CHRONICLE.map((pair) => pair.join('\n')));
      moved += CHRONICLE.length;
      found += pairs.filter((pair) => right.has(`${pair.en.text}\n${pair.zh.text}`)).length;
    }),
    { seed, numRuns: 30 },
  );
  expect(found / moved).toBeGreaterThan(0.9);
});

test('every pair can be explained', async () => {
  await fc.assert(
    fc.asyncProperty(swappedBlocks, fc.nat(), async ({ en, zh }, choice) => {
      const input = { en: en.join('\n'), zh: zh.join('\n') };
      const { pairs } = await align(input, { segments: 'lines' });
      const number = 1 + (choice % pairs.length);
      const { pair, cost, terms } = await explain(input, number, { segments: 'lines' });
      expect(pair).toEqual(pairs[number - 1]);
      expect(Object.values<number>({ ...terms }).reduce((sum, part) => sum + part)).toBeCloseTo(cost, 3);
    }),
    { seed, numRuns: 50 },
  );
});
