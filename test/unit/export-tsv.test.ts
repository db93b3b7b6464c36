import { describe, expect, it } from 'vitest';
import { toBeads } from '../../packages/aligner/src/pairs/export/beads.js';
import { toTsv } from '../../packages/aligner/src/pairs/export/tsv.js';
import { alignmentOf } from '../helpers/alignment.js';
import { recordOf } from '../helpers/pair-records.js';

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
    ['a\u0000\u001cb', 'a b'],
  ])('%j is the field %j', (text, field) => {
    const [, row] = toTsv(alignmentOf('a | b', { texts: { a: text } }));
    expect(row).toBe(`${field}\tb\t0.95\t1-1\t\t\n`);
  });

  it('writes the columns that are asked for, in that order', () => {
    const record = recordOf({
      id: '7',
      en: 'a',
      zh: 'b',
      score: 1,
      flags: ['conflict', 'stitched'],
      en_spans: [
        [0, 12],
        [40, 51],
      ],
      file: [0, 1],
      confirmed: true,
      note: 'Is it\tright?',
    });
    const columns =
      'zh en id en_spans zh_spans file confirmed note flags score bead clause clause_zh doc'.split(' ');
    expect([...toTsv([record], { columns })]).toEqual([
      `${columns.join('\t')}\n`,
      'b\ta\t7\t0-12,40-51\t\t0,1\tyes\tIs it right?\tconflict,stitched\t1\t\t\t\tsample.txt\n',
    ]);
  });

  it.each([
    [['en', 'cn'], '"cn"'],
    [['en', 'zh', 'en'], '"en"'],
    [[], 'nothing'],
  ])('refuses the columns %j at once', (columns, what) => {
    const message = expect.stringMatching(
      `^columns must be different ones of id, en, .*, note, not ${what}\\.$`,
    );
    expect(() => toTsv([], { columns })).toThrow(expect.objectContaining({ code: 'bad-option', message }));
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
