import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvaluationBead, evaluate, parseBeads } from '../../packages/aligner/src/alignment/evaluate.js';
import { toBeads } from '../../packages/aligner/src/pairs/export/beads.js';
import { alignmentOf } from '../helpers/alignment.js';

/** `"0,1:0 2:1 3:"`: beads apart by spaces, English first. */
const beads = (notation: string): EvaluationBead[] => {
  const numbers = (list: string) => (list === '' ? [] : list.split(',').map(Number));
  return notation
    .split(' ')
    .filter(Boolean)
    .map((bead) => {
      const [en, zh] = bead.split(':');
      return { en: numbers(en), zh: numbers(zh) };
    });
};

describe('evaluate', () => {
  type Counts = readonly [precision: number, recall: number];
  it.each<[string, string, string, Counts, Counts, Counts]>([
    // what, got, gold, strict, lax, all
    ['nothing at all', '', '', [0, 0], [0, 0], [0, 0]],
    ['nothing got', '', '0:0', [0, 0], [0, 0], [0, 0]],
    ['all right', '0:0 1,2:1', '0:0 1,2:1', [1, 1], [1, 1], [1, 1]],
    ['half right', '0:0 1:1', '0:0 1:2 2:1', [1 / 2, 1 / 3], [1 / 2, 1 / 3], [1 / 2, 1 / 3]],
    ['a bead split', '0:0 1:1', '0,1:0,1', [0, 0], [1, 1], [0, 0]],
    ['beads merged', '0,1:0,1', '0:0 1:1', [0, 0], [1, 1], [0, 0]],
    ['a touch on both sides but no link', '0,1:0,1', '0:2 2:0', [0, 0], [0, 0], [0, 0]],
    ['one-sided beads, right', '0:0 1:', '0:0 1:', [1, 1], [1, 1], [1, 1]],
    ['one-sided beads, invented', '0:0 1: :1', '0:0 1:1', [1 / 3, 1 / 2], [1 / 3, 1 / 2], [1 / 3, 1 / 2]],
    ['one-sided beads, missed', '0:0 1:1', '0:0 1: :1', [1 / 2, 1], [1 / 2, 1], [1 / 2, 1 / 3]],
    ['only one-sided beads', '0: :0', '0: :0', [1, 0], [1, 0], [1, 1]],
    ['a repeated bead', '0:0 0:0 1:1', '0:0 1:2', [1 / 2, 1 / 2], [1 / 2, 1 / 2], [2 / 3, 1]],
    ['beads with no side', '0:0 :', '0:0 :', [1, 1], [1, 1], [1, 1]],
  ])('%s: %s against %s', (_, got, gold, strict, lax, all) => {
    const accuracy = ([precision, recall]: Counts) => ({
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : expect.closeTo((2 * precision * recall) / (precision + recall), 12),
    });
    expect(evaluate(beads(got), beads(gold))).toEqual({
      strict: accuracy(strict),
      lax: accuracy(lax),
      all: accuracy(all),
    });
  });

  const side = fc.uniqueArray(fc.nat(6), { maxLength: 3 });
  const ladder = fc.uniqueArray(fc.record({ en: side, zh: side }), {
    maxLength: 8,
    selector: (bead) => JSON.stringify(bead),
  });

  it('is lax exactly where a link is shared', () => {
    const links = (list: readonly EvaluationBead[]) =>
      new Set(list.flatMap(({ en, zh }) => en.flatMap((i) => zh.map((j) => `${i}:${j}`))));
    fc.assert(
      fc.property(fc.record({ en: side, zh: side }), ladder, (bead, gold) => {
        const goldLinks = links(gold);
        const linked = [...links([bead])].some((link) => goldLinks.has(link));
        const nonEmpty = bead.en.length + bead.zh.length > 0;
        const identical = nonEmpty && gold.some((other) => JSON.stringify(other) === JSON.stringify(bead));
        expect(evaluate([bead], gold).lax.precision).toBe(linked || identical ? 1 : 0);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it('swaps precision and recall when got and gold are swapped, where all beads have two sides', () => {
    fc.assert(
      fc.property(ladder, ladder, (first, second) => {
        const twoSided = (list: readonly EvaluationBead[]) =>
          list.filter(({ en, zh }) => en.length * zh.length > 0);
        const there = evaluate(twoSided(first), twoSided(second));
        const back = evaluate(twoSided(second), twoSided(first));
        for (const family of ['strict', 'lax', 'all'] as const) {
          expect(back[family].precision).toBe(there[family].recall);
          expect(back[family].f1).toBe(there[family].f1);
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('parseBeads', () => {
  it.each([
    ['[0,1]:[0]', '0,1:0'],
    ['[0, 1]:[0]\r\n\r\n[2]:[]\n', '0,1:0 2:'],
    ['\uFEFF[0]:[0]', '0:0'],
    ['[]:[ 3 ]:0.000000', ':3'],
    [' [ 10 , 11 ] : [3] : -1.5e-3 ', '10,11:3'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(parseBeads(text)).toEqual(beads(expected));
  });

  it.each([
    '[0]',
    '[0]:[0',
    '[0]:[a]',
    '[0,]:[0]',
    '[0 1]:[0]',
    '[-1]:[0]',
    '[0]:[0]:cheap',
    '[0]:[0] x',
    '0:0',
  ])('%j is no bead', (line) => {
    expect(() => parseBeads(`[0]:[0]\n\n${line}`)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: `Line 3 is not a bead such as [0,1]:[0]: ${line}`,
      }),
    );
  });

  it('stays linear on a long line that is no bead', () => {
    const gap = ' '.repeat(200_000);
    for (const line of [`[0]:[0]${gap}x`, `[0${gap}x`, `[${'1,'.repeat(200_000)}`, `[0]${gap}:${gap}x`]) {
      expect(() => parseBeads(line)).toThrow();
    }
  });

  it.each(['en', 'zh'] as const)('reads back what toBeads writes, %s first', (first) => {
    const { ladder } = alignmentOf('a1 a2 | b1 ; a3 | - ; - | b2 ; a4 | b3 b4');
    const text = [...toBeads(ladder, { first })].join('');
    expect(parseBeads(text, { first })).toEqual(beads('0,1:0 2: :1 3:2,3'));
  });
});
