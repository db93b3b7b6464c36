import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseWalls } from '../../packages/aligner/src/alignment/lattice/clause-walls.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import type { Clause, Side } from '../../packages/aligner/src/types.js';

// A clause is one segment of words, which are numbers here: each is translated by the same number and by no other.

interface ClauseOf {
  readonly number: number;
  readonly words: readonly number[];
  readonly heading?: string;
  readonly children?: readonly ClauseOf[];
}

const clause = (number: number, ...words: number[]): ClauseOf => ({ number, words });

const TYPES = 4000;
const TABLE: TranslationTable = {
  start: Int32Array.from({ length: TYPES + 1 }, (_, type) => type),
  zh: Int32Array.from({ length: TYPES }, (_, type) => type),
  forward: new Float32Array(TYPES).fill(10),
  backward: new Float32Array(TYPES).fill(10),
};

function sideOf(language: 'en' | 'zh', list: readonly ClauseOf[]): { side: Side; tokens: Tokens } {
  const segments: { text: string; paragraph: number }[] = [];
  const words: (readonly number[])[] = [];
  const clausesOf = (some: readonly ClauseOf[], above: readonly number[]): Clause[] =>
    some.map(({ number, words: own, heading, children = [] }) => {
      const start = segments.length;
      segments.push({ text: heading ?? `Clause ${start}`, paragraph: start });
      words.push(own);
      const ordinals = [...above, number];
      const inner = clausesOf(children, ordinals);
      return {
        label: { scheme: 'article' },
        ordinals,
        start,
        end: segments.length,
        children: inner,
      } as never;
    });
  const clauses = clausesOf(list, []);
  const all = words.flat();
  let end = 0;
  const tokens = {
    type: Int32Array.from(all),
    start: Int32Array.from([0, ...words.map((own) => (end += own.length))]),
    count: Float64Array.from({ length: TYPES }, (_, type) => all.filter((word) => word === type).length),
    keys: Array.from({ length: TYPES }, String),
  } as unknown as Tokens;
  return { side: { language, segments, clauses } as unknown as Side, tokens };
}

function walls(en: readonly ClauseOf[], zh: readonly ClauseOf[]) {
  const [english, chinese] = [sideOf('en', en), sideOf('zh', zh)];
  const found = finish(clauseWalls(english.side, chinese.side, english.tokens, chinese.tokens, TABLE));
  return {
    walls: found.walls.map((wall) => `${wall.en}:${wall.zh}`).join(' '),
    numbers: [...found.numbers.values()],
    codes: found.diagnostics.map(({ code }) => code),
  };
}

/** Clauses of four words that no other one has. */
const own = (number: number, content = number): ClauseOf =>
  clause(number, ...[0, 1, 2, 3].map((word) => 4 * content + word));

