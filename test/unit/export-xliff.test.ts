import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toXliff, type XliffOptions } from '../../packages/aligner/src/pairs/export/xliff.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { anyRecord, anyText, pairRecord } from '../helpers/review-records.js';

const write = (pairs: readonly PairRecord[], options?: XliffOptions): string =>
  [...toXliff(pairs, options)].join('');
const read = async (text: string): Promise<PairRecord[]> => [...(await readPairs(text, { format: 'xliff' }))];

describe('the file', () => {
  test('names both languages, and has a unit of one segment for a pair', () => {
    const lines = write([pairRecord({ clause: '2/(1)', clause_zh: '二/（一）' })]).split('\n');
    expect(lines[1]).toContain(' version="2.1" srcLang="en-US" trgLang="zh-CN" xml:space="preserve">');
    expect(lines.slice(2)).toEqual([
      '<file id="f1" original="ferry.md">',
      '<unit id="00112233445566aa"><mda:metadata><mda:metaGroup category="duiqi"><mda:meta type="score">0.9312</mda:meta>' +
        '<mda:meta type="bead">1-1</mda:meta><mda:meta type="clause">2/(1)</mda:meta><mda:meta type="clause_zh">二/（一）</mda:meta>' +
        '</mda:metaGroup></mda:metadata><segment state="translated"><source>The ferry sails at noon.</source>' +
        '<target>渡轮正午开航。</target></segment></unit>',
      '</file>',
      '</xliff>',
      '',
    ]);
  });

  test('turns round, under the tags that are asked for', () => {
    const text = write([pairRecord()], { direction: 'zh-en', targetLanguage: 'en-GB' });
    expect(text).toContain('srcLang="zh-CN" trgLang="en-GB"');
    expect(text).toContain('<source>渡轮正午开航。</source><target>The ferry sails at noon.</target>');
    expect(() => toXliff([], { targetLanguage: 'Chinese' })).toThrow(/targetLanguage must be a Chinese/);
  });

  test('says which pairs are reviewed, which want a look and what a reviewer wrote', () => {
    const doubtful = pairRecord({ flags: ['low-score'], note: 'Ask <Mei> & co.' });
    const reviewed = write([{ ...doubtful, confirmed: true }]);
    expect(reviewed).toContain('<segment state="reviewed">');
    expect(reviewed).toContain('<notes><note category="reviewer">Ask &lt;Mei&gt; &amp; co.</note></notes>');
    expect(write([doubtful])).toContain(
      '<notes><note category="duiqi">Please check: the score is low.</note>' +
        '<note category="reviewer">Ask &lt;Mei&gt; &amp; co.</note></notes>',
    );
  });

  test('begins a file wherever the document changes, and never has an id twice in one', () => {
    const docs = ['a', 'a', 'b', 'a'];
    const text = write(docs.map((doc) => pairRecord({ doc })));
    expect(
      [...text.matchAll(/<file id="(\w+)" original="(\w)">|<unit id="(\w+)">/g)].map((all) => all.slice(1)),
    ).toEqual([
      ['f1', 'a', undefined],
      [undefined, undefined, '00112233445566aa'],
      [undefined, undefined, 'u1'],
      ['f2', 'b', undefined],
      [undefined, undefined, '00112233445566aa'],
      ['f3', 'a', undefined],
      [undefined, undefined, '00112233445566aa'],
    ]);
  });

  test('leaves source text without a counterpart to be translated, and has no place for target text alone', () => {
    const text = write([pairRecord({ zh: '' }), pairRecord({ en: '' })], { unaligned: true });
    expect(text.match(/<segment.*<\/segment>/g)).toEqual([
      '<segment><source>The ferry sails at noon.</source></segment>',
    ]);
  });

  test('is whole without any pair', async () => {
    expect(await read(write([]))).toEqual([]);
  });
});

test('what is read back is what was written, but for characters that XML cannot hold', async () => {
  const withoutForbidden = (text: string): string =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids just these.
    text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, '');
  const text = anyText.map(withoutForbidden).filter((each) => each !== '');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyRecord(text), { selector: ({ id }) => id }),
      fc.constantFrom('en-zh', 'zh-en'),
      async (pairs, direction) => {
        expect(await read(write(pairs, { direction }))).toEqual(pairs);
      },
    ),
    { seed: 20261122, numRuns: 200 },
  );
});

test('characters that XML cannot hold cost nothing but themselves', async () => {
  const [pair] = await read(write([pairRecord({ en: 'Fer\u0001ry\uFFFE \uD800', note: '\u000B' })]));
  expect(pair).toMatchObject({ en: 'Ferry \uFFFD', note: '' });
});
