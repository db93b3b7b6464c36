import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTsv } from '../../packages/aligner/src/pairs/export/tsv.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import { readTsv } from '../../packages/aligner/src/pairs/import/tsv.js';
import { PAIR_FIELDS, type PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { anyRecord, anyText, folded, listening, recordOf } from '../helpers/pair-records.js';

const read = (text: string, columns?: readonly string[]): PairRecord[] => [
  ...readTsv([text], listening('sample.txt', columns).context),
];
const texts = (text: string, columns?: readonly string[]) =>
  read(text, columns).map(({ en, zh, score }) => [en, zh, score]);

it('says where a line has more cells than columns', () => {
  const { context, told } = listening('canal.tsv');
  const pairs = [...readTsv(['en\tzh\nThe lock\t船闸\tis closed\nA lock\t船闸\t\n'], context)];
  expect(pairs.map(({ en }) => en)).toEqual(['The lock', 'A lock']);
  expect(told.map(({ message }) => message)).toEqual([
    '"canal.tsv" has 1 line with more cells than columns; the further cells were passed over: check whether there are tabs within the texts.',
  ]);
});

it('takes fields as people write them, and invents none', () => {
  const [first, second] = read('en\tzh\tscore\tconfirmed\nThe lock\t船闸\t97%\tTrue\nA lock\t船闸\t \tno\n');
  expect([first!.score, first!.confirmed]).toEqual([0.97, true]);
  expect([second!.score, second!.confirmed]).toEqual([null, undefined]);
});

describe('what we write', () => {
  it('comes back with all of its fields', () => {
    const record: PairRecord = {
      id: '0123456789abcdef',
      en: '"The lock', // A quotation mark is one.
      zh: '船闸',
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
    expect(read([...toTsv([record], { columns: PAIR_FIELDS })].join(''))).toEqual([record]);
  });

  it('comes back for any text, but for tabs, breaks and other controls', () => {
    // An empty cell says of these that there is none.
    const visible = anyText.map((text) => `${folded(text)}.`);
    fc.assert(
      fc.property(fc.array(anyRecord(anyText, visible)), (pairs) => {
        const options = { columns: PAIR_FIELDS, unaligned: true };
        const written = [...toTsv(pairs, options)].join('');
        const found = read(written);
        expect([...toTsv(found, options)].join('')).toBe(written);
        const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');
        const asHeld = (pair: PairRecord) =>
          JSON.parse(JSON.stringify(pair), (_, value) =>
            typeof value === 'string' ? folded(wellFormed(value)) : value,
          );
        expect(found).toEqual(pairs.map(asHeld));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('columns', () => {
  it.each([
    ['en\tzh\tscore\nRain.\t雨。\t0.5\n'],
    ['Score\tZH\tid\tEN\n0.5\t雨。\t\tRain.\n'],
    ['LaBSE\tEnglish\t中文\tscore\n0.9\tRain.\t雨。\t0.5\n'],
    ['source\ttarget\tscore\n雨。\tRain.\t0.5\n'],
    ['src\ttgt\tscore\nRain.\t雨。\t0.5'],
    ['en\tzh\tscore\r\n\r\nRain.\t雨。\t0.5\r\n'],
  ])('are named by the first line of %j', (text) => expect(texts(text)).toEqual([['Rain.', '雨。', 0.5]]));

  it.each([
    [['score', 'zh', '-', 'en'], '0.5\t雨。\thttp://a.example\tRain.\n'],
    [['source', 'target', 'score'], '雨。\tRain.\t0.5\n'],
    [['zh', 'en', 'score'], 'score\ten\tzh\n0.5\tRain.\t雨。\n'],
  ])('%j are named by the caller where no line names them', (columns, text) => {
    expect(texts(text, columns)).toEqual([['Rain.', '雨。', 0.5]]);
  });

  it.each(['Rain.\t雨。\nABB\tABB\n', '雨。\tRain.\nABB\tABB'])('two of them need no names: %j', (text) => {
    expect(texts(text)).toEqual([
      ['Rain.', '雨。', null],
      ['ABB', 'ABB', null],
    ]);
  });

  it.each([
    [['en', 'cn', 'colour'], 'columns must be among id, en, .*, note, -, not "colour"\\.'],
    [['en', 'score'], 'columns must name an English and a Chinese one, as in en,zh,score, not en,score\\.'],
    [['en', 'en', 'zh'], 'columns must name an English and a Chinese one, .*'],
  ])('%j are refused where no line names them', async (columns, message) => {
    const pairs = await readPairs('Rain.\t雨。\t0.5\n', { columns, format: 'tsv' });
    expect(() => [...pairs]).toThrow(
      expect.objectContaining({ code: 'bad-option', message: expect.stringMatching(`^${message}$`) }),
    );
  });

  it.each([
    [
      'Rain.\t雨。\t0.5\n',
      '"a.tsv" has 3 columns, and no first line that names them: say what they hold, as in en,zh,score.',
    ],
    [
      'Rain.\n',
      '"a.tsv" has one column, and no first line that names them: say what they hold, as in en,zh,score.',
    ],
    [
      'Rain.\t雨。\n\nSnow.\n',
      '"a.tsv" does not have two texts in line 3: put a tab between the cells, and name the columns in the first line.',
    ],
  ])('%j is refused', async (text, message) => {
    const pairs = await readPairs(text, { names: ['a.tsv'] });
    expect(() => [...pairs]).toThrow(expect.objectContaining({ code: 'unreadable', message }));
  });
});

it('cells that cannot be what their column says are passed over and told of', () => {
  const { context, told } = listening('a.tsv');
  const text = 'en\tzh\tscore\tflags\ten_spans\nRain.\t雨。\tgood\tstitched,nice\t3-x\nSnow.\t雪。\t\t\t\n';
  const [first, second] = [...readTsv([text], context)];
  expect(first).toMatchObject({ score: null, flags: ['stitched'], en_spans: [] });
  expect(second).toMatchObject(recordOf({ en: 'Snow.', zh: '雪。', id: second.id, doc: 'a.tsv' }));
  expect(told.map(({ message }) => message)).toEqual([
    '"a.tsv": "score" was passed over in line 2, because it is not a number from 0 to 1.',
    '"a.tsv": "flags" was passed over in line 2, because it is not a list of flags of duiqi.',
    '"a.tsv": "en_spans" was passed over in line 2, because it is not a list of [start, end) offsets.',
  ]);
});

it('rows that lack their last cells have nothing in them', () => {
  expect(texts('en\tzh\tscore\nRain.\t雨。\n')).toEqual([['Rain.', '雨。', null]]);
});