describe('walls between clauses', () => {
  test('stand before each clause and its counterpart', () => {
    const all = [own(1), own(2), own(3)];
    expect(walls(all, all)).toEqual({ walls: '0:0 1:1 2:2', numbers: [1, 2, 3], codes: [] });
  });

  test('stand nowhere where the numbers agree and nothing else', () => {
    expect(walls([own(1), own(2)], [own(1, 11), own(2, 12)]).walls).toBe('');
  });

  test('go by the words where a clause is left out and all behind it renumbered', () => {
    const en = [own(1), own(2), own(3), own(4)];
    const zh = [own(1), own(2, 3), own(3, 4)];
    expect(walls(en, zh)).toEqual({ walls: '0:0 2:1 3:2', numbers: [1, 3, 4], codes: [] });
    expect(walls(zh, en)).toEqual({ walls: '0:0 1:2 2:3', numbers: [1, null, 2, 3], codes: [] });
  });

  test('are not shifted by one where each clause has as many words of the next', () => {
    const shared = (number: number): ClauseOf =>
      clause(number, ...[0, 1, 2, 3, 4, 5].map((word) => 3 * number + word));
    const all = [shared(1), shared(2), shared(3), shared(4)];
    expect(walls(all, all).walls).toBe('0:0 1:1 2:2 3:3');
  });

  test('stand in line between sure ones where the words say little, and not where they say nothing', () => {
    const en = [own(1), clause(2, 100, 101, 102, 103), own(3)];
    const little = [own(1), clause(2, 100, 111, 112, 113), own(3)];
    const nothing = [own(1), clause(2, 110, 111, 112, 113), own(3)];
    expect(walls(en, little).walls).toBe('0:0 1:1 2:2');
    expect(walls(en, nothing).walls).toBe('0:0 2:2');
  });

  test('need more than a little where the numbers do not run on alike', () => {
    const en = [own(1), clause(2, 100, 101, 102, 103), own(3)];
    const zh = [own(1), clause(5, 100, 111, 112, 113), own(6, 3)];
    expect(walls(en, zh).walls).toBe('0:0 2:2');
  });

  test('stand before no clause that another one near it is as like', () => {
    const en = [own(1), own(2), own(3)];
    const twice = [own(1), own(2), own(3, 2), own(4, 3)];
    expect(walls(en, twice).walls).toBe('0:0 2:3');
    expect(walls(twice, en).walls).toBe('0:0 3:2');
  });

  test('go by clauses four places on, and not by those farther off behind other counterparts', () => {
    // Numbered otherwise, and unevenly, so that numbers tell nothing.
    const renumbered = (contents: readonly number[]): ClauseOf[] =>
      contents.map((content, at) => own(1 + 5 * at * at, content));
    const en = [1, 2, 3, 4, 5, 6, 7].map((content) => own(content));
    const near = renumbered([1, 2, 3, 4, 5, 2, 7]);
    const far = renumbered([1, 2, 3, 4, 5, 6, 2]);
    expect(walls(en, near).walls).toBe('0:0 2:2 3:3 4:4 6:6');
    expect(walls(en, far).walls).toBe('0:0 1:1 2:2 3:3 4:4 5:5');
    const chinese = en.map(({ words }, at) => clause(1 + 7 * at * at, ...words));
    expect(walls(near, chinese).walls).toBe('0:0 2:2 3:3 4:4 6:6');
    expect(walls(far, chinese).walls).toBe('0:0 1:1 2:2 3:3 4:4 5:5');
    // From the other end.
    expect(walls(en, renumbered([1, 6, 3, 4, 5, 6, 7])).walls).toBe('0:0 2:2 3:3 4:4 6:6');
    expect(walls(en, renumbered([6, 2, 3, 4, 5, 6, 7])).walls).toBe('1:1 2:2 3:3 4:4 5:5 6:6');
  });

  test('stand before no clause that as much speaks for in one that the order leaves over, however far off', () => {
    // Clauses 2 and 7 have changed places; what both say of the same subject is half of their words.
    const [early, late] = [
      [100, 101, 102, 103, 104, 105],
      [100, 101, 102, 203, 204, 205],
    ] as const;
    const en = [own(1), clause(2, ...early), own(3), own(4), own(5), own(6), own(7), own(8)];
    const zh = [
      own(1),
      clause(3, 100, 101, 102, 303, 304, 305),
      own(9, 3),
      own(10, 4),
      own(11, 5),
      own(12, 6),
    ];
    expect(walls(en, zh).walls).toBe('0:0 1:1 2:2 3:3 4:4 5:5');
    expect(walls(en, [...zh, clause(13, ...late)]).walls).toBe('0:0 2:2 3:3 4:4 5:5');
  });

  test('stand before no clause whose words stand in one three places on as well, whatever the numbers', () => {
    // What an amended law says throughout makes its articles alike: three words of five are those of the act.
    const en = [own(1), clause(2, 100, 101, 102, 200, 201), own(3), own(4), own(5)];
    const act = (number: number, word: number): ClauseOf =>
      clause(number, 100, 101, 102, ...[1, 2].map((more) => word + more));
    const zh = [own(1), act(2, 300), clause(3, 200, 301), own(4, 3), own(5, 4), act(6, 400), own(7, 5)];
    expect(walls(en, zh)).toMatchObject({
      walls: '0:0 2:3 3:4 4:6',
      numbers: [1, null, null, 3, 4, null, 5],
    });
  });

  test('are found where the numbers agree, however many clauses there are', () => {
    const all = Array.from({ length: 600 }, (_, at) => own(at + 1));
    const { walls: found, codes } = walls(all, all);
    expect([found.split(' ').length, codes]).toEqual([600, []]);
    const without = all.filter((_, at) => at !== 300).map(({ words }, at) => clause(at + 1, ...words));
    expect(walls(all, without).walls.split(' ')).toHaveLength(599);
  });

  test('compare a clause with those beside it, and not with those that hold it', () => {
    const chapter = (number: number, content: number): ClauseOf => ({
      number,
      words: own(0, content).words,
      children: [own(1, content + 1), own(2, content + 2)],
    });
    const all = [chapter(1, 1), chapter(2, 5)];
    expect(walls(all, all).walls).toBe('0:0 1:1 2:2 3:3 4:4 5:5');
  });

  test('are not put before the headings of a table of contents that one text alone has', () => {
    const headed = (number: number, heading: string): ClauseOf => ({ ...own(number), heading });
    const text = [headed(1, 'One'), headed(2, 'Two')];
    const contents = text.map(({ number, heading, words }) => ({
      number,
      heading: heading!,
      words: words.slice(0, 2),
    }));
    expect(walls(text, [...contents, ...text]).walls).toBe('0:2 1:3');
  });

  test('stand before all that both have and before nothing else, whatever is left out, put in and renumbered', () => {
    const kept = fc.record({
      en: fc.boolean(),
      zh: fc.boolean(),
      // By how much the number rises on each side.
      steps: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    });
    const property = fc.property(fc.array(kept, { maxLength: 14 }), (clauses) => {
      const wanted: string[] = [];
      const [en, zh]: [ClauseOf[], ClauseOf[]] = [[], []];
      let [enNumber, zhNumber] = [0, 0];
      clauses.forEach((one, content) => {
        if (one.en && one.zh) wanted.push(`${en.length}:${zh.length}`);
        enNumber += one.steps[0];
        zhNumber += one.steps[1];
        if (one.en) en.push(own(enNumber, content));
        if (one.zh) zh.push(own(zhNumber, content));
      });
      expect(walls(en, zh).walls).toBe(wanted.join(' '));
    });
    fc.assert(property, { seed: 20261129, numRuns: 200 });
  });

  test('do not stand where a text has more clauses than the other, and words and number say little', () => {
    const en = [own(1), clause(2, 100, 101, 102, 103), own(3)];
    const zh = [own(1), clause(2, 100, 111, 112, 113), own(3, 50), own(4, 3)];
    expect(walls(en, zh).walls).toBe('0:0 2:3');
  });

  test('stand in line where all clauses between two sure ones have the same numbers, and not where some have', () => {
    const little = (number: number, word: number, from = word): ClauseOf =>
      clause(number, word, from + 1, from + 2, from + 3);
    const en = [own(1), little(2, 100), little(3, 200), own(4)];
    expect(walls(en, [own(1), little(2, 100, 110), little(3, 200, 210), own(4)]).walls).toBe(
      '0:0 1:1 2:2 3:3',
    );
    expect(walls(en, [own(1), little(2, 100, 110), little(9, 200, 210), own(4)]).walls).toBe('0:0 3:3');
  });

  test('stand before no clause that the one before it is as like', () => {
    const twice = [own(1), own(5, 2), own(6, 2), own(7, 3)];
    const once = [own(1), own(2), own(3)];
    expect(walls(once, twice).walls).toBe('0:0 2:3');
    expect(walls(twice, once).walls).toBe('0:0 3:2');
  });

  test('stand before no clause that one far off is as like, where no other counterparts lie between', () => {
    const [five, others] = [
      [1, 2, 3, 4, 5],
      [own(20), own(21)],
    ];
    const fresh = five.map((at) => own(2 + at, 100 + at));
    const before = [own(2, 20), ...fresh, own(20), own(21)];
    expect(walls(others, before).walls).toBe('1:7');
    expect(walls(before, others).walls).toBe('7:1');
    const after = [own(20), own(21), ...fresh, own(22, 21)];
    expect(walls(others, after).walls).toBe('0:0');
    expect(walls(after, others).walls).toBe('0:0');
  });

  test('go by the words of a clause far behind, where the one of the same number says a little of it', () => {
    const en = [own(1), clause(2, 100, 101, 102, 103), own(3)];
    const fresh = [3, 4, 5, 6, 7].map((number) => own(number, 100 + number));
    const zh = [own(1), clause(2, 100, 111, 112, 113), ...fresh, clause(8, 100, 101, 102, 103), own(9, 3)];
    expect(walls(en, zh).walls).toBe('0:0 1:7 2:8');
  });

  test('stand before the one clause that both have, not where as many clauses as could be would be matched', () => {
    const en = [1, 2, 3, 4, 5].map((number) => own(number));
    const zh = [own(11, 5), ...[12, 13, 14, 15].map((number) => own(number, 100 + number))];
    expect(walls(en, zh).walls).toBe('4:0');
    expect(walls(zh, en).walls).toBe('0:4');
  });

  test('go by the words where an article changed its place in a law that says one formula throughout', () => {
    const article = (number: number, content: number): ClauseOf =>
      clause(number, 900, 901, ...[0, 1, 2].map((word) => 3 * content + word));
    const numbers = [2, 3, 4, 5, 6, 7, 8, 9, 10];
    const en = [article(1, 1), ...numbers.map((number) => article(number, number))];
    const zh = [...numbers.map((number) => article(number - 1, 100 + number)), article(10, 1)];
    expect(walls(en, zh).walls).toBe('0:9');
    expect(walls(zh, en).walls).toBe('9:0');
  });

  test('go by the words within chapters that were renumbered', () => {
    const half = (number: number, word: number, from = word): ClauseOf =>
      clause(number, word, word + 1, ...[2, 3, 4].map((more) => from + more));
    const chapter = (number: number, ...children: ClauseOf[]): ClauseOf => ({ ...own(number, 1), children });
    const en = [chapter(1, half(1, 100), half(2, 200))];
    const zh = [chapter(7, half(1, 100, 110), half(2, 200, 210), own(3, 90))];
    expect(walls(en, zh).walls).toBe('0:0 1:1 2:2');
  });

  test('are not put before a long table of contents that one text alone has', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    const headed = (number: number): ClauseOf => ({ ...own(number), heading: `Heading ${number}` });
    const text = numbers.map(headed);
    const contents = text.map(({ words, ...heading }) => ({ ...heading, words: words.slice(0, 2) }));
    const wanted = numbers.map((number) => number - 1);
    expect(walls(text, [...contents, ...text]).walls).toBe(wanted.map((at) => `${at}:${at + 7}`).join(' '));
    expect(walls([...contents, ...text], text).walls).toBe(wanted.map((at) => `${at + 7}:${at}`).join(' '));
  });

  test('are given up for what has no number in common and is too much to be compared', () => {
    const many = (from: number, count: number): ClauseOf[] =>
      Array.from({ length: count }, (_, index) => clause(from + index, 1));
    expect(walls(many(1, 500), many(1001, 500)).codes).toEqual([]);
    expect(walls(many(1, 501), many(1001, 500)).codes).toEqual(['clauses-unmatched']);
  });
});
