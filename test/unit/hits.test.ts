import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits } from '../../packages/aligner/src/alignment/score/hits.js';
import {
  type SpeakingLinks,
  speakingLinks,
} from '../../packages/aligner/src/alignment/score/speaking-links.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

const TYPES = 5;
const types = Array.from({ length: TYPES }, (_, type) => type);
const options = { seed: 20261122, numRuns: 400 };

/** The words of a text by segment, as their types. */
type Text = readonly (readonly number[])[];
interface Link {
  readonly e: number;
  readonly z: number;
  readonly forward: number;
  readonly backward: number;
}

function tokensOf(text: Text): Tokens {
  const words = text.flat();
  let end = 0;
  return {
    type: Int32Array.from(words),
    start: Int32Array.from([0, ...text.map((segment) => (end += segment.length))]),
    from: new Int32Array(words.length),
    to: new Int32Array(words.length),
    count: Float64Array.from(types, (type) => words.filter((word) => word === type).length),
    keys: types.map(String),
    typeOf: new Map(types.map((type) => [String(type), type])),
  };
}

/** Each link once, by English and then by Chinese type. */
function tableOf(links: readonly Link[]): TranslationTable {
  const sorted = types.flatMap((e) =>
    types.flatMap((z) => links.filter((link) => link.e === e && link.z === z).slice(0, 1)),
  );
  return {
    start: Int32Array.from({ length: TYPES + 1 }, (_, type) => sorted.filter(({ e }) => e < type).length),
    zh: Int32Array.from(sorted, ({ z }) => z),
    forward: Float32Array.from(sorted, ({ forward }) => forward),
    backward: Float32Array.from(sorted, ({ backward }) => backward),
  };
}

function linksIn({ start, zh, forward, backward }: TranslationTable): Link[] {
  return Array.from(zh, (z, link) => ({
    e: types.filter((type) => start[type] <= link).at(-1)!,
    z,
    forward: forward[link],
    backward: backward[link],
  }));
}

