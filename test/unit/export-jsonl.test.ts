import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { leaveOutReason } from '../../packages/aligner/src/pairs/export/filter.js';
import {
  type JsonlOptions,
  type JsonlProfile,
  toJsonl,
} from '../../packages/aligner/src/pairs/export/jsonl.js';

import { type RecordOptions, records } from '../../packages/aligner/src/pairs/export/records.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import type { Alignment } from '../../packages/aligner/src/types.js';
import { alignmentOf } from '../helpers/alignment.js';
import { recordOf } from '../helpers/pair-records.js';

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

  it('names the numbers that a flag is about, as the texts have them now', () => {
    const flagged = recordOf({ en: 'It cost 5 yuan in 2024.', zh: '花费6元。', flags: ['number-mismatch'] });
    const numbersOf = (record: PairRecord) => JSON.parse([...toJsonl([record])][0]!).numbers;
    expect(numbersOf(flagged)).toBe('5, 2024 | 6');
    expect(numbersOf({ ...flagged, zh: '2024年花费6元。', numbers: '5, 2024 | 6' })).toBe('5 | 6');
    expect(numbersOf({ ...flagged, flags: [], numbers: '5, 2024 | 6' })).toBeUndefined();
  });

  it('has its fields in their order, however a pair was put together', () => {
    const { id, ...rest } = recordOf({ en: 'a', zh: 'b', note: 'Good.' });
    const [line] = toJsonl([{ ...rest, confirmed: true, id }]);
    expect(Object.keys(JSON.parse(line))).toEqual(
      'id en zh score bead clause flags en_spans zh_spans doc confirmed note'.split(' '),
    );
  });

  it.each([
    [0, '0.0'],
    [1, '1.0'],
    [0.5, '0.5'],
    [null, 'null'],
  ])('the score %s is written %s, so that every column of scores begins as one', (score, written) => {
    for (const profile of ['default', 'flat'] as const) {
      const [line] = toJsonl([recordOf({ en: 'a', zh: 'b', score })], { profile });
      expect(line).toContain(`"score":${written}`);
    }
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
    ['a\u0085b', '"a\\u0085b"'],
    ['\\\ud800', '"\\\\\uFFFD"'],
    ['"score":1,', '"\\"score\\":1,"'],
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

  it('leaves no pair out for its score or for doubts that a person has confirmed', () => {
    const confirmed = {
      en: 'a',
      zh: 'b',
      score: 0.1,
      flags: ['conflict', 'duplicate'] as const,
      confirmed: true as const,
    };
    expect(leaveOutReason(confirmed, { minScore: 0.5, drop: ['conflict'] })).toBe(null);
    // That the same pair is there twice is no doubt about it.
    expect(leaveOutReason(confirmed, { minScore: 0.5, drop: ['conflict', 'duplicate'] })).toBe('duplicate');
    expect(leaveOutReason({ ...confirmed, zh: '' }, {})).toBe('unaligned');
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

describe('a profile', () => {
  const sample = alignmentOf('a | b ; c | -', { texts: { a: 'The ferry is late.', b: '渡轮晚点。' } });
  const lines = (profile: JsonlProfile, options: JsonlOptions = {}) =>
    [...toJsonl(sample, { profile, ...options })].join('');

  it.each<[JsonlProfile, string]>([
    ['hf', '{"translation":{"en":"The ferry is late.","zh":"渡轮晚点。"}}\n'],
    ['flat', '{"src":"The ferry is late.","tgt":"渡轮晚点。","score":0.95}\n'],
    ['st', '{"anchor":"The ferry is late.","positive":"渡轮晚点。"}\n'],
  ])('%s holds pairs and nothing else', (profile, expected) => {
    expect(lines(profile)).toBe(expected);
    expect(lines(profile, { unaligned: true })).toBe(expected);
    expect(lines(profile, { minScore: 0.99 })).toBe('');
  });

  it.each<[JsonlProfile, string]>([
    ['hf', '{"translation":{"en":"The ferry is late.","zh":"渡轮晚点。"}}\n'],
    ['flat', '{"src":"渡轮晚点。","tgt":"The ferry is late.","score":0.95}\n'],
    ['st', '{"anchor":"渡轮晚点。","positive":"The ferry is late."}\n'],
  ])('%s from Chinese to English', (profile, expected) => {
    expect(lines(profile, { direction: 'zh-en' })).toBe(expected);
  });

  it.each<[JsonlOptions | Record<string, string>, string]>([
    [{ profile: 'csv' }, 'profile must be one of default, hf, flat, st, mnbvc, not "csv".'],
    [{ direction: 'en' }, 'direction must be one of en-zh, zh-en, not "en".'],
    [{ date: '2026-01-31' }, 'date must be a UTC time like 20260131T080000Z, not "2026-01-31".'],
    [{ minScore: 2 }, 'minScore must be a number from 0 to 1, not 2.'],
  ])('refuses %j at once', (options, message) => {
    expect(() => toJsonl(sample, options as JsonlOptions)).toThrow(
      expect.objectContaining({ code: 'bad-option', message }),
    );
  });
});

describe('the profile mnbvc', () => {
  const parsed = (pairs: readonly PairRecord[], options: JsonlOptions = {}) =>
    [...toJsonl(pairs, { profile: 'mnbvc', ...options })].map((line) => JSON.parse(line));
  const pair = (doc: string, en: string, zh: string, rest: Partial<PairRecord> = {}) =>
    recordOf({ doc, en, zh, ...rest });

  it('has all fields of the corpus in their order', () => {
    const record = pair('a.md', 'It rains.', '下雨了。', {
      score: 0.5,
      bead: '1-1',
      clause: '1',
      flags: ['stitched'],
    });
    const [line] = toJsonl([record], { profile: 'mnbvc', date: '20260131T080000Z' });
    expect(line).toBe(
      '{"文件名":"a.md","是否待查文件":false,"是否重复文件":false,"段落数":1,"去重段落数":1,"低质量段落数":0,"行号":1,' +
        '"是否重复":false,"是否跨文件重复":false,"it_text":"","zh_text":"下雨了。","en_text":"It rains.","ar_text":"",' +
        '"nl_text":"","de_text":"","eo_text":"","fr_text":"","he_text":"","ja_text":"","pt_text":"","ru_text":"",' +
        '"es_text":"","sv_text":"","ko_text":"","th_text":"","id_text":"","cht_text":"","vi_text":"",' +
        '"扩展字段":"{\\"score\\":0.5,\\"bead\\":\\"1-1\\",\\"clause\\":\\"1\\",\\"flags\\":[\\"stitched\\"]}",' +
        '"时间":"20260131"}\n',
    );
    expect(parsed([record])[0].时间).toBe('');
  });

  it('does not count as of low quality what a person has confirmed', () => {
    const flagged = pair('a', 'Yes.', '是。', { flags: ['low-score'] });
    expect(parsed([flagged])[0].低质量段落数).toBe(1);
    expect(parsed([{ ...flagged, confirmed: true }])[0].低质量段落数).toBe(0);
  });

  it('counts and finds repeats by document', () => {
    const lines = parsed([
      pair('a', 'Yes.', '是。'),
      pair('a', 'No.', '否。', { flags: ['low-score'] }),
      pair('b', 'Yes.', '是。'),
      pair('a', 'Yes.', '是。'),
      pair('b', 'Yes.', '是。'),
    ]);
    const seen = lines.map((line) =>
      ['文件名', '行号', '段落数', '去重段落数', '低质量段落数', '是否重复', '是否跨文件重复'].map(
        (key) => line[key],
      ),
    );
    expect(seen).toEqual([
      ['a', 1, 3, 2, 1, false, false],
      ['a', 2, 3, 2, 1, false, false],
      ['b', 1, 2, 1, 0, false, true],
      ['a', 3, 3, 2, 1, true, false],
      ['b', 2, 2, 1, 0, true, true],
    ]);
  });

  it('puts the traditional Chinese of a document into its own field, short pairs included', () => {
    const lines = parsed([
      pair('tw', 'The meeting is open.', '會議開始，請問有無問題。'),
      pair('tw', 'Yes.', '是。'),
      pair('cn', 'The meeting is open.', '会议开始。'),
    ]);
    expect(lines.map(({ zh_text, cht_text }) => [zh_text, cht_text])).toEqual([
      ['', '會議開始，請問有無問題。'],
      ['', '是。'],
      ['会议开始。', ''],
    ]);
  });
});
