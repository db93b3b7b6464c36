import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BeadRange } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import { remembered } from '../../packages/aligner/src/alignment/verdict/remembered.js';
import { wordsInBeads } from '../../packages/aligner/src/alignment/verdict/words-in-beads.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { plainBead } from '../helpers/number-words.js';

const TYPES = 8;
const SEED = 20261130;

/** Words by number, segment by segment. */
type Text = readonly (readonly number[])[];
/** How good a translation the Chinese word is of the English one, forward and backward. */
interface Link {
  readonly en: number;
  readonly zh: number;
  readonly forward: number;
  readonly backward: number;
}
interface Said {
  readonly side: 0 | 1;
  readonly word: number;
  readonly found: number;
  readonly isLinked: boolean;
  readonly beside: readonly number[];
}

function tokensOf(text: Text): Tokens {
  const all = text.flat();
  let end = 0;
  return {
    type: Int32Array.from(all),
    start: Int32Array.from([0, ...text.map((words) => (end += words.length))]),
    count: Float64Array.from(countsOf(all)),
    keys: Array.from({ length: TYPES }, (_, type) => String(type)),
  } as unknown as Tokens;
}

function countsOf(words: readonly number[]): number[] {
  return Array.from({ length: TYPES }, (_, type) => words.filter((word) => word === type).length);
}

function tableOf(links: readonly Link[]): TranslationTable {
  const sorted = [...links].sort((a, b) => a.en - b.en || a.zh - b.zh);
  return {
    start: Int32Array.from({ length: TYPES + 1 }, (_, type) => sorted.filter(({ en }) => en < type).length),
    zh: Int32Array.from(sorted, ({ zh }) => zh),
    forward: Float32Array.from(sorted, ({ forward }) => forward),
    backward: Float32Array.from(sorted, ({ backward }) => backward),
  };
}

/** Word by word, each with all its links, as the docstring of what is tested says it. */
function plainly(side: 0 | 1, other: Text, bead: readonly Text[], links: readonly Link[]): Said[] {
  const [ownHere, otherHere] = bead.map((text) => text.flat()) as [number[], number[]];
  const [total, beside] = [other.flat().length, countsOf(otherHere)];
  const inText = countsOf(other.flat());
  return [...new Set(ownHere)].map((word) => {
    const its = links.filter(({ en, zh }) => (side === 0 ? en : zh) === word);
    const to = its.map(({ en, zh }) => (side === 0 ? zh : en));
    const hits = to.reduce((sum, counterpart) => sum + beside[counterpart]!, 0);
    if (hits === 0) return { side, word, found: -1, isLinked: its.length > 0, beside };
    const anywhere = to.reduce((sum, counterpart) => sum + inText[counterpart]!, 0);
    const best = Math.max(
      ...its
        .filter((_, link) => beside[to[link]!]! > 0)
        .map(({ forward, backward }) =>
          Math.fround(Math.min(1, Math.fround(forward) + Math.fround(backward))),
        ),
    );
    // As if any word had been seen among a hundred to be translated by each of its links once in 333 words.
    const rate = (anywhere - hits + 100 * 0.003 * (its.length + 1)) / (total - otherHere.length + 100);
    const byChance = 1 - Math.exp(-Math.min(0.02, rate) * otherHere.length);
    const found = -Math.min(1, 3 * best) * Math.log(Math.max(0.005, byChance));
    return { side, word, found, isLinked: true, beside };
  });
}

const text = fc.array(fc.array(fc.nat(TYPES - 1), { maxLength: 6 }), { minLength: 1, maxLength: 5 });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const links = fc.uniqueArray(
  fc.record({ en: fc.nat(TYPES - 1), zh: fc.nat(TYPES - 1), forward: unit, backward: unit }),
  { selector: ({ en, zh }) => en * TYPES + zh, maxLength: 30 },
);
const range = (length: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
const places = fc.tuple(text, text).chain(([en, zh]) =>
  fc.record({
    en: fc.constant(en),
    zh: fc.constant(zh),
    beads: fc.array(fc.tuple(range(en.length), range(zh.length)), { minLength: 1, maxLength: 4 }),
  }),
);

describe('the words in beads', () => {
  test('are each told once, by all their translations, whichever side has fewer of these', () => {
    fc.assert(
      fc.property(places, links, ({ en, zh, beads }, all) => {
        const inBeads = finish(wordsInBeads({ en: tokensOf(en), zh: tokensOf(zh), table: tableOf(all) }));
        for (const [[enStart, enEnd], [zhStart, zhEnd]] of beads) {
          const said: Said[] = [];
          inBeads(plainBead(enStart, enEnd, zhStart, zhEnd), (side, word, found, isLinked, beside) => {
            said.push({ side, word, found, isLinked, beside: [...beside] });
          });
          const bead = [en.slice(enStart, enEnd), zh.slice(zhStart, zhEnd)];
          expect(said).toEqual([...plainly(0, zh, bead, all), ...plainly(1, en, [...bead].reverse(), all)]);
        }
      }),
      { seed: SEED },
    );
  });
});

describe('what is remembered', () => {
  test('is what would be said, whatever beads are asked about and in whatever order', () => {
    const bead = fc
      .tuple(range(4), range(4))
      .filter(([[enStart, enEnd]]) => enStart < enEnd)
      .map(([[enStart, enEnd], [zhStart, zhEnd]]) => plainBead(enStart, enEnd, zhStart, zhEnd));
    fc.assert(
      fc.property(fc.array(bead), (beads) => {
        let asked = 0;
        const say = ({ enStart, enEnd, zhStart, zhEnd }: BeadRange): number => {
          asked++;
          return enStart + 10 * enEnd + 100 * zhStart + 1000 * zhEnd;
        };
        const once = remembered(say, 4);
        expect(beads.map(once)).toEqual(beads.map(say));
        asked = 0;
        for (const each of beads.slice(-1)) once(each);
        expect(asked).toBe(0);
      }),
      { seed: SEED },
    );
  });
});
