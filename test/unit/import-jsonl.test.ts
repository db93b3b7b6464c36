import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonlProfile, toJsonl } from '../../packages/aligner/src/pairs/export/jsonl.js';
import { readJsonl } from '../../packages/aligner/src/pairs/import/jsonl.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { anyRecord, anyText, listening, recordOf } from '../helpers/pair-records.js';

const read = (text: string): PairRecord[] => [...readJsonl([text], listening().context)];
const texts = (text: string) => read(text).map(({ en, zh }) => [en, zh]);
const lineOf = (value: object) => `${JSON.stringify(value)}\n`;

describe('a line of our own', () => {
  it('comes back whole, unknown fields aside', () => {
    const record: PairRecord = {
      id: '0123456789abcdef',
      en: 'The lock opens at six.',
      zh: '船闸六点开。',
      score: 0.9731,
      bead: '2-1',
      clause: '5/(1)',
      clause_zh: '五/（一）',
      flags: ['conflict', 'stitched'],
      en_spans: [
        [0, 12],
        [40, 51],
      ],
      zh_spans: [[60, 66]],
      doc: 'canal.md',
      file: [0, 1],
      confirmed: true,
      note: 'Checked.',
    };
    expect(read(lineOf({ ...record, model: 'x' }))).toEqual([record]);
  });

  it('comes back from tables that have every field in every row', () => {
    const bare = {
      en: 'a',
      zh: 'b',
      id: 'x',
      doc: '',
      clause_zh: null,
      file: null,
      confirmed: false,
      note: null,
    };
    const { context, told } = listening();
    expect([...readJsonl([lineOf(bare)], context)]).toEqual([
      recordOf({ en: 'a', zh: 'b', id: 'x', doc: '' }),
    ]);
    expect(told).toEqual([]);
  });

  it('is written again byte for byte, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(anyRecord(anyText)), (pairs) => {
        const written = [...toJsonl(pairs, { unaligned: true })].join('');
        expect([...toJsonl(read(written), { unaligned: true })].join('')).toBe(written);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('a profile', () => {
  const english = anyText.map((text) => `The harbour is closed today, so please come again tomorrow ${text}`);
  const chinese = anyText.map((text) => `港口今天不开放，请明天再来${text}`);

  it.each<[JsonlProfile, 'en-zh' | 'zh-en']>([
    ['hf', 'en-zh'],
    ['flat', 'en-zh'],
    ['flat', 'zh-en'],
    ['st', 'zh-en'],
    ['mnbvc', 'en-zh'],
  ])('%s %s is written again byte for byte', (profile, direction) => {
    const record = fc
      .tuple(anyRecord(anyText), english, chinese)
      .map(([rest, en, zh]): PairRecord => ({ ...rest, en, zh }));
    fc.assert(
      fc.property(fc.array(record), (pairs) => {
        const options = { profile, direction, date: '20260131T080000Z' };
        const written = [...toJsonl(pairs, options)].join('');
        expect([...toJsonl(read(written), options)].join('')).toBe(written);
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('mnbvc keeps what we know of a pair', () => {
    const pair = recordOf({
      en: 'a',
      zh: '會議',
      score: 0.5,
      bead: '1-1',
      clause: '1',
      flags: ['low-score'],
      doc: 'x',
    });
    expect(read([...toJsonl([pair], { profile: 'mnbvc' })].join(''))).toEqual([pair]);
  });
});

describe('a line of others', () => {
  it.each([
    [{ en: 'Rain.', zh: '雨。' }],
    [{ zh: '雨。', en: 'Rain.' }],
    [{ src: 'Rain.', tgt: '雨。' }],
    [{ src: '雨。', tgt: 'Rain.' }],
    [{ source: '雨。', target: 'Rain.' }],
    [{ anchor: 'Rain.', positive: '雨。' }],
    [{ id: 3, translation: { zh: '雨。', en: 'Rain.' } }],
    [{ translation: { eng_Latn: 'Rain.', zho_Hans: '雨。' } }],
    [{ 'en-GB': 'Rain.', 'zh-CN': '雨。' }],
    [{ English: 'Rain.', 中文: '雨。' }],
    [{ it_text: '', en_text: 'Rain.', zh_text: '雨。', 扩展字段: '' }],
    [{ en_text: 'Rain.', zh_text: '', cht_text: '雨。', 扩展字段: '[]' }],
  ])('%j', (line) => expect(texts(lineOf(line))).toEqual([['Rain.', '雨。']]));

  it('goes like those before it where scripts leave its languages open, and says what was found', () => {
    const { context, told } = listening('a.jsonl');
    const pairs = [
      { src: '雨。', tgt: 'Rain.' },
      { src: 'ABB', tgt: 'ABB Ltd' },
      { src: 'Snow.', tgt: '雪。' },
      { src: '渡轮。', tgt: 'Ferry.' },
    ];
    const found = [...readJsonl([pairs.map(lineOf).join('')], context)];
    expect(found.map(({ en }) => en)).toEqual(['Rain.', 'ABB Ltd', 'Snow.', 'Ferry.']);
    expect(told.map(({ message }) => message)).toEqual([
      '"a.jsonl" does not say which text is in which language; by their characters it has Chinese first, but the other way round in 1 of 3 pairs.',
    ]);
  });

  it('is given an id by its texts and the name of the file', () => {
    const [first, second] = read(lineOf({ src: 'Rain.', tgt: '雨。' }).repeat(2));
    expect(first.doc).toBe('sample');
    expect(first.id).toMatch(/^[0-9a-f]{16}$/);
    expect(second.id).not.toBe(first.id);
  });
});

describe('a field that cannot be what its name says', () => {
  it.each([
    ['score', 1.2, 'a number from 0 to 1'],
    ['score', '0.9', 'a number from 0 to 1'],
    ['bead', 'two', 'two numbers of segments such as 2-1'],
    ['en_spans', [[5, 2]], 'a list of [start, end) offsets'],
    ['en_spans', [[0.5, 2]], 'a list of [start, end) offsets'],
    ['zh_spans', [[1, 2, 3]], 'a list of [start, end) offsets'],
    ['zh_spans', '0-12', 'a list of [start, end) offsets'],
    ['flags', 'conflict', 'a list of flags of duiqi'],
    ['flags', ['nice'], 'a list of flags of duiqi'],
    ['file', 'a.txt', 'the positions of two sources'],
    ['confirmed', 'no', 'true'],
    ['id', 12, 'a text'],
    ['note', ['x'], 'a text'],
    ['doc', {}, 'a text'],
  ])('%s %j is passed over and told of', (field, value, form) => {
    const { context, told } = listening('a.jsonl');
    const plain = { id: 'x', doc: 'y', en: 'a', zh: 'b' };
    const without = Object.fromEntries(Object.entries(plain).filter(([name]) => name !== field));
    const lines = lineOf(plain) + lineOf({ ...plain, [field]: value });
    const [, found] = [...readJsonl([lines], context)];
    const [, expected] = read(lineOf(plain) + lineOf(without));
    expect(found).toEqual({ ...expected, doc: field === 'doc' ? 'a.jsonl' : 'y' });
    expect(told).toEqual([
      {
        code: 'field-passed-over',
        severity: 'warning',
        side: null,
        span: null,
        message: `"a.jsonl": "${field}" was passed over in line 2, because it is not ${form}.`,
        values: { name: 'a.jsonl', field, count: 1, line: 2 },
      },
    ]);
  });

  it('keeps the flags that exist, and counts the lines', () => {
    const { context, told } = listening();
    const line = lineOf({ en: 'a', zh: 'b', flags: ['stitched', 'nice', 'conflict'] });
    const found = [...readJsonl(['\n', line, line], context)];
    expect(found.map(({ flags }) => flags)).toEqual([
      ['conflict', 'stitched'],
      ['conflict', 'stitched'],
    ]);
    expect(told[0]?.message).toContain('was passed over in 2 lines, the first of them line 2,');
  });
});

describe('lines', () => {
  it('may be blank, end in CRLF, and come in pieces', () => {
    const text = `\r\n${JSON.stringify({ en: 'a', zh: 'b' })}\r\n  \n{"en":"c","zh":"d"}`;
    expect([...readJsonl([...text], listening().context)].map(({ en }) => en)).toEqual(['a', 'c']);
  });

  it('do not end at U+2028 or U+0085', () => {
    expect(texts('{"en":"a\u2028b\u0085c","zh":"d"}\n')).toEqual([['a\u2028b\u0085c', 'd']]);
  });

  it('of megabytes are read once, however small their pieces', () => {
    const piece = 'x'.repeat(64);
    const pieces = ['{"en":"', ...Array.from({ length: 200_000 }, () => piece), '","zh":"b"}\n'];
    expect([...readJsonl(pieces, listening().context)][0]?.en).toHaveLength(200_000 * 64);
  });

  it.each([
    ['{"en":"a","zh":"b"', 'has no JSON object in line 2: JSONL is one whole object a line.'],
    ['["a","b"]', 'has no JSON object in line 2: JSONL is one whole object a line.'],
    ['null', 'has no JSON object in line 2: JSONL is one whole object a line.'],
    [
      '{"en":"a","de":"b"}',
      'has no English and Chinese text in line 2: give them the keys en and zh, or src and tgt.',
    ],
    [
      '{"en":"a","zh":null}',
      'has no English and Chinese text in line 2: give them the keys en and zh, or src and tgt.',
    ],
  ])('%j is refused', async (line, why) => {
    const pairs = await readPairs(`{"en":"a","zh":"b"}\n${line}\n`, { names: ['a.jsonl'] });
    expect(() => [...pairs]).toThrow(
      expect.objectContaining({ code: 'unreadable', message: `"a.jsonl" ${why}` }),
    );
  });
});
