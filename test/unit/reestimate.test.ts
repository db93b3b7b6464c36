import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LearningBead } from '../../packages/aligner/src/alignment/score/bead-words.js';
import { placesIn, union } from '../../packages/aligner/src/alignment/score/links.js';
import type { Words } from '../../packages/aligner/src/alignment/score/occurrences.js';
import { reestimate } from '../../packages/aligner/src/alignment/score/reestimate.js';
import {
  linksOf,
  type TranslationTable,
} from '../../packages/aligner/src/alignment/score/translation-table.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

const TYPES = 6;
type Link = { e: number; z: number; forward: number; backward: number };

function wordsOf(segments: readonly (readonly number[])[]): Words {
  let end = 0;
  const start = Int32Array.from([0, ...segments.map((segment) => (end += segment.length))]);
  return { type: Int32Array.from(segments.flat()), start, keys: Array.from({ length: TYPES }, String) };
}

/** Every link once, by English and then by Chinese type. */
function tableOf(links: readonly Link[]): TranslationTable {
  const sorted = [...new Map(links.map((link) => [link.e * TYPES + link.z, link])).entries()]
    .sort(([a], [b]) => a - b)
    .map(([, link]) => link);
  return {
    start: Int32Array.from({ length: TYPES + 1 }, (_, type) => sorted.filter(({ e }) => e < type).length),
    zh: Int32Array.from(sorted, ({ z }) => z),
    forward: Float32Array.from(sorted, ({ forward }) => forward),
    backward: Float32Array.from(sorted, ({ backward }) => backward),
  };
}

function linksIn(table: TranslationTable): Link[] {
  return Array.from({ length: TYPES }, (_, e) => e).flatMap((e) =>
    Array.from({ length: table.start[e + 1]! - table.start[e]! }, (_, k) => {
      const link = table.start[e]! + k;
      return { e, z: table.zh[link]!, forward: table.forward[link]!, backward: table.backward[link]! };
    }),
  );
}

/** The same by the formulas: every pair of types looked up in matrices. */
function byFormula(
  lexical: TranslationTable,
  current: TranslationTable,
  beads: readonly { en: readonly number[]; zh: readonly number[]; trust: number }[],
): Link[] {
  const types = Array.from({ length: TYPES }, (_, type) => type);
  const small = beads.filter(({ en, zh }) => en.length <= 200 && zh.length <= 200);
  const valueIn = (table: TranslationTable, e: number, z: number, side: 'forward' | 'backward'): number =>
    linksIn(table).find((link) => link.e === e && link.z === z)?.[side] ?? 0;
  const strength = (side: 'forward' | 'backward'): number[][] =>
    types.map((e) =>
      types.map((z) => {
        const together = small.filter(({ en, zh }) => en.includes(e) && zh.includes(z)).length;
        const alone =
          small.filter(({ en }) => en.includes(e)).length + small.filter(({ zh }) => zh.includes(z)).length;
        const plausible = together >= 2 && (2 * together) / alone >= 0.15;
        return valueIn(current, e, z, side) || (plausible ? 0.02 : 0);
      }),
    );
  const zeros = (): number[][] => types.map(() => types.map(() => 0));
  const [forward, backward] = [strength('forward'), strength('backward')];
  const [toEnglish, toChinese] = [zeros(), zeros()];
  for (const { en, zh, trust } of small) {
    for (const e of en) {
      const all = zh.reduce((sum, z) => sum + forward[e]![z]!, 0.05);
      for (const z of zh) toEnglish[e]![z]! += (trust * forward[e]![z]!) / all;
    }
    for (const z of zh) {
      const all = en.reduce((sum, e) => sum + backward[e]![z]!, 0.05);
      for (const e of en) toChinese[e]![z]! += (trust * backward[e]![z]!) / all;
    }
  }
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  return types
    .flatMap((e) =>
      types.map((z) => ({
        e,
        z,
        forward:
          (2 * valueIn(lexical, e, z, 'forward') + toEnglish[e]![z]!) /
          (2 + total(toEnglish.map((row) => row[z]!))),
        backward: (2 * valueIn(lexical, e, z, 'backward') + toChinese[e]![z]!) / (2 + total(toChinese[e]!)),
      })),
    )
    .filter((link) => link.forward > 1e-4 || link.backward > 1e-4);
}

const type = fc.nat({ max: TYPES - 1 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const table = fc
  .array(fc.record({ e: type, z: type, forward: probability, backward: probability }), { maxLength: 12 })
  .map(tableOf);
const words = fc.oneof(
  { weight: 9, arbitrary: fc.array(type, { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(type, { minLength: 201, maxLength: 210 }) },
);
const text = fc.array(fc.record({ en: words, zh: words, trust: probability }), { maxLength: 12 });

test('a table is estimated anew as the formulas have it', () => {
  const property = fc.property(table, table, text, (lexical, current, beads) => {
    const found = beads.map(({ trust }, bead): LearningBead => {
      return { enStart: bead, enEnd: bead + 1, zhStart: bead, zhEnd: bead + 1, trust };
    });
    const [en, zh] = [wordsOf(beads.map((bead) => bead.en)), wordsOf(beads.map((bead) => bead.zh))];
    const links = linksIn(finish(reestimate(lexical, current, en, zh, found)));
    const expected = byFormula(lexical, current, beads);
    expect(links.map(({ e, z }) => [e, z])).toEqual(expected.map(({ e, z }) => [e, z]));
    links.forEach((link, index) => {
      expect(link.forward).toBeCloseTo(expected[index]!.forward, 6);
      expect(link.backward).toBeCloseTo(expected[index]!.backward, 6);
    });
  });
  fc.assert(property, { seed: 20261122, numRuns: 300 });
});

test('a bead takes the words of all its segments, and what no bead has teaches nothing', () => {
  const [en, zh] = [wordsOf([[0], [1], [5]]), wordsOf([[3], [4], [5]])];
  const nothing = tableOf([]);
  const some = tableOf([
    { e: 1, z: 3, forward: 0.5, backward: 0.5 },
    { e: 5, z: 5, forward: 0.5, backward: 0.5 },
  ]);
  const bead = { enStart: 0, enEnd: 2, zhStart: 0, zhEnd: 2, trust: 1 };
  expect(linksIn(finish(reestimate(nothing, some, en, zh, [bead]))).map(({ e, z }) => [e, z])).toEqual([
    [1, 3],
  ]);
});

test('links are joined, each once, and found again', () => {
  const property = fc.property(table, table, (a, b) => {
    const joined = union(linksOf(a), linksOf(b));
    for (const part of [a, b]) {
      const places = [...placesIn(joined, linksOf(part))];
      expect(places.map((place) => joined.to[place])).toEqual([...part.zh]);
      linksIn(part).forEach(({ e }, link) => {
        expect(places[link]).toBeGreaterThanOrEqual(joined.start[e]!);
        expect(places[link]).toBeLessThan(joined.start[e + 1]!);
      });
    }
    const keys = new Set([...linksIn(a), ...linksIn(b)].map(({ e, z }) => e * TYPES + z));
    expect(joined.to.length).toBe(keys.size);
  });
  fc.assert(property, { seed: 20261122, numRuns: 300 });
});
