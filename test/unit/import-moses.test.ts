import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMoses } from '../../packages/aligner/src/pairs/export/moses.js';
import { readMoses } from '../../packages/aligner/src/pairs/import/moses.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import { anyRecord, anyText, listening } from '../helpers/pair-records.js';

const read = (en: string, zh: string) => [...readMoses([en], [zh], listening().context)];
const texts = (en: string, zh: string) => read(en, zh).map((pair) => [pair.en, pair.zh]);

describe('two texts in line', () => {
  it.each([
    ['a\nb\n', '甲\n乙\n'],
    ['a\r\nb', '甲\n乙'],
    ['a\n\n \nb\n', '甲\n\n\n乙\n'],
    ['a\nb\n\n\n', '甲\n乙\n'],
    ['a\nb', '甲\n乙\n\n'],
  ])('%j and %j are two pairs', (en, zh) => {
    expect(texts(en, zh)).toEqual([
      ['a', '甲'],
      ['b', '乙'],
    ]);
  });

  it('may have a line without a counterpart', () => {
    expect(texts('a\nb\n', '甲\n\n')).toEqual([
      ['a', '甲'],
      ['b', ''],
    ]);
  });

  it.each([
    ['a\nb\nc\n', '甲\n乙\n', '3 English and 2 Chinese lines'],
    ['a\n', '甲\n乙\n丙\n', '1 English and 3 Chinese lines'],
    ['', '甲\n', '0 English and 1 Chinese lines'],
  ])('%j and %j are refused', async (en, zh, counts) => {
    const pairs = await readPairs({ en, zh }, { names: ['c.en', 'c.zh'] });
    const message = `"c.en | c.zh" has ${counts}: take both from one run of the tool that wrote them.`;
    expect(() => [...pairs]).toThrow(expect.objectContaining({ code: 'unreadable', message }));
  });

  it('are closed when no more pairs are wanted', () => {
    const closed: string[] = [];
    function* chunks(name: string) {
      try {
        yield 'a\n';
        yield 'b\n';
      } finally {
        closed.push(name);
      }
    }
    for (const _ of readMoses(chunks('en'), chunks('zh'), listening().context)) break;
    expect(closed).toEqual(['en', 'zh']);
  });

  it('come back line by line for any text', () => {
    fc.assert(
      fc.property(fc.array(anyRecord(anyText)), (pairs) => {
        const [en, zh] = (['en', 'zh'] as const).map((language) => [...toMoses(pairs, language)]);
        // As Python breaks lines, whose tools read them.
        for (const line of [...en, ...zh]) expect(line).toMatch(/^[^\p{Cc}\u2028\u2029]+\n$/u);
        const found = read(en.join(''), zh.join(''));
        expect(found).toHaveLength(en.length);
        expect([...toMoses(found, 'en')]).toEqual(en);
        expect([...toMoses(found, 'zh')]).toEqual(zh);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
