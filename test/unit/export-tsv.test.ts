import { describe, expect, it } from 'vitest';
import { toBeads } from '../../packages/aligner/src/export/beads.js';
import { toTsv } from '../../packages/aligner/src/export/tsv.js';
import { alignmentOf } from '../helpers/alignment.js';

describe('toTsv', () => {
  it('writes a header and a line for each pair', () => {
    const alignment = alignmentOf('a1 a2 | b ; c | - ; d | e', {
      clauses: { d: '2/(1)' },
      scores: [0.9877, 0, 0.5],
      flags: [[], [], ['low-score', 'stitched']],
    });
    expect([...toTsv(alignment)]).toEqual([
      'en\tzh\tscore\tbead\tclause\tflags\n',
      'a1 a2\tb\t0.9877\t2-1\t\t\n',
      'd\te\t0.5\t1-1\t2/(1)\tlow-score,stitched\n',
    ]);
  });

  it('writes unaligned text when asked', () => {
    expect([...toTsv(alignmentOf('- | b'), { unaligned: true })].at(-1)).toBe('\tb\t0\t0-1\t\t\n');
  });

  it.each([
    ['a\tb', 'a b'],
    ['a\r\nb', 'a b'],
    ['a\u2028b\u0085c\fd', 'a b c d'],
    ['a\uD800', 'a\uFFFD'],
    ['"a"', '"a"'],
  ])('%j is the field %j', (text, field) => {
    const [, row] = toTsv(alignmentOf('a | b', { texts: { a: text } }));
    expect(row).toBe(`${field}\tb\t0.95\t1-1\t\t\n`);
  });
});

describe('toBeads', () => {
  it.each([
    ['a1 a2 | b1 ; a3 | - ; - | b2 ; a4 | b3', 'en', ['[0,1]:[0]\n', '[2]:[]\n', '[]:[1]\n', '[3]:[2]\n']],
    ['a1 a2 | b1 ; a3 | -', 'zh', ['[0]:[0,1]\n', '[]:[2]\n']],
  ] as const)('%s, %s first', (notation, first, expected) => {
    expect([...toBeads(alignmentOf(notation).ladder, { first })]).toEqual(expected);
  });

  it('puts English first unless told otherwise', () => {
    expect([...toBeads(alignmentOf('a1 a2 | b1').ladder)]).toEqual(['[0,1]:[0]\n']);
  });
});
