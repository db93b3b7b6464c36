import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOutReason } from '../../packages/aligner/src/export/filter.js';
import { toJsonl } from '../../packages/aligner/src/export/jsonl.js';
import { type RecordOptions, records } from '../../packages/aligner/src/export/records.js';
import type { PairRecord } from '../../packages/aligner/src/pair-record.js';
import type { Alignment } from '../../packages/aligner/src/types.js';
import { alignmentOf } from '../helpers/alignment.js';

const parse = (alignment: Alignment, options?: RecordOptions): PairRecord[] =>
  [...toJsonl(alignment, options)].map((line) => JSON.parse(line));

describe('a line', () => {
  it('has the documented fields in their order', () => {
    const alignment = alignmentOf('a1 a2 | b', {
      texts: { a1: 'It rains.', a2: 'Stay in.', b: '下雨了，别出去。' },
      clauses: { a1: '5/(1)', b: '五/（一）' },
      scores: [0.1235],
      flags: [['crossing', 'stitched']],
    });
    const [line] = toJsonl(alignment);
    expect(line.replace(/"id":"[0-9a-f]{16}"/, '"id":"…"')).toBe(
      '{"id":"…","en":"It rains. Stay in.","zh":"下雨了，别出去。","score":0.1235,"bead":"2-1",' +
        '"clause":"5/(1)","clause_zh":"五/（一）","flags":["crossing","stitched"],' +
        '"en_spans":[[0,9],[9,17]],"zh_spans":[[0,8]],"doc":"sample.txt"}\n',
    );
  });

  it('tells the files apart where there are two', () => {
    const [record] = parse(alignmentOf('a | b', { sources: ['a.txt', 'b.txt'] }));
    expect(Object.entries(record).slice(-2)).toEqual([
      ['doc', 'a.txt | b.txt'],
      ['file', [0, 1]],
    ]);
  });

  it('is one line of JSON for any text', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [line] = toJsonl(alignmentOf('a | b', { texts: { a, b } }));
        expect(line).toMatch(/^[^\n\r\u2028\u2029]+\n$/);
        const { en, zh } = JSON.parse(line);
        const expected = (raw: string) => Buffer.from(raw, 'utf8').toString('utf8');
        expect([en, zh]).toEqual([expected(a), expected(b)]);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it.each([
    ['a\uD800b', '"a\uFFFDb"'],
    ['\uDC00', '"\uFFFD"'],
    ['a\u2028b\u2029', '"a\\u2028b\\u2029"'],
    ['😀', '"😀"'],
    ['\\ud800', '"\\\\ud800"'],
  ])('%j is written as %s', (text, written) => {
    const [line] = toJsonl(alignmentOf('a | b', { texts: { a: text } }));
    expect(line).toContain(`"en":${written},`);
  });
});

describe('records', () => {
  const mixed = alignmentOf('- | z ; a | b ; c | - ; d | e ; f | -', { scores: [0, 0.4, 0, 0.8, 0] });
  const summary = (options: RecordOptions) =>
    parse(mixed, options).map(({ en, zh, bead, score }) => `${en}|${zh} ${bead} ${score}`);

  it.each<[RecordOptions, string[]]>([
    [{}, ['a|b 1-1 0.4', 'd|e 1-1 0.8']],
    [{ minScore: 0.5 }, ['d|e 1-1 0.8']],
    [{ minScore: 0.8 }, ['d|e 1-1 0.8']],
    [{ unaligned: true }, ['|z 0-1 0', 'a|b 1-1 0.4', 'c| 1-0 0', 'd|e 1-1 0.8', 'f| 1-0 0']],
    [{ unaligned: true, minScore: 0.5 }, ['|z 0-1 0', 'c| 1-0 0', 'd|e 1-1 0.8', 'f| 1-0 0']],
  ])('%j', (options, expected) => {
    expect(summary(options)).toEqual(expected);
  });

  it('leaves text without a counterpart to `unaligned` alone', () => {
    const flagged = alignmentOf('a | b ; c | -', { scores: [0.4, 0], flags: [['truncated'], ['truncated']] });
    const kept = [...records(flagged, { unaligned: true, minScore: 0.5, drop: ['truncated'] })];
    expect(kept.map(({ bead }) => bead)).toEqual(['1-0']);
  });

  it('names the first reason for leaving a pair out: the score, then the flags as they were asked for', () => {
    const pair = { en: 'a', zh: 'b', score: 0.4, flags: ['conflict', 'truncated'] as const };
    expect(leaveOutReason(pair, {})).toBe(null);
    expect(leaveOutReason(pair, { drop: ['truncated', 'conflict'] })).toBe('truncated');
    expect(leaveOutReason(pair, { drop: ['truncated'], minScore: 0.5 })).toBe('min-score');
    expect(leaveOutReason({ ...pair, score: null }, { minScore: 0.5 })).toBe(null);
    expect(leaveOutReason({ ...pair, zh: '' }, { drop: ['truncated'], minScore: 0.5 })).toBe('unaligned');
  });

  it.each([[['typo']], ['truncated'], [[undefined]], [null]])('refuses to drop %j, at once', (drop) => {
    expect(() => records(mixed, { drop: drop as never })).toThrow(
      /^drop must be a list of flags \(conflict, /,
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses the least score %s', (minScore) => {
    expect(() => [...records(mixed, { minScore })]).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  it.each<[Record<string, string>, Partial<PairRecord>]>([
    [{}, { clause: null }],
    [{ a: '1', b: '1' }, { clause: '1' }],
    [
      { a: '1', b: '一' },
      { clause: '1', clause_zh: '一' },
    ],
    [{ a: '1' }, { clause: '1' }],
    [{ b: '一' }, { clause: '一' }],
  ])('clauses %j give %j', (clauses, expected) => {
    const [record] = records(alignmentOf('a | b', { clauses }));
    const found = Object.entries(record).filter(([name]) => name.startsWith('clause'));
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.each<[string[], RecordOptions, string]>([
    [['a.txt'], {}, 'a.txt'],
    [['a.txt', 'b.txt'], {}, 'a.txt | b.txt'],
    [['a.txt', 'a.txt'], {}, 'a.txt'],
    [['a.txt', ''], {}, 'a.txt'],
    [[''], {}, ''],
    [['a.txt', 'b.txt'], { document: 'Report' }, 'Report'],
  ])('sources %j with %j are the document %j', (sources, options, document) => {
    expect(parse(alignmentOf('a | b', { sources }), options)[0].doc).toBe(document);
  });
});

describe('ids', () => {
  const ids = (alignment: Alignment, options?: RecordOptions) =>
    parse(alignment, options).map((record) => record.id);
  const repeated = alignmentOf('a | b ; c | d ; e | f', {
    texts: { a: 'x', b: 'yy', c: 'x', d: 'yy', e: 'xy', f: 'y' },
    scores: [0.2, 0.9, 0.9],
  });

  it('differ, even for identical pairs and for texts cut elsewhere', () => {
    const found = ids(repeated);
    expect(new Set(found).size).toBe(3);
    for (const id of found) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('do not change with what is left out or put in', () => {
    const all = ids(repeated);
    expect(ids(repeated, { minScore: 0.5 })).toEqual(all.slice(1));
    expect(ids(alignmentOf('- | z ; a | b'), { unaligned: true })[1]).toBe(ids(alignmentOf('a | b'))[0]);
  });

  it('change with the document', () => {
    const alignment = alignmentOf('a | b');
    expect(ids(alignment, { document: 'one' })).not.toEqual(ids(alignment, { document: 'two' }));
  });

  it('stay what they are from release to release', () => {
    expect(ids(alignmentOf('a | b'))).toEqual(['f4143bc62e2fa516']);
  });
});