const words = fc.nat({ max: TYPES - 1 });
const text = fc.array(fc.array(words, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
const value = fc.float({ min: Math.fround(0.01), max: 50, noNaN: true });
const tables = fc
  .array(fc.record({ e: words, z: words, forward: value, backward: value }), { maxLength: 12 })
  .map(tableOf);

/** For each English segment the Chinese ones that it is looked at with; neither end ever decreases. */
const reachIn = (en: Text, zh: Text) =>
  fc
    .array(fc.tuple(fc.nat({ max: zh.length }), fc.nat({ max: zh.length })), {
      minLength: en.length,
      maxLength: en.length,
    })
    .map((ends) => {
      const rising = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
      const lo = rising(ends.map((pair) => Math.min(...pair)));
      const hi = rising(ends.map((pair) => Math.max(...pair)));
      return { lo: Int32Array.from(lo), hi: Int32Array.from(hi) };
    });

interface Problem {
  readonly en: Text;
  readonly zh: Text;
  readonly links: SpeakingLinks;
  readonly reach: { readonly lo: Int32Array; readonly hi: Int32Array };
}
const problems: fc.Arbitrary<Problem> = fc
  .tuple(text, text)
  .chain(([en, zh]) =>
    fc.record({ en: fc.constant(en), zh: fc.constant(zh), links: tables, reach: reachIn(en, zh) }),
  );

/** The hits of two segments by a double loop over their words, as text. */
function hitsBetween(english: readonly number[], chinese: readonly number[], links: SpeakingLinks): string[] {
  const known = linksIn(links);
  return english.flatMap((e, k) =>
    chinese.flatMap((z, l) =>
      known
        .filter((link) => link.e === e && link.z === z)
        .map(({ forward, backward }) => [k, l, forward, backward].join(' ')),
    ),
  );
}

function expectHits({ en, zh, links, reach }: Problem, enTokens: Tokens, zhTokens: Tokens): void {
  const hits = finish(findHits(reach, enTokens, zhTokens, links));
  expect([hits.lo, hits.hi]).toEqual([reach.lo, reach.hi]);
  let cell = 0;
  for (let i = 0; i < en.length; i++) {
    expect(hits.rowStart[i]).toBe(cell);
    for (let j = reach.lo[i]; j < reach.hi[i]; j++, cell++) {
      const own = Array.from({ length: hits.start[cell + 1] - hits.start[cell] }, (_, index) => {
        const hit = hits.start[cell] + index;
        return [hits.en[hit], hits.zh[hit], hits.forward[hit], hits.backward[hit]].join(' ');
      });
      expect(own.sort()).toEqual(hitsBetween(en[i], zh[j], links).sort());
    }
  }
}

describe('hits are those that a double loop over the words finds', () => {
  test('in a whole text', () => {
    const property = fc.property(problems, (problem) => {
      expectHits(problem, tokensOf(problem.en), tokensOf(problem.zh));
    });
    fc.assert(property, options);
  });

  test('in a section, whose words stand somewhere in those of the text', () => {
    const property = fc.property(problems, text, text, (problem, before, after) => {
      const inside = (own: Text): Tokens => {
        const whole = tokensOf([...before, ...own, ...after]);
        return { ...whole, start: whole.start.subarray(before.length, before.length + own.length + 1) };
      };
      expectHits(problem, inside(problem.en), inside(problem.zh));
    });
    fc.assert(property, options);
  });

  test('of many words that all meet', () => {
    const en = [new Array<number>(90).fill(2), new Array<number>(60).fill(2)];
    const links = tableOf([{ e: 2, z: 2, forward: 1, backward: 1 }]);
    const reach = { lo: Int32Array.of(0, 0), hi: Int32Array.of(2, 2) };
    expectHits({ en, zh: en, links, reach }, tokensOf(en), tokensOf(en));
  });
});

describe('links that speak', () => {
  /** Long enough that the whole limit counts, where `copies` is large. */
  const texts = fc.record({ en: text, zh: text, copies: fc.constantFrom(1, 40) });

  test('are those of words that are likelier beside each other than anywhere, with by how much', () => {
    const property = fc.property(texts, tables, ({ en, zh, copies }, table) => {
      const copied = (own: Text): Tokens => tokensOf(Array.from({ length: copies }, () => own).flat());
      const [english, chinese] = [copied(en), copied(zh)];
      // A table has no link of a word that the text does not have.
      const present = tableOf(
        linksIn(table).filter(({ e, z }) => english.count[e] > 0 && chinese.count[z] > 0),
      );
      // A word that a short text has once counts as one of 600 words, and a further one as it is.
      const [enWords, zhWords] = [english.type.length, chinese.type.length];
      const scale = Math.max(1, 600 / Math.max(1, enWords, zhWords));
      const unseen = 1 - 1 / scale;
      const least = 3;
      const expected = linksIn(present)
        .map(({ e, z, forward, backward }) => ({
          e,
          z,
          forward: Math.fround((forward * enWords) / (english.count[e] - unseen)),
          backward: Math.fround((backward * zhWords) / (chinese.count[z] - unseen)),
        }))
        .filter(({ forward, backward }) => forward >= least || backward >= least);
      const links = speakingLinks(present, english, chinese);
      expect(linksIn(links)).toEqual(
        expected.map(({ e, z, forward, backward }) => ({
          e,
          z,
          forward: expect.closeTo(forward, 3),
          backward: expect.closeTo(backward, 3),
        })),
      );
    });
    fc.assert(property, options);
  });

  test('where no word is rare, weak ones are among them', () => {
    const table = tableOf([{ e: 0, z: 0, forward: 0.5, backward: 0.5 }]);
    const short = tokensOf([[0, 1]]);
    const long = tokensOf(new Array<number[]>(200).fill([0, 1]));
    expect(speakingLinks(table, short, short).zh).toHaveLength(1);
    expect(speakingLinks(table, long, long).zh).toHaveLength(0);
  });
});
